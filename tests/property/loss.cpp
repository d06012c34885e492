// The lines of a table become the columns in which each may stand by its looks alone, and a shortest path over all ways to
// lay them out, where a cell left out costs, tells whether another way is as good as the true one. What is lost is lost in
// the text: no reading of it could be held against a program.
#include "property/loss.hpp"
#include "property/records.hpp"

#include <algorithm>
#include <limits>

namespace gongwen::test {
namespace {

constexpr int kNever = 1'000'000;
constexpr int kClear = 2;      // what one cell left out costs

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
  Oracle(const RandomTable& table, Shows shows)
      : table_(table), n_(static_cast<int>(table.columns.size())), more_units_(shows == Shows::lines ? 1 : 3) {
    collect(shows);
  }

  std::vector<Says> run() {
    std::vector<Says> said(records_, Says::clearly);
    if (lines_.empty()) return said;
    search();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const int truth = state_of(lines_[i]);
      int other = kNever;
      for (int state = 0; state <= 2 * n_; ++state)
        if (state != truth) other = std::min(other, forward_[i][at(state)] + backward_[i][at(state)]);
      const int cost = forward_[i][at(truth)] + backward_[i][at(truth)];
      mark(said, lines_[i], other - cost);
    }
    mark_open_leads(said);
    inherit(said);
    return said;
  }

 private:
  static std::size_t at(int state) { return static_cast<std::size_t>(state); }
  // States: a cell in column c; more of column c (n + c); a section row (2n).
  [[nodiscard]] int state_of(const Line& line) const { return line.column < 0 ? 2 * n_ : line.column + (line.more ? n_ : 0); }

  // A row that may end elsewhere takes those beside it along.
  void mark(std::vector<Says>& said, const Line& line, int margin) const {
    const Says says = margin >= kClear ? Says::clearly : margin > -kClear ? Says::openly : Says::otherwise;
    const std::size_t row = std::min(line.row, records_ - 1);
    for (std::size_t at = row > 0 ? row - 1 : 0; at <= row + 1 && at < records_; ++at) said[at] = std::max(said[at], says);
  }

  // A lead that is left out at the end of its row's cells may be merged, or empty.
  void mark_open_leads(std::vector<Says>& said) const {
    std::size_t record = 0;
    for (const TableRow& row : table_.rows) {
      if (!row.section.empty()) continue;
      bool more = false;
      for (std::size_t c = row.cells.size(); c-- > 0;) {
        if (kind(static_cast<int>(c)) == Kind::lead && row.cells[c].merged && !more) said[record] = std::max(said[record], Says::openly);
        more = more || row.cells[c].shown();
      }
      ++record;
    }
  }

  // What is merged is lost with the cell that it belongs to.
  void inherit(std::vector<Says>& said) const {
    std::size_t record = 0;
    for (const TableRow& row : table_.rows) {
      if (!row.section.empty()) continue;
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        if (row.cells[c].merged && record > 0) said[record] = std::max(said[record], said[record - 1]);
      ++record;
    }
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
        case Kind::group: cost += 1; break;
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
    if (to >= n_) {
      if (line.more) return true;
      if (line.column < 0) return !labelled(line) && (kind(to - n_) == Kind::task || kind(to - n_) == Kind::extra || kind(to - n_) == Kind::group);
      const Kind truth = kind(line.column);
      return (is_units(truth) && is_units(kind(to - n_))) || (truth == Kind::task && kind(to - n_) == Kind::task);
    }
    if (line.column < 0) return !labelled(line) && (kind(to) == Kind::group || kind(to) == Kind::extra || kind(to) == Kind::task);
    if (line.more && !is_units(kind(line.column))) return false;
    return could_be(line, kind(line.column), kind(to));
  }

  [[nodiscard]] int step(int from, const Line& line, int to) const {
    if (!fits(line, to)) return kNever;
    const bool in_row = from >= 0 && from < 2 * n_;
    const int column = in_row ? from % n_ : -1;
    if (to == 2 * n_) return (in_row ? skip(column + 1, n_) : 0) + 3;
    if (to >= n_) return in_row && column == to - n_ ? (is_units(kind(column)) ? more_units_ : line.more ? 1 : 3) : kNever;
    int cost = in_row ? skip(column + 1, n_) + skip(0, to) : skip(0, to);
    if (in_row && column < to) cost = std::min(cost, skip(column + 1, to) + (column + 1 < to && inner_group(column + 1) ? 2 : 0));
    return cost;
  }

  // A group that is new where the one left of it is.
  [[nodiscard]] bool inner_group(int c) const { return c > 0 && kind(c) == Kind::group && kind(c - 1) == Kind::group; }

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
  int more_units_;       // what a unit list over several lines costs
  std::size_t records_ = 0;
  std::vector<Line> lines_;
  std::vector<std::vector<int>> forward_, backward_;
};

// Whether the task of a row ends in 。.
bool ends_sentence(const RandomTable& table, const TableRow& row) {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (table.columns[c] == Kind::task) return row.cells[c].sentence;
  return false;
}

// Where a cell stands shows its column, but not whether it is more of the one above. A row without a number of its own may be,
// where it has nothing in a column that is empty in the row above it.
bool may_be_more(const RandomTable& table, const TableRow& above, const TableRow& row) {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (row.cells[c].shown() && (table.columns[c] == Kind::number || !above.cells[c].shown())) return false;
  return true;
}

// A number is that of its row, or of the group beside it, which may hold for several rows.
bool numbers_rows(const RandomTable& table) {
  for (std::size_t c = 0; c + 1 < table.columns.size(); ++c) {
    const Kind left = table.columns[c], right = table.columns[c + 1];
    if ((left == Kind::number && right == Kind::group) || (left == Kind::group && right == Kind::number)) return false;
  }
  return table.has(Kind::number);
}

std::vector<Says> said_in_places(const RandomTable& table) {
  std::vector<Says> said;
  const TableRow* above = nullptr;
  const bool numbered = table.has(Kind::number);
  bool section_lost = false;
  for (const TableRow& row : table.rows) {
    const bool section = !row.section.empty();
    const bool more = above != nullptr && !section && !row.new_page && may_be_more(table, *above, row);
    const Says says = section_lost ? Says::otherwise : !more ? Says::clearly : numbered || !ends_sentence(table, *above) ? Says::otherwise : Says::openly;
    if (more) said.back() = std::max(said.back(), says);
    if (!section) said.push_back(says);
    // A section without a label may be more of a task in the first column.
    if (section) section_lost = table.columns[0] == Kind::task && row.section.find("、") > 6 && !said.empty();
    if (section_lost && section) said.back() = Says::otherwise;
    above = section ? nullptr : &row;
  }
  // Where no number counts the rows, or tasks stand where section rows do, a line that begins another sentence, or follows one that is not full, may begin a row.
  const std::vector<bool> parted = parted_tasks(table);
  for (std::size_t i = 0; i < said.size() && (!numbers_rows(table) || table.columns[0] == Kind::task); ++i)
    if (parted[i]) said[i] = std::max(said[i], Says::openly);
  return said;
}

// A merged cell that comes as an empty one leaves a row with a task and nothing else, in the first column: a section row.
std::vector<Says> said_with_empty_cells(const RandomTable& table) {
  std::vector<Says> said;
  for (const TableRow& row : table.rows) {
    if (!row.section.empty()) continue;
    const auto shown = std::count_if(row.cells.begin(), row.cells.end(), [](const TableCell& cell) { return cell.shown(); });
    const bool alone = shown == 1 && table.columns[0] == Kind::task && !row.cells[0].sentence;
    said.push_back(alone ? Says::otherwise : Says::clearly);
  }
  return said;
}

}  // namespace

std::vector<Says> what_is_said(const RandomTable& table, Shows shows) {
  switch (shows) {
    case Shows::lines: case Shows::blocks: return Oracle(table, shows).run();
    case Shows::places: return said_in_places(table);
    case Shows::empties: return said_with_empty_cells(table);
    case Shows::all: case Shows::labels: break;
  }
  return std::vector<Says>(expected_records(table).size(), Says::clearly);
}

}  // namespace gongwen::test
