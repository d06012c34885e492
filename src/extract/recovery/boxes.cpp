// Lines drawn as a box become a table: the junctions of its rules are the borders of its columns, measured by display
// width, and a rule that leaves a column out leaves that column's cell open for the next row.
#include "extract/recovery/boxes.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "extract/recovery/box_merges.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kMostLines = 200'000;
constexpr std::size_t kMostColumns = 100;

constexpr std::u32string_view kUprights = U"│┃║┆┇┊┋|｜";
constexpr std::u32string_view kFlats = U"─━═┄┅┈┉-=";
constexpr std::u32string_view kTops = U"┌┏╔╭┍┎╒╓";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x257F; }
bool is_upright(char32_t c) { return in(kUprights, c); }
bool is_flat(char32_t c) { return in(kFlats, c); }
bool is_junction(char32_t c) { return c == U'+' || (is_box(c) && !is_upright(c) && !is_flat(c)); }

// A character of a line, and where it stands: columns of a terminal.
struct Glyph {
  char32_t value;
  std::uint32_t byte, size;
  std::uint32_t column, width;
};

std::uint32_t width_of(char32_t c, std::uint32_t box_width) {
  if (is_box(c)) return box_width;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE: case U_EA_FULLWIDTH: return 2;
    case U_EA_AMBIGUOUS: return 2;   // “ ” … — in Chinese text
    default: break;
  }
  return text::char_class(c) == text::CharClass::dropped ? 0 : 1;
}

std::vector<Glyph> glyphs_of(std::string_view source, const Line& line, std::uint32_t box_width) {
  std::vector<Glyph> glyphs;
  std::uint32_t column = 0;
  for (std::uint32_t at = line.range.begin; at < line.ink.end;) {
    const auto [value, size] = text::decode(source, at);
    const std::uint32_t width = width_of(value, box_width);
    if (at >= line.ink.begin) glyphs.push_back({value, at, size, column, width});
    column += width;
    at += size;
  }
  return glyphs;
}

// A rule: flats and junctions, nothing else but the text of cells that go on beside it.
bool is_rule_line(const std::vector<Glyph>& glyphs, bool ascii) {
  std::size_t flats = 0, junctions = 0;
  for (const Glyph& glyph : glyphs) {
    if (!ascii && glyph.value < 0x80) continue;
    flats += is_flat(glyph.value);
    junctions += is_junction(glyph.value);
  }
  return junctions >= 1 && flats >= 1 && (is_junction(glyphs.front().value) || is_junction(glyphs.back().value) || junctions >= 2);
}

bool opens_box(const std::vector<Glyph>& glyphs) {
  if (glyphs.size() < 3) return false;
  const char32_t first = glyphs.front().value;
  if (!in(kTops, first) && first != U'+') return false;
  return std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& g) { return is_flat(g.value) || is_junction(g.value); }) &&
         std::count_if(glyphs.begin(), glyphs.end(), [](const Glyph& g) { return is_junction(g.value); }) >= 2;
}

class Box {
 public:
  Box(const Context& context, std::size_t begin, std::size_t end, std::uint32_t box_width) : context_(context), begin_(begin), end_(end) {
    for (std::size_t at = begin; at < end; ++at)
      rows_.push_back(context.lines[at].blank() ? std::vector<Glyph>{} : glyphs_of(context.source, context.lines[at], box_width));
    ascii_ = !rows_.empty() && !rows_[0].empty() && rows_[0].front().value == U'+';
    measure();
  }

  // How many upright strokes stand beside the borders that the rules show: 0 for the right width.
  [[nodiscard]] std::size_t misfits() const {
    std::size_t count = 0;
    for (const auto& glyphs : rows_)
      for (const Glyph& glyph : glyphs)
        count += is_upright(glyph.value) && !std::binary_search(borders_.begin(), borders_.end(), glyph.column);
    return count;
  }

  std::optional<RecoveredTable> run() {
    if (borders_.size() < 3 || borders_.size() > kMostColumns) return std::nullopt;
    columns_ = borders_.size() - 1;
    open_.assign(columns_, kClosed);
    for (const auto& glyphs : rows_) {
      if (glyphs.empty()) continue;
      is_rule_line(glyphs, ascii_) ? add_rule(glyphs) : add_content(glyphs);
    }
    return finish();
  }

 private:
  static constexpr std::size_t kClosed = static_cast<std::size_t>(-1);

  void measure() {
    std::set<std::uint32_t> found;
    for (const auto& glyphs : rows_) {
      if (glyphs.empty() || !is_rule_line(glyphs, ascii_)) continue;
      for (const Glyph& glyph : glyphs)
        if (is_junction(glyph.value) && (ascii_ || glyph.value != U'+')) found.insert(glyph.column);
    }
    borders_.assign(found.begin(), found.end());
  }

  [[nodiscard]] std::size_t border_near(std::uint32_t column) const {
    const auto after = std::lower_bound(borders_.begin(), borders_.end(), column);
    if (after == borders_.begin()) return 0;
    if (after == borders_.end()) return borders_.size() - 1;
    const auto before = after - 1;
    return static_cast<std::size_t>((*after - column <= column - *before ? after : before) - borders_.begin());
  }

  // A + in a cell's text.
  [[nodiscard]] bool is_plus_sign(const Glyph& glyph) const {
    return glyph.value == U'+' && !(ascii_ && std::binary_search(borders_.begin(), borders_.end(), glyph.column));
  }

  // The stretches between strokes, each with the columns that it covers.
  struct Stretch {
    std::size_t left, right;
    Range range;
    bool ruled;
  };
  [[nodiscard]] std::vector<Stretch> stretches(const std::vector<Glyph>& glyphs) const {
    std::vector<std::size_t> strokes;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
      if (is_upright(glyphs[i].value) || (is_junction(glyphs[i].value) && !is_plus_sign(glyphs[i]))) strokes.push_back(i);
    std::vector<Stretch> found;
    const bool by_count = strokes.size() == borders_.size();
    for (std::size_t i = 0; i + 1 < strokes.size(); ++i) {
      const Glyph& left = glyphs[strokes[i]];
      const Glyph& right = glyphs[strokes[i + 1]];
      Stretch stretch{by_count ? i : border_near(left.column), by_count ? i + 1 : border_near(right.column),
                      {left.byte + left.size, right.byte}, strokes[i] + 1 < strokes[i + 1]};
      for (std::size_t g = strokes[i] + 1; g < strokes[i + 1]; ++g) {
        const bool end = g == strokes[i] + 1 || g + 1 == strokes[i + 1];   // :===: aligns a column
        stretch.ruled = stretch.ruled && (is_flat(glyphs[g].value) || (end && glyphs[g].value == U':'));
      }
      if (stretch.left < stretch.right && stretch.right <= columns_) found.push_back(stretch);
    }
    return found;
  }

  void add_rule(const std::vector<Glyph>& glyphs) {
    std::vector<bool> ruled(columns_, false);
    for (const Stretch& stretch : stretches(glyphs)) {
      for (std::size_t c = stretch.left; c < stretch.right; ++c) ruled[c] = stretch.ruled;
      if (!stretch.ruled) put(stretch);
    }
    if (started_ && !after_rule_) ++grid_.table.rows;
    std::size_t counted = kClosed;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (ruled[c]) open_[c] = kClosed;
      else if (open_[c] != kClosed && open_[c] != counted && !after_rule_) pending_.push_back(counted = open_[c]);
    }
    after_rule_ = true;
    ++rules_;
  }

  void add_content(const std::vector<Glyph>& glyphs) {
    started_ = true;
    for (const std::size_t cell : pending_) ++grid_.table.cells[cell].row_span;
    pending_.clear();
    after_rule_ = false;
    for (const Stretch& stretch : stretches(glyphs)) put(stretch);
  }

  void put(const Stretch& stretch) {
    Table& table = grid_.table;
    std::size_t& open = open_[stretch.left];
    if (open == kClosed) {
      std::size_t right = stretch.left + 1;
      while (right < stretch.right && open_[right] == kClosed) ++right;
      const std::size_t made = table.cells.size();
      table.cells.push_back({table.rows, static_cast<std::uint32_t>(stretch.left), 1,
                             static_cast<std::uint32_t>(right - stretch.left), {}});
      for (std::size_t c = stretch.left; c < right; ++c) open_[c] = made;
    }
    const Range ink = trimmed(context_.source, stretch.range);
    if (!ink.empty()) table.cells[open].lines.push_back(ink);
  }

  std::optional<RecoveredTable> finish() {
    Table& table = grid_.table;
    if (!after_rule_) ++table.rows;
    table.columns = static_cast<std::uint32_t>(columns_);
    for (const Cell& cell : table.cells) table.rows = std::max(table.rows, cell.row + 1);   // text beside the last rule
    for (Cell& cell : table.cells) cell.row_span = std::min(cell.row_span, table.rows - std::min(cell.row, table.rows - 1));
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    table.range = {context_.lines[begin_].ink.begin, context_.lines[end_ - 1].ink.end};
    grid_.begin = begin_;
    grid_.end = end_;
    grid_.rows = table.rows;
    if (!started_) return std::nullopt;
    const bool broken_names = std::any_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) { return cell.row == 0 && cell.lines.size() > 1; });
    grid_.unruled = table.rows == 2 && rules_ == 3 && rows_.size() > 5 && !broken_names;
    return std::move(grid_);
  }

  const Context& context_;
  std::size_t begin_, end_;
  std::vector<std::vector<Glyph>> rows_;
  std::vector<std::uint32_t> borders_;
  std::size_t columns_ = 0;
  RecoveredTable grid_;
  std::vector<std::size_t> open_;       // the cell that a column's next text belongs to
  std::vector<std::size_t> pending_;    // cells that go on past the last rule
  std::size_t rules_ = 0;
  bool started_ = false, after_rule_ = true;
  bool ascii_ = false;                  // drawn with + - |
};

}  // namespace

std::optional<RecoveredTable> read_box(const Context& context, std::size_t at, std::size_t& wasted) {
  if (!opens_box(glyphs_of(context.source, context.lines[at], 1))) return std::nullopt;
  std::size_t end = at + 1;
  for (std::size_t line = at + 1; line < context.lines.size() && line - at < kMostLines; ++line) {
    if (context.lines[line].barrier) break;
    if (context.lines[line].blank()) continue;
    const char32_t first = text::decode(context.source, context.lines[line].ink.begin).value;
    if (!is_upright(first) && !is_junction(first)) break;
    if (line > end && in(kTops, first)) break;
    end = line + 1;
  }
  if (end - at < 3) return std::nullopt;
  Box narrow(context, at, end, 1), wide(context, at, end, 2);
  std::optional<RecoveredTable> grid = narrow.misfits() <= wide.misfits() ? narrow.run() : wide.run();
  if (!grid) wasted += end - at;
  if (grid) merge_cells(context, grid->table, grid->diagnostics);
  return grid;
}

}  // namespace gongwen::recovery
