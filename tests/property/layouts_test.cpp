// Random task tables, printed in every layout, come back as the same records. Where a layout leaves a row open (loss.hpp),
// it may come back otherwise, but then a diagnostic stands at it; where it is clear there is none.
// GONGWEN_SEED sets the seed, GONGWEN_TABLES how many tables are made, GONGWEN_TABLE makes only that one, GONGWEN_LAYOUT
// prints only that layout, GONGWEN_BRIEF leaves the notices out of what is said of failures.
#include "catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <gongwen/gongwen.hpp>

#include "property/layouts.hpp"
#include "property/loss.hpp"
#include "property/records.hpp"
#include "support/docx_fixture.hpp"

namespace {

using namespace gongwen;
using namespace gongwen::test;

unsigned setting(const char* name, unsigned otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

const std::vector<std::string> kLetter = {"云岫县人民政府办公室关于印发2025年重点工作任务分解表的通知", "各镇人民政府，县政府各部门：",
                                          "现将《2025年重点工作任务分解表》印发给你们，请认真抓好落实。", "云岫县人民政府办公室", "2025年3月5日"};

std::string in_text(const std::vector<std::string>& tables) {
  std::string text;
  for (const std::string& line : kLetter) text += line + (&line == &kLetter[3] ? "\n" : "\n\n");
  for (std::size_t i = 0; i < tables.size(); ++i) text += "附件" + (tables.size() > 1 ? std::to_string(i + 1) : "") + "\n\n重点工作任务分解表\n\n" + tables[i] + "\n";
  return text;
}

std::string in_word(const RandomTable& table) {
  std::string body;
  for (const std::string& line : kLetter) body += word_paragraph(line);
  return make_docx(body + word_paragraph("附件") + word_paragraph("重点工作任务分解表") + word_table(table));
}

// What was printed, and what must be read.
struct Printed {
  std::string name;
  std::string bytes;
  std::vector<Record> records;
  std::vector<Says> said;
  bool labels = false;
};

// The bytes of a label that a task or a section begins with: 1. （一） 一、 十一、
std::size_t label_size(const std::string& text) {
  for (const std::string_view end : {".", "）"})
    if (const std::size_t at = text.find(end); at <= 6 && at + end.size() < text.size()) return at + end.size();
  for (int n = 1; n < 100; ++n)
    if (const std::string label = numeral(n) + "、"; text.starts_with(label)) return label.size();
  return 0;
}

// Whether a row names units or a deadline: without them, nothing under an item says that it is a task.
bool assigns(const RandomTable& table, const TableRow& row) {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if ((is_units(table.columns[c]) || table.columns[c] == Kind::deadline) && (row.cells[c].merged || !row.cells[c].values.empty())) return true;
  return false;
}

// In lines of labels a row that assigns nothing is no task: no label stands under it.
bool may_print(const RandomTable& table, const Layout& layout) {
  if (layout.shows != Shows::labels) return true;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) { return !row.section.empty() || assigns(table, row); });
}

// As it stands in lines of labels: sections and groups are headings, 一、 （一） 1., since without a label of their own they would
// be more of the item below them; an item has none, and the labels are the usual ones (主办单位： and 承办单位： also stand at the
// foot of every web page).
RandomTable with_labels(RandomTable table) {
  int section = 0, group = 0, inner = 0;
  const auto first_group = std::find(table.columns.begin(), table.columns.end(), Kind::group) - table.columns.begin();
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c] == Kind::lead) table.names[c] = "牵头单位";
    if (table.columns[c] == Kind::responsible) table.names[c] = "责任单位";
    if (table.columns[c] == Kind::supporting) table.names[c] = "配合单位";
    if (table.columns[c] == Kind::deadline) table.names[c] = "完成时限";
  }
  for (TableRow& row : table.rows) {
    if (!row.section.empty()) {
      group = inner = 0;
      if (label_size(row.section) == 0) row.section = numeral(section + 1) + "、" + row.section;
      ++section;
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      TableCell& cell = row.cells[c];
      if (table.columns[c] == Kind::number) cell = {};
      if (cell.merged || cell.values.empty()) continue;
      if (table.columns[c] == Kind::group && static_cast<std::ptrdiff_t>(c) == first_group) {
        cell.values[0] = "（" + numeral(++group) + "）" + cell.values[0];
        inner = 0;
      } else if (table.columns[c] == Kind::group) {
        cell.values[0] = std::to_string(++inner) + "." + cell.values[0];
      }
      if (table.columns[c] == Kind::task) cell.values[0] = cell.values[0].substr(label_size(cell.values[0]));
      if (table.columns[c] == Kind::group || table.columns[c] == Kind::task) cell.lines = {cell.values[0]};
    }
  }
  return table;
}

void drop_numbers(std::vector<Record>& records) {
  for (Record& record : records) record.number.clear();
}

Printed print(const RandomTable& table, const Layout& layout) {
  const bool labels = layout.shows == Shows::labels;
  const RandomTable shown = labels ? with_labels(table) : table;
  Printed made{std::string(layout.name), in_text({layout.print(shown)}), expected_records(shown), what_is_said(shown, layout.shows), labels};
  if (labels) drop_numbers(made.records);
  return made;
}

Printed print(const RandomTable& first, const Layout& one, const RandomTable& second, const Layout& two) {
  Printed made{std::string(one.name) + " and " + std::string(two.name), in_text({one.print(first), two.print(second)}),
               expected_records(first), what_is_said(first, one.shows), false};
  for (Record& record : expected_records(second)) made.records.push_back(std::move(record));
  for (const Says says : what_is_said(second, two.shows)) made.said.push_back(says);
  return made;
}

constexpr std::size_t kMostMerged = 5;   // rows above

bool is_doubt(const Diagnostic& diagnostic) { return diagnostic.rule.starts_with("table-row-"); }

// Whether a diagnostic stands at record `i` or the one after it, at a row between them that came out as none, or at one before
// it from which it may have a merged cell.
bool is_doubted(const Notice& notice, std::size_t i) {
  if (notice.tasks.empty()) return std::any_of(notice.diagnostics.begin(), notice.diagnostics.end(), is_doubt);
  const auto begin_of = [&](std::size_t task) { return notice.tasks[std::min(task, notice.tasks.size() - 1)].task.span.bytes.begin; };
  const std::uint32_t first = begin_of(i - std::min<std::size_t>(i, kMostMerged)), last = begin_of(i + 1);
  return std::any_of(notice.diagnostics.begin(), notice.diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return is_doubt(diagnostic) && diagnostic.span.bytes.end > first && diagnostic.span.bytes.begin <= last;
  });
}

std::string shown(const Record* record) { return record == nullptr ? "  nothing\n" : "  number = " + record->number + "\n" + record->rest; }

enum class Outcome { same, lost, failed };

// Compares; `why` says what is wrong.
Outcome compare(const Notice& notice, const Printed& printed, std::string& why) {
  std::vector<Record> got;
  for (const Task& task : notice.tasks) got.push_back(record_of(task));
  Outcome outcome = Outcome::same;
  const Says worst = printed.said.empty() ? Says::clearly : *std::max_element(printed.said.begin(), printed.said.end());
  const bool as_many = got.size() == printed.records.size();
  for (std::size_t i = 0; i < std::max(got.size(), printed.records.size()); ++i) {
    const Record* have = i < got.size() ? &got[i] : nullptr;
    const Record* want = i < printed.records.size() ? &printed.records[i] : nullptr;
    if (have != nullptr && want != nullptr && *have == *want) continue;
    const Says says = as_many ? printed.said[i] : worst;
    if (says != Says::clearly && is_doubted(notice, std::min(i, got.size()))) {
      outcome = Outcome::lost;
      if (!as_many) break;
      continue;
    }
    why = std::string(says != Says::clearly ? "a row is lost and no diagnostic says so" : "a row differs") + ", record " + std::to_string(i + 1) + " of " +
          std::to_string(printed.records.size()) + "\ngot\n" + shown(have) + "want\n" + shown(want);
    return Outcome::failed;
  }
  if (outcome == Outcome::lost || worst != Says::clearly) return outcome;
  for (const Diagnostic& diagnostic : notice.diagnostics)
    if (diagnostic.rule == "table-row-ambiguous") {
      why = "a clear row is called doubtful: " + diagnostic.arguments[0] + "\n";
      return Outcome::failed;
    }
  return outcome;
}

struct Tally {
  unsigned same = 0, lost = 0, failed = 0;
};

class Run {
 public:
  void check(const Printed& printed, unsigned table) {
    if (!layout_.empty() && printed.name != layout_) return;
    Tally& tally = tallies_[printed.name.find(" and ") == std::string::npos ? printed.name : "two in one notice"];
    const auto notice = parse(test::as_bytes(printed.bytes));
    std::string why = "no notice";
    const Outcome outcome = notice.ok() ? compare(*notice, printed, why) : Outcome::failed;
    (outcome == Outcome::same ? tally.same : outcome == Outcome::lost ? tally.lost : tally.failed)++;
    if (outcome != Outcome::failed) return;
    const std::string where = "GONGWEN_SEED=" + std::to_string(seed_) + " GONGWEN_TABLE=" + std::to_string(table) + " GONGWEN_LAYOUT='" + printed.name + "'";
    std::cout << where << ": " << why << "\n" << (brief_ || !notice.ok() ? "" : notice->text + "\n");
  }

  void report() const {
    std::cout << "seed " << seed_ << "\n";
    for (const auto& [name, tally] : tallies_)
      std::cout << "  " << name << ": " << tally.same << " the same, " << tally.lost << " lost in the text, " << tally.failed << " failed\n";
  }

  [[nodiscard]] unsigned failures() const {
    unsigned count = 0;
    for (const auto& [name, tally] : tallies_) count += tally.failed;
    return count;
  }

  [[nodiscard]] unsigned seed() const { return seed_; }

 private:
  unsigned seed_ = setting("GONGWEN_SEED", 20250601);
  std::string layout_ = std::getenv("GONGWEN_LAYOUT") != nullptr ? std::getenv("GONGWEN_LAYOUT") : "";
  bool brief_ = std::getenv("GONGWEN_BRIEF") != nullptr;
  std::map<std::string, Tally> tallies_;
};

}  // namespace

TEST_CASE("random task tables give the same records in every layout", "[property]") {
  Run run;
  const unsigned count = setting("GONGWEN_TABLES", 300), only = setting("GONGWEN_TABLE", 0);
  const std::span<const Layout> layouts = text_layouts();
  const bool one_only = std::getenv("GONGWEN_TABLE") != nullptr;
  for (unsigned i = one_only ? only : 0; i < (one_only ? only + 1 : count); ++i) {
    std::mt19937 random(run.seed() * 100'003U + i);
    const RandomTable table = make_table(random);
    for (const Layout& layout : layouts)
      if (may_print(table, layout)) run.check(print(table, layout), i);
    run.check({"docx", in_word(table), expected_records(table), what_is_said(table, Shows::all), false}, i);
    const RandomTable second = make_table(random, 2);
    const Layout& one = layouts[random() % (layouts.size() - 1)];
    const Layout& two = layouts[random() % (layouts.size() - 1)];
    run.check(print(table, one, second, two), i);
  }
  run.report();
  CHECK(run.failures() == 0);
}
