// The lines of a table become the columns in which each may stand by its looks alone, and a shortest path over all ways to
// lay them out, where a cell left out costs, tells whether another way is as good as the true one. What is lost is lost in
// the text: no reading of it could be held against a program.
#include "property/loss.hpp"

#include <algorithm>
#include <limits>

namespace gongwen::test {
namespace {

constexpr int kNever = 1'000'000;

struct Line {
  std::size_t row = 0;           // record
  int column = -1;               // its true place; -1: a section row
  bool more = false;             // more of the cell above
  TableCell cell;
};

bool is_mark(const TableCell& cell) { return cell.values.empty(); }

// What the text of a cell looks like; a number is never taken for words, units never for a deadline.
bool could_be(const Line& line, Kind truth, Kind kind) {
  if (kind == truth) return true;
  if (is_mark(line.cell)) return kind != Kind::number && kind != Kind::task && kind != Kind::group;
  if (is_units(truth)) return is_units(kind);
  const auto words = [](Kind k) { return k == Kind::task || k == Kind::group || k == Kind::extra; };
  if (truth == Kind::task && line.cell.sentence) return false;
  return words(truth) && words(kind);
}

class Oracle {
 public:
  Oracle(const RandomTable& table, Shows shows) : table_(table), n_(static_cast<int>(table.columns.size())) {
    collect(shows);
  }

  std::vector<bool> run() {
    std::vector<bool> lost(records_, false);
    if (lines_.empty()) return lost;
    search();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const int truth = state_of(lines_[i]);
      int other = kNever;
      for (int state = 0; state <= 2 * n_; ++state)
        if (state != truth) other = std::min(other, forward_[i][at(state)] + backward_[i][at(state)]);
      const int cost = forward_[i][at(truth)] + backward_[i][at(truth)];
      if (other <= cost) mark(lost, lines_[i]);
    }
    return lost;
  }

 private:
  static std::size_t at(int state) { return static_cast<std::size_t>(state); }
  // States: a cell in column c; more of column c (n + c); a section row (2n).
  [[nodiscard]] int state_of(const Line& line) const { return line.column < 0 ? 2 * n_ : line.column + (line.more ? n_ : 0); }

  void mark(std::vector<bool>& lost, const Line& line) const {
    const std::size_t row = std::min(line.row, records_ - 1);
    lost[row] = true;
    if (row > 0) lost[row - 1] = true;
    if (row + 1 < records_) lost[row + 1] = true;
  }

  void collect(Shows shows) {
    for (const TableRow& row : table_.rows) {
      if (!row.section.empty()) lines_.push_back({records_, -1, false, {false, false, {row.section}, {row.section}}});
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const TableCell& cell = row.cells[c];
        if (!cell.shown()) continue;
        for (std::size_t i = 0; i < (shows == Shows::lines ? cell.lines.size() : 1); ++i)
          lines_.push_back({records_, static_cast<int>(c), i > 0, cell});
      }
      records_ += row.section.empty();
    }
  }

  [[nodiscard]] Kind kind(int column) const { return table_.columns[at(column)]; }
  [[nodiscard]] bool labelled(const Line& line) const { return line.cell.lines[0].find("、") <= 6; }

  // What it costs to leave columns begin to end empty.
  [[nodiscard]] int skip(int begin, int end) const {
    int cost = 0;
    for (int c = begin; c < end; ++c) {
      switch (kind(c)) {
        case Kind::task: return kNever;
        case Kind::number: cost += 6; break;
        case Kind::group: case Kind::lead: cost += 1; break;
        default: cost += 2; break;
      }
    }
    return cost;
  }

  [[nodiscard]] bool fits(const Line& line, int to) const {
    if (to == 2 * n_) {
      if (line.column < 0) return true;
      const Kind truth = kind(line.column);
      return (truth == Kind::group || truth == Kind::extra || truth == Kind::task) && !line.cell.sentence && !line.more;
    }
    if (to >= n_) return line.more || (line.column >= 0 && is_units(kind(line.column)) && is_units(kind(to - n_)));
    if (line.column < 0) return !labelled(line) && (kind(to) == Kind::group || kind(to) == Kind::extra || kind(to) == Kind::task);
    if (line.more && !is_units(kind(line.column))) return false;
    return could_be(line, kind(line.column), kind(to));
  }

  [[nodiscard]] int step(int from, const Line& line, int to) const {
    if (!fits(line, to)) return kNever;
    const bool in_row = from >= 0 && from < 2 * n_;
    const int column = in_row ? from % n_ : -1;
    if (to == 2 * n_) return (in_row ? skip(column + 1, n_) : 0) + 3;
    if (to >= n_) return in_row && column == to - n_ ? 1 : kNever;
    int cost = in_row ? skip(column + 1, n_) + skip(0, to) : skip(0, to);
    if (in_row && column < to) cost = std::min(cost, skip(column + 1, to));
    return cost;
  }

  void search() {
    const std::size_t states = at(2 * n_ + 1);
    forward_.assign(lines_.size(), std::vector<int>(states, kNever));
    backward_ = forward_;
    for (int to = 0; to <= 2 * n_; ++to) forward_[0][at(to)] = step(-1, lines_[0], to);
    for (std::size_t i = 1; i < lines_.size(); ++i)
      for (int from = 0; from <= 2 * n_; ++from)
        for (int to = 0; to <= 2 * n_ && forward_[i - 1][at(from)] < kNever; ++to)
          forward_[i][at(to)] = std::min(forward_[i][at(to)], forward_[i - 1][at(from)] + step(from, lines_[i], to));
    for (int state = 0; state <= 2 * n_; ++state) backward_.back()[at(state)] = state == 2 * n_ ? 3 : skip(state % n_ + 1, n_);
    for (std::size_t i = lines_.size() - 1; i-- > 0;)
      for (int from = 0; from <= 2 * n_; ++from)
        for (int to = 0; to <= 2 * n_; ++to)
          backward_[i][at(from)] = std::min(backward_[i][at(from)], step(from, lines_[i + 1], to) + backward_[i + 1][at(to)]);
  }

  const RandomTable& table_;
  int n_;
  std::size_t records_ = 0;
  std::vector<Line> lines_;
  std::vector<std::vector<int>> forward_, backward_;
};

// Where a cell stands shows its column, but not whether it is more of the one above. A row without a number of its own may be,
// where it has nothing in a column that is empty in the row above it.
bool may_be_more(const RandomTable& table, const TableRow& above, const TableRow& row) {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (row.cells[c].shown() && (table.columns[c] == Kind::number || !above.cells[c].shown())) return false;
  return true;
}

std::vector<bool> lost_in_places(const RandomTable& table) {
  std::vector<bool> lost;
  const TableRow* above = nullptr;
  for (const TableRow& row : table.rows) {
    const bool section = !row.section.empty();
    const bool more = above != nullptr && !section && !row.new_page && may_be_more(table, *above, row);
    if (!section) lost.push_back(more);
    if (more) lost[lost.size() - 2] = true;
    // A section without a label may be more of a task in the first column.
    if (section && table.columns[0] == Kind::task && row.section.find("、") > 6 && !lost.empty()) lost.back() = true;
    above = section ? nullptr : &row;
  }
  return lost;
}

}  // namespace

std::vector<bool> lost_rows(const RandomTable& table, Shows shows) {
  if (shows == Shows::lines || shows == Shows::blocks) return Oracle(table, shows).run();
  if (shows == Shows::places) return lost_in_places(table);
  std::size_t records = 0;
  for (const TableRow& row : table.rows) records += row.section.empty();
  return std::vector<bool>(records, false);
}

}  // namespace gongwen::test
