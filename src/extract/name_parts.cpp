// Characters and beginnings that tell names apart.
#include "extract/name_parts.hpp"

#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen::names {

bool is_open(char32_t c) noexcept { return c == U'〈' || c == '<' || c == U'（' || c == '(' || c == U'〔' || c == '[' || c == U'【' || c == U'《' || c == U'“'; }
bool is_close(char32_t c) noexcept { return c == U'〉' || c == '>' || c == U'）' || c == ')' || c == U'〕' || c == ']' || c == U'】' || c == U'》' || c == U'”'; }

bool is_collective(std::string_view name, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::unit_word].match_at(name, 0);
  return (match && match->entry->attribute("use") == "collective") || name.find("各") != name.npos;
}

bool is_latin_space(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && static_cast<unsigned char>(text[at - 1]) < 0x80 && static_cast<unsigned char>(text[at + 1]) < 0x80;
}

std::size_t item_number_end(std::string_view text) {
  std::size_t at = text.starts_with("（") ? std::string_view("（").size() : 0;
  const std::size_t digits = at;
  while (at < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[at])) && at < digits + 2) ++at;
  if (at == digits) return 0;
  for (const std::string_view mark : {"）", ".", "．", "、"})
    if (text.substr(at).starts_with(mark) && (digits == 0 || mark == "）")) {
      const bool decimal = mark == "." && at + 1 < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[at + 1]));
      return decimal ? 0 : at + mark.size();
    }
  return 0;
}

}  // namespace gongwen::names
