#pragma once
// A list of units to the pieces that it names, without what says their role.
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/text.hpp>

namespace gongwen {

/// One piece of a list, and whether a clause ends with it (；, a line's end).
struct ListPiece {
  Range place;               ///< bytes of the text given
  bool ends_clause = false;
};

/// The list without the spaces and line breaks that a layout put inside a name; those that stay separate two. `offsets`
/// gets for each byte, and for the end, its place in `text`.
[[nodiscard]] std::string join_broken(std::string_view text, std::vector<std::uint32_t>& offsets, const Grammar& grammar);

/// Splits text[range], of a list that is joined, at 、 ， ； / ① spaces and line breaks, never inside brackets.
[[nodiscard]] std::vector<ListPiece> split_list(std::string_view text, Range range);

/// Puts together what one 各 governs: 各市、州、县人民政府 is one.
[[nodiscard]] std::vector<ListPiece> join_levels(std::string_view text, const std::vector<ListPiece>& pieces, const Grammar& grammar);

/// A name that stands alone: ends as offices do, or is a collective (各镇, 有关部门).
[[nodiscard]] bool is_unit_name(std::string_view name, const Grammar& grammar);

/// Splits a name at 和, 及, 与 where both sides are units: 县教育局和县财政局, but not 党委和政府办公室.
[[nodiscard]] std::vector<Range> split_joined(std::string_view text, Range name, const Grammar& grammar);

/// Splits names that a layout has glued together, where each begins with the same level: 市交通局市体育局各县人民政府.
[[nodiscard]] std::vector<Range> split_glued(std::string_view text, Range name, const Grammar& grammar);

/// The piece without the number of its item, where it is the one that comes next: 2. in 1.县教育局 2.县财政局. Counts `number` on.
[[nodiscard]] Range without_item_number(std::string_view text, Range piece, std::uint32_t& number);

/// The range without white space and stray marks at its ends.
[[nodiscard]] Range trim_name(std::string_view text, Range range);

}  // namespace gongwen
