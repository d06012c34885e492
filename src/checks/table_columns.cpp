// The columns of task tables to those whose names mean nothing to the grammar, and to those that were asked for and are missing.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "checks/list.hpp"
#include "checks/task_tables.hpp"
#include "extract/columns.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-column-missing",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the table has no column “{0}”", "表格缺少“{0}”栏"},
         .what = {"A task table without a column that is asked for: by field (`deadline`) or by header (完成时限).", "任务表缺少要求必备的栏目。栏目可用字段名（deadline）或表头（完成时限）指定。"},
         .why = {"What an office asks of every task, each of its tables must have room for.", "单位要求每项任务都要填写的内容，表中应有相应栏目。"},
         .mend = {"Add the column.", "补上该栏目。"}},
    Rule{.name = "table-column-unknown",
         .group = "table",
         .severity = Severity::info,
         .scope = Scope::table,
         .message = {"the column “{0}” is not known; its values are in `extra`", "未知的表格栏目“{0}”，其内容列入 extra"},
         .what = {"A column of a task table whose header gongwen does not know, behind the task.", "任务表中，任务栏之后有 gongwen 不认识的栏目。"},
         .why = {"It may be a slip of the pen (责任单拉), or a word for units or deadlines that is not in use elsewhere; programs will miss it.",
                 "可能是笔误（如“责任单拉”），也可能是少见的写法，程序无法归类。"},
         .mend = {"Write the header in the usual words (责任单位, 完成时限), or add it to a grammar of your own.", "改用通行的栏目名称（责任单位、完成时限），或在自己的语法文件中补充。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t红旗村组\n1\t修缮校舍。\t县教育局\t东边\n2\t疏浚河道。\t县水利局\t西边\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t备注\n1\t修缮校舍。\t县教育局\t东边\n2\t疏浚河道。\t县水利局\t西边\n"},
};

void find_unknown(const TaskTable& table, const Grammar& grammar, Findings& findings) {
  const Cell* before = nullptr;
  for (std::uint32_t column = 0; column < table.grid.columns(); ++column) {
    const TableHeader::Column& head = table.header.columns[column];
    if (head.field != ColumnField::extra || head.header.empty() || read_header(head.header, grammar).field != ColumnField::unknown) continue;
    const Cell* cell = table.grid.at(table.header.end - 1, column);
    if (cell != nullptr && cell != before) findings.push_back(diagnose("table-column-unknown", table.span_of(*cell), {head.header}));
    before = cell;
  }
}

bool has_column(const TableSummary& table, std::string_view name) {
  const std::string header = compact_header(name);
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const TableSummary::Column& column) {
    return column.field == name || compact_header(column.header) == header;
  });
}

void run(const Inspection& inspection, Findings& findings) {
  for (const TaskTable& table : task_tables(inspection)) {
    find_unknown(table, inspection.grammar, findings);
    for (const std::string& name : inspection.options.required_columns) {
      if (has_column(table.summary, name)) continue;
      if (const Cell* first = table.first_text(table.header.first)) findings.push_back(diagnose("table-column-missing", table.span_of(*first), {name}));
    }
  }
}

}  // namespace

const Check table_columns{kRules, run};

}  // namespace gongwen::checks
