// Lines to rows, by the way in which cells stand side by side: after separators, where a quoted cell may hold separators
// and line breaks; between bars, with or without one at each end; in columns of spaces, where a wrapped cell goes on under
// its first line as long as the lines above are full.
#include "extract/recovery/rows.hpp"

#include <algorithm>
#include <string>

#include "extract/cell_shapes.hpp"
#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kMostQuotedLines = 60;    // of one row
constexpr std::size_t kMostWrappedLines = 60;   // of one row
constexpr std::size_t kShortestUnit = 3;        // code points: 县残联
constexpr std::uint32_t kShortestSection = 4;   // code points
constexpr std::size_t kMeasured = 300;          // lines by which columns are measured
constexpr float kSure = 10.0F;                  // how much a line goes on the one above, or does not, where that is certain
constexpr float kClose = 1.75F;                 // and up to where it is a close call
constexpr float kHalfClose = 1.0F;
constexpr std::size_t kHanging = 2;             // by which the widest line may be too long: a mark hangs over
constexpr std::size_t kSlack = 5;               // columns of a terminal by which a full line may be shorter than the widest

char separator_of(Split split) { return split == Split::tab ? '\t' : split == Split::comma ? ',' : ';'; }

// Whether a column's cells are seldom empty and never merged.
bool holds_one(ColumnField field) {
  return field == ColumnField::responsible || field == ColumnField::supporting || field == ColumnField::deadline;
}

// The lines of a quoted cell between its quotes; a doubled quote is one.
void add_quoted(std::string_view source, Range range, std::vector<Range>& lines) {
  std::uint32_t begin = range.begin;
  const auto add = [&](std::uint32_t end) {
    const Range part = trimmed(source, {begin, end});
    if (!part.empty()) lines.push_back(part);
  };
  for (std::uint32_t at = begin; at + 1 < range.end; ++at) {
    if (source[at] != '"' || source[at + 1] != '"') continue;
    add(at + 1);
    begin = ++at + 1;
  }
  add(range.end);
}

const RowCell* cell_in(const LineRow& row, std::size_t column) {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
    return cell.column == static_cast<std::int8_t>(column) && !cell.lines.empty();
  });
  return found == row.cells.end() ? nullptr : &*found;
}

// One past the quote that closes the cell opened at `from`, in line `line`, which becomes the line where that is; or 0.
std::uint32_t closing_quote(const Context& context, std::uint32_t from, std::size_t& line) {
  const std::size_t last = std::min(context.lines.size(), line + kMostQuotedLines);
  std::uint32_t at = from + 1;
  for (std::size_t i = line; i < last && (i == line || !context.lines[i].barrier); ++i) {
    if (i > line) at = context.lines[i].range.begin;
    for (const std::uint32_t end = context.lines[i].range.end; at < end; ++at) {
      if (context.source[at] != '"') continue;
      if (at + 1 >= end || context.source[at + 1] != '"') return line = i, at + 1;
      ++at;
    }
  }
  return 0;
}

// Reads the cell at `from`; `from` becomes one past the separator behind it. False: it is the last of its row.
bool read_cell(const Context& context, char separator, std::size_t& line, std::uint32_t& from, RowCell& cell) {
  const std::string_view source = context.source;
  while (from < context.lines[line].range.end && source[from] == ' ') ++from;
  if (from < context.lines[line].range.end && source[from] == '"') {
    std::size_t last = line;
    const std::uint32_t closed = closing_quote(context, from, last);
    std::uint32_t behind = closed;
    while (closed > 0 && behind < context.lines[last].range.end && source[behind] == ' ') ++behind;
    if (closed > 0 && (behind >= context.lines[last].range.end || source[behind] == separator)) {
      for (std::size_t i = line; i <= last; ++i)
        add_quoted(source, {i == line ? from + 1 : context.lines[i].range.begin, i == last ? closed - 1 : context.lines[i].range.end}, cell.lines);
      line = last;
      from = behind + 1;
      return behind < context.lines[last].range.end;
    }
  }
  const std::uint32_t end = context.lines[line].range.end;
  std::uint32_t stop = from;
  while (stop < end && source[stop] != separator) ++stop;
  const Range text = trimmed(source, {from, stop});
  if (!text.empty()) cell.lines.push_back(text);
  from = stop + 1;
  return stop < end;
}

}  // namespace

LineRow read_separated(const Context& context, std::size_t at, Split split) {
  LineRow row;
  std::uint32_t from = context.lines[at].range.begin;
  std::size_t line = at;
  for (bool more = true; more;) {
    RowCell cell;
    more = read_cell(context, separator_of(split), line, from, cell);
    row.cells.push_back(std::move(cell));
  }
  row.end = line + 1;
  return row;
}

LineRow RowReader::read(std::size_t at) {
  if (!is_quoting(header_.split)) return header_.wrapped ? read_wrapped(at) : read_line(at);
  LineRow row = read_separated(context_, at, header_.split);
  row.whole = row.cells.size() == header_.fields.size();
  return row;
}

// The cells between bars. Bars at the line's ends make no cells where the header has them too; else they stand beside an
// empty first or last cell.
std::vector<Range> RowReader::split(const Line& line) const {
  std::vector<Range> cells = split_line(context_.source, line, header_.split);
  if (header_.split != Split::bar) return cells;
  const std::size_t columns = header_.fields.size();
  if (!header_.framed_left && cells.size() < columns && begins_with_bar(context_.source, line)) cells.insert(cells.begin(), {line.ink.begin, line.ink.begin});
  if (!header_.framed_right && cells.size() < columns && ends_with_bar(context_.source, line)) cells.push_back({line.ink.end, line.ink.end});
  return cells;
}

LineRow RowReader::read_line(std::size_t at) {
  const Line& line = context_.lines[at];
  const std::vector<Range> cells = split(line);
  LineRow row;
  row.end = at + 1;
  row.whole = cells.size() == header_.fields.size();
  if (header_.split == Split::spaces) {
    if (is_section(line, cells)) row.whole = true;
    else if (place(line, cells, row)) return row;
  }
  for (const Range cell : cells) {
    RowCell made;
    if (header_.split == Split::bar) made.lines = markdown_lines(context_.source, cell);
    else if (!cell.empty()) made.lines.push_back(cell);
    row.cells.push_back(std::move(made));
  }
  if (header_.wrapped && row.whole && row.cells.size() == header_.fields.size())
    for (std::size_t c = 0; c < row.cells.size(); ++c) row.cells[c].column = static_cast<std::int8_t>(c);
  return row;
}

LineRow RowReader::read_wrapped(std::size_t at) {
  if (widths_.empty()) measure();
  LineRow row = read_line(at);
  if (is_section(row) && !opens_wrapped(row)) {
    row.whole = true;
    row.cells[0].column = -1;
    return row;
  }
  while (row.end < context_.lines.size() && row.end < at + kMostWrappedLines) {
    const Line& line = context_.lines[row.end];
    if (line.blank() || line.barrier || is_header(line) || is_page_number(context_.folded.view(line.ink))) break;
    LineRow next = read_line(row.end);
    const float more = how_far_on(row, next);
    row.doubtful = row.doubtful || (more > -kClose && more < kClose);
    if (more <= 0) break;
    for (const RowCell& cell : next.cells) {
      if (cell.lines.empty()) continue;   // else there is text above it (how_far_on)
      const auto above = std::find_if(row.cells.begin(), row.cells.end(), [&](const RowCell& c) { return c.column == cell.column; });
      above->lines.insert(above->lines.end(), cell.lines.begin(), cell.lines.end());
    }
    ++row.end;
  }
  return row;
}

// A task that fills its line, and stands alone above another line in its column, goes on there.
bool RowReader::opens_wrapped(const LineRow& row) {
  if (header_.fields[0] != ColumnField::task) return false;
  if (row.end >= context_.lines.size() || context_.lines[row.end].blank() || context_.lines[row.end].barrier) return false;
  const LineRow next = read_line(row.end);
  return next.cells.size() == 1 && next.cells[0].column == 0 && fullness(row.cells[0].lines[0], next.cells[0].lines[0], 0) > Full::no;
}

// A number is that of the row, or of the group in the column beside it.
bool RowReader::counts_groups() const {
  for (std::size_t c = 0; c + 1 < header_.fields.size(); ++c) {
    const ColumnField left = header_.fields[c], right = header_.fields[c + 1];
    if ((left == ColumnField::number && right == ColumnField::group) || (left == ColumnField::group && right == ColumnField::number)) return true;
  }
  return false;
}

bool RowReader::is_header(const Line& line) const {
  const Line& header = context_.lines[header_.begin];
  return line.ink.size() == header.ink.size() && compact_text(context_, {line.ink}) == compact_text(context_, {header.ink});
}

// How much `next` looks like the rest of wrapped cells: over 0 if it does. It has no number, and nothing in a column where
// `row` is empty; a line without a task begins no row; else what stands in each column tells.
float RowReader::how_far_on(const LineRow& row, const LineRow& next) {
  std::size_t height = 0, filled = 0;
  for (const RowCell& cell : row.cells) height = std::max(height, cell.lines.size());
  float score = 0;
  bool task = false, gaps = false;
  const bool alone = next.cells.size() == 1 && next.cells[0].column == 0 && is_section(next);   // a section row, if no row
  for (std::size_t c = 0; c < header_.fields.size(); ++c) {
    const RowCell* below = cell_in(next, c);
    const RowCell* above = cell_in(row, c);
    const ColumnField field = header_.fields[c];
    if (below == nullptr) {
      score += above == nullptr ? 0.0F : field == ColumnField::number ? (alone ? 0.0F : counts_groups() ? 2.0F : kSure) : holds_one(field) ? 0.5F : 0.0F;
      continue;
    }
    if (above == nullptr || field == ColumnField::number) return -kSure;
    ++filled;
    task = task || field == ColumnField::task;
    gaps = gaps || above->lines.size() < height;   // a wrapped cell has no empty line inside
    score += flows(above->lines.back(), below->lines.front(), whole_below(next, c), c);
  }
  for (const RowCell& cell : next.cells)
    if (cell.column < 0 && !cell.lines.empty()) return -kSure;
  if (is_section(next) && opens_section(next)) return -kSure;
  if (gaps) score -= 4.0F;
  if (filled == 1 && task) score += 1.5F;
  if (alone && task && context_.folded.view(cell_in(row, 0)->lines.back()).ends_with("。")) score = std::min(score, kHalfClose);
  if (task || gaps) return score;
  if (filled == 0) return -kSure;
  return is_section(next) && flows(cell_in(row, 0)->lines.back(), next.cells[0].lines[0], whole_below(next, 0), 0) <= 0 ? -kSure : kSure;
}

// How many columns of a terminal the beginning of a line takes that no line's end may part: a number, a character and the
// marks behind it.
std::size_t RowReader::unbroken(Range line) const {
  std::uint32_t end = line.begin;
  const auto next = [&] { return text::decode(context_.source, end); };
  if (next().value < 0x80) {
    while (end < line.end && next().value < 0x80 && next().value != ' ') ++end;
  } else {
    end += next().size;
  }
  while (end < line.end && std::u32string_view(U"，。；、：？！）》”％%").find(next().value) != std::u32string_view::npos) end += next().size;
  return display_width(context_.source.substr(line.begin, end - line.begin));
}

// Whether the line `above` is as wide as its column lets it be, so that `below` had to begin a new one.
RowReader::Full RowReader::fullness(Range above, Range below, std::size_t c) const {
  const std::size_t width = display_width(context_.source.substr(above.begin, above.size()));
  if (width + unbroken(below) + kHanging > widths_[c]) return Full::yes;
  return width + kSlack >= widths_[c] ? Full::perhaps : Full::no;
}

// What `next` begins in column `c`, with the lines under it on which that goes on for want of room.
std::string RowReader::whole_below(const LineRow& next, std::size_t c) {
  constexpr std::size_t kMostBelow = 3;
  Range last = cell_in(next, c)->lines.back();
  std::string text(context_.folded.view(last));
  for (std::size_t at = next.end; at < context_.lines.size() && at < next.end + kMostBelow; ++at) {
    if (context_.lines[at].blank() || context_.lines[at].barrier) break;
    const LineRow row = read_line(at);
    const RowCell* cell = cell_in(row, c);
    if (row.cells.size() > next.cells.size() || cell == nullptr || fullness(last, cell->lines.front(), c) == Full::no) break;
    last = cell->lines.back();
    text += context_.folded.view(last);
  }
  return text;
}

// How much the line `below` looks like more of what `above` says, in column `c`: over 0 if it does. `whole`: what it begins.
float RowReader::flows(Range above, Range below, std::string_view whole, std::size_t c) const {
  const CellShape was = read_shape(context_.folded.view(above), context_.grammar), now = read_shape(context_.folded.view(below), context_.grammar);
  if (was.ends_broken || now.opens_broken) return 3.0F;
  if (now.chapter) return -5.0F;
  const Full full = fullness(above, below, c);
  const ColumnField field = header_.fields[c];
  if (is_units(field) && (context_.grammar.tables()[GrammarKind::duty].match_whole(context_.folded.view(below)) || whole.starts_with("（"))) return 3.0F;
  if (is_units(field)) return flows_units(context_.folded.view(above), whole, full > Full::no);
  if (field == ColumnField::deadline) return was.deadline && now.deadline ? -2.0F : full > Full::no || !now.deadline ? 1.5F : -1.0F;
  if (field == ColumnField::extra && now.person && !was.person) return -2.0F;   // under other words: of a new row
  if (field != ColumnField::task) return full > Full::no ? 1.0F : -2.0F;
  const bool ended = context_.folded.view(above).ends_with("。");
  switch (full) {
    case Full::yes: return ended ? -0.5F : now.verb ? 1.0F : 2.0F;   // what is to be done, and no mark before it
    case Full::perhaps: return ended ? -1.5F : 1.0F;
    case Full::no: break;
  }
  return ended ? -3.0F : -2.0F;
}

// After a whole unit either another one follows on a line of its own, or the list is at its end; what is no unit is the
// rest of one.
float RowReader::flows_units(std::string_view above, std::string_view whole, bool full) const {
  std::size_t last = 0;
  const auto parted = [](std::string_view text) { return text.find("、") != text.npos || text.find("，") != text.npos || text.find("；") != text.npos; };
  for (const std::string_view mark : {"、", "，", "；"})
    if (const std::size_t at = above.rfind(mark); at != std::string_view::npos) last = std::max(last, at + mark.size());
  const bool list = last > 0;
  const std::string_view name = above.substr(last);
  const auto units = [&](std::string_view text) {
    return text::count_code_points(text) >= kShortestUnit && read_shape(text, context_.grammar).units >= 1.0F;
  };
  const bool complete = above.ends_with("）") || units(name);
  if (!complete) return full ? 2.0F : -1.0F;
  if (units(whole)) return list || parted(whole) ? -1.0F : -0.25F;   // a list is one by its marks, or by its lines
  return full && units(std::string(name).append(whole)) ? 2.0F : -1.0F;
}

// A section row by its words: 二、…, or what is to be done where no task stands.
bool RowReader::opens_section(const LineRow& row) const {
  const CellShape shape = read_shape(context_.folded.view(row.cells[0].lines[0]), context_.grammar);
  return shape.chapter || (shape.verb && shape.characters >= kShortestSection && header_.fields[0] != ColumnField::task && !is_units(header_.fields[0]));
}

// A row with nothing but text in its first column that is no unit's name, nor the rest of one: it names a section.
bool RowReader::is_section(const LineRow& row) {
  if (row.cells.empty() || row.cells[0].column != 0 || row.cells[0].lines.empty()) return false;
  for (std::size_t i = 1; i < row.cells.size(); ++i)
    if (!row.cells[i].lines.empty()) return false;
  const CellShape shape = read_shape(context_.folded.view(row.cells[0].lines[0]), context_.grammar);
  if (shape.ends_broken || shape.opens_broken) return false;
  if (shape.is_number || shape.deadline) return false;
  if (is_units(header_.fields[0]) && !shape.chapter) {
    const std::string whole = whole_below(row, 0);
    if (whole.starts_with("（") || read_shape(whole, context_.grammar).units >= 1.0F) return false;
  }
  return may_be_section(header_.fields, shape);
}

void RowReader::measure() {
  widths_.assign(header_.fields.size(), 0);
  const std::size_t end = std::min(context_.lines.size(), header_.end + kMeasured);
  for (std::size_t at = header_.end; at < end && !context_.lines[at].barrier; ++at) {
    if (context_.lines[at].blank()) continue;
    for (const RowCell& cell : read_line(at).cells)
      for (const Range range : cell.lines)
        if (cell.column >= 0) {
          std::size_t& width = widths_[static_cast<std::size_t>(cell.column)];
          width = std::max(width, display_width(context_.source.substr(range.begin, range.size())));
        }
  }
}

// A section row among columns of spaces: it begins where the lines do, and runs on past the first column.
bool RowReader::is_section(const Line& line, const std::vector<Range>& cells) {
  if (cells.size() != 1 || column_under(line, {cells[0].begin, cells[0].begin}) != 0) return false;
  const std::string_view text = context_.folded.view(cells[0]);
  if (text.size() > 240) return false;
  const CellShape shape = read_shape(text, context_.grammar);
  if (header_.fields[0] == ColumnField::number) return !shape.is_number;
  return column_under(line, cells[0]) < 0 && !shape.sentence;
}

// Cells set apart by spaces stand under the names of their columns; false where they do not.
bool RowReader::place(const Line& line, const std::vector<Range>& cells, LineRow& row) {
  std::vector<RowCell> placed;
  for (const Range cell : cells) {
    const int column = column_under(line, cell);
    if (column < 0 || (!placed.empty() && column <= placed.back().column)) return false;
    placed.push_back({{cell}, static_cast<std::int8_t>(column)});
  }
  row.cells = std::move(placed);
  return true;
}

// The last column whose name begins at or before the cell, give or take two places, if the cell ends before the next.
int RowReader::column_under(const Line& line, Range cell) {
  if (starts_.empty()) find_starts();
  const std::size_t begin = display_width(context_.source.substr(line.range.begin, cell.begin - line.range.begin));
  const std::size_t end = begin + display_width(context_.source.substr(cell.begin, cell.size()));
  for (std::size_t c = starts_.size(); c-- > 0;) {
    if (begin + 2 < starts_[c]) continue;
    return c + 1 < starts_.size() && end > starts_[c + 1] + 1 ? -1 : static_cast<int>(c);
  }
  return -1;
}

// Where the lowest name over each column begins.
void RowReader::find_starts() {
  starts_.assign(header_.fields.size(), 0);
  std::vector<std::uint32_t> rows(starts_.size(), 0);
  for (const HeaderCell& name : header_.cells) {
    std::size_t line = header_.begin;
    while (context_.lines[line].range.end < name.lines[0].begin) ++line;
    const std::uint32_t begin = context_.lines[line].range.begin;
    const std::size_t start = display_width(context_.source.substr(begin, name.lines[0].begin - begin));
    for (std::uint32_t c = name.column; c < name.column + name.column_span && c < starts_.size(); ++c)
      if (name.row >= rows[c]) starts_[c] = start, rows[c] = name.row;
  }
}

}  // namespace gongwen::recovery
