// A text's lines, from the first to the last: where a drawn table, a task table's header, or lines that can be nothing
// but a table begin, the lines of the table become one Table block; every other block stays as it is.
#include "extract/table_recovery.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "extract/recovery/boxes.hpp"
#include "extract/recovery/habits.hpp"
#include "extract/recovery/recovered_table.hpp"
#include "extract/recovery/pieces.hpp"
#include "extract/recovery/plain.hpp"

namespace gongwen {
namespace {

using namespace recovery;

constexpr std::size_t kTried = 400;      // pieces by which the readings of a header are compared
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kWasted = 20'000;  // pieces and lines of what was no table, beside one for two lines, after which the
                                         // rest of the file is not tried: no text makes the search slow
constexpr float kNothing = 1e6F;         // cost of a header with no row under it, where another reading has one
constexpr float kUnknownName = 3.0F;     // cost of a name in the header that may be none, or half of one
constexpr float kRowCost = 9.0F;         // average cost of a row beyond which the layout is none
constexpr float kSectionCost = 4.0F;     // the same of a section row
constexpr std::size_t kSurelyNamed = 4;  // columns, all of known names, that can only be a table's
constexpr float kOdd = 1.0F;             // cost of a layout from which it is looked at again
constexpr float kNarrowRowCost = 4.0F;   // the same for a table of two columns, one cell a line

struct Layout {
  const Header* header = nullptr;
  GapMeaning meaning = GapMeaning::empty_cells;
  Pieces pieces;
  Alignment alignment;
  float cost = std::numeric_limits<float>::max();
};

AlignOptions options_of(const Header& header, const Pieces& pieces) {
  std::uint64_t unit_columns = 0;
  for (const HeaderCell& cell : header.cells)
    if (cell.column < 64 && cell.row + cell.row_span == header.rows) unit_columns |= std::uint64_t{cell.may_hold_units} << cell.column;
  return {header.split != Split::none || header.tab_led || header.ended, pieces.to_end, unit_columns, nullptr};
}

// Tries one reading of the header on the first pieces, and keeps it where it is the best so far.
void consider(const Context& context, const Header& header, GapMeaning meaning, Layout& best) {
  Pieces pieces = make_pieces(context, header, meaning, kTried);
  Alignment alignment = align(pieces.pieces, header.fields, options_of(header, pieces));
  const bool rows = !alignment.places.empty() && alignment.places[0].kind != Place::Kind::out;
  const float cost = alignment.cost + kUnknownName * static_cast<float>(header.unknown) + (rows ? 0.0F : kNothing);
  if (best.header != nullptr && cost >= best.cost) return;
  best = {&header, meaning, std::move(pieces), std::move(alignment), cost};
}

// The same header with a column of numbers that has no name of its own, before the task; for cells between bars.
std::optional<Header> with_numbers(const Header& header) {
  if (!header.bars || header.fields.size() >= kMostColumns) return std::nullopt;
  if (std::find(header.fields.begin(), header.fields.end(), ColumnField::number) != header.fields.end()) return std::nullopt;
  const auto task = std::find(header.fields.begin(), header.fields.end(), ColumnField::task);
  const auto column = static_cast<std::uint32_t>(task - header.fields.begin());
  Header made = header;
  made.fields.insert(made.fields.begin() + column, ColumnField::number);
  for (HeaderCell& cell : made.cells) {
    if (cell.column >= column) ++cell.column;
    else if (cell.column + cell.column_span > column) ++cell.column_span;
  }
  return made;
}

bool plausible(const Header& header, const RecoveredTable& grid, float cost) {
  const bool open = header.split == Split::none && !header.rows_shown;
  if (grid.rows == 0) return header.fields.size() >= 3 || !open;
  const bool named = header.fields.size() >= kSurelyNamed && std::all_of(header.cells.begin(), header.cells.end(), [](const HeaderCell& cell) {
    return cell.reading.field != ColumnField::unknown;
  });
  if (open && !named && grid.full_rows * 2 < grid.rows) return false;
  const float limit = open && header.fields.size() < 3 ? kNarrowRowCost : kRowCost;
  return cost <= limit * static_cast<float>(grid.rows) + kSectionCost * static_cast<float>(grid.sections);
}

// The best layout; where something in it is odd, the best by what the columns of that one hold.
Alignment align_by_habits(const Header& header, const Pieces& pieces, Alignment first) {
  if (first.inside < kOdd) return first;
  const Habits habits(pieces.pieces, first, header.fields);
  AlignOptions options = options_of(header, pieces);
  options.habits = &habits;
  return align(pieces.pieces, header.fields, options);
}

// `first`: the best layout by the header alone.
std::optional<RecoveredTable> lay_out(const Context& context, const Header& header, const Pieces& pieces, Alignment first) {
  const Alignment alignment = align_by_habits(header, pieces, std::move(first));
  RecoveredTable grid = build_table(context, header, pieces.pieces, alignment);
  grid.side_by_side = header.split != Split::none;
  if (pieces.pieces.empty()) grid.end = std::max(grid.end, pieces.end);   // the header, again and again
  if (!plausible(header, grid, alignment.inside)) return std::nullopt;
  return grid;
}

// `first`: the first line that belongs to no other table. `wasted` grows by the pieces of what turns out to be no table.
std::optional<RecoveredTable> read_task_table(const Context& context, std::size_t first, std::size_t at, std::size_t& wasted, bool wrapped = false) {
  std::vector<Header> headers = find_headers(context, at);
  for (Header& header : headers) {
    header.wrapped = header.wrapped || wrapped;
    if (first < at) take_caption(context, header);
  }
  if (headers.empty()) return std::nullopt;
  if (auto numbered = with_numbers(headers.front())) headers.push_back(std::move(*numbered));
  Layout best;
  for (const Header& header : headers) {
    consider(context, header, GapMeaning::empty_cells, best);
    if (best.pieces.odd_gaps) consider(context, header, GapMeaning::rows, best);
  }
  std::optional<RecoveredTable> grid = lay_out(context, *best.header, best.pieces, std::move(best.alignment));
  if (!grid) wasted += best.pieces.pieces.size() + 1;
  if (!grid || !best.pieces.more) return grid;
  const Pieces all = make_pieces(context, *best.header, best.meaning, kAll);
  return lay_out(context, *best.header, all, align(all.pieces, best.header->fields, options_of(*best.header, all)));
}

// A box without rules between its rows is read as lines of bars; a line without a number or a task goes on the one above.
std::optional<RecoveredTable> read_drawn_table(const Context& context, std::size_t at, std::size_t& wasted) {
  std::optional<RecoveredTable> box = read_box(context, at, wasted);
  if (box) box->side_by_side = true;
  if (!box || !box->unruled) return box;
  std::optional<RecoveredTable> rows = read_task_table(context, at + 1, at + 1, wasted, true);
  if (!rows || rows->end > box->end || rows->rows < 2) return box;
  rows->begin = box->begin;
  rows->end = box->end;
  rows->table.range = box->table.range;
  rows->side_by_side = true;
  return rows;
}

// The table whose caption stands on line `at` among the separators of empty cells.
std::optional<RecoveredTable> read_captioned_table(const Context& context, std::size_t at, std::size_t& wasted) {
  const Line& line = context.lines[at];
  if (at + 1 >= context.lines.size() || context.lines[at + 1].blank() || context.lines[at + 1].barrier) return std::nullopt;
  if (context.source.substr(line.ink.begin, line.range.end - line.ink.begin).find_first_of("|,;\t") == std::string_view::npos) return std::nullopt;
  std::optional<RecoveredTable> grid = read_task_table(context, at, at + 1, wasted);
  if (grid && grid->begin > at) grid.reset();
  return grid;
}

std::vector<RecoveredTable> read_grids(const Context& context, Flattened which) {
  std::vector<RecoveredTable> grids;
  std::size_t wasted = 0, first = 0;
  for (std::size_t at = 0; at < context.lines.size();) {
    std::optional<RecoveredTable> grid;
    if (!context.lines[at].blank()) {
      const bool tried = wasted < kWasted + context.lines.size() / 2;
      if (tried) grid = read_drawn_table(context, at, wasted);
      if (!grid && tried) grid = read_task_table(context, first, at, wasted);
      if (!grid && tried) grid = read_captioned_table(context, at, wasted);
      if (grid && which == Flattened::side_by_side && !grid->side_by_side) grid.reset();
      if (!grid && which == Flattened::all) grid = read_plain(context, at);
      if (grid && grid->table.range.empty()) grid.reset();   // lines drawn around nothing
    }
    at = grid ? std::max(grid->end, at + 1) : at + 1;
    if (!grid) continue;
    first = at;
    grids.push_back(std::move(*grid));
  }
  return grids;
}

}  // namespace

void recover_tables(Document& document, const Folded& folded, const Grammar& grammar, Flattened which) {
  const std::vector<Line> lines = read_lines(document);
  std::vector<RecoveredTable> grids = read_grids({document.source, lines, folded, grammar}, which);
  if (grids.empty()) return;
  std::vector<Block> blocks;
  std::size_t block = 0;
  for (RecoveredTable& grid : grids) {
    std::size_t first = grid.begin;
    while (first < grid.end && lines[first].blank()) ++first;
    if (first == grid.end) continue;
    for (; block < lines[first].block; ++block) blocks.push_back(std::move(document.blocks[block]));
    for (std::size_t at = first; at < grid.end; ++at)
      if (!lines[at].blank()) block = lines[at].block + std::size_t{1};
    blocks.emplace_back(std::move(grid.table));
    std::move(grid.diagnostics.begin(), grid.diagnostics.end(), std::back_inserter(document.diagnostics));
  }
  for (; block < document.blocks.size(); ++block) blocks.push_back(std::move(document.blocks[block]));
  document.blocks = std::move(blocks);
}

}  // namespace gongwen
