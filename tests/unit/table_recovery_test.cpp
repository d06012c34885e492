// tests/spec/table-recovery.md, run: each case's text is read as a file, and what table recovery makes of it is written
// down as the page explains. GONGWEN_SPEC_WRITE=1 writes what came out into the page, for a person to review; such a run
// fails all the same.
#include "../catch.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/table_recovery.hpp"
#include "readers/readers.hpp"

#ifndef GONGWEN_SPEC_DIR
#define GONGWEN_SPEC_DIR "tests/spec"
#endif

namespace {

using namespace gongwen;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

Document recovered(const std::string& text) {
  auto read = read_txt(std::as_bytes(std::span(text)), {});
  REQUIRE(read.ok());
  Document document = std::move(*read);
  const Folded folded(document.source);
  recover_tables(document, folded, Grammar::builtin());
  return document;
}

std::string shown(const Folded& folded, const std::vector<Range>& lines) {
  std::string text;
  for (const Range line : lines) text += (text.empty() ? "" : "⏎") + replaced(std::string(folded.written(folded.to_folded(line))), "|", "¦");
  return text;
}

std::string shown(const Folded& folded, const Table& table) {
  std::vector<std::vector<std::string>> grid(table.rows, std::vector<std::string>(table.columns));
  for (const Cell& cell : table.cells) {
    REQUIRE(cell.row + cell.row_span <= table.rows);
    REQUIRE(cell.column + cell.column_span <= table.columns);
    for (std::uint32_t r = cell.row; r < cell.row + cell.row_span; ++r)
      for (std::uint32_t c = cell.column; c < cell.column + cell.column_span; ++c) {
        REQUIRE(grid[r][c].empty());
        grid[r][c] = r > cell.row ? "↑" : c > cell.column ? "←" : shown(folded, cell.lines);
      }
  }
  std::string text = "table\n";
  for (const auto& row : grid) {
    for (std::size_t c = 0; c < row.size(); ++c) text += (c == 0 ? "" : " | ") + row[c];
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
  }
  return text;
}

// The whole document: paragraphs as `¶ text`, tables as their grids, diagnostics as `! rule: what is quoted`.
std::string shown(const Document& document) {
  const Folded folded(document.source);
  std::string text;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += "¶ " + std::string(folded.written(folded.to_folded(paragraph->range))) + "\n";
    else text += shown(folded, std::get<Table>(block));
  }
  for (const Diagnostic& diagnostic : document.diagnostics) {
    text += "! " + std::string(diagnostic.rule);
    if (!diagnostic.arguments.empty()) text += ": " + diagnostic.arguments[0];
    text += '\n';
  }
  return text;
}

struct Case {
  std::string title, input, expected;
  std::size_t expected_begin = 0, expected_end = 0;   // bytes of the page
};

std::string read_page(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A heading, then a fence with the text (→ is a tab, ␣ a space at a line's end), then a fence with what is expected.
std::vector<Case> read_cases(const std::string& page) {
  std::vector<Case> cases;
  std::size_t at = 0;
  while ((at = page.find("\n### ", at)) != std::string::npos) {
    Case read;
    const std::size_t line = page.find('\n', at + 1);
    read.title = page.substr(at + 5, line - at - 5);
    const std::size_t input = page.find("\n```text\n", line), input_end = page.find("\n```\n", input + 8);
    const std::size_t expected = page.find("\n```grid\n", input_end), expected_end = page.find("\n```\n", expected + 8);
    REQUIRE(expected_end != std::string::npos);
    read.input = page.substr(input + 9, input_end < input + 9 ? 0 : input_end - input - 9) + "\n";
    read.input = replaced(replaced(std::move(read.input), "→", "\t"), "␣", " ");
    read.expected_begin = expected + 9;
    read.expected_end = expected_end + 1;
    read.expected = page.substr(read.expected_begin, read.expected_end > read.expected_begin ? read.expected_end - read.expected_begin : 0);
    cases.push_back(read);
    at = expected_end;
  }
  return cases;
}

}  // namespace

TEST_CASE("tables recovered from text: the cases of the page", "[tables]") {
  const std::string path = std::string(GONGWEN_SPEC_DIR) + "/table-recovery.md";
  std::string page = read_page(path);
  const std::vector<Case> cases = read_cases(page);
  REQUIRE(cases.size() >= 40);
  const bool write = std::getenv("GONGWEN_SPEC_WRITE") != nullptr;
  for (auto it = cases.rbegin(); it != cases.rend(); ++it) {
    INFO("### " << it->title);
    const std::string made = shown(recovered(it->input));
    CHECK(made == it->expected);
    if (write) page.replace(it->expected_begin, it->expected.size(), made);
  }
  if (write) std::ofstream(path, std::ios::binary) << page;
}
