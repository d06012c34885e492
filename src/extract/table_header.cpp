// The first rows of a grid to the fields of its columns.
#include "extract/table_header.hpp"

#include <algorithm>
#include <utility>

#include "extract/cell_shapes.hpp"

namespace gongwen {
namespace {

constexpr std::uint32_t kDeepest = 6;   // rows above a header: captions, notes

constexpr std::uint32_t kMostTurned = 20;  // rows and columns of a table that names its fields in the first column
constexpr std::uint32_t kMeasured = 50;   // rows by which columns are measured

// Characters of the cells under row `row`, by column.
std::vector<std::size_t> measure(const Grid& grid, std::uint32_t row) {
  std::vector<std::size_t> widths(grid.columns(), 0);
  for (std::uint32_t at = row + 1; at < std::min(grid.rows(), row + kMeasured); ++at)
    for (std::uint32_t column = 0; column < grid.columns() && grid.full_row(at) == nullptr; ++column)
      widths[column] += grid.text(at, column).size();
  return widths;
}

struct NamedRow {
  TableHeader header;
  std::vector<HeaderReading> readings;
};

// A column without a name that holds serial numbers only.
bool is_numbers(const Grid& grid, std::uint32_t row, std::uint32_t column) {
  std::size_t numbers = 0;
  for (std::uint32_t at = row + 1; at < std::min(grid.rows(), row + kMeasured); ++at) {
    if (grid.full_row(at) != nullptr || grid.text(at, column).empty()) continue;
    if (!read_serial(grid.text(at, column))) return false;
    ++numbers;
  }
  return numbers > 0;
}

bool settle(NamedRow& named, const Grid& grid, std::uint32_t row) {
  for (std::uint32_t i = 0; i < grid.columns(); ++i)
    if (named.header.columns[i].header.empty() && is_numbers(grid, row, i)) named.readings[i].field = ColumnField::number;
  settle_fields(named.readings, measure(grid, row));
  if (!names_tasks(named.readings)) return false;
  for (std::size_t i = 0; i < named.readings.size(); ++i) named.header.columns[i].field = named.readings[i].field;
  return true;
}

// Columns as `row` names them, where `above` is the row over it (or the same row): the lower name where it is known.
NamedRow name_columns(const Grid& grid, std::uint32_t above, std::uint32_t row, const Grammar& grammar) {
  NamedRow named;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    HeaderReading reading = read_header(grid.text(row, column), grammar);
    std::string text(grid.text(row, column));
    if (reading.field == ColumnField::unknown && above != row) {
      const HeaderReading upper = read_header(grid.text(above, column), grammar);
      if (upper.field != ColumnField::unknown || text.empty()) {
        reading = upper;
        text = grid.text(above, column);
      }
    }
    named.header.columns.push_back({std::move(text), reading.field});
    named.readings.push_back(reading);
  }
  return named;
}

// The row below belongs to the header when every cell that begins in it stands under a wider one and is a name.
bool goes_on(const Grid& grid, std::uint32_t row, const Grammar& grammar) {
  if (row + 1 >= grid.rows()) return false;
  bool any = false;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const Cell* upper = grid.at(row, column);
    const Cell* lower = grid.at(row + 1, column);
    if (lower == nullptr || lower == upper || grid.text(*lower).empty()) continue;
    if (upper == nullptr || upper->column_span < 2 || read_header(grid.text(*lower), grammar).field == ColumnField::unknown) return false;
    any = true;
  }
  return any;
}

}  // namespace

bool TableHeader::has(ColumnField field) const noexcept {
  return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.field == field; });
}

std::optional<TableHeader> find_header(const Grid& grid, const Grammar& grammar) {
  bool first = true;   // further down a header must name its task: rows of a page's fields look like one that does not
  for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepest); ++row) {
    if (grid.full_row(row) != nullptr) continue;
    const bool two = goes_on(grid, row, grammar);
    NamedRow named = name_columns(grid, row, two ? row + 1 : row, grammar);
    const bool names_task = std::any_of(named.readings.begin(), named.readings.end(), [](const HeaderReading& reading) {
      return reading.field == ColumnField::task || reading.field == ColumnField::group;
    });
    if (!std::exchange(first, false) && !names_task) continue;
    if (!settle(named, grid, two ? row + 1 : row)) continue;
    named.header.first = row;
    named.header.end = row + (two ? 2 : 1);
    return std::move(named.header);
  }
  return {};
}

std::optional<Table> turned(const Table& table, const Grid& grid, const Grammar& grammar) {
  if (grid.rows() < 2 || grid.rows() > kMostTurned || grid.columns() < 2 || grid.columns() > kMostTurned) return {};
  std::vector<HeaderReading> names;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    if (grid.full_row(row) != nullptr) return {};
    names.push_back(read_header(grid.text(row, 0), grammar));
    if (names.back().field == ColumnField::unknown) return {};
    for (std::uint32_t column = 1; column < grid.columns(); ++column)
      if (read_header(grid.text(row, column), grammar).field != ColumnField::unknown) return {};
  }
  settle_fields(names);
  if (!names_tasks(names)) return {};
  Table made = table;
  std::swap(made.rows, made.columns);
  made.header_rows = 1;
  for (Cell& cell : made.cells) {
    std::swap(cell.row, cell.column);
    std::swap(cell.row_span, cell.column_span);
  }
  std::stable_sort(made.cells.begin(), made.cells.end(), [](const Cell& a, const Cell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  return made;
}

}  // namespace gongwen
