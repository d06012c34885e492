#pragma once
// A row of cells side by side: the lines that it stands on become its cells.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

struct RowCell {
  std::vector<Range> lines;          ///< none: the cell is empty
  std::int8_t column = -1;           ///< known from where it stands; -1: not known
};

struct LineRow {
  std::vector<RowCell> cells;
  std::size_t end = 0;               ///< one past its last line
  bool doubtful = false;             ///< the line under it could as well be more of it, or its last line a row of its own
  bool whole = false;                ///< as many cells as columns, or one that is a section row
};

/// Whether cells parted so may stand in quotes.
[[nodiscard]] constexpr bool is_quoting(Split split) { return split == Split::tab || split == Split::comma || split == Split::semicolon; }

/// The row of cells parted by `split`, a tab, comma or semicolon, that begins at line `at`. A cell in quotes may hold
/// separators and line breaks.
[[nodiscard]] LineRow read_separated(const Context& context, std::size_t at, Split split);

/// Reads the rows of a table whose header says how cells stand on a line (Header::split, not none).
class RowReader {
 public:
  RowReader(const Context& context, const Header& header) : context_(context), header_(header) {}

  /// The row that begins at line `at`, which is not blank: with the lines that a quoted cell goes on over, or those on
  /// which wrapped cells go on.
  [[nodiscard]] LineRow read(std::size_t at);

 private:
  [[nodiscard]] LineRow read_line(std::size_t at);
  [[nodiscard]] LineRow read_wrapped(std::size_t at);
  [[nodiscard]] std::vector<Range> split(const Line& line) const;
  bool place(const Line& line, const std::vector<Range>& cells, LineRow& row);
  [[nodiscard]] bool is_section(const Line& line, const std::vector<Range>& cells);
  [[nodiscard]] int column_under(const Line& line, Range cell);
  [[nodiscard]] bool opens_wrapped(const LineRow& row);
  [[nodiscard]] bool is_header(const Line& line) const;
  [[nodiscard]] bool is_section(const LineRow& row);
  [[nodiscard]] bool opens_section(const LineRow& row) const;
  enum class Full : std::uint8_t { no, perhaps, yes };
  [[nodiscard]] std::size_t unbroken(Range line) const;
  [[nodiscard]] Full fullness(Range above, Range below, std::size_t column) const;
  [[nodiscard]] std::string whole_below(const LineRow& next, std::size_t column);
  [[nodiscard]] float flows(Range above, Range below, std::string_view whole, std::size_t column) const;
  [[nodiscard]] float flows_units(std::string_view above, std::string_view whole, bool full) const;
  [[nodiscard]] bool counts_groups() const;
  [[nodiscard]] float how_far_on(const LineRow& row, const LineRow& next);
  void measure();
  void find_starts();

  const Context& context_;
  const Header& header_;
  std::vector<std::size_t> starts_;     // where the names of the columns begin, in columns of a terminal
  std::vector<std::size_t> widths_;     // of the widest line in each column
};

}  // namespace gongwen::recovery
