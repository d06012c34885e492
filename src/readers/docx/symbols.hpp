#pragma once
// Characters of symbol fonts (Wingdings, Symbol), which Word stores as private-use code points.
#include <string>
#include <string_view>

namespace gongwen::docx {

/// The text with every private-use character of the font replaced by the Unicode character that looks like it. What is
/// not in the table stays as it is.
[[nodiscard]] std::string symbol_text(std::string_view font, std::string_view text);

/// One character of w:sym, as text.
[[nodiscard]] std::string symbol_character(std::string_view font, char32_t code_point);

}  // namespace gongwen::docx
