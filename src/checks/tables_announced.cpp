// What a notice says of its task tables to those that are not there: an attachment by the name of one in which none is found, a
// 见附件 without one, and a header without a row under it. A form to be filled in is empty by design.
#include <algorithm>
#include <array>
#include <string_view>

#include "checks/list.hpp"
#include "checks/task_tables.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-empty",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the task table has a header, but no task under it", "任务表只有表头，没有任务"},
         .what = {"A task table without a row that holds a task. Forms to be filled in (报送表, 统计表, 样表) are left alone.", "任务表没有任何任务行。供填报的空表（报送表、统计表、样表等）不在此限。"},
         .why = {"The notice assigns by the table, and the table assigns nothing.", "公文以表格分解任务，空表等于没有分解。"},
         .mend = {"Put the rows in, or take the table out.", "补上任务行，或删去该表。"},
         .fires = "<w:p><w:r><w:t>2024年重点任务分工表</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc>"
                  "<w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>",
         .silent = "<w:p><w:r><w:t>重点任务完成情况报送表</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc>"
                   "<w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>"},
    Rule{.name = "table-not-found",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::attachment,
         .message = {"the notice announces “{0}”, but no task table is found", "公文提到“{0}”，但未找到任务表"},
         .what = {"An attachment or an issued document that is called a table of tasks (任务分解表, 分工表) and holds none, or a sentence that says that one is attached where nothing is. "
                  "One whose header names no task, unit or deadline counts as none.",
                  "附件或印发的文件名为任务分解表、分工表，其中却没有任务表；或者正文说“见附件”，却没有附件。表头没有任务、单位、时限栏的，也视为没有任务表。"},
         .why = {"The tasks are assigned there and nowhere else.", "任务分工只在该表中，缺表则无从落实。"},
         .mend = {"Attach the table; where it is there, give its columns the usual names (工作任务, 责任单位, 完成时限).", "补上该表；表已存在的，请使用通行的栏目名称（工作任务、责任单位、完成时限）。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n请认真落实。任务分工表见附件。\n\n云溪县人民政府办公室\n2024年3月5日\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n请认真落实。任务分工表见附件。\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n"
                   "附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n"},
};

bool holds_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

constexpr std::array<std::string_view, 16> kFormWords{"样表", "样式", "模板", "报送", "填报", "上报", "统计", "汇总", "情况", "登记", "申报", "申请", "反馈", "进展", "进度", "参考"};

/// 2024年重点任务分解表, 任务分工表, and no form to be filled in.
bool names_task_table(std::string_view title) {
  static constexpr std::array<std::string_view, 4> kTables{"分工表", "分解表", "任务表", "任务一览表"};
  return holds_any(title, kTables) && !holds_any(title, kFormWords);
}

bool has_task_table(const Inspection& inspection) {
  return std::any_of(inspection.tables.begin(), inspection.tables.end(), [](const TableSummary& table) { return table.role == TableRole::tasks; });
}

std::size_t begin_of(const Part& part) { return part.title.span.bytes.begin; }

/// Whether records stand in the part, as annotations of its text do.
bool holds_tasks(const Inspection& inspection, std::size_t part) {
  const std::size_t begin = begin_of(inspection.parts[part]);
  const std::size_t end = part + 1 < inspection.parts.size() ? begin_of(inspection.parts[part + 1]) : std::string_view::npos;
  return std::any_of(inspection.tasks.begin(), inspection.tasks.end(), [&](const Task& task) {
    return task.task.span.bytes.begin >= begin && task.task.span.bytes.begin < end;
  });
}

// In a notice that issues a table (关于印发…任务分解表的通知) the table is the document itself.
bool find_in_parts(const Inspection& inspection, Findings& findings) {
  bool any = false;
  for (std::size_t i = 0; i < inspection.parts.size(); ++i) {
    const Part& part = inspection.parts[i];
    if (part.kind == PartKind::letter) continue;
    any = any || part.kind == PartKind::attachment;
    if (names_task_table(part.title.text) && !holds_tasks(inspection, i)) findings.push_back(diagnose("table-not-found", part.title.span, {part.title.text}));
  }
  return any;
}

/// The words that say that a task table is attached: 任务分工表见附件, 具体任务分工（详见附件）.
std::string_view announcement_in(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kTables{"分工表", "分解表", "任务表", "任务一览表"};
  constexpr std::size_t kNear = 24;   // bytes between the table's name and what says where it is
  for (const std::string_view word : kTables) {
    const std::size_t at = text.find(word);
    if (at == text.npos) continue;
    const std::size_t see = text.find("见附件", at);
    if (see != text.npos && see <= at + word.size() + kNear) return text.substr(at, word.size());
  }
  return {};
}

void find_in_letter(const Inspection& inspection, Findings& findings) {
  for (const Line& line : inspection.lines) {
    if (line.is_table() || announcement_in(line.text).empty()) continue;
    findings.push_back(diagnose("table-not-found", Span{line.source, {}}, {std::string(line.text)}));
    return;
  }
}

void find_missing(const Inspection& inspection, Findings& findings) {
  if (has_task_table(inspection)) return;
  if (find_in_parts(inspection, findings) || !inspection.metadata.attachments.empty()) return;   // one that is announced and absent: another rule's
  find_in_letter(inspection, findings);
}

/// A title, or a sentence that leads up to a table: no paragraph of the body, which may speak of anything.
bool may_name_table(std::string_view text) {
  constexpr std::size_t kLongest = 60;   // code points
  return text::count_code_points(text) <= kLongest;
}

/// The lines before a table that may name it.
bool is_form(const Inspection& inspection, const TaskTable& table) {
  if (holds_any(table.summary.caption.text, kFormWords)) return true;
  constexpr std::size_t kLines = 3;
  for (std::size_t line = table.place.line, seen = 0; line > 0 && seen < kLines; ++seen)
    if (--line; may_name_table(inspection.lines[line].text) && holds_any(inspection.lines[line].text, kFormWords)) return true;
  return false;
}

void run(const Inspection& inspection, Findings& findings) {
  find_missing(inspection, findings);
  for (const TaskTable& table : task_tables(inspection)) {
    const Cell* first = table.first_text(table.header.first);
    if (table.summary.rows == 0 && first != nullptr && !is_form(inspection, table)) findings.push_back(diagnose("table-empty", table.span_of(*first)));
  }
}

}  // namespace

const Check tables_announced{kRules, run};

}  // namespace gongwen::checks
