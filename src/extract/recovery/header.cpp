// Lines become a header: a line of cells, or cells on lines of their own, that name a task column and a unit or deadline
// column; a second row of cells under it, and a cell broken over lines, included.
#include "extract/recovery/header.hpp"

#include <algorithm>

#include "extract/cell_shapes.hpp"
#include "extract/recovery/rows.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kLongestCell = 60;        // code points
constexpr std::size_t kLongestUnknown = 10;     // of a header cell that the grammar does not know
constexpr std::size_t kLongestBroken = 16;      // of a header cell that is broken over lines
constexpr std::size_t kMostPieces = 4;          // lines of such a cell
constexpr std::size_t kMostCells = 20;
constexpr std::uint32_t kMostUnknown = 2;       // in a row

bool known(const HeaderCell& cell) { return cell.reading.field != ColumnField::unknown; }

HeaderCell make_cell(const Context& context, std::vector<Range> lines) {
  HeaderCell cell;
  cell.lines = std::move(lines);
  std::erase_if(cell.lines, [](Range range) { return range.empty(); });
  cell.text = compact_text(context, cell.lines);
  cell.reading = read_header(cell.text, context.grammar);
  return cell;
}

// An unknown header cell: a short name, not a value.
bool may_name(const Context& context, const HeaderCell& cell) {
  if (cell.text.empty() || text::count_code_points(cell.text) > kLongestUnknown) return false;
  const CellShape shape = read_shape(cell.text, context.grammar);
  return !shape.is_number && !shape.is_amount && !shape.is_mark && !shape.sentence && !shape.chapter && !shape.item &&
         !shape.note && !shape.deadline && !shape.verb && shape.units < 0.5F && !shape.ends_broken && !shape.opens_broken &&
         cell.text.find("：") == std::string::npos;
}

// The readings of each column: the lowest cell over it.
std::optional<std::vector<ColumnField>> settle(const Header& header, std::size_t columns) {
  std::vector<HeaderReading> readings(columns);
  for (const HeaderCell& cell : header.cells)
    for (std::uint32_t c = cell.column; c < cell.column + cell.column_span && c < columns; ++c) readings[c] = cell.reading;
  settle_fields(readings);
  if (columns > 30 || !names_tasks(readings)) return std::nullopt;
  std::vector<ColumnField> fields;
  fields.reserve(readings.size());
  for (const HeaderReading& reading : readings) fields.push_back(reading.field);
  return fields;
}

bool finish(Header& header, std::size_t columns) {
  auto fields = settle(header, columns);
  if (!fields) return false;
  header.fields = std::move(*fields);
  return true;
}

using Row = std::vector<HeaderCell>;

std::size_t count_known(const Row& row) { return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), known)); }
std::size_t count_filled(const Row& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const HeaderCell& c) { return !c.text.empty(); }));
}

// Whether `row` is the second row of a header: names under empty places or under a cell across several columns.
bool is_second_row(const Row& first, const Row& row) {
  if (row.size() < 2 || count_filled(row) < 1 || count_known(row) != count_filled(row)) return false;
  if (row.size() < first.size() && count_filled(row) > first.size()) return false;
  return count_filled(row) < row.size() || row.size() > first.size();
}

// Lays two rows over one another. Where the first is shorter, its cell over the names of the second spans them.
Header combine(const Row& first, const Row& second) {
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

Header single(const Row& row) {
  Header header;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.empty()) continue;
    header.cells.push_back(row[i]);
    header.cells.back().column = static_cast<std::uint32_t>(i);
  }
  return header;
}

// Characters set apart by single spaces are one name: 工 作 任 务.
void join_letters(const Context& context, std::vector<Range>& cells) {
  std::vector<Range> joined;
  bool letter = false;
  for (const Range cell : cells) {
    const bool one = text::count_code_points(context.source.substr(cell.begin, cell.size())) == 1;
    if (one && letter) joined.back().end = cell.end;
    else joined.push_back(cell);
    letter = one;
  }
  cells = std::move(joined);
}

// The cells of the line at `at`; `end` becomes one past the last line of the row.
Row row_of(const Context& context, std::size_t at, Split split, std::size_t& end) {
  Row row;
  end = at + 1;
  if (is_quoting(split)) {
    LineRow read = read_separated(context, at, split);
    end = read.end;
    for (std::size_t i = 0; i < read.cells.size() && row.size() <= kMostCells * 2; ++i) row.push_back(make_cell(context, std::move(read.cells[i].lines)));
    return row;
  }
  std::vector<Range> cells = split_line(context.source, context.lines[at], split);
  if (split == Split::single_space) join_letters(context, cells);
  for (const Range range : cells) {
    if (row.size() > kMostCells * 2) break;
    row.push_back(make_cell(context, split == Split::bar ? markdown_lines(context.source, range) : std::vector<Range>{range}));
  }
  return row;
}

bool is_header_row(const Context& context, const Row& row, Split split) {
  if (row.size() < 2 || row.size() > kMostCells) return false;
  const std::size_t filled = count_filled(row), names = count_known(row);
  if (names < 2 || names * 2 < filled) return false;
  const bool strict = split == Split::spaces || split == Split::comma || split == Split::semicolon;
  if (split == Split::single_space || (strict && names + 1 < filled)) return names == filled;
  return std::all_of(row.begin(), row.end(), [&](const HeaderCell& cell) {
    return cell.text.empty() || known(cell) || may_name(context, cell);
  });
}

std::optional<Header> find_row_header(const Context& context, std::size_t at, Split split) {
  std::size_t end = at + 1;
  const Row first = row_of(context, at, split, end);
  if (!is_header_row(context, first, split)) return std::nullopt;
  std::size_t next = next_ink(context.lines, end);
  while (split == Split::bar && next < context.lines.size() && is_rule_line(context, context.lines[next]))
    next = next_ink(context.lines, next + 1);
  Header header;
  if (next < context.lines.size()) {
    std::size_t second_end = next + 1;
    const Row second = row_of(context, next, split, second_end);
    if (second.size() >= first.size() && is_second_row(first, second)) {
      header = combine(first, second);
      header.end = second_end;
      if (!finish(header, std::max(first.size(), second.size()))) header = {};
    }
  }
  if (header.cells.empty()) {
    header = single(first);
    header.end = end;
    if (!finish(header, first.size())) return std::nullopt;
  }
  header.begin = at;
  header.split = split;
  header.framed_left = split == Split::bar && begins_with_bar(context.source, context.lines[at]);
  header.framed_right = split == Split::bar && ends_with_bar(context.source, context.lines[at]);
  header.wrapped = split == Split::spaces;
  return header;
}

// More of a cell after a tab.
bool goes_on(const Line& line) { return !line.tab && !line.blank() && !line.barrier; }

bool ends_in_bar(const Context& context, const Line& line) {
  return !line.blank() && context.source[line.ink.end - 1] == '|' && context.source[line.ink.begin] != '|';
}

// Names on lines of their own, each with a bar behind it.
std::optional<Header> find_ended_header(const Context& context, std::size_t at) {
  Row row;
  std::size_t names = 0;    // up to the last known one
  for (std::size_t i = at; i < context.lines.size() && ends_in_bar(context, context.lines[i]) && row.size() < kMostCells; ++i) {
    const std::vector<Range> cells = split_line(context.source, context.lines[i], Split::bar);
    if (cells.size() != 1) break;
    row.push_back(make_cell(context, markdown_lines(context.source, cells[0])));
    if (!known(row.back()) && !may_name(context, row.back())) break;
    if (known(row.back())) names = row.size();
  }
  row.resize(names);
  if (names < 3 || count_known(row) * 2 < names) return std::nullopt;
  Header header = single(row);
  if (!finish(header, names)) return std::nullopt;
  header.begin = at;
  header.end = at + names;
  header.ended = true;
  return header;
}

// The cells of a block of lines that each begin with a tab, or go on one that does; `end` is one past it.
Row block_row(const Context& context, std::size_t at, std::size_t& end) {
  Row row;
  for (end = at; end < context.lines.size() && context.lines[end].tab && row.size() <= kMostCells;) {
    std::vector<Range> lines{context.lines[end].ink};
    for (++end; end < context.lines.size() && goes_on(context.lines[end]) && lines.size() < kMostPieces; ++end)
      lines.push_back(context.lines[end].ink);
    row.push_back(make_cell(context, std::move(lines)));
  }
  return row;
}

// A block of tab-led lines, and the next one where it names what stands under the first.
std::optional<Header> find_block_header(const Context& context, std::size_t at) {
  if (!opens_tab_block(context.lines, at)) return std::nullopt;
  std::size_t end = at;
  const Row first = block_row(context, at, end);
  if (!is_header_row(context, first, Split::none) || end >= context.lines.size() || !context.lines[end].blank()) return std::nullopt;
  std::size_t below = end;
  while (below < context.lines.size() && context.lines[below].blank() && !context.lines[below].tab) ++below;
  std::size_t below_end = below;
  const Row second = block_row(context, below, below_end);
  Header header;
  if (is_second_row(first, second)) {
    header = combine(first, second);
    header.end = below_end;
    if (!finish(header, std::max(first.size(), second.size()))) header = {};
  }
  if (header.cells.empty()) {
    header = single(first);
    header.end = end;
    if (!finish(header, first.size())) return std::nullopt;
  }
  header.begin = at;
  header.tab_led = header.rows_shown = true;
  return header;
}

// Cells on lines of their own, collected from a first line on.
class CellCollector {
 public:
  /// `longest`: a name over several lines goes before one on the first of them (工作⏎任务).
  CellCollector(const Context& context, std::size_t at, bool longest) : context_(context), begin_(at), at_(at), longest_(longest) {}

  [[nodiscard]] bool broken() const { return broken_; }

  std::vector<Header> run() {
    if (!may_begin() || !collect()) return {};
    std::vector<Header> readings;
    add(readings, flat());
    if (unknown_tail_ > 0) {   // names of columns, or what stands in the first row
      row_.resize(row_.size() - unknown_tail_);
      ends_.resize(row_.size());
      add(readings, flat());
    }
    for (std::size_t over = 0; over + 2 < row_.size(); ++over) add(readings, spanned(over));
    return readings;
  }

 private:
  [[nodiscard]] const Line& line(std::size_t at) const { return context_.lines[at]; }
  [[nodiscard]] bool more() const { return at_ < context_.lines.size() && row_.size() < kMostCells; }

  // Cheap to see: the first line is a name, or so short that it may be a part of one.
  [[nodiscard]] bool may_begin() const {
    const std::string_view first = context_.folded.view(line(begin_).ink);
    if (first.size() <= 12 && !read_serial(first)) return true;
    return read_header(first, context_.grammar).field != ColumnField::unknown;
  }

  // Takes cells as long as they are names.
  bool collect() {
    tab_led_ = line(begin_).tab;
    std::uint32_t unknown = 0;
    while (more() && (row_.empty() || gap_ok()) && line(at_).tab == tab_led_) {
      HeaderCell cell;
      const std::size_t after = take(cell);
      if (after == 0 || repeats(cell)) break;
      if (!known(cell) && (row_.empty() || ++unknown > kMostUnknown)) break;
      if (known(cell)) unknown = 0;
      row_.push_back(std::move(cell));
      ends_.push_back(after);
      next_gap_ = 0;
      at_ = next_cell(context_, after, next_gap_);
      if (row_.size() == 1) gap_ = next_gap_;
    }
    drop_unknown_tail();
    return row_.size() >= 2;
  }

  [[nodiscard]] bool gap_ok() const {
    if (next_gap_ > 4) return false;
    if (row_.size() < 2) return true;
    return tab_led_ ? next_gap_ == gap_ : next_gap_ <= gap_ + 1;
  }

  // The cell at at_, of one line or of the fewest that make a name; one past its last line, or 0.
  std::size_t take(HeaderCell& cell) {
    if (const std::size_t after = take_broken(cell)) return after;
    std::vector<Range> lines;
    std::size_t at = at_, chars = 0;
    HeaderCell first;
    std::size_t after = 0;
    for (std::size_t count = 0; count < kMostPieces && at < context_.lines.size(); ++count) {
      chars += text::count_code_points(context_.folded.view(line(at).ink));
      if (chars > (count == 0 ? kLongestCell : kLongestBroken)) break;
      lines.push_back(line(at).ink);
      HeaderCell tried = make_cell(context_, lines);
      if (count == 0) first = tried;
      if (known(tried) && !(count == 0 && opens_serial(at))) {
        broken_ = broken_ || after > 0;
        if (after == 0 || longest_) {
          cell = std::move(tried);
          after = at + 1;
        }
        if (count > 0) break;
      }
      std::uint32_t gap = 0;
      at = next_cell(context_, at + 1, gap);
      if (gap > 1 || (at < context_.lines.size() && tab_led_ && line(at).tab)) break;
    }
    if (after > 0) return after;
    if (!may_name(context_, first)) return 0;
    cell = std::move(first);
    return at_ + 1;
  }

  // Lines without one left empty, up to an empty one, that are one name: 工作⏎任务.
  [[nodiscard]] std::size_t take_broken(HeaderCell& cell) const {
    std::vector<Range> lines;
    std::size_t at = at_, chars = 0;
    for (; at < context_.lines.size() && !line(at).blank() && lines.size() <= kMostPieces; ++at) {
      if (at > at_ && (line(at).tab || line(at).barrier || is_bar_line(context_.source, line(at)))) break;
      chars += text::count_code_points(context_.folded.view(line(at).ink));
      if (chars > kLongestBroken) return 0;
      lines.push_back(line(at).ink);
    }
    if (lines.size() < 2 || lines.size() > kMostPieces) return 0;
    HeaderCell whole = make_cell(context_, std::move(lines));
    if (!known(whole)) return 0;
    cell = std::move(whole);
    return at;
  }

  // 序 over 号.
  [[nodiscard]] bool opens_serial(std::size_t at) const {
    std::uint32_t gap = 0;
    const std::size_t next = next_cell(context_, at + 1, gap);
    const HeaderCell whole = next < context_.lines.size() ? make_cell(context_, {line(at).ink, line(next).ink}) : HeaderCell{};
    return text::count_code_points(whole.text) == 2 && whole.reading.field == ColumnField::number;
  }

  [[nodiscard]] bool repeats(const HeaderCell& cell) const {
    return std::any_of(row_.begin(), row_.end(), [&](const HeaderCell& other) { return other.text == cell.text; });
  }

  // Unknown names at the end are columns only where a first serial number follows, or the row's end is shown.
  void drop_unknown_tail() {
    const bool row_end = tab_led_ && at_ < context_.lines.size() && next_gap_ > gap_;
    bool numbers = !row_.empty() && row_[0].reading.field == ColumnField::number && at_ < context_.lines.size();
    if (numbers) {
      const auto serial = read_serial(context_.folded.view(line(at_).ink));
      numbers = serial && *serial == 1;
    }
    if (row_end) return;
    if (numbers) {
      while (unknown_tail_ < row_.size() && !known(row_[row_.size() - 1 - unknown_tail_])) ++unknown_tail_;
      return;
    }
    while (!row_.empty() && !known(row_.back())) {
      row_.pop_back();
      ends_.pop_back();
    }
  }

  Header flat() const { return single(row_); }

  // The names at the end stand under the cell `over`, which spans them.
  Header spanned(std::size_t over) const {
    std::size_t tail = row_.size();
    while (tail > over + 1 && is_units(row_[tail - 1].reading.field)) --tail;
    if (!is_units(row_[over].reading.field) || row_.size() - tail < 2) return {};
    const auto below = static_cast<std::uint32_t>(row_.size() - tail);
    Header header;
    header.rows = 2;
    for (std::size_t i = 0; i < tail; ++i) {
      HeaderCell cell = row_[i];
      cell.column = static_cast<std::uint32_t>(i > over ? i + below - 1 : i);
      if (i == over) cell.column_span = below;
      if (i != over) cell.row_span = 2;
      header.cells.push_back(std::move(cell));
    }
    for (std::size_t i = tail; i < row_.size(); ++i) {
      header.cells.push_back(row_[i]);
      header.cells.back().row = 1;
      header.cells.back().column = static_cast<std::uint32_t>(over + i - tail);
    }
    return header;
  }

  void add(std::vector<Header>& readings, Header header) const {
    std::size_t columns = 0;
    for (const HeaderCell& cell : header.cells) columns = std::max<std::size_t>(columns, cell.column + cell.column_span);
    if (columns < 2 || !finish(header, columns)) return;
    header.begin = begin_;
    header.end = ends_.back();
    header.tab_led = tab_led_;
    header.gap = gap_;
    header.rows_shown = tab_led_ && next_gap_ > gap_;
    for (std::size_t at = begin_; at < header.end; ++at) header.bars = header.bars || is_bar_line(context_.source, line(at));
    while (header.bars && header.begin > 0 && is_bar_line(context_.source, line(header.begin - 1))) --header.begin;
    readings.push_back(std::move(header));
  }

  const Context& context_;
  std::size_t begin_, at_;
  Row row_;
  std::vector<std::size_t> ends_;   // one past the last line of each cell
  std::uint32_t gap_ = 0, next_gap_ = 0;
  std::size_t unknown_tail_ = 0;    // names at the end that may be none
  bool tab_led_ = false;
  bool longest_ = false;
  bool broken_ = false;             // some name also goes on over the next line
};

bool has(const Context& context, const Line& line, std::string_view what) {
  return context.source.substr(line.ink.begin, line.ink.size()).find(what) != std::string_view::npos;
}

}  // namespace

std::string compact_text(const Context& context, const std::vector<Range>& lines) {
  std::string out;
  for (const Range range : lines) {
    const std::string_view view = context.folded.view(range);
    for (std::size_t at = 0; at < view.size();) {
      const auto [value, size] = text::decode(view, at);
      if (text::char_class(value) != text::CharClass::space && value != '*') out += view.substr(at, size);
      at += size;
    }
  }
  return out;
}

bool may_be_section(std::span<const ColumnField> columns, const CellShape& shape) {
  const bool task = columns[0] == ColumnField::task && shape.sentence;
  return columns.size() > 2 ? !task : shape.chapter && !shape.sentence;
}

bool is_rule_line(const Context& context, const Line& line) {
  for (std::uint32_t at = line.ink.begin; at < line.ink.end;) {
    const auto [value, size] = text::decode(context.source, at);
    const bool drawn = value >= 0x2500 && value <= 0x257F;
    if (!drawn && std::u32string_view(U"|-:+= ｜").find(value) == std::u32string_view::npos) return false;
    at += size;
  }
  return !line.blank();
}

std::size_t next_cell(const Context& context, std::size_t at, std::uint32_t& gap) {
  constexpr std::uint32_t kLongestGap = 100;   // lines; a text of nothing but bars is looked through once
  while (at < context.lines.size() && !context.lines[at].barrier &&
         (context.lines[at].blank() || is_bar_line(context.source, context.lines[at]))) {
    if (++gap > kLongestGap) return context.lines.size();
    ++at;
  }
  return at < context.lines.size() && context.lines[at].barrier ? context.lines.size() : at;
}

std::vector<Header> find_header(const Context& context, std::size_t at) {
  const Line& line = context.lines[at];
  if (line.blank() || line.ink.size() > 600) return {};
  const struct { std::string_view mark; Split split; } kSplits[] = {
      {"\t", Split::tab}, {"|", Split::bar}, {"｜", Split::bar}, {"│", Split::bar}, {",", Split::comma}, {";", Split::semicolon},
      {"  ", Split::spaces}, {"　", Split::spaces}, {" ", Split::single_space}};
  for (const auto& [mark, split] : kSplits)
    if (has(context, line, mark) || (context.source[line.ink.begin] == '"' && is_quoting(split)))
      if (auto header = find_row_header(context, at, split)) return {std::move(*header)};
  if (auto header = find_block_header(context, at)) return {std::move(*header)};
  if (auto header = find_ended_header(context, at)) return {std::move(*header)};
  CellCollector shortest(context, at, false);
  std::vector<Header> readings = shortest.run();
  if (shortest.broken())
    for (Header& other : CellCollector(context, at, true).run()) readings.push_back(std::move(other));
  return readings;
}

}  // namespace gongwen::recovery
