// Lines become a header: a line of cells, or cells on lines of their own, that name a task column and a unit or deadline
// column; a second row of cells under it, and a cell broken over lines, included.
#include "extract/recovery/header.hpp"

#include <algorithm>

#include "extract/recovery/header_cells.hpp"
#include "extract/recovery/header_names.hpp"
#include "extract/recovery/rows.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

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

// Whether a row with such a cell may be a header, as is_header_row decides.
bool may_stand_in_header(const Context& context, const HeaderCell& cell, Split split) {
  return cell.text.empty() || is_known(cell) || (split != Split::single_space && may_name(context, cell));
}

// Whether the first of the cells of a line may stand in a header: most lines of a text show there that they are none.
bool may_begin_header(const Context& context, const Line& line, Split split) {
  if (is_quoting(split) || split == Split::single_space) return true;
  const std::vector<Range> cells = split_line(context.source, line, split);
  if (cells.empty()) return true;
  return may_stand_in_header(context, make_cell(context, split == Split::bar ? markdown_lines(context.source, cells[0]) : std::vector<Range>{cells[0]}), split);
}

// The cells of the line at `at`; `end` becomes one past the last line of the row.
HeaderRow row_of(const Context& context, std::size_t at, Split split, std::size_t& end) {
  HeaderRow row;
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

bool is_header_row(const Context& context, const HeaderRow& row, Split split) {
  if (row.size() < 2 || row.size() > kMostCells) return false;
  const std::size_t filled = count_filled(row), names = count_known(row);
  if (names < 2 || names * 2 < filled) return false;
  const bool strict = split == Split::spaces || split == Split::comma || split == Split::semicolon;
  if (split == Split::single_space || (strict && names + 1 < filled)) return names == filled;
  return std::all_of(row.begin(), row.end(), [&](const HeaderCell& cell) { return may_stand_in_header(context, cell, split); });
}

// In columns of spaces the second row's names stand under those of the first that span them: both rows become as long as
// there are columns.
void spread(const Context& context, std::size_t upper, std::size_t lower, HeaderRow& first, HeaderRow& second) {
  const auto start = [&](std::size_t line, const HeaderCell& cell) {
    const std::uint32_t begin = context.lines[line].range.begin;
    return display_width(context.source.substr(begin, cell.lines[0].begin - begin));
  };
  HeaderRow above, below;
  std::size_t next = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::size_t end = i + 1 < first.size() ? start(upper, first[i + 1]) : static_cast<std::size_t>(-1);
    const std::size_t columns = below.size();
    while (next < second.size() && start(lower, second[next]) + 2 < end) below.push_back(second[next++]);
    above.push_back(first[i]);
    below.resize(std::max(below.size(), columns + 1));
    above.resize(below.size());
  }
  if (next < second.size()) return;
  first = std::move(above);
  second = std::move(below);
}

std::optional<Header> find_row_header(const Context& context, std::size_t at, Split split) {
  std::size_t end = at + 1;
  if (!may_begin_header(context, context.lines[at], split)) return std::nullopt;
  HeaderRow first = row_of(context, at, split, end);
  if (!is_header_row(context, first, split)) return std::nullopt;
  std::size_t next = next_ink(context.lines, end);
  while (split == Split::bar && next < context.lines.size() && is_rule_line(context, context.lines[next]))
    next = next_ink(context.lines, next + 1);
  Header header;
  if (next < context.lines.size()) {
    std::size_t second_end = next + 1;
    HeaderRow second = row_of(context, next, split, second_end);
    const HeaderRow only = first;
    if (split == Split::spaces && second.size() >= 2 && count_known(second) == second.size()) spread(context, at, next, first, second);
    if (second.size() >= first.size() && is_second_row(first, second)) {
      header = combine(first, second);
      header.end = second_end;
      if (!finish(header, std::max(first.size(), second.size()))) header = {};
    }
    if (header.cells.empty()) first = only;
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
  HeaderRow row;
  std::size_t names = 0;    // up to the last known one
  for (std::size_t i = at; i < context.lines.size() && ends_in_bar(context, context.lines[i]) && row.size() < kMostCells; ++i) {
    const std::vector<Range> cells = split_line(context.source, context.lines[i], Split::bar);
    if (cells.size() != 1) break;
    row.push_back(make_cell(context, markdown_lines(context.source, cells[0])));
    if (!is_known(row.back()) && !may_name(context, row.back())) break;
    if (is_known(row.back())) names = row.size();
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

// A line that begins with a tab, and those that go on with it; `at` becomes one past them.
std::vector<Range> tab_led_cell(const Context& context, std::size_t& at) {
  std::vector<Range> lines{context.lines[at].ink};
  for (++at; at < context.lines.size() && goes_on(context.lines[at]) && lines.size() < kMostPieces; ++at) lines.push_back(context.lines[at].ink);
  return lines;
}

// The cells of a block of lines that each begin with a tab, or go on one that does; `end` is one past it.
HeaderRow block_row(const Context& context, std::size_t at, std::size_t& end) {
  HeaderRow row;
  for (end = at; end < context.lines.size() && context.lines[end].tab && row.size() <= kMostCells;)
    row.push_back(make_cell(context, tab_led_cell(context, end)));
  return row;
}

// Whether the first cell of a block may stand in a header.
bool may_begin_block(const Context& context, std::size_t at) {
  return may_stand_in_header(context, make_cell(context, tab_led_cell(context, at)), Split::none);
}

// A block of tab-led lines, and the next one where it names what stands under the first.
std::optional<Header> find_block_header(const Context& context, std::size_t at) {
  if (!opens_tab_block(context.lines, at)) return std::nullopt;
  std::size_t end = at;
  if (!may_begin_block(context, at)) return std::nullopt;
  const HeaderRow first = block_row(context, at, end);
  if (!is_header_row(context, first, Split::none) || end >= context.lines.size() || !context.lines[end].blank()) return std::nullopt;
  std::size_t below = end;
  while (below < context.lines.size() && context.lines[below].blank() && !context.lines[below].tab) ++below;
  std::size_t below_end = below;
  const HeaderRow second = block_row(context, below, below_end);
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

void take_caption(const Context& context, Header& header) {
  const bool shows_empty = header.split == Split::bar || is_quoting(header.split);
  if (!shows_empty || header.begin == 0 || context.lines[header.begin].barrier || context.lines[header.begin - 1].blank()) return;
  const std::size_t above = header.begin - 1;
  if (is_rule_line(context, context.lines[above]) || context.lines[above].ink.size() > kLongestCell * 4) return;
  std::size_t end = 0;
  const HeaderRow row = row_of(context, above, header.split, end);
  if (end != header.begin || row.size() < 2 || row.size() > header.fields.size() || count_filled(row) != 1 || row[0].text.empty()) return;
  header.caption = row[0].lines;
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

std::vector<Header> find_headers(const Context& context, std::size_t at) {
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
  return collect_header(context, at);
}

}  // namespace gongwen::recovery
