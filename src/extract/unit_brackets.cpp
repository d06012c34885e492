// A paragraph's last bracket to an annotation, where each name in it is a unit's.
#include "extract/unit_brackets.hpp"

#include <algorithm>

#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kOpen = "（", kClose = "）", kStop = "。", kMore = "等";
constexpr std::size_t kLongest = 1200;   // bytes between the brackets

// Where the bracket opens that ends with `text`; npos if none does.
std::size_t opening(std::string_view text) {
  int depth = 0;
  for (std::size_t at = text.size(); at >= kOpen.size() && text.size() - at <= kLongest; --at) {
    const std::string_view mark = text.substr(at - kOpen.size(), kOpen.size());
    if (mark == kClose) ++depth;
    if (mark == kOpen && --depth == 0) return at - kOpen.size();
  }
  return text.npos;
}

// 县水利局, 各镇: no office but one with its level is told from 试行 where it stands alone.
bool shows_level(std::string_view name, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::unit_word].match_at(name, 0);
  return name.starts_with("各") || (match && match->entry->attribute("use") == "level");
}

bool are_units(std::string_view list, const Grammar& grammar) {
  if (list.ends_with(kMore)) list.remove_suffix(kMore.size());
  const auto pieces = join_levels(list, split_list(list, {0, static_cast<std::uint32_t>(list.size())}), grammar);
  if (pieces.empty() || (pieces.size() == 1 && !shows_level(list, grammar))) return false;
  return std::all_of(pieces.begin(), pieces.end(), [&](const ListPiece& piece) {
    const Range name = trim_name(list, piece.place);
    return !name.empty() && is_unit_name(list.substr(name.begin, name.size()), grammar);
  });
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {"。", "；", "！", "”"};
  return text.empty() || std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

std::optional<AssignmentPlace> find_unit_bracket(std::string_view text, const Grammar& grammar) {
  if (text.ends_with(kStop)) text.remove_suffix(kStop.size());
  if (!text.ends_with(kClose)) return {};
  const std::size_t begin = opening(text);
  if (begin == text.npos || !ends_sentence(text.substr(0, begin))) return {};
  const std::size_t inner = begin + kOpen.size(), inner_end = text.size() - kClose.size();
  if (!are_units(text.substr(inner, inner_end - inner), grammar)) return {};
  return AssignmentPlace{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(inner),
                         static_cast<std::uint32_t>(inner_end)};
}

}  // namespace gongwen
