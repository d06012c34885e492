// A paragraph's brackets behind its sentences to annotations, where each name in them is a unit's.
#include "extract/unit_brackets.hpp"

#include <algorithm>

#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kOpen = "（", kClose = "）", kStop = "。", kMore = "等";
constexpr std::size_t kLongest = 1200;   // bytes between the brackets

// Where the bracket that opens at `begin` closes; npos if it does not.
std::size_t closing(std::string_view text, std::size_t begin) {
  int depth = 0;
  const std::size_t limit = std::min(text.size(), begin + kLongest);
  for (std::size_t at = begin; at + kClose.size() <= limit; ++at) {
    if (text[at] != kOpen.front()) continue;   // both brackets begin with it
    const std::string_view mark = text.substr(at, kClose.size());
    if (mark == kOpen) ++depth;
    if (mark == kClose && --depth == 0) return at;
  }
  return text.npos;
}

// 县水利局, 各镇: no office but one with its level is told from 试行 where it stands alone.
bool shows_level(std::string_view name, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::unit_word].match_at(name, 0);
  return name.starts_with("各") || (match && match->entry->attribute("use") == "level");
}

bool are_units(std::string_view list, const Grammar& grammar) {
  const auto pieces = join_levels(list, split_list(list, {0, static_cast<std::uint32_t>(list.size())}), grammar);
  if (pieces.empty() || (pieces.size() == 1 && !shows_level(list, grammar))) return false;
  return std::all_of(pieces.begin(), pieces.end(), [&](const ListPiece& piece) {
    const Range place = trim_name(list, piece.place);
    std::string_view name = list.substr(place.begin, place.size());
    if (name.ends_with(kMore)) name.remove_suffix(kMore.size());
    return !name.empty() && is_unit_name(name, grammar);
  });
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {"。", "；", "！", "。”", "！”"};
  return text.empty() || std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view mark) { return text.ends_with(mark); });
}

// A new sentence begins behind the bracket, or nothing.
bool ends_there(std::string_view behind) {
  constexpr std::string_view kGoesOn[] = {"，", "、", "；", "：", "的", "）"};
  if (behind.empty() || behind.starts_with(kStop)) return true;
  return std::none_of(std::begin(kGoesOn), std::end(kGoesOn), [&](std::string_view mark) { return behind.starts_with(mark); });
}

}  // namespace

std::vector<AssignmentPlace> find_unit_brackets(std::string_view text, const Grammar& grammar) {
  std::vector<AssignmentPlace> found;
  for (std::size_t begin = text.find(kOpen); begin != text.npos; begin = text.find(kOpen, begin + kOpen.size())) {
    if (!ends_sentence(text.substr(0, begin))) continue;
    const std::size_t close = closing(text, begin), inner = begin + kOpen.size();
    if (close == text.npos || !ends_there(text.substr(close + kClose.size())) || !are_units(text.substr(inner, close - inner), grammar)) continue;
    found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close + kClose.size()), static_cast<std::uint32_t>(inner),
                     static_cast<std::uint32_t>(close)});
    begin = close;
  }
  return found;
}

}  // namespace gongwen
