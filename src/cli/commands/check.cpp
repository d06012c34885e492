// Findings, one a line: path:line:column: severity rule message.
#include <gongwen/check.hpp>

#include "cli/commands/commands.hpp"
#include "text/source_index.hpp"

namespace gongwen::cli {

Failure check_command(Session& session, const std::string& path, Bytes bytes) {
  const auto notice = check(bytes, session.options);
  if (!notice) return notice.error();
  const text::SourceIndex index(notice->text);
  for (const Diagnostic& finding : notice->diagnostics) {
    const std::uint32_t at = finding.span.bytes.begin;
    const std::size_t line = notice->text.rfind('\n', at == 0 ? 0 : at - 1);
    const auto begin = static_cast<std::uint32_t>(line == std::string::npos || at == 0 ? 0 : line + 1);
    session.output.write(path + ":" + std::to_string(index.line(at)) + ":" + std::to_string(index.code_points(at) - index.code_points(begin) + 1) + ": " +
                         std::string(finding.rule) + " " + message(finding, session.arguments.language) + "\n");
  }
  return std::nullopt;
}

}  // namespace gongwen::cli
