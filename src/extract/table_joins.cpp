// A table that was cut at the end of a page, and set going again below, becomes one. The second goes on with the first if
// it repeats the first's header; or if it has none, stands on the same grid lines, and its rows go on: the serial number
// counts on, or where there is none or a labelled section opens it, the cells under the task and the units are filled.
#include "extract/table_joins.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "extract/cell_shapes.hpp"
#include "extract/grid.hpp"
#include "extract/table_header.hpp"
#include "grammar/tables.hpp"
#include "segment/labels.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::uint32_t kTolerance = 200;     // twentieths of a point: a character
constexpr std::uint32_t kLongestUnits = 90;   // code points of a cell of units or of a deadline

using Texts = std::vector<std::string>;

Texts texts_of(const Grid& grid, std::uint32_t row) {
  Texts texts;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) texts.emplace_back(grid.text(row, column));
  return texts;
}

// At least two columns are named: a row that a reader would take for a header again.
bool names_columns(const Texts& row) {
  Texts named = row;
  std::erase(named, std::string());
  std::sort(named.begin(), named.end());
  return std::unique(named.begin(), named.end()) - named.begin() >= 2;
}

bool same_lines(const Table& above, const Table& below) {
  if (above.columns != below.columns || above.edges.empty() || above.edges.size() != below.edges.size()) return false;
  for (std::size_t i = 0; i < above.edges.size(); ++i) {
    const auto [less, more] = std::minmax(above.edges[i], below.edges[i]);
    if (more - less > kTolerance) return false;
  }
  return true;
}

// What the table so far has shown: looked at once, however many tables go on with it.
struct Seam {
  std::optional<TableHeader> header;
  Texts captions;                             // the full rows above that
  Texts first;                                // its first row that is not one cell
  std::optional<std::uint32_t> last_number;   // in its serial column
};

std::uint32_t first_plain_row(const Grid& grid) {
  std::uint32_t row = 0;
  while (row < grid.rows() && grid.full_row(row) != nullptr) ++row;
  return row;
}

bool is_continuation_mark(std::string_view text, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::matter].match_whole(text);
  return match && match->entry->attribute("element") == "continued";
}

// The column that counts the rows: the one that the header names so, else the first.
std::uint32_t number_column(const Seam& seam) {
  for (std::uint32_t i = 0; seam.header && i < seam.header->columns.size(); ++i)
    if (seam.header->columns[i].field == ColumnField::number) return i;
  return 0;
}

std::optional<std::uint32_t> last_serial(const Grid& grid, std::uint32_t column) {
  for (std::uint32_t row = grid.rows(); row > 0; --row)
    if (grid.full_row(row - 1) == nullptr)
      if (const auto serial = read_serial(grid.text(row - 1, column))) return serial;
  return {};
}

Seam seam_of(const Grid& grid, const Grammar& grammar) {
  Seam seam{find_header(grid, grammar), {}, {}, {}};
  const std::uint32_t first = seam.header ? seam.header->first : first_plain_row(grid);
  for (std::uint32_t row = 0; row < first; ++row)
    if (const Cell* cell = grid.full_row(row)) seam.captions.emplace_back(grid.text(*cell));
  if (first < grid.rows()) seam.first = texts_of(grid, first);
  seam.last_number = last_serial(grid, number_column(seam));
  return seam;
}

// The rows above a repeated header say nothing new.
bool repeats_captions(const Grid& grid, std::uint32_t header, const Seam& seam, const Grammar& grammar) {
  for (std::uint32_t row = 0; row < header; ++row) {
    const Cell* cell = grid.full_row(row);
    const bool known = cell == nullptr || is_caption_again(grid.text(*cell), seam.captions, grammar);
    if (!known) return false;
  }
  return true;
}

bool has_header(const Table& table, const Grid& grid, std::uint32_t row, const Grammar& grammar) {
  if (table.header_rows > 0 || find_header(grid, grammar)) return true;
  std::size_t known = 0;
  for (std::uint32_t column = 0; column < grid.columns(); ++column)
    known += read_header(grid.text(row, column), grammar).field != ColumnField::unknown;
  return known >= 2;
}

// A row under the header above: the task is there, and a unit or a deadline, no longer than one is.
bool is_record(const Grid& grid, std::uint32_t row, const TableHeader& header) {
  bool task = false, other = false;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::string_view text = grid.text(row, column);
    const ColumnField field = header.columns[column].field;
    if (text.empty()) continue;
    task = task || field == ColumnField::task;
    if (!is_units(field) && field != ColumnField::deadline) continue;
    if (text::count_code_points(text) > kLongestUnits) return false;
    other = true;
  }
  return task && other;
}

bool goes_on(const Table& above, const Seam& seam, const Table& below, const Grid& grid, const Grammar& grammar) {
  const std::uint32_t row = first_plain_row(grid);
  if (row == grid.rows()) return false;
  const bool has_rows = seam.header || (above.rows > 1 && row + 1 < grid.rows());   // a header alone is no header
  if (has_rows && names_columns(seam.first) && texts_of(grid, row) == seam.first) return repeats_captions(grid, row, seam, grammar);
  if (!same_lines(above, below) || has_header(below, grid, row, grammar)) return false;
  if (!seam.last_number) return seam.header && row == 0 && is_record(grid, row, *seam.header);
  const std::string_view number = grid.text(row, number_column(seam));
  if (const auto next = read_serial(number); next && *next == *seam.last_number + 1) return true;
  // A number that covers more rows, or one that begins anew under the next section.
  const bool may_differ = number.empty() || (row > 0 && read_label(grid.text(0, 0), grammar));
  return may_differ && seam.header && is_record(grid, row, *seam.header);
}

void append(Table& above, Table& below) {
  for (Cell& cell : below.cells) cell.row += above.rows;
  std::move(below.cells.begin(), below.cells.end(), std::back_inserter(above.cells));
  std::move(below.nested.begin(), below.nested.end(), std::back_inserter(above.nested));
  above.rows += below.rows;
  above.range.end = below.range.end;
}

// The blocks, one after the other; a mark that a table goes on is part of the table if it does.
class Joiner {
 public:
  Joiner(const Folded& folded, const Grammar& grammar) : folded_(folded), grammar_(grammar) {}

  void add(Block block) {
    if (auto* const table = std::get_if<Table>(&block)) {
      if (try_join(*table)) return;
      settle();
      seam_.reset();
      table_ = blocks_.size();
    } else if (const auto& paragraph = std::get<Paragraph>(block);
               !mark_ && follows_table() && is_continuation_mark(folded_.view(paragraph.range), grammar_)) {
      mark_ = paragraph;
      return;
    } else {
      settle();
    }
    blocks_.push_back(std::move(block));
  }

  std::vector<Block> blocks() && {
    settle();
    return std::move(blocks_);
  }

 private:
  bool try_join(Table& below) {
    if (!follows_table()) return false;
    Table& above = std::get<Table>(blocks_.back());
    if (above.columns != below.columns) return false;
    if (!seam_) seam_ = seam_of(Grid(above, folded_), grammar_);
    const Grid grid(below, folded_);
    if (!goes_on(above, *seam_, below, grid, grammar_)) return false;
    if (const auto last = last_serial(grid, number_column(*seam_))) seam_->last_number = last;
    append(above, below);
    mark_.reset();
    return true;
  }

  [[nodiscard]] bool follows_table() const { return table_ != kNone && table_ + 1 == blocks_.size(); }

  void settle() {
    if (const auto mark = std::exchange(mark_, std::nullopt)) blocks_.emplace_back(*mark);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const Folded& folded_;
  const Grammar& grammar_;
  std::vector<Block> blocks_;
  std::size_t table_ = kNone;           // the last table in blocks_
  std::optional<Seam> seam_;            // of that table, once it was asked for
  std::optional<Paragraph> mark_;       // 续表 after it
};

}  // namespace

bool is_caption_again(std::string_view text, std::span<const std::string> captions, const Grammar& grammar) {
  if (is_continuation_mark(text, grammar)) return true;
  return std::any_of(captions.begin(), captions.end(), [&](const std::string& caption) {
    if (caption.empty() || !text.starts_with(caption)) return false;
    return text.size() == caption.size() || is_continuation_mark(text.substr(caption.size()), grammar);
  });
}

void join_tables(Document& document, const Folded& folded, const Grammar& grammar) {
  Joiner joiner(folded, grammar);
  for (Block& block : document.blocks) joiner.add(std::move(block));
  document.blocks = std::move(joiner).blocks();
}

}  // namespace gongwen
