#pragma once
// The best layout of a run of cells on a table's columns, by dynamic programming over cells × columns: what a column's
// values look like, the order of columns, serial numbers, cells left out or broken over lines.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <gongwen/text.hpp>

#include "extract/cell_shapes.hpp"
#include "extract/columns.hpp"

namespace gongwen::recovery {

/// What the text's layout says of the place before a piece.
enum class Join : std::uint8_t {
  line,      ///< a line of its own: a new cell, a new row, or more of the cell before
  cell,      ///< a new cell of the same row; or a separator inside a value
  soft_row,  ///< a new line in a layout of one row a line: a new row, or more of the cell before
  row,       ///< a new row
  glued,     ///< more of the cell before
};

/// What stands in a cell, or in one line of it.
struct Piece {
  std::vector<Range> lines;          ///< source; none: a cell that the layout shows to be empty
  std::string_view words;            ///< its folded text, where it is one line
  CellShape shape;
  CellShape joined;                  ///< of the piece before and this one together, where both are short
  Join before = Join::line;
  std::uint8_t empties = 0;          ///< cells before it that the layout may show to be empty (blank lines)
  std::int8_t column = -1;           ///< known from the layout; -1: not known
  bool doubtful = false;             ///< its row may end elsewhere
  bool alone = false;                ///< the only one of its row
  bool out_of_order = false;         ///< a chapter's label that is not the first, nor goes on one above it
  bool far = false;                  ///< after a gap much wider than the usual one
  bool in_series = false;            ///< a number that goes on the series before it
  std::uint32_t line = 0;            ///< index of its line
};

struct Place {
  enum class Kind : std::uint8_t { cell, more, section, section_more, out };
  Kind kind = Kind::out;
  std::uint8_t column = 0;
  bool new_row = false;
  float margin = 0;                  ///< by how much the next best layout of the whole is worse if this piece stands elsewhere
};

struct Alignment {
  std::vector<Place> places;         ///< one a piece; from the first `out` on all are out
  float cost = 0;
  float inside = 0;                  ///< of the pieces that are not out
};

class Habits;

struct AlignOptions {
  bool shows_empty = false;          ///< the layout shows empty cells, so that only cells at a row's end can be missing
  bool to_end = false;               ///< the pieces reach the end of the file: the last row may be cut off
  std::uint64_t unit_columns = 0;    ///< a bit a column: an extra one may hold units, by its name
  const Habits* habits = nullptr;    ///< what the columns are seen to hold, from an earlier layout (habits.hpp)
};

inline constexpr std::size_t kMostColumns = 40;
inline constexpr float kUnitShare = 0.6F;   ///< share of a list's items from which it looks like one of units

/// `columns` are at most kMostColumns. Linear in the pieces.
[[nodiscard]] Alignment align(std::span<const Piece> pieces, std::span<const ColumnField> columns, const AlignOptions& options);

}  // namespace gongwen::recovery
