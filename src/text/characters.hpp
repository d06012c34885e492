#pragma once
// Classes of characters that the stages ask for, from ICU's properties (Unicode Standard Annexes 11 and 44).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace gongwen::text {

enum class CharClass : std::uint8_t {
  other,      ///< Latin, Greek, symbols, …
  space,      ///< White_Space, but for line breaks
  line_end,   ///< LF, CR, U+2028, U+2029
  dropped,    ///< control characters and Default_Ignorable_Code_Point: no ink, no width
  wide_alnum, ///< full-width digits and Latin letters
  chinese,    ///< Han, Chinese punctuation, full-width forms, quotation marks and dashes
};

[[nodiscard]] CharClass char_class(char32_t code_point) noexcept;

/// `text` without white space of any kind at its ends; what stays is a part of `text`.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace gongwen::text
