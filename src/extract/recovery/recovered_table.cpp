// Rows of placed pieces become the grid that a reader sees: a section row spans all columns, an empty group, number or
// lead cell is covered by the one above it, and rows with a cell too few or a doubtful layout are reported.
#include "extract/recovery/recovered_table.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "extract/cell_shapes.hpp"
#include "extract/recovery/lone_rows.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr float kCloseCall = 0.6F;            // margin under which a row's layout is reported as doubtful
constexpr std::size_t kWide = 3;              // columns of a header that can only be one
constexpr std::size_t kQuoted = 30;           // code points of a row that its diagnostic quotes
constexpr std::uint32_t kShortRest = 4;       // code points up to which a line is the rest of the one above
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

struct LaidRow {
  bool section = false;
  std::vector<std::vector<Range>> cells;
  std::vector<bool> shown;                    // the layout shows the cell, filled or empty
  Range range;
  std::uint32_t line = 0;
  float margin = std::numeric_limits<float>::max();
};

class RowMaker {
 public:
  RowMaker(std::span<const Piece> pieces, const Alignment& alignment, std::span<const ColumnField> fields)
      : pieces_(pieces), alignment_(alignment), fields_(fields), columns_(fields.size()) {}

  std::vector<LaidRow> run() {
    for (std::size_t i = 0; i < pieces_.size() && alignment_.places[i].kind != Place::Kind::out; ++i) {
      add(pieces_[i], alignment_.places[i]);
      if (i > 0 && may_be_two(pieces_[i - 1], pieces_[i], alignment_.places[i])) rows_.back().margin = 0;
    }
    return std::move(rows_);
  }

 private:
  void add(const Piece& piece, const Place& place) {
    switch (place.kind) {
      case Place::Kind::cell: return add_cell(piece, place);
      case Place::Kind::more: return add_more(piece, place.column);
      case Place::Kind::section: start(piece, true); fill(0, piece, place); return doubt_section(piece);
      case Place::Kind::section_more: return add_more(piece, 0);
      case Place::Kind::out: return;
    }
  }

  void start(const Piece& piece, bool section) {
    LaidRow row;
    row.section = section;
    row.cells.resize(columns_);
    row.shown.resize(columns_);
    row.line = piece.line;
    rows_.push_back(std::move(row));
  }

  void add_cell(const Piece& piece, const Place& place) {
    std::size_t begin = rows_.empty() || place.new_row || rows_.back().section ? 0 : last_ + 1;
    if (begin == 0) {
      std::uint32_t left = piece.empties;
      if (!rows_.empty() && !rows_.back().section)
        for (std::size_t c = last_ + 1; c < columns_ && left > 0; ++c, --left) rows_.back().shown[c] = true;
      start(piece, false);
      show(0, place.column, left);
    } else {
      show(begin, place.column, piece.empties);
    }
    fill(place.column, piece, place);
  }

  void show(std::size_t begin, std::size_t end, std::uint32_t empties) {
    for (std::size_t c = begin; c < end && empties > 0; ++c, --empties) rows_.back().shown[c] = true;
  }

  void fill(std::size_t column, const Piece& piece, const Place& place) {
    LaidRow& row = rows_.back();
    row.cells[column] = piece.lines;
    if (piece.column >= 0) row.shown.assign(columns_, true);   // it stands in its place, and so do the empty ones
    row.shown[column] = true;
    row.margin = std::min(row.margin, piece.doubtful ? 0.0F : piece.lines.empty() ? row.margin : place.margin);
    for (const Range range : piece.lines) row.range = cover(row.range, range);
    last_ = column;
  }

  void add_more(const Piece& piece, std::size_t column) {
    if (rows_.empty()) return;
    LaidRow& row = rows_.back();
    std::vector<Range>& lines = row.cells[column];
    const bool inside = piece.before == Join::cell && !lines.empty() && !piece.lines.empty();
    if (inside) lines.back().end = piece.lines.back().end;   // a separator inside the value
    else lines.insert(lines.end(), piece.lines.begin(), piece.lines.end());
    for (const Range range : piece.lines) row.range = cover(row.range, range);
  }

  // One sentence after another, a line each: of one task, or two with all else of the first empty.
  [[nodiscard]] bool may_be_two(const Piece& before, const Piece& piece, const Place& place) const {
    return place.kind == Place::Kind::more && fields_[place.column] == ColumnField::task && piece.before == Join::line &&
           before.words.ends_with("。") && !piece.shape.opens_broken && piece.shape.characters > kShortRest && !piece.shape.item && !piece.shape.chapter;
  }

  void doubt_section(const Piece& piece) {
    const bool doubtful = lone_.add(piece.words, piece.shape, rows_.size() == 1);
    rows_.back().margin = doubtful && (fields_[0] == ColumnField::task || (piece.before == Join::line && !piece.shape.chapter)) ? 0.0F : std::numeric_limits<float>::max();
  }

  std::span<const Piece> pieces_;
  const Alignment& alignment_;
  std::span<const ColumnField> fields_;
  std::size_t columns_;
  std::vector<LaidRow> rows_;
  std::size_t last_ = 0;
  LoneRows lone_;
};

class TableBuilder {
 public:
  TableBuilder(const Context& context, const Header& header) : context_(context), header_(header), columns_(header.fields.size()) {}

  RecoveredTable run(std::span<const Piece> pieces, const Alignment& alignment) {
    add_header();
    const std::vector<LaidRow> rows = RowMaker(pieces, alignment, header_.fields).run();
    above_.assign(columns_, kNone);
    for (const LaidRow& row : rows) arabic_ = arabic_ || is_arabic_serial(number_of(row));
    for (const LaidRow& row : rows) row.section ? add_section(row) : add_row(row);
    finish(pieces, alignment);
    return std::move(grid_);
  }

 private:
  void add_header() {
    Table& table = grid_.table;
    table.columns = static_cast<std::uint32_t>(columns_);
    const std::uint32_t top = header_.caption.empty() ? 0 : 1;
    table.header_rows = table.rows = top + header_.rows;
    if (top > 0) table.cells.push_back({0, 0, 1, table.columns, header_.caption});
    for (const Range range : header_.caption) table.range = cover(table.range, range);
    for (const HeaderCell& cell : header_.cells) {
      table.cells.push_back({top + cell.row, cell.column, cell.row_span, cell.column_span, cell.lines});
      for (const Range range : cell.lines) table.range = cover(table.range, range);
    }
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
  }

  void add_section(const LaidRow& row) {
    Table& table = grid_.table;
    table.cells.push_back({table.rows++, 0, 1, table.columns, row.cells[0]});
    std::fill(above_.begin(), above_.end(), kNone);
    ++grid_.sections;
    if (row.margin < kCloseCall) grid_.diagnostics.push_back(diagnose("table-row-ambiguous", Span{row.range, {}}, {quote(row)}));
  }

  void add_row(const LaidRow& row) {
    Table& table = grid_.table;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!row.cells[c].empty()) {
        above_[c] = table.cells.size();
        table.cells.push_back({table.rows, static_cast<std::uint32_t>(c), 1, 1, row.cells[c]});
      } else if (above_[c] != kNone && !heads(row) && inherits(row, c)) {
        ++table.cells[above_[c]].row_span;
      } else {
        above_[c] = kNone;
      }
    }
    ++table.rows;
    if (heads(row)) return;
    ++grid_.rows;
    grid_.full_rows += is_full(row);
    for (std::size_t c = 0; c < columns_; ++c) lead_seen_ = lead_seen_ || (header_.fields[c] == ColumnField::lead && !row.cells[c].empty());
    report(row);
  }

  [[nodiscard]] std::string_view number_of(const LaidRow& row) const {
    for (std::size_t c = 0; c < columns_ && !row.section; ++c)
      if (header_.fields[c] == ColumnField::number && !row.cells[c].empty()) return context_.folded.view(row.cells[c][0]);
    return {};
  }

  // A section row with a number of its own: 一 among 1, 2, 3, and neither units nor a deadline.
  [[nodiscard]] bool heads(const LaidRow& row) const {
    if (!arabic_ || !is_han_serial(number_of(row))) return false;
    for (std::size_t c = 0; c < columns_; ++c)
      if (!row.cells[c].empty() && (is_units(header_.fields[c]) || header_.fields[c] == ColumnField::deadline)) return false;
    return true;
  }

  [[nodiscard]] bool goes_on(const LaidRow& row, std::size_t column) const {
    while (++column < columns_)
      if (!row.cells[column].empty()) return true;
    return false;
  }

  // Whether an empty cell belongs to the one above it. A lead that the layout does not show is only taken from above
  // where the row goes on after it.
  [[nodiscard]] bool inherits(const LaidRow& row, std::size_t column) const {
    switch (header_.fields[column]) {
      case ColumnField::group: case ColumnField::number: return true;
      case ColumnField::lead: return row.shown[column] || goes_on(row, column);
      case ColumnField::task: return row.shown[column] && !numbered(row);
      default: return false;
    }
  }

  [[nodiscard]] bool is_full(const LaidRow& row) const {
    bool task = false, other = false;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (row.cells[c].empty()) continue;
      task = task || header_.fields[c] == ColumnField::task;
      other = other || is_units(header_.fields[c]) || header_.fields[c] == ColumnField::deadline;
    }
    return task && (other || ((lead_seen_ || columns_ >= kWide) && numbered(row)));   // its lead is merged, or all else empty
  }

  [[nodiscard]] bool numbered(const LaidRow& row) const {
    for (std::size_t c = 0; c < columns_; ++c)
      if (header_.fields[c] == ColumnField::number && !row.cells[c].empty()) return true;
    return false;
  }

  void report(const LaidRow& row) {
    bool missing = false;
    for (std::size_t c = 0; c < columns_; ++c) {
      const ColumnField field = header_.fields[c];
      const bool merged = (field == ColumnField::group || field == ColumnField::number) && above_[c] != kNone;
      missing = missing || (!row.shown[c] && !merged);
    }
    if (missing) grid_.diagnostics.push_back(diagnose("table-row-short", Span{row.range, {}}, {quote(row)}));
    else if (row.margin < kCloseCall) grid_.diagnostics.push_back(diagnose("table-row-ambiguous", Span{row.range, {}}, {quote(row)}));
  }

  [[nodiscard]] std::string quote(const LaidRow& row) const {
    std::string text;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (row.cells[c].empty()) continue;
      if (!text.empty()) text += ' ';
      text += context_.folded.view(row.cells[c][0]);
      if (header_.fields[c] == ColumnField::task) break;
    }
    return shortened(std::move(text));
  }

  void finish(std::span<const Piece> pieces, const Alignment& alignment) {
    grid_.begin = header_.caption.empty() ? header_.begin : header_.begin - 1;
    grid_.end = header_.end;
    for (std::size_t i = 0; i < pieces.size() && alignment.places[i].kind != Place::Kind::out; ++i) {
      grid_.end = pieces[i].line + std::size_t{1};
      for (const Range range : pieces[i].lines) grid_.table.range = cover(grid_.table.range, range);
    }
    while (header_.bars && grid_.end < context_.lines.size() && is_bar_line(context_.source, context_.lines[grid_.end])) ++grid_.end;
  }

  const Context& context_;
  const Header& header_;
  std::size_t columns_;
  RecoveredTable grid_;
  bool lead_seen_ = false;            // in some row above
  bool arabic_ = false;               // some rows are numbered 1, 2, 3
  std::vector<std::size_t> above_;    // the cell that an empty one below it may belong to, by column
};

}  // namespace

std::string shortened(std::string text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < kQuoted; ++count) at += text::decode(text, at).size;
  if (at < text.size()) text.resize(at), text += "…";
  return text;
}

RecoveredTable build_table(const Context& context, const Header& header, std::span<const Piece> pieces, const Alignment& alignment) {
  return TableBuilder(context, header).run(pieces, alignment);
}

}  // namespace gongwen::recovery
