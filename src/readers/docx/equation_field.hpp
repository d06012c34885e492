#pragma once
// EQ fields, which have no result: what they draw is in their code.
#include <string>
#include <string_view>

namespace gongwen::docx {

/// What the reader sees of ` EQ \o\ac(○,3) ` (③), of a phonetic guide (its base text), of a fraction (a/b), of any
/// other EQ field (its operands); "" for the code of another field.
[[nodiscard]] std::string equation_text(std::string_view code);

}  // namespace gongwen::docx
