// The looks of a document's paragraphs to the one that its text has; what stands out from it is set as a title.
#include "segment/layout.hpp"

#include <algorithm>
#include <map>

namespace gongwen {

Layout::Look Layout::look_of(const Paragraph& paragraph) noexcept {
  return {paragraph.half_points, paragraph.typeface, paragraph.bold};
}

Layout::Layout(const Lines& lines) {
  std::map<Look, std::size_t> bytes;
  for (const Line& line : lines)
    if (line.is_free() && !line.paragraph->centered && line.paragraph->half_points != 0)
      bytes[look_of(*line.paragraph)] += line.text.size();
  const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != bytes.end()) text_ = most->first;
}

bool Layout::is_display(const Line& line) const noexcept {
  if (!line.is_free() || !line.paragraph->centered || text_.half_points == 0) return false;
  const Look look = look_of(*line.paragraph);
  const auto heavy = [](const Look& of) {
    return of.bold || of.typeface == Typeface::hei || of.typeface == Typeface::title_song;
  };
  return look.half_points > text_.half_points || (look.half_points == text_.half_points && heavy(look) && !heavy(text_));
}

bool Layout::stands_out(const Line& line) const noexcept {
  return text_.half_points != 0 && !line.is_table() && line.paragraph->half_points != 0 && look_of(*line.paragraph) != text_;
}

std::uint32_t Layout::look(const Line& line) noexcept {
  const Paragraph& p = *line.paragraph;
  return p.half_points | static_cast<std::uint32_t>(p.typeface) << 16 | (p.bold ? 1U << 24 : 0U) | (p.centered ? 1U << 25 : 0U);
}

std::size_t Layout::display_end(const Lines& lines, std::size_t begin) const noexcept {
  constexpr std::size_t kMostLines = 6;
  std::size_t end = begin;
  while (end < lines.size() && end - begin < kMostLines && is_display(lines[end]) && (end == begin || lines[end].blank_before == 0) &&
         look_of(*lines[end].paragraph) == look_of(*lines[begin].paragraph))
    ++end;
  return end;
}

}  // namespace gongwen
