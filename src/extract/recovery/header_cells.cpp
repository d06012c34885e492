// Names on lines of their own become a header: taken one after the other as long as they are names, each on one line or
// broken over several.
#include "extract/recovery/header_cells.hpp"

#include <algorithm>

#include "extract/recovery/header_names.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kLongestBroken = 16;      // code points of a header cell that is broken over lines
constexpr std::uint32_t kMostUnknown = 2;       // names in a row that the grammar does not know

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
    if (unknown_tail_ > 0 && !readings.empty()) readings.back().unknown = unknown_tail_;
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
      if (!is_known(cell) && (row_.empty() || ++unknown > kMostUnknown)) break;
      if (is_known(cell)) unknown = 0;
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
      if (count > 0 && read_serial(context_.folded.view(line(at).ink))) break;   // the first row's number
      lines.push_back(line(at).ink);
      HeaderCell tried = make_cell(context_, lines);
      if (count == 0) first = tried;
      if (is_known(tried) && !(count == 0 && opens_serial(at))) {
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
    if (!is_known(whole)) return 0;
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
      while (unknown_tail_ < row_.size() && !is_known(row_[row_.size() - 1 - unknown_tail_])) ++unknown_tail_;
      return;
    }
    while (!row_.empty() && !is_known(row_.back())) {
      row_.pop_back();
      ends_.pop_back();
    }
  }

  Header flat() const { return single(row_); }

  // The names at the end stand under the cell `over`, which spans them.
  Header spanned(std::size_t over) const {
    std::size_t tail = row_.size();
    while (tail > over + 1 && is_units(row_[tail - 1].reading.field)) --tail;
    if (row_[over].reading.field != ColumnField::responsible || row_.size() - tail < 2) return {};
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
  HeaderRow row_;
  std::vector<std::size_t> ends_;   // one past the last line of each cell
  std::uint32_t gap_ = 0, next_gap_ = 0;
  std::size_t unknown_tail_ = 0;    // names at the end that may be none
  bool tab_led_ = false;
  bool longest_ = false;
  bool broken_ = false;             // some name also goes on over the next line
};

}  // namespace

std::vector<Header> collect_header(const Context& context, std::size_t at) {
  CellCollector shortest(context, at, false);
  std::vector<Header> readings = shortest.run();
  for (Header& reading : readings) reading.unknown += shortest.broken();   // a name that could be half of one
  if (shortest.broken())
    for (Header& other : CellCollector(context, at, true).run()) readings.push_back(std::move(other));
  return readings;
}

}  // namespace gongwen::recovery
