#pragma once
// A task table as a person would type it, made by chance: what every layout prints, and what must be read from it.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gongwen::test {

enum class Kind : std::uint8_t { number, group, task, lead, responsible, supporting, deadline, extra };

struct TableCell {
  bool merged = false;                 // it belongs to the one above it, which has no `merged`
  bool sentence = false;               // of a task: it ends in 。
  std::vector<std::string> lines;      // as typed; none: the cell is empty
  std::vector<std::string> values;     // what must be read: the units, or the one value; none of an empty cell

  [[nodiscard]] bool shown() const { return !merged && !lines.empty(); }
};

struct TableRow {
  std::string section;                 // a row of one cell across all columns; then there are no cells
  std::vector<TableCell> cells;
  bool new_page = false;               // the header comes again above it, in layouts that have pages
};

struct RandomTable {
  std::vector<Kind> columns;
  std::vector<std::string> names;
  bool broken_names = false;           // header cells of four characters stand on two lines
  std::vector<TableRow> rows;
  std::string caption, note;           // above and under it; "" if none

  [[nodiscard]] bool has(Kind kind) const;
};

[[nodiscard]] constexpr bool is_units(Kind kind) {
  return kind == Kind::lead || kind == Kind::responsible || kind == Kind::supporting;
}

/// The cell's lines as one: units joined by 、, other lines with nothing between.
[[nodiscard]] std::string flat(Kind kind, const TableCell& cell);

/// The lines of a header cell.
[[nodiscard]] std::vector<std::string> name_lines(const RandomTable& table, std::size_t column);

/// A number up to 99 in Chinese: 十一.
[[nodiscard]] std::string numeral(int n);

/// `serial` counts the tables of a notice from 1.
[[nodiscard]] RandomTable make_table(std::mt19937& random, int serial = 1);

}  // namespace gongwen::test
