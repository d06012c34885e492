// The rows of task tables to what they lack: a task, units, a lead, a deadline. What most rows of a table lack is not missing:
// that is how the table is made. A mark for an empty cell (/, —, 无) says that nothing is missing.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "checks/list.hpp"
#include "checks/task_tables.hpp"
#include "extract/cell_shapes.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "lead-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"no lead is named for “{0}”, though the table has a column for it", "“{0}”没有填写牵头单位"},
         .what = {"A row of a task table with an empty cell in the column of leads, where it names other units and nearly all rows name a lead. "
                  "In a text an empty cell under a lead is read as merged with it; where another group of tasks begins there, that is only a note.",
                  "任务表中，个别行的牵头单位栏为空，而其他单位栏已填写，其余各行均有牵头单位。文本文件中，牵头单位之下的空格视为与上一行合并；若该行另起一类任务，则仅作提示。"},
         .why = {"Without a lead none of the units named has to begin, or to answer for the whole.", "没有牵头单位，各责任单位之间无人统筹，也无人对整体负责。"},
         .mend = {"Name the lead; write “/” where there is to be none.", "补填牵头单位；确无牵头单位的，填“/”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\n1\t修缮校舍。\t\t县财政局\n2\t疏浚河道。\t县水利局\t各乡镇\n3\t维护路灯。\t县城管局\t各乡镇\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\n1\t修缮校舍。\t县教育局\t县财政局\n2\t疏浚河道。\t县水利局\t各乡镇\n3\t维护路灯。\t县城管局\t各乡镇\n"},
    Rule{.name = "responsible-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"no responsible unit is named for “{0}”, though the table has a column for it", "“{0}”没有填写责任单位"},
         .what = {"A row of a task table that names a lead, but has an empty cell in the column of responsible units, where nearly all rows name some.",
                  "任务表中，个别行填写了牵头单位，但责任单位栏为空，而其余各行均有责任单位。"},
         .why = {"A reader cannot tell whether the lead is to act alone, or whether a cell was lost.", "读者无法判断是由牵头单位独自承担，还是漏填。"},
         .mend = {"Name the units; write “/” where the lead acts alone.", "补填责任单位；由牵头单位独自承担的，填“/”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t责任单位\n1\t修缮校舍。\t县教育局\t各学校\n2\t疏浚河道。\t县水利局\t\n3\t维护路灯。\t县城管局\t各乡镇\n4\t清理杂草。\t县林业局\t各乡镇\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t责任单位\n1\t修缮校舍。\t县教育局\t各学校\n2\t疏浚河道。\t县水利局\t/\n3\t维护路灯。\t县城管局\t各乡镇\n4\t清理杂草。\t县林业局\t各乡镇\n"},
    Rule{.name = "table-row-without-deadline",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"no deadline is given for “{0}”, though the table has a column for it", "“{0}”没有填写时限"},
         .what = {"A row of a task table with an empty cell in the column of deadlines, where nearly all rows have one and the task's own words give none.",
                  "任务表中，个别行的时限栏为空，任务文字中也没有时限，而其余各行均有时限。"},
         .why = {"A task without a deadline cannot be supervised; an empty cell does not say that there is none.", "没有时限的任务无从督办，空格也不能说明不设时限。"},
         .mend = {"Give the deadline; write 长期 (it goes on) or “/” where there is none.", "补填时限；长期任务填“长期”，不设时限的填“/”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t长期\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
    Rule{.name = "table-row-without-task",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the row “{0}” assigns something, but says no task", "表格行“{0}”填写了单位或时限，但没有任务内容"},
         .what = {"A row of a task table that names units or a deadline, where the cell of the task is empty and not merged with the one above.",
                  "任务表中，某行填写了单位或时限，但任务栏为空，也未与上一行合并。"},
         .why = {"The units named cannot know what they are to do.", "所列单位无从知道要做什么。"},
         .mend = {"Write the task, or merge the cell with the one above.", "补填任务，或与上一行的单元格合并。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
    Rule{.name = "table-row-without-units",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"no unit is named for “{0}”", "“{0}”没有填写任何单位"},
         .what = {"A row of a task table in which the cells of all unit columns are empty, where nearly all rows name units.",
                  "任务表中，个别行的各单位栏均为空，而其余各行均有单位。"},
         .why = {"A task that nobody is charged with will not be done.", "没有责任单位的任务无人落实。"},
         .mend = {"Name the unit; write “/” where there is to be none.", "补填单位；确不需要的，填“/”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
};

using Field = ColumnField;

bool names_units(const Task& task) { return !task.lead_units.empty() || !task.responsible_units.empty() || !task.supporting_units.empty(); }

/// Whether a row has text for units in any of its cells, if only a mark for none.
bool fills_units(const TaskTable& table, std::uint32_t row) {
  return table.is_filled(row, Field::lead) || table.is_filled(row, Field::responsible) || table.is_filled(row, Field::supporting);
}

/// Where the recovery of a text's tables found fewer cells in a row than there are columns.
std::vector<Range> short_rows(const Document& document) {
  std::vector<Range> rows;
  for (const Diagnostic& diagnostic : document.diagnostics)
    if (diagnostic.rule == "table-row-short") rows.push_back(diagnostic.span.bytes);
  std::sort(rows.begin(), rows.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return rows;
}

bool in_any(const std::vector<Range>& rows, std::uint32_t place) {
  const auto after = std::upper_bound(rows.begin(), rows.end(), place, [](std::uint32_t at, Range row) { return at < row.begin; });
  return after != rows.begin() && place < std::prev(after)->end;
}

bool is_collective(const std::vector<Value>& leads) { return leads.size() == 1 && leads[0].text.find("各") != std::string::npos; }

/// 各县（市、区）政府, or several units: a lead cell that may stand for the responsible units as well.
bool may_stand_for_all(const std::vector<Value>& leads) { return leads.size() > 1 || is_collective(leads); }

class RowCheck {
 public:
  RowCheck(const TaskTable& table, const Grammar& grammar, bool is_text, const std::vector<Range>& short_rows, Findings& findings)
      : table_(table), grammar_(grammar), is_text_(is_text), short_rows_(short_rows), findings_(findings) {}

  void run() const {
    report_cells_across();
    const TableHeader& header = table_.header;
    const bool lead = header.has(Field::lead), responsible = header.has(Field::responsible), supporting = header.has(Field::supporting);
    report_records("table-row-without-units", lead || responsible || supporting, [](const TaskTable& table, std::uint32_t row, const Task& task) {
      return !fills_units(table, row) && !names_units(task);
    });
    report_records("lead-missing", lead, [](const TaskTable& table, std::uint32_t row, const Task& task) {
      return !table.is_filled(row, Field::lead) && task.lead_units.empty() && names_units(task);
    });
    report_records("responsible-missing", lead && responsible, [this](const TaskTable& table, std::uint32_t row, const Task& task) {
      return !is_across(task) && !is_collective(task.lead_units) && !table.is_filled(row, Field::responsible) && task.responsible_units.empty() && !task.lead_units.empty();
    });
    report_records("table-row-without-deadline", header.has(Field::deadline), [](const TaskTable& table, std::uint32_t row, const Task& task) {
      return !table.is_filled(row, Field::deadline) && !task.deadline;
    });
    if (lead && is_text_) report_leads_from_above();
    report_nameless();
  }

 private:
  template <class Lacks>
  void report_records(std::string_view rule, bool has_column, Lacks lacks) const {
    if (!has_column) return;
    std::size_t all = 0;
    std::vector<const Task*> without;
    for (std::uint32_t row = table_.header.end; row < table_.grid.rows(); ++row) {
      const Task* task = table_.records[row];
      if (task == nullptr || is_title(row, *task)) continue;
      ++all;
      if (!is_under_merged_number(row) && lacks(table_, row, *task)) without.push_back(task);
    }
    if (!is_oversight(without.size(), all)) return;
    for (const Task* task : without) findings_.push_back(diagnose(rule, task->task.span, {task->task.text}));
  }

  /// 一、城区, 合计 beside empty cells: a title of rows, or their sum.
  [[nodiscard]] bool is_title(std::uint32_t row, const Task& task) const {
    for (std::uint32_t column = 0; column < table_.grid.columns(); ++column) {
      const Field field = table_.header.columns[column].field;
      if (field != Field::number && field != Field::group && field != Field::task && !table_.grid.text(row, column).empty()) return false;
    }
    const std::string& text = task.task.text;
    for (const std::string_view sum : {"合计", "小计", "总计", "注：", "备注："})
      if (text.starts_with(sum)) return true;
    return read_shape(text, grammar_).chapter;
  }

  /// Rows under one number share more than that.
  [[nodiscard]] bool is_under_merged_number(std::uint32_t row) const {
    return table_.header.has(Field::number) && table_.is_filled(row, Field::number) && !table_.begins(row, Field::number);
  }

  /// A text that lost a table's lines has one cell less where one was laid over the leads and the responsible units.
  [[nodiscard]] bool is_across(const Task& task) const {
    return task.responsible_units.empty() && may_stand_for_all(task.lead_units) && in_any(short_rows_, task.task.span.bytes.begin);
  }

  void report_cells_across() const {
    const std::uint32_t lead = column_of(Field::lead), responsible = column_of(Field::responsible), columns = table_.grid.columns();
    for (std::uint32_t row = table_.header.end; row < table_.grid.rows() && lead < columns && responsible < columns; ++row) {
      const Cell* cell = table_.grid.at(row, lead);
      if (table_.records[row] == nullptr || cell == nullptr || cell->row != row || !is_across(*table_.records[row])) continue;
      findings_.push_back(diagnose("table-cell-across-units", table_.span_of(*cell),
                                   {std::string(table_.grid.text(*cell)), table_.header.columns[lead].header, table_.header.columns[responsible].header}));
    }
  }

  [[nodiscard]] std::uint32_t column_of(Field field) const {
    std::uint32_t column = 0;
    while (column < table_.grid.columns() && table_.header.columns[column].field != field) ++column;
    return column;
  }

  /// A text does not say whether an empty lead cell is merged with the one above. Where another group begins, it may not be.
  void report_leads_from_above() const {
    std::size_t all = 0;
    Findings found;
    for (std::uint32_t row = table_.header.end; row < table_.grid.rows(); ++row) {
      const Task* task = table_.records[row];
      if (task == nullptr) continue;
      ++all;
      if (!table_.begins(row, Field::group) || table_.begins(row, Field::lead) || task->responsible_units.empty() || task->lead_units.empty()) continue;
      found.push_back(diagnose("lead-missing", task->task.span, {task->task.text}));
      found.back().severity = Severity::info;
    }
    if (is_oversight(found.size(), all)) findings_.insert(findings_.end(), found.begin(), found.end());
  }

  [[nodiscard]] bool is_nameless(std::uint32_t row) const {
    if (table_.grid.full_row(row) != nullptr || table_.is_header_again(row)) return false;
    if (table_.is_filled(row, Field::task) || is_under_merged_number(row)) return false;
    return table_.begins(row, Field::lead) || table_.begins(row, Field::responsible) || table_.begins(row, Field::deadline);
  }

  void report_nameless() const {
    std::size_t all = 0;
    std::vector<std::uint32_t> without;
    for (std::uint32_t row = table_.header.end; row < table_.grid.rows(); ++row) {
      if (is_nameless(row)) without.push_back(row);
      else if (table_.records[row] == nullptr) continue;
      ++all;
    }
    if (!is_oversight(without.size(), all)) return;
    for (const std::uint32_t row : without)
      if (const Cell* cell = table_.first_text(row)) findings_.push_back(diagnose("table-row-without-task", table_.span_of(*cell), {quote(row)}));
  }

  [[nodiscard]] std::string quote(std::uint32_t row) const {
    std::string text;
    for (std::uint32_t column = 0; column < table_.grid.columns(); ++column) {
      const Cell* cell = table_.grid.at(row, column);
      if (cell == nullptr || cell->row != row || cell->column != column || table_.grid.text(*cell).empty()) continue;
      (text += text.empty() ? "" : " ") += table_.grid.text(*cell);
    }
    return text;
  }

  const TaskTable& table_;
  const Grammar& grammar_;
  bool is_text_;
  const std::vector<Range>& short_rows_;
  Findings& findings_;
};

void run(const Inspection& inspection, Findings& findings) {
  const std::vector<Range> short_ones = short_rows(inspection.document);
  for (const TaskTable& table : task_tables(inspection)) RowCheck(table, inspection.grammar, inspection.document.format == "txt", short_ones, findings).run();
}

}  // namespace

const Check table_rows{kRules, run};

}  // namespace gongwen::checks
