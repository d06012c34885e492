// The deadlines of tests/spec/deadlines.md and of the examples in grammars/deadlines.toml, read in the year 2024 of a
// notice issued on 2024-06-24.
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "extract/deadline_text.hpp"
#include "extract/calendar.hpp"
#include "grammar/loader.hpp"
#include "support/spec_table.hpp"

using namespace gongwen;

namespace {

const DeadlineContext kContext{2024, {2024, 6, 24}};

std::string file_text(const std::string& path) {
  std::ifstream stream(std::string(GONGWEN_SOURCE_DIR "/") + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string in_cell(std::string_view text) { return deadline_text(read_deadline(text, kContext, Grammar::builtin())); }

std::string in_task(std::string_view text) {
  const auto reading = find_deadline(text, kContext, Grammar::builtin());
  if (!reading) return "none";
  REQUIRE(text.substr(reading->begin, reading->end - reading->begin) == reading->deadline.text);
  return deadline_text(reading) + " (" + reading->deadline.text + ")";
}

/// Checks each row of the tables whose first header cell is `header`; the number of rows.
std::size_t check_tables(std::string_view header, std::string (*read)(std::string_view)) {
  std::size_t rows = 0;
  for (const SpecRow& row : spec_rows("deadlines.md")) {
    if (row.header != header) continue;
    INFO(row.place << ": " << row.cells[0]);
    CHECK(read(row.cells[0]) == row.cells[1]);
    ++rows;
  }
  return rows;
}

}  // namespace

TEST_CASE("deadlines of cells as the specification says", "[deadlines]") { CHECK(check_tables("cell", in_cell) >= 150); }

TEST_CASE("deadlines in tasks as the specification says", "[deadlines]") { CHECK(check_tables("task", in_task) >= 50); }

TEST_CASE("the examples of deadlines.toml mean what they say", "[deadlines]") {
  const auto entries = parse_grammar_file({"deadlines.toml", file_text("grammars/deadlines.toml")});
  REQUIRE(entries.ok());
  std::size_t forms = 0;
  for (const KindedEntry& kinded : *entries) {
    forms += kinded.entry.forms.size();
    for (const std::string& example : kinded.entry.examples) {
      const std::size_t arrow = example.find(" => ");
      if (arrow == std::string::npos) continue;
      INFO("deadlines.toml:" << kinded.entry.line << ": " << example);
      const auto reading = read_deadline(example.substr(0, arrow), kContext, Grammar::builtin());
      REQUIRE(reading);
      const std::string meaning = example.substr(arrow + 4), text = deadline_text(reading);
      CHECK((text == meaning || text.find(meaning) != std::string::npos));
    }
  }
  CHECK(forms >= 150);
}

TEST_CASE("milestones", "[deadlines]") {
  const auto reading = read_deadline("2025年6月底前完成方案，12月底前全部建成", kContext, Grammar::builtin());
  REQUIRE(reading);
  const auto& milestones = reading->deadline.milestones;
  REQUIRE(milestones.size() == 2);
  CHECK(milestones[0].date.iso() == "2025-06-30");
  CHECK(milestones[0].text == "2025年6月底前完成方案");
  CHECK(milestones[1].date.iso() == "2025-12-31");
  CHECK(milestones[1].text == "12月底前全部建成");
  CHECK(reading->deadline.date.iso() == "2025-12-31");
  const auto ongoing = read_deadline("6月底前，持续推进", kContext, Grammar::builtin());
  REQUIRE(ongoing->deadline.milestones.size() == 1);
  CHECK(ongoing->deadline.milestones[0].text == "6月底前");
}

TEST_CASE("without a year and a day of issue no date is guessed", "[deadlines]") {
  const Grammar& grammar = Grammar::builtin();
  CHECK(deadline_text(read_deadline("6月底前", {}, grammar)) == "date");
  CHECK(deadline_text(read_deadline("30日前", {}, grammar)) == "date");
  CHECK(deadline_text(read_deadline("明年3月", {}, grammar)) == "date");
  CHECK(deadline_text(read_deadline("本月底", {2024, {}}, grammar)) == "date");
  CHECK(deadline_text(read_deadline("印发之日起30日内", {2024, {}}, grammar)) == "relative");
  CHECK(deadline_text(read_deadline("2月30日", {}, grammar)) == "unknown impossible");
  CHECK(deadline_text(find_deadline("于6月底前完成", {}, grammar)) == "date");
}

TEST_CASE("the text of a deadline is the whole cell, without blanks around it", "[deadlines]") {
  const auto reading = read_deadline(" 6月底前，持续推进 \n", kContext, Grammar::builtin());
  REQUIRE(reading);
  CHECK(reading->deadline.text == "6月底前，持续推进");
  CHECK(reading->begin == 1);
  CHECK(reading->end == 1 + reading->deadline.text.size());
}

TEST_CASE("days of periods", "[calendar]") {
  CHECK(days_of({PeriodKind::month, 2023, 2})->last.iso() == "2023-02-28");
  CHECK(days_of({PeriodKind::month, 2100, 2})->last.iso() == "2100-02-28");
  CHECK_FALSE(days_of({PeriodKind::day, 2023, 2, 29}));
  CHECK_FALSE(days_of({PeriodKind::day, 0, 2, 30}));
  CHECK(days_of({PeriodKind::day, 0, 2, 29})->last.empty());
  CHECK_FALSE(days_of({PeriodKind::quarter, 2023, 0, 0, 5}));
  CHECK(plus_months({2024, 1, 31}, 1).iso() == "2024-02-29");
  CHECK(plus_days({2024, 12, 31}, 1).iso() == "2025-01-01");
  CHECK(plus_days({}, 1).empty());
  CHECK(plus_months({9999, 1, 1}, 9999).empty());
}

// A text that takes more than linear time shows as the suite's time limit, not as a figure here.
TEST_CASE("the longest texts are read to their end", "[deadlines][pathological]") {
  const char* const kWorst[] = {"1", "年", "一", "2025年", "6月", "，", "根据", "每", "《", "〔", "到", "前", "至2025年", "(", "2", "印发后", "十", "\xFF", "长期"};
  for (const std::string_view piece : kWorst) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    INFO(piece);
    const auto read = read_deadline(text, kContext, Grammar::builtin());
    CHECK((!read || read->end <= text.size()));
    const auto found = find_deadline(text, kContext, Grammar::builtin());
    CHECK((!found || found->end <= text.size()));
  }
}
