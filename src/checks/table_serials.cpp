// The serial numbers of a task table to where they leave one out, or give one twice. They may begin with any number and begin
// anew with 1; a merged number holds for all of its rows. A table whose numbers jump often is an excerpt of another.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "checks/list.hpp"
#include "checks/task_tables.hpp"
#include "extract/cell_shapes.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-serial-gap",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the serial number “{0}” leaves a gap; {1} was expected", "序号“{0}”不连续，应为 {1}"},
         .what = {"A serial number in a task table that is greater than the one that follows the row above.", "任务表中的序号比上一行的序号大两个或以上。"},
         .why = {"A reader takes it that a task has been lost; tasks are cited by their numbers.", "读者会以为漏掉了任务，督办时也要按序号引用。"},
         .mend = {"Number the rows anew, or put back the row that is missing.", "重新编号，或补上遗漏的行。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n4\t维护路灯。\t县城管局\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n3\t维护路灯。\t县城管局\n"},
    Rule{.name = "table-serial-repeated",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the serial number “{0}” is given twice; {1} was expected", "序号“{0}”重复，应为 {1}"},
         .what = {"Two rows of a task table, one below the other, with the same serial number in cells of their own.", "任务表中相邻两行各自填写了相同的序号。"},
         .why = {"Tasks are cited by their numbers: one number must not mean two.", "督办时要按序号引用，同一序号不能指两项任务。"},
         .mend = {"Number the rows anew; where one number is meant to hold for both, merge its cells.", "重新编号；确属同一项的，合并序号单元格。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n2\t维护路灯。\t县城管局\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n3\t维护路灯。\t县城管局\n"},
};

constexpr std::uint32_t kGreatest = 999;   // beyond, a number is a code

struct Serial {
  const Cell* cell;
  std::uint32_t value;
  bool anew;   // a section row or another group stands before it
};

/// 1.1, 2-3: one of several series.
bool is_compound(std::string_view text) {
  const std::size_t at = text.find_first_of(".-");
  return at != text.npos && at + 1 < text.size();
}

/// 1, （1）, ①, 一: series of their own.
char32_t kind_of(std::string_view text) {
  const char32_t first = text::decode(text, 0).value;
  if (first == U'（' || first == U'(') return U'（';
  return is_han_serial(text) ? U'一' : first >= U'0' && first <= U'9' ? U'1' : U'①';
}

/// The serial numbers of one column, each cell once; nothing where some are of another kind (1.1, 2024-3, A1, （1） among 1).
std::vector<Serial> serials(const TaskTable& table, std::uint32_t column) {
  std::vector<Serial> found;
  bool anew = false;
  for (std::uint32_t row = table.header.end; row < table.grid.rows(); ++row) {
    const bool group = table.begins(row, ColumnField::group);
    anew = anew || group || table.grid.full_row(row) != nullptr;
    if (table.records[row] == nullptr && (group || table.is_filled(row, ColumnField::task))) continue;   // a section row, a header
    const Cell* cell = table.grid.at(row, column);
    if (cell == nullptr || cell->row != row || table.grid.text(*cell).empty()) continue;
    const std::string_view text = table.grid.text(*cell);
    const auto value = read_serial(text);
    if (!value || *value == 0 || *value > kGreatest || is_compound(text)) return {};
    if (!found.empty() && kind_of(text) != kind_of(table.grid.text(*found.front().cell))) return {};
    found.push_back({cell, *value, std::exchange(anew, false)});
  }
  return found;
}

void check_column(const TaskTable& table, std::uint32_t column, Findings& findings) {
  const std::vector<Serial> all = serials(table, column);
  Findings found;
  bool slipped = false;   // 3, 3, 5: the second 3 stands for a 4, and the 5 is right
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::uint32_t before = all[i - 1].value, here = all[i].value;
    const bool repeated = here == before && !(here == 1 && all[i].anew);
    const bool goes_on = here <= before + 1 || (slipped && here == before + 2);
    slipped = repeated;
    if (!repeated && goes_on) continue;
    found.push_back(diagnose(repeated ? "table-serial-repeated" : "table-serial-gap", table.span_of(*all[i].cell),
                             {std::string(table.grid.text(*all[i].cell)), std::to_string(before + 1)}));
  }
  if (is_oversight(found.size(), all.size())) findings.insert(findings.end(), found.begin(), found.end());
}

void run(const Inspection& inspection, Findings& findings) {
  for (const TaskTable& table : task_tables(inspection))
    for (std::uint32_t column = 0; column < table.grid.columns(); ++column)
      if (table.header.columns[column].field == ColumnField::number) check_column(table, column, findings);
}

}  // namespace

const Check table_serials{kRules, run};

}  // namespace gongwen::checks
