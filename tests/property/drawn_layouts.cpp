// A random table becomes a drawing: grids of + - |, boxes of line-drawing characters, columns of spaces. Cells are wrapped
// by display width, as the tools that draw such tables do.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "property/layouts.hpp"

namespace gongwen::test {
namespace {

using Lines = std::vector<std::string>;

UChar32 next(const std::string& text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

std::size_t width_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE: case U_EA_FULLWIDTH: case U_EA_AMBIGUOUS: return 2;
    default: return 1;
  }
}

// A line never begins with one of these, nor is a number or a word cut.
bool clings(UChar32 before, UChar32 c) {
  const auto closes = [](UChar32 mark) { return std::u32string_view(U"，。；、：？！）”》%").find(static_cast<char32_t>(mark)) != std::u32string_view::npos; };
  const bool opens = std::u32string_view(U"（“《").find(static_cast<char32_t>(before)) != std::u32string_view::npos;
  return closes(c) || opens || (before < 0x80 && c < 0x80);
}

Lines wrapped(const std::string& line, std::size_t limit) {
  Lines lines(1);
  std::size_t width = 0;
  UChar32 before = U'　';
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const UChar32 c = next(line, at);
    if (width + width_of(c) > limit && !clings(before, c)) {
      lines.emplace_back();
      width = 0;
    }
    lines.back() += line.substr(begin, at - begin);
    width += width_of(c);
    before = c;
  }
  return lines;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t taken = terminal_width(text);
  return text + std::string(width > taken ? width - taken : 0, ' ');
}

// A row to draw: its cells' lines. `open`: the cell goes on from the row above.
struct Drawn {
  bool section = false;
  bool header = false;
  std::vector<Lines> cells;
  std::vector<bool> open;

  [[nodiscard]] std::size_t height() const {
    std::size_t height = 1;
    for (const Lines& lines : cells) height = std::max(height, lines.size());
    return height;
  }
};

struct Drawing {
  std::vector<Drawn> rows;
  std::vector<std::size_t> widths;     // of the cells' text
};

// How wide a column's text may grow before it is wrapped; the same for the same table.
std::size_t limit_of(const RandomTable& table, std::size_t column, bool wraps) {
  if (!wraps) return 1000;
  const std::size_t habit = table.rows.size() % 3 * 6;
  return table.columns[column] == Kind::task ? 24 + habit : table.columns[column] == Kind::group ? 12 + habit : 16 + habit;
}

Drawn header_of(const RandomTable& table) {
  Drawn row;
  row.header = true;
  for (std::size_t c = 0; c < table.columns.size(); ++c) row.cells.push_back(name_lines(table, c));
  row.open.assign(table.columns.size(), false);
  return row;
}

Drawing draw(const RandomTable& table, bool wraps) {
  Drawing drawing;
  drawing.rows.push_back(header_of(table));
  for (const TableRow& row : table.rows) {
    if (row.new_page) drawing.rows.push_back(header_of(table));
    Drawn drawn;
    drawn.section = !row.section.empty();
    if (drawn.section) drawn.cells.push_back({row.section});
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      drawn.cells.emplace_back();
      for (const std::string& line : row.cells[c].lines)
        for (std::string& part : wrapped(line, limit_of(table, c, wraps))) drawn.cells.back().push_back(std::move(part));
      drawn.open.push_back(row.cells[c].merged);
    }
    drawing.rows.push_back(std::move(drawn));
  }
  drawing.widths.assign(table.columns.size(), 0);
  for (const Drawn& row : drawing.rows)
    for (std::size_t c = 0; c < row.cells.size() && !row.section; ++c)
      for (const std::string& line : row.cells[c]) drawing.widths[c] = std::max(drawing.widths[c], terminal_width(line));
  for (const Drawn& row : drawing.rows)   // a section row must fit
    if (row.section) {
      std::size_t sum = 3 * (drawing.widths.size() - 1);
      for (const std::size_t width : drawing.widths) sum += width;
      const std::size_t needed = terminal_width(row.cells[0][0]);
      if (needed > sum) drawing.widths.back() += needed - sum;
    }
  return drawing;
}

// The strokes of a drawing: by what stands above and below, left and right.
struct Pen {
  std::string_view flat, upright, header_flat;
  bool round = false;            // junctions are all alike: +
  std::size_t stroke = 1;        // how wide a stroke is taken to be
};

class Painter {
 public:
  Painter(const Drawing& drawing, const Pen& pen, bool spans) : drawing_(drawing), pen_(pen), spans_(spans) {
    for (std::size_t width : drawing.widths) {
      width += 2;
      widths_.push_back(width + width % pen.stroke);
    }
  }

  std::string run() {
    std::string text;
    for (std::size_t r = 0; r < drawing_.rows.size(); ++r) text += rule(r) + content(drawing_.rows[r]);
    return text + rule(drawing_.rows.size());
  }

 private:
  [[nodiscard]] std::size_t columns() const { return widths_.size(); }

  // Whether there is a stroke to the right of column `c` in row `r`; rows outside of the table have none.
  [[nodiscard]] bool upright(std::size_t r, std::size_t c) const {
    if (r >= drawing_.rows.size()) return false;
    return c + 1 == columns() || !(spans_ && drawing_.rows[r].section);
  }

  // Whether row `r` has a rule above its column `c`.
  [[nodiscard]] bool ruled(std::size_t r, std::size_t c) const {
    return r >= drawing_.rows.size() || drawing_.rows[r].section || !spans_ || !drawing_.rows[r].open[c];
  }

  // The junction left of column `c` in the rule above row `r`.
  [[nodiscard]] std::string_view junction(std::size_t r, std::size_t c) const {
    if (pen_.round) return "+";
    const bool up = r > 0 && (c == 0 || upright(r - 1, c - 1)), down = r < drawing_.rows.size() && (c == 0 || upright(r, c - 1));
    const bool left = c > 0 && ruled(r, c - 1), right = c < columns() && ruled(r, c);
    static constexpr std::string_view kJunctions[16] = {" ", "─", "─", "─", "│", "┌", "┐", "┬", "│", "└", "┘", "┴", "│", "├", "┤", "┼"};
    return kJunctions[(up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)];
  }

  [[nodiscard]] std::string rule(std::size_t r) const {
    const bool under_header = r == 1;
    std::string text;
    for (std::size_t c = 0; c <= columns(); ++c) {
      text += junction(r, c);
      if (c == columns()) break;
      if (!ruled(r, c)) text += std::string(widths_[c], ' ');
      else
        for (std::size_t i = 0; i < widths_[c] / pen_.stroke; ++i) text += under_header ? pen_.header_flat : pen_.flat;
    }
    return text + "\n";
  }

  [[nodiscard]] std::string content(const Drawn& row) const {
    std::string text;
    for (std::size_t line = 0; line < row.height(); ++line) {
      text += pen_.upright;
      for (std::size_t c = 0; c < columns(); ++c) {
        const bool shown = c < row.cells.size() && line < row.cells[c].size();
        std::size_t width = widths_[c];
        if (row.section && spans_) {
          while (c + 1 < columns()) width += widths_[++c] + pen_.stroke;
        }
        text += padded(shown || (row.section && spans_) ? " " + row.cells[row.section ? 0 : c][line] : "", width);
        text += pen_.upright;
      }
      text += "\n";
    }
    return text;
  }

  const Drawing& drawing_;
  Pen pen_;
  bool spans_;
  std::vector<std::size_t> widths_;    // with a space at each side
};

// Without spans a section's text stands in the first column, and must be wrapped there.
Drawing without_spans(Drawing drawing) {
  for (Drawn& row : drawing.rows) {
    if (!row.section) continue;
    row.cells[0] = wrapped(row.cells[0][0], std::max<std::size_t>(drawing.widths[0], 8));
    for (const std::string& line : row.cells[0]) drawing.widths[0] = std::max(drawing.widths[0], terminal_width(line));
    row.cells.resize(drawing.widths.size());
  }
  return drawing;
}

std::string around(const RandomTable& table, const std::string& drawn) {
  return (table.caption.empty() ? "" : table.caption + "\n\n") + drawn + (table.note.empty() ? "" : "\n" + table.note + "\n");
}

}  // namespace

std::size_t terminal_width(std::string_view text) {
  const std::string copy(text);
  std::size_t width = 0;
  for (std::size_t at = 0; at < copy.size();) width += width_of(next(copy, at));
  return width;
}

std::string print_rst(const RandomTable& table) {
  const Drawing drawing = draw(table, false);
  return around(table, Painter(drawing, {"-", "|", "=", true, 1}, true).run());
}

std::string print_pandoc(const RandomTable& table) {
  const Drawing drawing = without_spans(draw(table, true));
  return around(table, Painter(drawing, {"-", "|", "=", true, 1}, false).run());
}

std::string print_box(const RandomTable& table) {
  const Drawing drawing = draw(table, true);
  return around(table, Painter(drawing, {"─", "│", "─", false, 1}, true).run());
}

std::string print_wide_box(const RandomTable& table) {
  const Drawing drawing = draw(table, true);
  return around(table, Painter(drawing, {"─", "│", "─", false, 2}, true).run());
}

std::vector<bool> parted_tasks(const RandomTable& table) {
  const Drawing drawing = draw(table, true);
  const std::size_t task = static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), Kind::task) - table.columns.begin());
  std::vector<bool> parted;
  for (const Drawn& row : drawing.rows) {
    if (row.header || row.section) continue;
    const Lines& lines = row.cells[task];
    bool part = false;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)   // a line never begins with a mark, so a full one may lack a character
      part = part || lines[i].ends_with("。") || terminal_width(lines[i]) + 4 <= drawing.widths[task];
    parted.push_back(part);
  }
  return parted;
}

// Columns two spaces apart; what is left of a wrapped cell stands under its first line.
std::string print_spaces(const RandomTable& table) {
  RandomTable plain = table;
  plain.broken_names = false;
  const Drawing drawing = draw(plain, true);
  std::string text;
  for (const Drawn& row : drawing.rows) {
    for (std::size_t line = 0; line < row.height(); ++line) {
      std::string drawn;
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        drawn += padded(line < row.cells[c].size() ? row.cells[c][line] : "", drawing.widths[c] + 2);
      text += drawn.substr(0, drawn.find_last_not_of(' ') + 1) + "\n";
    }
  }
  return around(table, text);
}

}  // namespace gongwen::test
