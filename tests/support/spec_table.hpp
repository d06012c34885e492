#pragma once
// The tables of a specification, "| a | b |" a row, as their cells.
#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace gongwen {

struct SpecRow {
  std::string place;                 ///< "tests/spec/units.md:12"
  std::string header;                ///< the first cell of its table's header
  std::vector<std::string> cells;
};

/// The cells of "| a | b |", without the bars and blanks around them.
inline std::vector<std::string> spec_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = std::min(line.find(" |", begin), line.size());
    std::string_view cell = line.substr(begin, end - begin);
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    cells.emplace_back(cell);
    begin = end + 2;
  }
  return cells;
}

/// Every row of tests/spec/`name` below a header.
inline std::vector<SpecRow> spec_rows(const std::string& name) {
  std::ifstream stream(std::string(GONGWEN_SPEC_DIR "/") + name);
  std::vector<SpecRow> rows;
  std::string header;
  std::uint32_t number = 1;
  for (std::string line; std::getline(stream, line); ++number) {
    if (!line.starts_with("|")) { header.clear(); continue; }
    auto cells = spec_cells(line);
    if (header.empty()) header = cells[0];
    else if (!cells[0].starts_with("---")) rows.push_back({"tests/spec/" + name + ":" + std::to_string(number), header, std::move(cells)});
  }
  return rows;
}

}  // namespace gongwen
