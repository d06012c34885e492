// A table that was cut at the end of a page, and set going again below, becomes one. The second goes on with the first if
// it repeats the first's header; or if it has none, stands on the same grid lines, and its rows go on: the serial number
// counts on, or where there is none or a labelled section opens it, the cells under the task and the units are filled.
#include "extract/table_joins.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "extract/cell_shapes.hpp"
#include "extract/grid.hpp"
#include "extract/table_header.hpp"
#include "segment/labels.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::uint32_t kTolerance = 200;     // twentieths of a point: a character
constexpr std::uint32_t kLongestUnits = 90;   // code points of a cell of units or of a deadline

using Texts = std::vector<std::string>;

Texts texts_of(const Grid& grid, std::uint32_t row) {
  Texts texts;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) texts.push_back(grid.text(row, column));
  return texts;
}

// At least two columns are named: a row that a reader would take for a header again.
bool names_columns(const Texts& row) {
  Texts named = row;
  std::erase(named, std::string());
  std::sort(named.begin(), named.end());
  return std::unique(named.begin(), named.end()) - named.begin() >= 2;
}

bool same_lines(const Table& above, const Table& below) {
  if (above.columns != below.columns || above.edges.empty() || above.edges.size() != below.edges.size()) return false;
  for (std::size_t i = 0; i < above.edges.size(); ++i) {
    const auto [less, more] = std::minmax(above.edges[i], below.edges[i]);
    if (more - less > kTolerance) return false;
  }
  return true;
}

// What the table so far has shown: looked at once, however many tables go on with it.
struct Seam {
  std::optional<TableHeader> header;
  Texts first;                                // its first row that is not one cell
  std::optional<std::uint32_t> last_number;   // in its serial column
};

std::uint32_t first_plain_row(const Grid& grid) {
  std::uint32_t row = 0;
  while (row < grid.rows() && grid.full_row(row) != nullptr) ++row;
  return row;
}

// The column that counts the rows: the one that the header names so, else the first.
std::uint32_t number_column(const Seam& seam) {
  for (std::uint32_t i = 0; seam.header && i < seam.header->columns.size(); ++i)
    if (seam.header->columns[i].field == ColumnField::number) return i;
  return 0;
}

std::optional<std::uint32_t> last_serial(const Grid& grid, std::uint32_t column) {
  for (std::uint32_t row = grid.rows(); row > 0; --row)
    if (grid.full_row(row - 1) == nullptr)
      if (const auto serial = read_serial(grid.text(row - 1, column))) return serial;
  return {};
}

Seam seam_of(const Grid& grid, const Grammar& grammar) {
  Seam seam{find_header(grid, grammar), {}, {}};
  const std::uint32_t first = seam.header ? seam.header->first : first_plain_row(grid);
  if (first < grid.rows()) seam.first = texts_of(grid, first);
  seam.last_number = last_serial(grid, number_column(seam));
  return seam;
}

bool has_header(const Table& table, const Grid& grid, std::uint32_t row, const Grammar& grammar) {
  if (table.header_rows > 0 || find_header(grid, grammar)) return true;
  std::size_t known = 0;
  for (std::uint32_t column = 0; column < grid.columns(); ++column)
    known += read_header(grid.text(row, column), grammar).field != ColumnField::unknown;
  return known >= 2;
}

// A row under the header above: the task is there, and a unit or a deadline, no longer than one is.
bool is_record(const Grid& grid, std::uint32_t row, const TableHeader& header) {
  bool task = false, other = false;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::string& text = grid.text(row, column);
    const ColumnField field = header.columns[column].field;
    if (text.empty()) continue;
    task = task || field == ColumnField::task;
    if (!is_units(field) && field != ColumnField::deadline) continue;
    if (text::count_code_points(text) > kLongestUnits) return false;
    other = true;
  }
  return task && other;
}

bool goes_on(const Table& above, const Seam& seam, const Table& below, const Grid& grid, const Grammar& grammar) {
  const std::uint32_t row = first_plain_row(grid);
  if (row == grid.rows()) return false;
  if (names_columns(seam.first) && texts_of(grid, row) == seam.first) return true;
  if (!same_lines(above, below) || has_header(below, grid, row, grammar)) return false;
  if (!seam.last_number) return seam.header && row == 0 && is_record(grid, row, *seam.header);
  const std::string& number = grid.text(row, number_column(seam));
  if (const auto next = read_serial(number); next && *next == *seam.last_number + 1) return true;
  // A number that covers more rows, or one that begins anew under the next section.
  const bool may_differ = number.empty() || (row > 0 && read_label(grid.text(0, 0), grammar));
  return may_differ && seam.header && is_record(grid, row, *seam.header);
}

void append(Table& above, Table& below) {
  for (Cell& cell : below.cells) cell.row += above.rows;
  std::move(below.cells.begin(), below.cells.end(), std::back_inserter(above.cells));
  std::move(below.nested.begin(), below.nested.end(), std::back_inserter(above.nested));
  above.rows += below.rows;
  above.range.end = below.range.end;
}

}  // namespace

void join_tables(Document& document, const Folded& folded, const Grammar& grammar) {
  std::vector<Block> joined;
  joined.reserve(document.blocks.size());
  std::optional<Seam> seam;   // of the last block of `joined`, once it was asked for
  for (Block& block : document.blocks) {
    auto* const below = std::get_if<Table>(&block);
    auto* const above = joined.empty() ? nullptr : std::get_if<Table>(&joined.back());
    if (below != nullptr && above != nullptr && above->columns == below->columns) {
      if (!seam) seam = seam_of(Grid(*above, folded), grammar);
      const Grid grid(*below, folded);
      if (goes_on(*above, *seam, *below, grid, grammar)) {
        if (const auto last = last_serial(grid, number_column(*seam))) seam->last_number = last;
        append(*above, *below);
        continue;
      }
    }
    seam.reset();
    joined.push_back(std::move(block));
  }
  document.blocks = std::move(joined);
}

}  // namespace gongwen
