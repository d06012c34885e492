#pragma once
// A table as a grid: for each row and column the cell that covers it.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/document.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

class Grid {
 public:
  Grid(const Table& table, const Folded& folded);

  [[nodiscard]] std::uint32_t rows() const noexcept { return table_.rows; }
  [[nodiscard]] std::uint32_t columns() const noexcept { return table_.columns; }
  /// The cell that covers a position; null where none does.
  [[nodiscard]] const Cell* at(std::uint32_t row, std::uint32_t column) const noexcept;
  /// Its folded text as one line.
  [[nodiscard]] std::string_view text(const Cell& cell) const noexcept { return passage(cell).text(); }
  [[nodiscard]] std::string_view text(std::uint32_t row, std::uint32_t column) const noexcept;
  [[nodiscard]] const Passage& passage(const Cell& cell) const noexcept;
  /// The only cell of a row that is one cell across all columns, or the only one with text in a row that has no other; null else.
  [[nodiscard]] const Cell* full_row(std::uint32_t row) const noexcept;

 private:
  const Table& table_;
  std::vector<std::int32_t> cells_;      // row-major; -1: none
  std::vector<Passage> texts_;           // beside table_.cells
};

}  // namespace gongwen
