// `gongwen outline`: the headings of a notice as an indented tree, part by part.
#include <algorithm>
#include <string>
#include <string_view>

#include "cli/commands/commands.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

// Deeper sections are shown, but not indented further: what is shown stays linear in the notice.
constexpr std::uint32_t kDeepestIndent = 32;

std::string_view name_of(PartKind kind, bool chinese) noexcept {
  switch (kind) {
    case PartKind::document: return chinese ? "印发的文件" : "document";
    case PartKind::attachment: return chinese ? "附件" : "attachment";
    case PartKind::letter: break;
  }
  return chinese ? "正文" : "letter";
}

// A section without a title is known by how its text begins.
std::string first_words(const Section& section) {
  constexpr std::size_t kColumns = 40;
  if (section.paragraphs.empty()) return "";
  const auto lines = wrap(section.paragraphs.front().text, kColumns);
  return lines.size() > 1 ? lines.front() + "…" : lines.front();
}

}  // namespace

Failure outline_command(Session& session, const std::string&, Bytes bytes) {
  const auto notice = parse(bytes, session.options);
  if (!notice) return notice.error();
  const bool chinese = session.arguments.language == Language::zh;
  for (const Part& part : notice->parts) {
    session.output.write("[" + std::string(name_of(part.kind, chinese)) + "] " + part.title.text + "\n");
    for (const Section& section : part.sections) {
      const std::string title = section.title.text.empty() ? first_words(section) : section.title.text;
      session.output.write(std::string(std::min(section.level, kDeepestIndent) * std::size_t{2}, ' ') + section.label.text + title + "\n");
    }
  }
  return std::nullopt;
}

}  // namespace gongwen::cli
