// Findings to those that say most. A row with fewer cells than columns is a fault where something is lacking: what that is, another
// rule may say; where only a remark or a supporting unit is, nothing is.
#include "checks/precedence.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongwen::checks {
namespace {

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

/// Of a row of a table: whether its record, if it has one, is complete. The tasks stand in reading order.
bool is_complete(Range row, const Notice& notice) {
  const auto task = std::lower_bound(notice.tasks.begin(), notice.tasks.end(), row.begin, [](const Task& one, std::uint32_t at) {
    return one.task.span.bytes.begin < at;
  });
  if (task == notice.tasks.end() || task->task.span.bytes.begin >= row.end || !task->task.span.cell) return false;
  const std::size_t table = task->task.span.cell->table;
  return table >= 1 && table <= notice.tables.size() && is_complete(*task, notice.tables[table - 1]);
}

}  // namespace

void drop_less_precise(const Notice& notice, std::vector<Diagnostic>& findings) {
  const std::vector<std::uint32_t> lacks = places_of_lacks(findings);
  std::erase_if(findings, [&](const Diagnostic& finding) {
    if (finding.rule != "table-row-short") return false;
    const Range row = finding.span.bytes;
    const auto lack = std::lower_bound(lacks.begin(), lacks.end(), row.begin);
    return (lack != lacks.end() && *lack < row.end) || is_complete(row, notice);
  });
}

}  // namespace gongwen::checks
