#pragma once
// Where the cells of a table stand: rows of w:tc with spans and vertical merges become cells on one grid.
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include <gongwen/document.hpp>

namespace gongwen::docx {

enum class VerticalMerge : std::uint8_t { none, restart, cont };

/// Lays out a table row by row, cell by cell, in reading order; linear in the number of cells.
class TableGrid {
 public:
  /// A new row that begins after `before` empty grid columns.
  void begin_row(std::uint32_t before);
  /// The index of the new cell in `cells`; nothing if it only continues the cell above.
  std::optional<std::size_t> place(std::uint32_t span, VerticalMerge merge);
  /// The cell goes on to the right (the older w:hMerge).
  void widen_last(std::uint32_t span);
  std::vector<Cell> cells;

  /// The table as the reader sees it. `widths` are the grid columns' widths in twentieths of a point, as far as
  /// declared. Grid lines that no cell ends at vanish, and so do those that stand closer to another than a character is
  /// wide.
  [[nodiscard]] Table finish(const std::vector<std::int64_t>& widths) &&;

 private:
  struct Open {
    std::size_t cell;
    std::uint32_t row;  ///< the last row that it covers
  };
  std::uint32_t rows_ = 0, columns_ = 0, column_ = 0;
  std::optional<std::size_t> last_;
  std::unordered_map<std::uint32_t, Open> open_;  ///< vertically merged cells by their first column
};

}  // namespace gongwen::docx
