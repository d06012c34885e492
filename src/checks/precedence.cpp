// Findings to those that say most. A row with fewer cells than columns is a fault where something is lacking: what that is, another
// rule may say; where many lack no more than a remark or a supporting unit, the text leaves out what is empty.
#include "checks/precedence.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "checks/task_tables.hpp"

namespace gongwen::checks {
namespace {

constexpr std::string_view kShort = "table-row-short";

bool says_what_is_lacking(std::string_view rule) {
  constexpr std::array<std::string_view, 6> kRules{"lead-missing",           "responsible-missing",   "table-cell-across-units", "table-row-without-deadline",
                                                   "table-row-without-task", "table-row-without-units"};
  return std::find(kRules.begin(), kRules.end(), rule) != kRules.end();
}

/// Where there is such a finding, in ascending order.
std::vector<std::uint32_t> places_of_lacks(const std::vector<Diagnostic>& findings) {
  std::vector<std::uint32_t> places;
  for (const Diagnostic& finding : findings)
    if (says_what_is_lacking(finding.rule)) places.push_back(finding.span.bytes.begin);
  std::sort(places.begin(), places.end());
  return places;
}

/// Whether a record has something under each column that each row of a table should fill.
bool is_complete(const Task& task, const TableSummary& table) {
  return std::all_of(table.columns.begin(), table.columns.end(), [&](const TableSummary::Column& column) {
    if (column.field == "lead_units") return !task.lead_units.empty();
    if (column.field == "responsible_units") return !task.responsible_units.empty();
    return column.field != "deadline" || task.deadline.has_value();
  });
}

/// The number, from 1, of the table whose row has a record that lacks nothing; 0: it has none, or it lacks something. The tasks
/// stand in reading order.
std::size_t table_if_complete(Range row, const Notice& notice) {
  const auto task = std::lower_bound(notice.tasks.begin(), notice.tasks.end(), row.begin, [](const Task& one, std::uint32_t at) {
    return one.task.span.bytes.begin < at;
  });
  if (task == notice.tasks.end() || task->task.span.bytes.begin >= row.end || !task->task.span.cell) return 0;
  const std::size_t table = task->task.span.cell->table;
  return table >= 1 && table <= notice.tables.size() && is_complete(*task, notice.tables[table - 1]) ? table : 0;
}

/// How many complete rows of each table are short. Where many are, the text leaves out empty cells at their ends.
std::vector<std::size_t> count_complete(const Notice& notice, const std::vector<Diagnostic>& findings) {
  std::vector<std::size_t> counts(notice.tables.size() + 1, 0);
  for (const Diagnostic& finding : findings)
    if (finding.rule == kShort) ++counts[table_if_complete(finding.span.bytes, notice)];
  return counts;
}

}  // namespace

void drop_less_precise(const Notice& notice, std::vector<Diagnostic>& findings) {
  const std::vector<std::uint32_t> lacks = places_of_lacks(findings);
  const std::vector<std::size_t> complete = count_complete(notice, findings);
  std::erase_if(findings, [&](const Diagnostic& finding) {
    if (finding.rule != kShort) return false;
    const Range row = finding.span.bytes;
    const auto lack = std::lower_bound(lacks.begin(), lacks.end(), row.begin);
    if (lack != lacks.end() && *lack < row.end) return true;
    const std::size_t table = table_if_complete(row, notice);
    return table > 0 && !is_oversight(complete[table], notice.tables[table - 1].rows);
  });
}

}  // namespace gongwen::checks
