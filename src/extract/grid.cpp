// Cells with spans to a matrix of positions.
#include "extract/grid.hpp"

#include <algorithm>

namespace gongwen {

Grid::Grid(const Table& table, const Folded& folded)
    : table_(table), cells_(static_cast<std::size_t>(table.rows) * table.columns, -1) {
  texts_.reserve(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    texts_.emplace_back(folded, cell.lines);
    const std::uint32_t last_row = std::min(cell.row + cell.row_span, table.rows);
    const std::uint32_t last_column = std::min(cell.column + cell.column_span, table.columns);
    for (std::uint32_t row = cell.row; row < last_row; ++row)
      for (std::uint32_t column = cell.column; column < last_column; ++column)
        cells_[static_cast<std::size_t>(row) * table.columns + column] = static_cast<std::int32_t>(i);
  }
}

const Cell* Grid::at(std::uint32_t row, std::uint32_t column) const noexcept {
  const std::int32_t index = cells_[static_cast<std::size_t>(row) * table_.columns + column];
  return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
}

const Passage& Grid::passage(const Cell& cell) const noexcept { return texts_[static_cast<std::size_t>(&cell - table_.cells.data())]; }

std::string_view Grid::text(std::uint32_t row, std::uint32_t column) const noexcept {
  const Cell* cell = at(row, column);
  return cell == nullptr ? std::string_view() : text(*cell);
}

const Cell* Grid::full_row(std::uint32_t row) const noexcept {
  const Cell* found = nullptr;
  for (std::uint32_t column = 0; column < columns(); ++column) {
    const Cell* cell = at(row, column);
    if (cell == nullptr || cell == found || text(*cell).empty()) continue;
    if (found != nullptr) return nullptr;
    found = cell;
  }
  if (found == nullptr || found->column_span < columns() || found->row_span > 1) return nullptr;
  return found;
}

}  // namespace gongwen
