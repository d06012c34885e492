// Rows of cells become lines of a table that fits the terminal.
#include "cli/table.hpp"

#include <algorithm>
#include <string_view>

#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kGap = 2;       // spaces between columns
constexpr std::size_t kNarrow = 2;    // no column is narrower than a Chinese character

// The widest line of a cell.
std::size_t natural_width(std::string_view text) {
  std::size_t widest = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    widest = std::max(widest, display_width(text.substr(0, end)));
    if (end == std::string_view::npos) return widest;
    text.remove_prefix(end + 1);
  }
}

void append_padded(std::string& line, std::string_view text, std::size_t width) {
  const std::size_t have = display_width(text);
  line.append(text).append(width > have ? width - have : 0, ' ');
}

void append_trimmed(std::string& out, std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  out.append(line).append("\n");
}

}  // namespace

std::size_t TextTable::cut_width(const Layout& column, std::size_t cut, std::size_t columns) const {
  if (column.column == whole_ && column.width <= columns / 2) return column.width;
  return std::min(column.width, column.column == main_ ? cut * 2 : cut);
}

std::vector<TextTable::Layout> TextTable::layout(std::size_t columns) const {
  std::vector<std::size_t> widths(header_.size(), 0);
  for (const Row& row : rows_) {
    if (row.section) continue;
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], natural_width(row.cells[i]));
  }
  std::vector<Layout> shown;
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (widths[i] > 0) shown.push_back({i, std::max(widths[i], display_width(header_[i]))});

  // The greatest cut with which all columns and the gaps between them fit.
  const auto total = [&](std::size_t cut) {
    std::size_t sum = shown.empty() ? 0 : kGap * (shown.size() - 1);
    for (const Layout& column : shown) sum += cut_width(column, cut, columns);
    return sum;
  };
  std::size_t cut = columns;
  while (cut > kNarrow && total(cut) > columns) --cut;
  for (Layout& column : shown) column.width = cut_width(column, cut, columns);
  return shown;
}

void TextTable::render_row(std::string& out, const std::vector<std::string>& cells, const std::vector<Layout>& layout) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (const Layout& column : layout) {
    wrapped.push_back(wrap(cells[column.column], column.width));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < layout.size(); ++i) {
      if (i > 0) text.append(kGap, ' ');
      append_padded(text, line < wrapped[i].size() ? std::string_view(wrapped[i][line]) : "", layout[i].width);
    }
    append_trimmed(out, std::move(text));
  }
}

std::string TextTable::render(std::size_t columns) const {
  const std::vector<Layout> shown = layout(columns);
  std::string out;
  render_row(out, header_, shown);
  std::string rule;
  for (std::size_t i = 0; i < shown.size(); ++i) rule.append(i > 0 ? kGap : 0, ' ').append(shown[i].width, '-');
  append_trimmed(out, rule);
  for (const Row& row : rows_) {
    if (!row.section) render_row(out, row.cells, shown);
    else
      for (const std::string& line : wrap(row.cells.front(), columns)) append_trimmed(out, line);
  }
  return out;
}

}  // namespace gongwen::cli
