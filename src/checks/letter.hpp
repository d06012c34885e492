#pragma once
// Where the letter of a notice stands among its lines, and what closes it.
#include <cstddef>
#include <optional>
#include <string_view>

#include "checks/check.hpp"
#include "text/numerals.hpp"

namespace gongwen::checks {

/// Line indices of the letter, its head included; up to the document that it issues, or the first attachment.
struct LetterLines {
  std::size_t begin = 0, end = 0;
};
[[nodiscard]] LetterLines letter_lines(const Inspection& notice);

/// The line that holds a byte of the source; the number of lines if none does.
[[nodiscard]] std::size_t line_at(const Inspection& notice, std::uint32_t byte);

/// The span of a part of a line's folded text.
[[nodiscard]] Span span_in(const Inspection& notice, const Line& line, std::size_t begin, std::size_t end);

/// The first line of the title; its head, where a title over several lines is pointed at.
[[nodiscard]] Span title_line(const Inspection& notice);

/// The last line of the letter that is an office's name and nothing else, where only fixed lines follow it: a signature that
/// no date follows. The number of lines if there is none.
[[nodiscard]] std::size_t undated_signature(const Inspection& notice);

/// Whether the top of the text has a field of this element, as the table of a web page has: 发文字号：….
[[nodiscard]] bool shows_field(const Inspection& notice, std::string_view element);

}  // namespace gongwen::checks
