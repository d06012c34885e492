#pragma once
// Where a flattened task table begins: lines that name its columns.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <gongwen/document.hpp>

#include "extract/cell_shapes.hpp"
#include "extract/columns.hpp"
#include "extract/recovery/lines.hpp"
#include "normalize/folded.hpp"

namespace gongwen::recovery {

/// What every step of the recovery reads.
struct Context {
  std::string_view source;
  const std::vector<Line>& lines;
  const Folded& folded;
  const Grammar& grammar;
};

struct HeaderCell {
  std::vector<Range> lines;
  std::string text;                         ///< folded, without white space
  HeaderReading reading;
  bool may_hold_units = false;              ///< it ends like the name of an office, 委内牵头处室, or is not known
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
};

struct Header {
  std::vector<HeaderCell> cells;
  std::vector<ColumnField> fields;          ///< one a column
  std::vector<Range> caption;               ///< a row of one cell above it, which is shown to be alone; none if there is none
  std::uint32_t rows = 1;
  std::size_t begin = 0, end = 0;           ///< its lines
  Split split = Split::none;                ///< how cells stand on a line; none: one cell a line
  bool tab_led = false;                     ///< each cell's line begins with a tab
  bool rows_shown = false;                  ///< with tab_led: an empty line separates rows
  bool wrapped = false;                     ///< cells go on over lines of their own row
  std::size_t unknown = 0;                  ///< names in it that may be none, or half of one
  bool framed_left = false;                 ///< with Split::bar: a bar stands at the beginning of each line
  bool framed_right = false;                ///< and at its end
  bool bars = false;                        ///< cells are separated by lines of bars
  bool ended = false;                       ///< each cell ends in a bar, most on lines of their own
  std::uint32_t gap = 0;                    ///< empty lines between the lines of two cells
};

/// The readings, likeliest first, of the lines from `at` on as a task table's header; none if they are no header. Two
/// where a header of two rows could also be one row. Looks at a bounded number of lines.
[[nodiscard]] std::vector<Header> find_headers(const Context& context, std::size_t at);

/// Takes the line above the header as the table's caption, where it shows that it is a row with one cell alone.
void take_caption(const Context& context, Header& header);

/// Whether the only text of a row, in its first cell, can be a section row: a task and nothing else is none.
[[nodiscard]] bool may_be_section(std::span<const ColumnField> columns, const CellShape& shape);

/// A line of bars, dashes and junctions only: the rule of a drawn or Markdown table.
[[nodiscard]] bool is_rule_line(const Context& context, const Line& line);

/// The line of the next cell after `at`, past empty lines and lines of bars; adds their number to `gap`.
[[nodiscard]] std::size_t next_cell(const Context& context, std::size_t at, std::uint32_t& gap);

/// Folded text of several lines, without white space: what a header cell is compared by.
[[nodiscard]] std::string compact_text(const Context& context, const std::vector<Range>& lines);

}  // namespace gongwen::recovery
