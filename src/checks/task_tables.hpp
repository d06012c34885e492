#pragma once
// The task tables of a notice as checks look at them: the grid with its header, and the record of each row.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "checks/check.hpp"
#include "extract/grid.hpp"
#include "extract/table_header.hpp"

namespace gongwen::checks {

struct TaskTable {
  std::uint32_t number = 0;             ///< of the table in the notice, from 1
  const TableSummary& summary;
  const TablePlace& place;
  Grid grid;
  TableHeader header;
  std::vector<const Task*> records;     ///< beside the rows of the grid; null: none was made of it

  /// Whether the row has text under a column of that field.
  [[nodiscard]] bool is_filled(std::uint32_t row, ColumnField field) const;
  /// Whether text under such a column begins in this row, and is not merged from above.
  [[nodiscard]] bool begins(std::uint32_t row, ColumnField field) const;
  /// Whether the row repeats the header, as on a new page.
  [[nodiscard]] bool is_header_again(std::uint32_t row) const;
  /// Where its first text stands that is not merged from above.
  [[nodiscard]] const Cell* first_text(std::uint32_t row) const;
  [[nodiscard]] Span span_of(const Cell& cell) const;
};

/// Those whose header stands in a row. Linear in the tables' text.
[[nodiscard]] std::vector<TaskTable> task_tables(const Inspection& inspection);

/// Whether what `some` of `all` rows lack is missing by an oversight: where many lack it, that is how the table is made.
[[nodiscard]] constexpr bool is_oversight(std::size_t some, std::size_t all) noexcept { return some > 0 && all >= 3 && (some == 1 || some * 5 <= all); }

}  // namespace gongwen::checks
