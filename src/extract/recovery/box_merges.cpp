// The cells of a drawn task table become those that its reader sees: header names over others, section rows, values that hold
// for the rows under them.
#include "extract/recovery/box_merges.hpp"

#include <algorithm>
#include <string>
#include <set>

#include "extract/cell_shapes.hpp"
#include "extract/recovery/lone_rows.hpp"
#include "extract/recovery/recovered_table.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

// The cells of a row, by column; empty where one is missing or covers more than its own place.
std::vector<std::size_t> plain_row(const Table& table, std::uint32_t row) {
  std::vector<std::size_t> cells(table.columns, kNoCell);
  for (std::size_t i = 0; i < table.cells.size() && table.cells[i].row <= row; ++i) {
    const Cell& cell = table.cells[i];
    if (cell.row + cell.row_span <= row) continue;
    if (cell.row != row || cell.row_span > 1 || cell.column_span > 1) return {};
    cells[cell.column] = i;
  }
  return std::count(cells.begin(), cells.end(), kNoCell) == 0 ? cells : std::vector<std::size_t>{};
}

// How many rows over the header are one cell each.
std::uint32_t captions(const Table& table) {
  std::uint32_t rows = 0;
  for (const Cell& cell : table.cells)
    if (cell.row == rows && cell.row + 1 < table.rows && cell.column_span == table.columns && cell.row_span == 1) ++rows;
  return rows;
}

// A second row of names under empty places of the first: what stands over no name covers both rows, what stands over
// names also covers the empty places beside it.
void merge_header(const Context& context, Table& table, std::uint32_t top) {
  const std::vector<std::size_t> upper = plain_row(table, top), lower = plain_row(table, top + 1);
  if (upper.empty() || lower.empty()) return;
  const auto filled = [&](std::size_t cell) { return !table.cells[cell].lines.empty(); };
  std::size_t names = 0, gaps = 0;
  for (std::size_t c = 0; c < upper.size(); ++c) {
    if (!filled(lower[c])) continue;
    ++names;
    gaps += !filled(upper[c]);
    if (read_header(compact_text(context, table.cells[lower[c]].lines), context.grammar).field == ColumnField::unknown) return;
  }
  if (names < 2 || gaps == 0 || !filled(upper[0])) return;
  std::set<std::size_t> gone;
  for (std::size_t c = 0; c < upper.size(); ++c) {
    if (!filled(upper[c])) continue;
    Cell& cell = table.cells[upper[c]];
    if (!filled(lower[c])) {
      cell.row_span = 2;
      gone.insert(lower[c]);
      continue;
    }
    for (std::size_t next = c + 1; next < upper.size() && !filled(upper[next]) && filled(lower[next]); ++next) {
      ++cell.column_span;
      gone.insert(upper[next]);
    }
  }
  std::vector<Cell> kept;
  for (std::size_t i = 0; i < table.cells.size(); ++i)
    if (!gone.contains(i)) kept.push_back(std::move(table.cells[i]));
  table.cells = std::move(kept);
}

// A row with text in its first cell only, which may be a section's: that cell covers the row.
void widen_sections(const Context& context, Table& table, std::span<const HeaderReading> columns, std::vector<Diagnostic>& diagnostics) {
  std::vector<ColumnField> fields;
  for (const HeaderReading& reading : columns) fields.push_back(reading.field);
  std::vector<std::size_t> filled(table.rows, 0), tall(table.rows, 0);
  for (const Cell& cell : table.cells) {
    filled[cell.row] += !cell.lines.empty();
    for (std::uint32_t row = cell.row; row < cell.row + cell.row_span && cell.row_span > 1; ++row) ++tall[row];
  }
  for (const Cell& cell : table.cells)   // where cells are seen to span columns, sections do
    if (cell.row >= table.header_rows && cell.column_span > 1) return;
  std::vector<bool> section(table.rows, false);
  LoneRows lone;
  for (Cell& cell : table.cells) {
    if (cell.row < table.header_rows || cell.column > 0 || cell.lines.empty() || filled[cell.row] > 1 || tall[cell.row] > 0) continue;
    const CellShape shape = read_shape(compact_text(context, cell.lines), context.grammar);
    if (shape.is_number || !may_be_section(fields, shape)) continue;
    section[cell.row] = true;
    const std::string text = compact_text(context, cell.lines);
    if (lone.add(text, shape, cell.row == table.header_rows) && fields[0] == ColumnField::task)
      diagnostics.push_back(diagnose("table-row-ambiguous", Span{cover(cell.lines.front(), cell.lines.back()), {}}, {shortened(text)}));
    cell.column_span = table.columns;
  }
  std::erase_if(table.cells, [&](const Cell& cell) { return section[cell.row] && cell.column > 0; });
}

// Rows with a number in Chinese digits among Arabic ones, and with neither units nor a deadline.
std::set<std::uint32_t> section_rows(const Context& context, const Table& table, std::span<const HeaderReading> columns) {
  std::set<std::uint32_t> han, assigned;
  bool arabic = false;
  for (const Cell& cell : table.cells) {
    if (cell.lines.empty() || cell.row < table.header_rows) continue;
    const ColumnField field = columns[cell.column].field;
    if (is_units(field) || field == ColumnField::deadline) assigned.insert(cell.row);
    if (field != ColumnField::number) continue;
    const std::string number = compact_text(context, cell.lines);
    arabic = arabic || is_arabic_serial(number);
    if (is_han_serial(number)) han.insert(cell.row);
  }
  if (!arabic) return {};
  std::erase_if(han, [&](std::uint32_t row) { return assigned.contains(row); });
  return han;
}

}  // namespace

void merge_cells(const Context& context, Table& table, std::vector<Diagnostic>& diagnostics) {
  const std::uint32_t top = captions(table);
  merge_header(context, table, top);
  std::vector<HeaderReading> readings(table.columns);
  std::uint32_t header_rows = top + 1;
  for (const Cell& cell : table.cells)
    if (cell.row == top) header_rows = std::max(header_rows, cell.column_span < table.columns ? top + cell.row_span : top + 1);
  for (const Cell& cell : table.cells) {
    if (cell.row < top || cell.row >= header_rows) continue;
    const HeaderReading reading = read_header(compact_text(context, cell.lines), context.grammar);
    for (std::uint32_t c = cell.column; c < cell.column + cell.column_span && c < table.columns; ++c) readings[c] = reading;
  }
  settle_fields(readings);
  if (!names_tasks(readings)) return;
  table.header_rows = header_rows;
  widen_sections(context, table, readings, diagnostics);
  const std::set<std::uint32_t> heads = section_rows(context, table, readings);
  std::vector<std::size_t> above(table.columns, static_cast<std::size_t>(-1));
  std::vector<Cell> kept;
  for (Cell& cell : table.cells) {
    const ColumnField field = readings[cell.column].field;
    const bool open = field == ColumnField::group || field == ColumnField::number || field == ColumnField::lead;
    const bool section = cell.column_span == table.columns || heads.contains(cell.row);
    Cell* upper = above[cell.column] < kept.size() ? &kept[above[cell.column]] : nullptr;
    const bool touches = upper != nullptr && upper->row + upper->row_span == cell.row && upper->column_span == cell.column_span;
    if (cell.row >= header_rows && cell.lines.empty() && open && !section && touches) {
      upper->row_span += cell.row_span;
      continue;
    }
    if (section) std::fill(above.begin(), above.end(), static_cast<std::size_t>(-1));
    else if (cell.row >= header_rows && !cell.lines.empty()) above[cell.column] = kept.size();
    kept.push_back(std::move(cell));
  }
  table.cells = std::move(kept);
}

}  // namespace gongwen::recovery
