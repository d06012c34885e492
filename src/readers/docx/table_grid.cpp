// Rows of cells become a grid. A continued cell belongs to the cell above that begins at the same grid column and is as
// wide; where there is none it is a cell of its own, so that no text is lost. At the end the grid lines that only
// differ by a hair are made one: Word writes such lines when a border was dragged in a few rows, and nobody sees them.
#include "readers/docx/table_grid.hpp"

#include <algorithm>
#include <unordered_set>

namespace gongwen::docx {
namespace {

// Twentieths of a point: half the width of a character of 12 points. No text fits between such lines.
constexpr std::int64_t kHairline = 120;
constexpr std::int64_t kWidest = 100'000;        // no page is as wide
constexpr std::uint32_t kMaxColumn = 1u << 24;  // keeps sums of absurd spans from wrapping

struct GridLine {
  std::uint32_t at;                ///< grid column that begins here
  std::uint32_t number = 0;        ///< of the line that the reader sees
  std::int64_t latest_begin = -1;  ///< of the cells that end here
};

// The lines at which cells begin or end, in order. Only these are looked at: a span may be absurdly wide.
std::vector<GridLine> used_lines(const std::vector<Cell>& cells) {
  std::unordered_set<std::uint32_t> used{0};
  for (const Cell& cell : cells) {
    used.insert(cell.column);
    used.insert(cell.column + cell.column_span);
  }
  std::vector<GridLine> lines;
  lines.reserve(used.size());
  for (const auto at : used) lines.push_back({at});
  std::sort(lines.begin(), lines.end(), [](const GridLine& a, const GridLine& b) { return a.at < b.at; });
  return lines;
}

GridLine& line_at(std::vector<GridLine>& lines, std::uint32_t at) {
  return *std::lower_bound(lines.begin(), lines.end(), at,
                           [](const GridLine& line, std::uint32_t value) { return line.at < value; });
}

// Twentieths of a point between two lines; a column of unknown width counts as a wide one.
std::int64_t distance(std::uint32_t from, std::uint32_t to, const std::vector<std::int64_t>& widths) {
  std::int64_t sum = 0;
  for (std::uint32_t i = from; i < to && sum < kHairline; ++i)
    sum += i < widths.size() && widths[i] > 0 ? widths[i] : kHairline;
  return sum;
}

void number_lines(std::vector<GridLine>& lines, const std::vector<std::int64_t>& widths) {
  std::uint32_t number = 0;
  std::uint32_t first = 0;  // the line that the lines of this number began with
  for (std::size_t i = 1; i < lines.size(); ++i) {
    // A cell between two lines that are made one would have no width left.
    const bool hair =
        lines[i].latest_begin < static_cast<std::int64_t>(first) && distance(first, lines[i].at, widths) < kHairline;
    if (!hair) {
      ++number;
      first = lines[i].at;
    }
    lines[i].number = number;
  }
}

}  // namespace

void TableGrid::begin_row(std::uint32_t before) {
  ++rows_;
  column_ = std::min(before, kMaxColumn);
  last_.reset();
}

std::optional<std::size_t> TableGrid::place(std::uint32_t span, VerticalMerge merge) {
  span = std::clamp<std::uint32_t>(span, 1, kMaxColumn - std::min(column_, kMaxColumn - 1));
  const std::uint32_t row = rows_ - 1, column = column_;
  column_ = std::min(column_ + span, kMaxColumn);
  columns_ = std::max(columns_, column_);
  if (merge == VerticalMerge::cont) {
    const auto above = open_.find(column);
    if (above != open_.end() && above->second.row + 1 == row && cells[above->second.cell].column_span == span) {
      above->second.row = row;
      Cell& cell = cells[above->second.cell];
      cell.row_span = row - cell.row + 1;
      last_.reset();
      return std::nullopt;
    }
  }
  cells.push_back({row, column, 1, span, {}});
  last_ = cells.size() - 1;
  if (merge == VerticalMerge::none) open_.erase(column);
  else open_[column] = {*last_, row};
  return last_;
}

void TableGrid::widen_last(std::uint32_t span) {
  span = std::clamp<std::uint32_t>(span, 1, kMaxColumn - std::min(column_, kMaxColumn - 1));
  column_ = std::min(column_ + span, kMaxColumn);
  columns_ = std::max(columns_, column_);
  if (last_) cells[*last_].column_span += span;
}

namespace {

// Where the columns that the reader sees end; nothing if a width is not declared.
std::vector<std::uint32_t> edges_of(const std::vector<GridLine>& lines, const std::vector<std::int64_t>& widths) {
  std::vector<std::uint32_t> edges(lines.back().number);
  std::int64_t at = 0;
  std::uint32_t column = 0;
  for (const GridLine& line : lines) {
    for (; column < line.at; ++column) {
      if (column >= widths.size() || widths[column] <= 0 || widths[column] > kWidest) return {};
      at += widths[column];
    }
    if (line.number > 0) edges[line.number - 1] = static_cast<std::uint32_t>(std::min<std::int64_t>(at, UINT32_MAX));
  }
  return edges;
}

}  // namespace

Table TableGrid::finish(const std::vector<std::int64_t>& widths) && {
  Table table;
  table.rows = rows_;
  auto lines = used_lines(cells);
  for (const Cell& cell : cells) {
    auto& latest = line_at(lines, cell.column + cell.column_span).latest_begin;
    latest = std::max(latest, static_cast<std::int64_t>(cell.column));
  }
  number_lines(lines, widths);
  for (Cell& cell : cells) {
    const std::uint32_t end = line_at(lines, cell.column + cell.column_span).number;
    cell.column = line_at(lines, cell.column).number;
    cell.column_span = end - cell.column;
  }
  table.columns = lines.back().number;
  table.edges = edges_of(lines, widths);
  table.cells = std::move(cells);
  return table;
}

}  // namespace gongwen::docx
