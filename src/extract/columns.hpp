#pragma once
// What a table header cell names.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

enum class ColumnField : std::uint8_t {
  unknown,      ///< not a header that the grammar knows: extra, or a group column, by where it stands
  number,       ///< 序号
  group,        ///< 目标任务, 改革举措 beside a task column: goes to the path
  task,         ///< 主要内容, 工作任务, 重点任务, …
  lead,         ///< 牵头单位
  responsible,  ///< 责任单位
  supporting,   ///< 配合单位
  deadline,     ///< 完成时限
  extra,        ///< a known column that is none of these: 备注, 联系人, 责任人, 委内牵头处室
};

/// The field of a header cell's folded text; white space and line breaks in it do not matter. `rank` tells how surely a
/// name means the task: 目标 is one only where no better column is named.
struct HeaderReading {
  ColumnField field = ColumnField::unknown;
  int rank = 0;
  GrammarUse by;   ///< the form, and what of the header's compacted text it matched
};
/// Without white space, and with full-width brackets and slashes, whichever way the header was typed.
[[nodiscard]] std::string compact_header(std::string_view header);
[[nodiscard]] HeaderReading read_header(std::string_view header, const Grammar& grammar);

/// Settles which of a header's columns is the task, from left to right: the last task column before the units and
/// deadlines (a mere goal only where nothing better is named), else the surest by rank; where none is named but units
/// are, the widest unknown column left of them. Other task, group and unknown columns are groups left of the task and
/// extra right of it. `widths`: characters of each column's cells, where they are known.
void settle_fields(std::span<HeaderReading> header, std::span<const std::size_t> widths = {});

[[nodiscard]] constexpr bool is_units(ColumnField field) noexcept {
  return field == ColumnField::lead || field == ColumnField::responsible || field == ColumnField::supporting;
}

/// Whether a settled header is that of a task table: a task column, and a unit or deadline column.
[[nodiscard]] bool names_tasks(std::span<const HeaderReading> settled);

}  // namespace gongwen
