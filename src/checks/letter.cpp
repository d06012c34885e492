// The lines and parts of a notice to the lines of its letter.
#include "checks/letter.hpp"

#include <algorithm>

#include "segment/elements.hpp"
#include "segment/names.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

// The first byte of a part that something was read from; the text's size if nothing was.
std::uint32_t first_byte(const Part& part, std::uint32_t none) {
  std::uint32_t first = none;
  const auto look = [&](const Span& span) {
    if (!span.bytes.empty()) first = std::min(first, span.bytes.begin);
  };
  look(part.title.span);
  if (!part.paragraphs.empty()) look(part.paragraphs.front().span);
  if (!part.sections.empty()) look(part.sections.front().span);
  return first;
}

std::size_t first_line_from(const Inspection& notice, std::uint32_t byte) {
  const auto found = std::partition_point(notice.lines.begin(), notice.lines.end(), [&](const Line& line) { return line.source.end <= byte; });
  return static_cast<std::size_t>(found - notice.lines.begin());
}

// The title of a table below the letter, which no date parts from it.
bool may_be_caption(const Line& line, const Grammar& grammar) {
  constexpr std::size_t kLongest = 60;   // code points
  return text::count_code_points(line.text) <= kLongest && ends_as_title(line.text, grammar);
}

// Where the tables begin, whose lines no letter closes with.
std::size_t first_task_table(const Inspection& notice) {
  std::size_t first = notice.lines.size();
  for (std::size_t i = 0; i < notice.tables.size() && i < notice.places.size(); ++i)
    if (notice.tables[i].role == TableRole::tasks) first = std::min(first, notice.places[i].line);
  return first;
}

}  // namespace

LetterLines letter_lines(const Inspection& notice) {
  LetterLines found{0, notice.lines.size()};
  if (notice.parts.empty() || notice.parts.front().kind != PartKind::letter) return {0, 0};
  const auto all = static_cast<std::uint32_t>(notice.document.source.size());
  if (notice.parts.size() > 1) found.end = first_line_from(notice, first_byte(notice.parts[1], all));
  found.end = std::min(found.end, first_task_table(notice));
  return found;
}

std::size_t line_at(const Inspection& notice, std::uint32_t byte) {
  const std::size_t at = first_line_from(notice, byte);
  return at < notice.lines.size() && notice.lines[at].source.begin <= byte ? at : notice.lines.size();
}

Span span_in(const Inspection& notice, const Line& line, std::size_t begin, std::size_t end) {
  const Range all = notice.folded.to_folded(line.source);
  return {notice.folded.to_source({all.begin + static_cast<std::uint32_t>(begin), all.begin + static_cast<std::uint32_t>(end)}), {}};
}

Span title_line(const Inspection& notice) {
  const Span& title = notice.metadata.title.span;
  const std::size_t at = line_at(notice, title.bytes.begin);
  if (at == notice.lines.size() || notice.lines[at].is_table()) return title;
  return {{title.bytes.begin, std::min(title.bytes.end, notice.lines[at].source.end)}, title.cell};
}

std::size_t undated_signature(const Inspection& notice) {
  const LetterLines letter = letter_lines(notice);
  for (std::size_t i = letter.end; i > letter.begin; --i) {
    const Line& line = notice.lines[i - 1];
    if (line.is_table()) break;
    if (line.owner == Owner::metadata || line.owner == Owner::furniture || may_be_caption(line, notice.grammar)) continue;
    return line.owner == Owner::paragraph && is_office_line(line.text, notice.grammar) ? i - 1 : notice.lines.size();
  }
  return notice.lines.size();
}

bool shows_field(const Inspection& notice, std::string_view element) {
  constexpr std::size_t kTop = 60;   // lines
  for (std::size_t i = 0; i < std::min(notice.lines.size(), kTop); ++i) {
    const Line& line = notice.lines[i];
    if (line.owner == Owner::heading) break;
    if (line.owner == Owner::paragraph) continue;
    if (find_element(notice.folded.view(line.source), element, notice.grammar)) return true;
  }
  return false;
}

}  // namespace gongwen::checks
