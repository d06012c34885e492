// A random table becomes lines of text: cells on lines of their own, cells side by side, lines of labels; and the
// WordprocessingML of a Word document.
#include "property/layouts.hpp"

#include <algorithm>
#include <array>

namespace gongwen::test {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines, std::string_view by) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text.append(i == 0 ? "" : by).append(lines[i]);
  return text;
}

std::string above(const RandomTable& table) { return table.caption.empty() ? "" : table.caption + "\n\n"; }
std::string below(const RandomTable& table) { return table.note.empty() ? "" : "\n" + table.note + "\n"; }

// A block of lines after tabs is a row; a merged cell is an empty one.
std::string print_tika(const RandomTable& table) {
  std::string header, text = above(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c) header += "\t" + joined(name_lines(table, c), "\n") + "\n";
  text += header;
  for (const TableRow& row : table.rows) {
    if (row.new_page) text += "\n" + header;
    text += "\n";
    if (!row.section.empty()) text += "\t" + row.section + "\n";
    for (const TableCell& cell : row.cells) text += "\t" + (cell.merged ? "" : joined(cell.lines, "\n")) + "\n";
  }
  return text + " \n" + below(table);
}

// Cells on lines of their own; `end` after each, `inside` between the lines of one.
std::string print_cells(const RandomTable& table, std::string_view inside, std::string_view end, bool empty) {
  std::string header, text = above(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c) header.append(joined(name_lines(table, c), inside)).append(end);
  text += header;
  int page = 3;
  for (const TableRow& row : table.rows) {
    if (row.new_page) text.append("— " + std::to_string(page++) + " —").append(end).append(header);
    if (!row.section.empty()) text.append(row.section).append(end);
    for (const TableCell& cell : row.cells) {
      if (cell.shown()) text.append(joined(cell.lines, inside)).append(end);
      else if (empty && !cell.merged) text.append(end);
    }
  }
  return text + below(table);
}

std::string print_apart(const RandomTable& table) { return print_cells(table, "\n", "\n\n", false); }
std::string print_close(const RandomTable& table) { return print_cells(table, "\n", "\n", false); }
std::string print_bar_lines(const RandomTable& table) { return print_cells(table, "\n", "\n|\n", false); }

// Rows on lines: what stands before, between and after the cells, between the lines of one, and around it.
struct Side {
  std::string_view before, between, after, inside;
  bool flat = true;               // a cell's lines become one
  bool quoted = false;
  bool short_sections = false;    // a section row has no empty cells
  bool page_numbers = false;
};

std::string quote(const std::string& text, const Side& side) {
  if (!side.quoted) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string side_row(const Lines& cells, const Side& side) {
  return std::string(side.before).append(joined(cells, side.between)).append(side.after).append("\n");
}

std::string side_header(const RandomTable& table, const Side& side) {
  Lines names;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    names.push_back(quote(side.flat ? table.names[c] : joined(name_lines(table, c), side.inside), side));
  return side_row(names, side);
}

std::string print_side(const RandomTable& table, const Side& side, std::string_view rule = "") {
  const std::string header = side_header(table, side);
  std::string text = above(table) + header + std::string(rule);
  int page = 3;
  for (const TableRow& row : table.rows) {
    if (row.new_page) text += (side.page_numbers ? "— " + std::to_string(page++) + " —\n" : "") + header;
    Lines cells;
    if (!row.section.empty()) cells.push_back(quote(row.section, side));
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TableCell& cell = row.cells[c];
      cells.push_back(cell.merged ? "" : quote(side.flat ? flat(table.columns[c], cell) : joined(cell.lines, side.inside), side));
    }
    while (cells.size() < table.columns.size() && !side.short_sections) cells.emplace_back();
    text += side_row(cells, side);
  }
  return text + below(table);
}

std::string print_tabs(const RandomTable& table) { return print_side(table, {"", "\t", "", "", true, false, true, true}); }
std::string print_quoted_tabs(const RandomTable& table) { return print_side(table, {"", "\t", "", "\n", false, true}); }
std::string print_commas(const RandomTable& table) { return print_side(table, {"", ",", "", ""}); }
std::string print_semicolons(const RandomTable& table) { return print_side(table, {"", ";", "", ""}); }
std::string print_quoted_semicolons(const RandomTable& table) { return print_side(table, {"", ";", "", "\n", false, true}); }
std::string print_bars(const RandomTable& table) { return print_side(table, {"", " | ", "", ""}); }
std::string print_wide_bars(const RandomTable& table) { return print_side(table, {"｜", "｜", "｜", ""}); }

// As a spreadsheet does: a comma of the text is half-width, and so stands in quotes.
std::string print_quoted_commas(RandomTable table) {
  for (TableRow& row : table.rows)
    for (TableCell& cell : row.cells)
      for (std::string& line : cell.lines)
        for (std::size_t at = 0; (at = line.find("，", at)) != std::string::npos; ++at) line.replace(at, std::string_view("，").size(), ",");
  return print_side(table, {"", ",", "", "\n", false, true});
}
std::string print_spreadsheet(const RandomTable& table) { return print_quoted_commas(table); }

std::string print_markdown(const RandomTable& table) {
  std::string rule = "|";
  for (std::size_t c = 0; c < table.columns.size(); ++c) rule += c % 2 == 0 ? "---|" : ":---:|";
  return print_side(table, {"| ", " | ", " |", "<br>", false}, rule + "\n");
}

// Items, and under each what is said of it, units and deadline first; a group is a heading.
std::string print_labels(const RandomTable& table) {
  std::string text;
  std::vector<std::string> over(table.columns.size());
  for (const TableRow& row : table.rows) {
    if (!row.section.empty()) text += row.section + "\n";
    std::string task, lines, extra;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TableCell& cell = row.cells[c];
      if (!cell.merged) over[c] = flat(table.columns[c], cell);
      if (over[c].empty()) continue;
      switch (table.columns[c]) {
        case Kind::number: break;
        case Kind::group: text += cell.merged ? "" : over[c] + "\n"; break;
        case Kind::task: task = over[c] + "\n"; break;
        case Kind::extra: extra += table.names[c] + "：" + over[c] + "\n"; break;
        default: lines += table.names[c] + "：" + over[c] + "\n"; break;
      }
    }
    text += task + lines + extra;
  }
  return text;
}

constexpr std::array kLayouts = {
    Layout{"tika", Shows::empties, print_tika},
    Layout{"one-a-line-apart", Shows::blocks, print_apart},
    Layout{"one-a-line", Shows::lines, print_close},
    Layout{"bar-lines", Shows::blocks, print_bar_lines},
    Layout{"bars", Shows::empties, print_bars},
    Layout{"wide-bars", Shows::empties, print_wide_bars},
    Layout{"markdown", Shows::empties, print_markdown},
    Layout{"rst-grid", Shows::all, print_rst},
    Layout{"pandoc-grid", Shows::empties, print_pandoc},
    Layout{"box", Shows::all, print_box},
    Layout{"wide-box", Shows::all, print_wide_box},
    Layout{"spaces", Shows::places, print_spaces},
    Layout{"tabs", Shows::empties, print_tabs},
    Layout{"quoted-tabs", Shows::empties, print_quoted_tabs},
    Layout{"commas", Shows::empties, print_commas},
    Layout{"quoted-commas", Shows::empties, print_spreadsheet},
    Layout{"semicolons", Shows::empties, print_semicolons},
    Layout{"quoted-semicolons", Shows::empties, print_quoted_semicolons},
    Layout{"labels", Shows::labels, print_labels},
};

std::string word_cell(const Lines& lines, std::string_view properties) {
  std::string xml = "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>";
  for (const std::string& line : lines) xml += word_paragraph(line);
  return xml + (lines.empty() ? "<w:p/>" : "") + "</w:tc>";
}

}  // namespace

std::span<const Layout> text_layouts() { return kLayouts; }

std::string word_paragraph(std::string_view text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string word_table(const RandomTable& table) {
  std::string header = "<w:tr>", xml = table.caption.empty() ? "" : word_paragraph(table.caption);
  xml += "<w:tbl><w:tblGrid>";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    xml += "<w:gridCol/>";
    header += word_cell(name_lines(table, c), "");
  }
  header += "</w:tr>";
  xml += "</w:tblGrid>" + header;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    if (row.new_page) xml += header;
    xml += "<w:tr>";
    if (!row.section.empty()) xml += word_cell({row.section}, "<w:gridSpan w:val=\"" + std::to_string(table.columns.size()) + "\"/>");
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const bool goes_on = r + 1 < table.rows.size() && table.rows[r + 1].section.empty() && table.rows[r + 1].cells[c].merged;
      xml += word_cell(row.cells[c].lines, row.cells[c].merged ? "<w:vMerge/>" : goes_on ? "<w:vMerge w:val=\"restart\"/>" : "");
    }
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>" + (table.note.empty() ? "" : word_paragraph(table.note));
}

}  // namespace gongwen::test
