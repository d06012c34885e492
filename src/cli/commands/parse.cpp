// `gongwen parse`: a notice as JSON, and how much of its text belongs to what.
#include <array>
#include <string>
#include <string_view>

#include <unistd.h>

#include <gongwen/writer.hpp>

#include "cli/commands/commands.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

struct Line {
  std::string_view english, chinese;
  std::uint64_t count;
};

std::string padded(const std::string& text, std::size_t width, bool to_the_right) {
  const std::size_t have = display_width(text);
  const std::string space(width > have ? width - have : 0, ' ');
  return to_the_right ? space + text : text + space;
}

std::string percent(std::uint64_t count, std::uint64_t total) {
  const std::uint64_t tenths = total == 0 ? 0 : count * 1000 / total;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

void print_coverage(const Session& session, const std::string& path, const Coverage& c) {
  const bool chinese = session.arguments.language == Language::zh;
  const std::uint64_t total = c.metadata + c.section + c.paragraph + c.table + c.furniture + c.unclassified;
  const std::array<Line, 7> lines{{{"metadata", "要素", c.metadata},
                                   {"section", "标题", c.section},
                                   {"paragraph", "段落", c.paragraph},
                                   {"table", "表格", c.table},
                                   {"furniture", "网页附带文字", c.furniture},
                                   {"unclassified", "未归类", c.unclassified},
                                   {"total", "合计", total}}};
  session.reporter.line(printable(path) + (chinese ? "：非空白字符" : ": characters that are not white space"));
  for (const Line& line : lines) {
    const std::string name(chinese ? line.chinese : line.english);
    session.reporter.line("  " + padded(name, 14, false) + padded(std::to_string(line.count), 10, true) +
                          padded(percent(line.count, total), 9, true));
  }
}

int indent_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  if (arguments.files.size() > 1) return 0;
  if (arguments.indent >= 0) return arguments.indent;
  return !session.output.is_file() && is_terminal(STDOUT_FILENO) ? 2 : 0;
}

}  // namespace

Failure parse_command(Session& session, const std::string& path, Bytes bytes) {
  const auto notice = parse(bytes, session.options);
  if (!notice) return notice.error();
  session.output.write(to_json(*notice, {indent_of(session), session.arguments.language}));
  session.output.write("\n");
  if (session.arguments.stats) print_coverage(session, path, notice->coverage);
  return std::nullopt;
}

}  // namespace gongwen::cli
