#pragma once
// Where a text assigns work: brackets such as （县教育局牵头，县财政局配合） and lines such as 责任单位：县教育局.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

/// An annotation in a folded text, in bytes of it: all of it, and what stands between its brackets.
struct AssignmentPlace {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t inner_begin = 0, inner_end = 0;
};

/// The annotations in brackets, in order.
[[nodiscard]] std::vector<AssignmentPlace> find_assignments(std::string_view text, const Grammar& grammar);

/// Whether a whole line is a label with its value: 责任单位：…; 责任人：… only where `after_label_line`.
[[nodiscard]] bool is_label_line(std::string_view text, bool after_label_line, const Grammar& grammar);

/// The forms by which what stands between two brackets assigns work; empty where it does not.
[[nodiscard]] std::vector<GrammarUse> assignment_uses(std::string_view inner, const Grammar& grammar);

/// The first rule that the notice states (排在第一位的为牵头单位).
[[nodiscard]] std::optional<GrammarMatch> first_leads_rule(std::string_view text, const Grammar& grammar);
/// Where the first rule that the notice states begins (排在第一位的为牵头单位), or npos.
[[nodiscard]] std::size_t find_first_leads_rule(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
