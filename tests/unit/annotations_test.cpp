// The forms of annotations of tests/spec/annotation-forms.md, each in a short notice.
#include <span>

#include <gongwen/gongwen.hpp>

#include "catch.hpp"
#include "support/spec_table.hpp"

using namespace gongwen;

namespace {

std::string notice_of(std::string text) {
  constexpr std::string_view kBreak = "⏎";
  for (std::size_t at = text.find(kBreak); at != text.npos; at = text.find(kBreak, at)) text.replace(at, kBreak.size(), "\n");
  return "关于做好2024年防汛工作的通知\n\n一、工作安排\n" + text + "\n";
}

std::string or_dash(std::string text) { return text.empty() ? "—" : text; }

std::string listed(const std::vector<Value>& units) {
  std::string text;
  for (const Value& unit : units) text += (text.empty() ? "" : " + ") + unit.text;
  return or_dash(text);
}

std::string deadline_of(const Task& task) {
  static const char* const kKinds[] = {"date", "ongoing", "recurring", "relative", "conditional", "immediate", "unknown"};
  if (!task.deadline) return "—";
  return task.deadline->date.empty() ? kKinds[static_cast<std::size_t>(task.deadline->kind)] : task.deadline->date.iso();
}

std::string extra_of(const Task& task) {
  std::string text;
  for (const auto& [key, value] : task.extra) text += (text.empty() ? "" : ";") + key + "=" + value.text;
  return or_dash(text);
}

/// The records of a text, each as the cells of its row, the text aside.
std::vector<std::vector<std::string>> records_of(const std::string& text, bool prose) {
  const std::string bytes = notice_of(text);
  ParseOptions options;
  options.prose = prose;
  const auto notice = parse(std::as_bytes(std::span(bytes)), options);
  REQUIRE(notice.ok());
  std::vector<std::vector<std::string>> records;
  for (const Task& task : notice->tasks) {
    records.push_back({task.task.text, listed(task.lead_units), listed(task.responsible_units), listed(task.supporting_units), deadline_of(task), extra_of(task)});
  }
  return records;
}

std::string shown(const std::vector<std::vector<std::string>>& records) {
  std::string text;
  for (const auto& record : records) {
    for (const std::string& cell : record) text += "| " + cell + " ";
    text += "|\n";
  }
  return text.empty() ? "none\n" : text;
}

/// Checks every text of a specification; their number, and of those without a record.
std::pair<std::size_t, std::size_t> check_texts(const std::string& name, bool prose) {
  const auto rows = spec_rows(name);
  std::size_t texts = 0, traps = 0;
  for (std::size_t i = 0; i < rows.size(); ++texts) {
    const SpecRow& row = rows[i];
    std::vector<std::vector<std::string>> expected;
    do {
      REQUIRE(rows[i].cells.size() == 7);
      if (rows[i].cells[1] != "none") expected.emplace_back(rows[i].cells.begin() + 1, rows[i].cells.end());
    } while (++i < rows.size() && rows[i].cells[0] == "〃");
    traps += expected.empty() ? 1 : 0;
    INFO(row.place << ": " << row.cells[0]);
    CHECK("\n" + shown(records_of(row.cells[0], prose)) == "\n" + shown(expected));
  }
  return {texts, traps};
}

}  // namespace

TEST_CASE("forms of annotations as the specification says", "[annotations]") { CHECK(check_texts("annotation-forms.md", false).first >= 120); }

TEST_CASE("duties in prose as the specification says", "[prose]") {
  const auto [texts, traps] = check_texts("prose.md", true);
  CHECK(texts >= 60);
  CHECK(traps >= 30);
}

TEST_CASE("prose makes records only where it is asked for", "[prose]") {
  CHECK(records_of("县水利局要逐座检查闸门。", true).size() == 1);
  CHECK(records_of("县水利局要逐座检查闸门。", false).empty());
}
