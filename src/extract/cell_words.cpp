// The words of a cell become what they say of it: verbs, notes and sums by cells.toml; a list's items become units by the
// endings of their names, without what is said of their duty.
#include "extract/cell_words.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::decode;

constexpr std::size_t kLongestUnit = 30;       // code points of one item of a unit list
constexpr std::size_t kEnding = 24;            // bytes, at the end of an item, in which its ending begins

constexpr std::u32string_view kOpeners = U"（〔【《“(［[「『";
constexpr std::u32string_view kClosers = U"）〕】》”)］]」』";
constexpr std::u32string_view kSeparators = U"、，；,;/／ \t\n　\u2002\u00A0";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// The longest match of `table` that ends where the text does.
std::optional<GrammarMatch> match_end(const GrammarTable& table, std::string_view text) {
  for (std::size_t at = text.size() > kEnding ? text.size() - kEnding : 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    const auto match = table.match_at(text, at);
    if (match && match->end == text.size()) return match;
  }
  return std::nullopt;
}

// What brackets at the end of a unit's name hold does not matter: 教育局（牵头）.
std::string_view without_bracket(std::string_view item) {
  if (!item.ends_with("）")) return item;
  const std::size_t open = item.rfind("（");
  return open == std::string_view::npos || open == 0 ? item : item.substr(0, open);
}

// 教育局牵头 is 教育局.
std::string_view without_duty(std::string_view item, const Grammar& grammar) {
  for (int round = 0; round < 3; ++round) {
    if (item.ends_with("。")) item.remove_suffix(std::string_view("。").size());
    if (item.ends_with("等")) item.remove_suffix(std::string_view("等").size());
    const auto duty = match_end(grammar.tables()[GrammarKind::duty], item);
    if (!duty || duty->begin == 0) break;
    item = item.substr(0, duty->begin);
  }
  return item;
}

// 办, 台 and 会 at the end of other words than the name of an office: 督办, 平台.
bool ends_like_no_office(std::string_view item, const Grammar& grammar) {
  const auto word = match_end(grammar.tables()[GrammarKind::cell_word], item);
  return word && (word->entry->attribute("use") == "no-office" || word->entry->attribute("use") == "verb");
}

bool is_verb(CellOpening opening) { return opening == CellOpening::verb || opening == CellOpening::ongoing; }

bool is_unit(std::string_view item, const Grammar& grammar) {
  item = text::trim(without_bracket(text::trim(without_duty(text::trim(item), grammar))));
  if (item.empty() || text::count_code_points(item) > kLongestUnit) return false;
  const auto word = grammar.tables()[GrammarKind::unit_word].match_whole(item);
  if (word && word->entry->attribute("use") == "same") return true;
  if (is_verb(read_opening(item, grammar)) || ends_like_no_office(item, grammar)) return false;
  return match_end(grammar.tables()[GrammarKind::unit_ending], item).has_value();
}

}  // namespace

CellOpening read_opening(std::string_view text, const Grammar& grammar) {
  const auto word = grammar.tables()[GrammarKind::cell_word].match_at(text, 0);
  if (!word) return CellOpening::none;
  const std::string_view use = word->entry->attribute("use");
  return use == "verb" ? CellOpening::verb : use == "ongoing" ? CellOpening::ongoing : use == "aim" ? CellOpening::aim
       : use == "note" ? CellOpening::note : CellOpening::none;
}

bool is_total(std::string_view text, const Grammar& grammar) {
  const auto word = grammar.tables()[GrammarKind::cell_word].match_whole(text);
  return word && word->entry->attribute("use") == "total";
}

float share_of_units(std::string_view text, const Grammar& grammar) {
  std::uint32_t items = 0, units = 0;
  std::size_t begin = 0;
  int depth = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view item = text::trim(text.substr(begin, end - begin));
    if (item.empty()) return;
    ++items;
    units += is_unit(item, grammar);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    if (in(kOpeners, value)) ++depth;
    if (in(kClosers, value)) depth = std::max(0, depth - 1);
    if (depth == 0 && in(kSeparators, value)) {
      close(at);
      begin = at + size;
    }
    at += size;
  }
  close(text.size());
  return items == 0 ? 0.0F : static_cast<float>(units) / static_cast<float>(items);
}

}  // namespace gongwen
