// Lines that name no task column become a table where nothing but a table looks so: lines of the same number of
// tab-separated cells, lines of bars, blocks of equally many cells after tabs. Else they stay paragraphs.
#include "extract/recovery/plain.hpp"

#include <algorithm>

#include "extract/cell_shapes.hpp"
#include "segment/labels.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kLongestName = 30;    // code points of a cell in the first row
constexpr std::size_t kMostPlainColumns = 200;
constexpr std::size_t kFirstRows = 3;       // rows by which a table of two columns, or of bars without a frame, is told
constexpr std::size_t kMostRows = 1'000'000;

using Rows = std::vector<std::vector<Range>>;

std::string_view source_of(const Context& context, const Line& line) {
  return context.source.substr(line.ink.begin, line.ink.size());
}

std::size_t filled(const std::vector<Range>& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](Range cell) { return !cell.empty(); }));
}

bool are_names(const Context& context, const std::vector<Range>& row) {
  return std::all_of(row.begin(), row.end(), [&](Range cell) {
    const std::string_view view = context.folded.view(cell);
    if (view.size() > kLongestName * 4 || text::count_code_points(view) > kLongestName) return false;
    const CellShape shape = read_shape(view, context.grammar);
    return !shape.sentence && !shape.chapter && !shape.ends_broken;
  });
}

Grid make_grid(const Rows& rows, std::size_t begin, std::size_t end) {
  Grid grid;
  grid.begin = begin;
  grid.end = end;
  grid.rows = rows.size();
  Table& table = grid.table;
  for (const auto& row : rows) {
    table.columns = std::max(table.columns, static_cast<std::uint32_t>(row.size()));
    for (std::uint32_t c = 0; c < row.size(); ++c) {
      if (row[c].empty()) continue;
      table.cells.push_back({table.rows, c, 1, 1, {row[c]}});
      table.range = cover(table.range, row[c]);
    }
    ++table.rows;
  }
  return grid;
}

// A table of contents: titles and page numbers, from the first rows on.
bool is_contents(const Context& context, const Rows& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const std::vector<Range>& row) {
    return row.size() == 2 && (filled(row) <= 1 || read_serial(context.folded.view(row.back())).has_value());
  });
}

// 一、 or 1. or •, alone: Word writes its lists so into a text file, a tab behind each number.
bool is_list_mark(const Context& context, Range cell) {
  constexpr std::size_t kLongestMark = 6;   // code points
  const std::string_view view = context.folded.view(cell);
  if (view.empty() || text::count_code_points(view) > kLongestMark) return false;
  for (const std::string_view end : {".", ")", "）", "、"})
    if (view.ends_with(end)) return true;
  for (const std::string_view bullet : {"•", "◦", "●", "○", "■", "□", "◆", "◇", "▪", "➢", "✓", "-", "–", "—", "*", "·"})
    if (view == bullet) return true;
  const auto label = read_automatic_label(view, false, context.grammar);
  return label && label->end == view.size();
}

std::optional<Grid> read_tab_rows(const Context& context, std::size_t at) {
  if (source_of(context, context.lines[at]).find('\t') == std::string_view::npos) return std::nullopt;
  Rows rows;
  std::size_t line = at;
  for (; line < context.lines.size() && rows.size() < kMostRows && !context.lines[line].blank(); ++line) {
    if (line > at && context.lines[line].barrier) break;
    std::vector<Range> row = split_line(context.source, context.lines[line], Split::tab);
    if (row.size() < 2 || row.size() > kMostPlainColumns || (!rows.empty() && row.size() != rows[0].size())) break;
    rows.push_back(std::move(row));
    if (rows.size() == 1 && (filled(rows[0]) < 2 || !are_names(context, rows[0]))) return std::nullopt;
    if (rows.size() == 1 && rows[0].size() == 2 && is_list_mark(context, rows[0][0])) return std::nullopt;
    if (rows.size() == kFirstRows && is_contents(context, rows)) return std::nullopt;
  }
  if (rows.size() < 2 || (rows[0].size() == 2 && rows.size() < kFirstRows)) return std::nullopt;
  return make_grid(rows, at, line);
}

bool is_rule(std::string_view ink) {
  return ink.find('-') != std::string_view::npos && ink.find_first_not_of("|-:+= ") == std::string_view::npos;
}

std::optional<Grid> read_bar_rows(const Context& context, std::size_t at) {
  if (source_of(context, context.lines[at]).find('|') == std::string_view::npos) return std::nullopt;
  Rows rows;
  bool framed = true, ruled = false;
  std::size_t line = at;
  for (; line < context.lines.size() && rows.size() < kMostRows && !context.lines[line].blank(); ++line) {
    if (line > at && context.lines[line].barrier) break;
    const std::string_view ink = source_of(context, context.lines[line]);
    if (ink.find('|') == std::string_view::npos) break;
    if (is_rule(ink)) {
      ruled = true;
      continue;
    }
    std::vector<Range> row = split_line(context.source, context.lines[line], Split::bar);
    if (row.size() < 2 || row.size() > kMostPlainColumns || (!rows.empty() && row.size() != rows[0].size())) break;
    framed = framed && ink.front() == '|' && ink.back() == '|';
    rows.push_back(std::move(row));
    if (rows.size() == kFirstRows && !framed && !ruled && rows[0].size() < 3) return std::nullopt;
  }
  if (rows.empty() || (!ruled && rows.size() < (framed ? 2 : kFirstRows))) return std::nullopt;
  return make_grid(rows, at, line);
}

// Blocks of lines that begin with a tab, in none more than in the first, which are names.
std::optional<Grid> read_tab_blocks(const Context& context, std::size_t at) {
  if (!opens_tab_block(context.lines, at)) return std::nullopt;
  Rows rows;
  std::size_t line = at, end = at;
  while (line < context.lines.size() && rows.size() < kMostRows && (line == at || !context.lines[line].barrier)) {
    std::vector<Range> row;
    for (; line < context.lines.size() && context.lines[line].tab && row.size() <= kMostPlainColumns; ++line)
      row.push_back(context.lines[line].ink);
    // A row of merged cells, such as 合计, has fewer.
    if (row.size() < (rows.empty() ? 3U : 2U) || (!rows.empty() && row.size() > rows[0].size())) break;
    if (rows.empty() && !are_names(context, row)) return std::nullopt;
    rows.push_back(std::move(row));
    end = line;
    if (line >= context.lines.size() || !context.lines[line].blank()) break;
    ++line;
  }
  if (rows.size() < 2 || filled(rows[0]) + 1 < rows[0].size()) return std::nullopt;
  return make_grid(rows, at, end);
}

}  // namespace

std::optional<Grid> read_plain(const Context& context, std::size_t at) {
  if (auto grid = read_tab_blocks(context, at)) return grid;
  if (auto grid = read_tab_rows(context, at)) return grid;
  return read_bar_rows(context, at);
}

}  // namespace gongwen::recovery
