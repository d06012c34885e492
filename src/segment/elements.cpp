// Texts to the elements that they hold.
#include "segment/elements.hpp"

#include "segment/furniture.hpp"

namespace gongwen {

bool is_element(const GrammarMatch& match, std::string_view element) { return match.entry->attribute("element") == element; }

std::string_view searched(std::string_view text) {
  constexpr std::size_t kSearched = 4000;   // bytes
  if (text.size() <= kSearched) return text;
  std::size_t end = kSearched;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

Found find_element(std::string_view text, std::string_view element, const Grammar& grammar) {
  text = searched(text);
  const GrammarTable& table = grammar.tables()[GrammarKind::matter];
  for (auto match = table.find(text, 0); match; match = table.find(text, match->end))
    if (is_element(*match, element)) return {match->begin, match->end};
  return {};
}

bool is_field_line(std::string_view text, const Grammar& grammar) { return is_furniture(text, PagePlace::top, grammar); }

bool is_field_table(std::string_view text, const Grammar& grammar) {
  int fields = 0;
  for (const std::string_view element : {"document_number", "issued_on", "published_on", "issuer", "title"})
    fields += static_cast<bool>(find_element(text, element, grammar));
  return fields > 1 || (fields == 1 && text.find("索引") != text.npos);
}

}  // namespace gongwen
