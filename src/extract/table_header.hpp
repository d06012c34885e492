#pragma once
// Which rows of a table are its header, and what each column is.
#include <optional>
#include <string>
#include <vector>

#include "extract/columns.hpp"
#include "extract/grid.hpp"

namespace gongwen {

struct TableHeader {
  struct Column {
    std::string header;
    ColumnField field = ColumnField::unknown;
  };
  std::uint32_t first = 0, end = 0;      ///< its rows, half open
  std::vector<Column> columns;           ///< one a grid column; task is set for exactly one

  [[nodiscard]] bool has(ColumnField field) const noexcept;
};

/// The header of a task table: a task column and a unit or deadline column, named in one row or in two. Nothing for any
/// other table.
[[nodiscard]] std::optional<TableHeader> find_header(const Grid& grid, const Grammar& grammar);

/// A small table that names its fields in the first column, one a row, as one that names them in its first row. Nothing for
/// any other table.
[[nodiscard]] std::optional<Table> turned(const Table& table, const Grid& grid, const Grammar& grammar);

}  // namespace gongwen
