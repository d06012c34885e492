// The first rows of a grid to the fields of its columns.
#include "extract/table_header.hpp"

#include <algorithm>

namespace gongwen {
namespace {

constexpr std::uint32_t kDeepest = 6;   // rows above a header: captions, notes

bool is_unit(ColumnField field) {
  return field == ColumnField::lead || field == ColumnField::responsible || field == ColumnField::supporting;
}

// The task is the column whose name says so most surely, the rightmost of equals; other such columns are groups to its
// left and extras to its right, as are those that the grammar does not know.
bool settle(TableHeader& header, const std::vector<int>& ranks) {
  std::size_t task = header.columns.size();
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const ColumnField field = header.columns[i].field;
    if (field != ColumnField::task && field != ColumnField::group) continue;
    if (task == header.columns.size() || ranks[i] >= ranks[task]) task = i;
  }
  const bool assigned = std::any_of(header.columns.begin(), header.columns.end(), [](const TableHeader::Column& column) {
    return is_unit(column.field) || column.field == ColumnField::deadline;
  });
  if (task == header.columns.size() || !assigned) return false;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    ColumnField& field = header.columns[i].field;
    if (field == ColumnField::task || field == ColumnField::group || field == ColumnField::unknown)
      field = i == task ? ColumnField::task : i < task ? ColumnField::group : ColumnField::extra;
  }
  header.columns[task].field = ColumnField::task;
  return true;
}

struct NamedRow {
  TableHeader header;
  std::vector<int> ranks;
};

// Columns as `row` names them, where `above` is the row over it (or the same row): the lower name where it is known.
NamedRow name_columns(const Grid& grid, std::uint32_t above, std::uint32_t row, const Grammar& grammar) {
  NamedRow named;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    HeaderReading reading = read_header(grid.text(row, column), grammar);
    std::string text = grid.text(row, column);
    if (reading.field == ColumnField::unknown && above != row) {
      const HeaderReading upper = read_header(grid.text(above, column), grammar);
      if (upper.field != ColumnField::unknown || text.empty()) {
        reading = upper;
        text = grid.text(above, column);
      }
    }
    named.header.columns.push_back({std::move(text), reading.field});
    named.ranks.push_back(reading.rank);
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
  for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepest); ++row) {
    if (grid.full_row(row) != nullptr) continue;
    const bool two = goes_on(grid, row, grammar);
    NamedRow named = name_columns(grid, row, two ? row + 1 : row, grammar);
    if (!settle(named.header, named.ranks)) continue;
    named.header.first = row;
    named.header.end = row + (two ? 2 : 1);
    return std::move(named.header);
  }
  return {};
}

}  // namespace gongwen
