#pragma once
// The lines of a text file as a page shows them: how far each reaches, how it ends, and what a page put between them.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen::wrapped {

/// What a width is counted in.
enum class Measure : std::uint8_t { points, columns };   // code points; columns of a terminal, two for a Chinese character

struct Width {
  std::uint32_t points = 0, columns = 0;
  [[nodiscard]] std::uint32_t in(Measure measure) const noexcept { return measure == Measure::points ? points : columns; }
};

struct PageLine {
  std::uint32_t block = 0;       ///< of Document::blocks
  Range ink;                     ///< without white space at its ends
  std::uint32_t blank = 0;       ///< blank lines above
  std::uint32_t indent = 0;      ///< columns of white space before the ink
  Width width;                   ///< from the line's beginning to the end of its ink
  Width unit;                    ///< of what of its beginning no page breaks: a Latin word, a character and the marks behind it
  char32_t first = 0, last = 0;  ///< of its ink
  bool prose = false;            ///< no cells beside one another, nothing drawn
  bool stops = false;            ///< ends with a sentence, or a part of one: 。；：
  bool marked = false;           ///< a mark of punctuation stands in it or at its end
  bool page = false;             ///< a page number, or a line that each page repeats
  std::int8_t depth = 0;         ///< brackets and quotation marks that it opens, less those that it closes

};

[[nodiscard]] std::vector<PageLine> read_page_lines(const Document& document);

/// Marks the numbers, heads and feet of pages.
void mark_page_lines(std::vector<PageLine>& lines, const Folded& folded, const Grammar& grammar);

/// A character that no page puts at the beginning of a line, and one that none puts at its end.
[[nodiscard]] bool closes(char32_t c) noexcept;
[[nodiscard]] bool opens(char32_t c) noexcept;

}  // namespace gongwen::wrapped
