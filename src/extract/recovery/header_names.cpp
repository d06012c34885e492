// Lines become header cells, and rows of header cells a header: what the grammar knows of each name, which places of a first
// row the names of a second one stand under, and what the columns are.
#include "extract/recovery/header_names.hpp"

#include <algorithm>
#include <optional>

#include "extract/cell_words.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kLongestUnknown = 10;     // code points of a header cell that the grammar does not know
constexpr std::size_t kMostColumns = 30;

// The readings of each column: the lowest cell over it.
std::optional<std::vector<ColumnField>> settle(const Header& header, std::size_t columns) {
  std::vector<HeaderReading> readings(columns);
  for (const HeaderCell& cell : header.cells)
    for (std::uint32_t c = cell.column; c < cell.column + cell.column_span && c < columns; ++c) readings[c] = cell.reading;
  settle_fields(readings);
  if (columns > kMostColumns || !names_tasks(readings)) return std::nullopt;
  std::vector<ColumnField> fields;
  fields.reserve(readings.size());
  for (const HeaderReading& reading : readings) fields.push_back(reading.field);
  return fields;
}

}  // namespace

bool is_known(const HeaderCell& cell) { return cell.reading.field != ColumnField::unknown; }

HeaderCell make_cell(const Context& context, std::vector<Range> lines) {
  HeaderCell cell;
  cell.lines = std::move(lines);
  std::erase_if(cell.lines, [](Range range) { return range.empty(); });
  cell.text = compact_text(context, cell.lines);
  cell.reading = read_header(cell.text, context.grammar);
  cell.may_hold_units = !is_known(cell) || share_of_units(cell.text, context.grammar) > 0;
  return cell;
}

bool may_name(const Context& context, const HeaderCell& cell) {
  if (cell.text.empty() || text::count_code_points(cell.text) > kLongestUnknown) return false;
  const CellShape shape = read_shape(cell.text, context.grammar);
  return !shape.is_number && !shape.is_amount && !shape.is_mark && !shape.sentence && !shape.chapter && !shape.item &&
         !shape.note && !shape.deadline && !shape.verb && shape.units < 0.5F && !shape.ends_broken && !shape.opens_broken &&
         cell.text.find("：") == std::string::npos;
}

bool finish(Header& header, std::size_t columns) {
  auto fields = settle(header, columns);
  if (!fields) return false;
  header.fields = std::move(*fields);
  return true;
}

std::size_t count_known(const HeaderRow& row) { return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), is_known)); }
std::size_t count_filled(const HeaderRow& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const HeaderCell& c) { return !c.text.empty(); }));
}

bool is_second_row(const HeaderRow& first, const HeaderRow& row) {
  if (row.size() < 2 || count_filled(row) < 1 || count_known(row) != count_filled(row)) return false;
  if (row.size() < first.size() && count_filled(row) > first.size()) return false;
  return count_filled(row) < row.size() || row.size() > first.size();
}

Header combine(const HeaderRow& first, const HeaderRow& second) {
  Header header;
  header.rows = 2;
  const std::size_t columns = std::max(first.size(), second.size());
  std::size_t names = 0;   // the first column that the second row names
  while (names < second.size() && second[names].text.empty()) ++names;
  const std::size_t missing = columns - first.size();
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i].text.empty()) continue;
    HeaderCell cell = first[i];
    cell.column = static_cast<std::uint32_t>(i > names ? i + missing : i);
    if (missing > 0 && i == names) cell.column_span = static_cast<std::uint32_t>(missing + 1);
    for (std::size_t next = i + 1; missing == 0 && next < first.size() && first[next].text.empty() && next < second.size() &&
                                   !second[next].text.empty(); ++next)
      ++cell.column_span;
    bool named = false;
    for (std::size_t c = cell.column; c < cell.column + cell.column_span && c < second.size(); ++c)
      named = named || !second[c].text.empty();
    if (!named) cell.row_span = 2;
    header.cells.push_back(std::move(cell));
  }
  for (std::size_t i = 0; i < second.size(); ++i) {
    if (second[i].text.empty()) continue;
    header.cells.push_back(second[i]);
    header.cells.back().row = 1;
    header.cells.back().column = static_cast<std::uint32_t>(i);
  }
  return header;
}

Header single(const HeaderRow& row) {
  Header header;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.empty()) continue;
    header.cells.push_back(row[i]);
    header.cells.back().column = static_cast<std::uint32_t>(i);
  }
  return header;
}

}  // namespace gongwen::recovery
