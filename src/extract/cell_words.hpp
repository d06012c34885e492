#pragma once
// What the words of a table cell say of it, by the grammar: how it opens, whether its items are named like units.
#include <string_view>

#include <gongwen/grammar.hpp>

namespace gongwen {

/// What a cell's text opens with (`cell_word` of cells.toml).
enum class CellOpening : unsigned char {
  none,
  verb,      ///< 加强, 完善: a task, and never the name of an office
  ongoing,   ///< 持续, 及时: a task or a deadline
  aim,       ///< 保障, 统筹: a task, or the name of an office
  note,      ///< 注：, 联系人：, 填表说明: a line under a table
};
[[nodiscard]] CellOpening read_opening(std::string_view text, const Grammar& grammar);

/// 合计, 小计, 总计（12项）: the row adds up others.
[[nodiscard]] bool is_total(std::string_view text, const Grammar& grammar);

/// The share of a list's items that are named like units.
[[nodiscard]] float share_of_units(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
