// Lines between the headings of a part to diagnostics: those with an outline level, and those that look as two or more of the
// labelled headings around them look and as the text does not.
#include "segment/unlabelled.hpp"

#include <map>
#include <string>

#include "text/utf8.hpp"

namespace gongwen {
namespace {

bool may_be_title(std::string_view text) {
  constexpr std::size_t kLongest = 40;   // code points, as for a title behind a label
  if (text::count_code_points(text) > kLongest) return false;
  for (const std::string_view mark : {"。", "；", "：", "，", "、", "！", "？"})
    if (text.ends_with(mark)) return false;
  for (const std::string_view word : {"（", "附", "表", "图", "注", "—", "-"})
    if (text.starts_with(word)) return false;
  return true;
}

}  // namespace

void report_unlabelled(const Lines& lines, std::size_t begin, std::size_t end, const std::vector<Heading>& headings,
                       const Layout& layout, std::vector<Diagnostic>& diagnostics) {
  struct Reach {
    std::size_t first, last;   // lines
  };
  std::map<std::uint32_t, Reach> looks;
  for (const Heading& heading : headings) {
    const auto [at, is_new] = looks.try_emplace(Layout::look(lines[heading.line]), Reach{heading.line, heading.line});
    if (!is_new) at->second.last = heading.line;
  }
  auto next = headings.begin();
  for (std::size_t i = begin; i < end; ++i) {
    if (next != headings.end() && next->line == i) {
      if (next->label.end == next->text.size()) ++i;   // its title is the next line
      ++next;
      continue;
    }
    const Line& line = lines[i];
    if (!line.is_free() || line.paragraph->role != ParagraphRole::body || !may_be_title(line.text)) continue;
    const auto alike = looks.find(Layout::look(line));
    const bool among = layout.stands_out(line) && alike != looks.end() && alike->second.first < i && i < alike->second.last;
    if (line.paragraph->outline_level < 0 && !among) continue;
    diagnostics.push_back(diagnose("heading-without-label", {line.source, {}}, {std::string(line.text)}));
  }
}

}  // namespace gongwen
