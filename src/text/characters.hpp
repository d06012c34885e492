#pragma once
// Classes of characters that the stages ask for, from ICU's properties (Unicode Standard Annexes 11 and 44).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongwen::text {

enum class CharClass : std::uint8_t {
  other,      ///< Latin, Greek, symbols, …
  space,      ///< White_Space, but for line breaks
  line_end,   ///< LF, CR, U+2028, U+2029
  dropped,    ///< control characters and Default_Ignorable_Code_Point: no ink, no width
  wide_alnum, ///< full-width digits and Latin letters
  chinese,    ///< Han, Chinese punctuation, full-width forms, quotation marks and dashes
};

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;   ///< bytes
};

/// The code point at `position`, which is in range. Bytes that are no UTF-8 count as one character each (U+FFFD).
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t position) noexcept;
/// The code point that ends before `position`, which is not 0.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t position) noexcept;
void append(std::string& out, char32_t code_point);

[[nodiscard]] CharClass char_class(char32_t code_point) noexcept;
[[nodiscard]] bool is_han(char32_t code_point) noexcept;
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// `text` without white space of any kind at its ends; what stays is a part of `text`.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace gongwen::text
