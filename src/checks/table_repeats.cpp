// The rows of the task tables to those that repeat one above: the same task under the same headings, by the same units, by the
// same day. The same words for other units or another day are an assignment of their own.
#include <array>
#include <map>
#include <string>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-task-repeated",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"“{0}” stands in the table a second time, with the same units and deadline", "“{0}”在表中重复列出，单位和时限均相同"},
         .what = {"A row of a task table with the same task, units and deadline as a row above it, under the same headings.",
                  "任务表中，某行的任务、单位、时限及所属类别与前面某行完全相同。"},
         .why = {"One task would be supervised and counted twice.", "同一任务会被重复督办、重复统计。"},
         .mend = {"Delete the row; if another task was meant, write that one.", "删除重复的行；如本应是另一项任务，改为该任务。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n3\t修缮校舍。\t县教育局\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n3\t修缮校舍。\t县住建局\n"},
};

constexpr char kEnd = '\n';   // stands in no value

void add(std::string& key, const std::vector<Value>& values) {
  for (const Value& value : values) key.append(value.text) += kEnd;
  key += kEnd;
}

std::string key_of(const Task& task) {
  std::string key = task.task.text + kEnd;
  for (const auto* list : {&task.path, &task.lead_units, &task.responsible_units, &task.supporting_units}) add(key, *list);
  if (task.deadline) key += task.deadline->text;
  for (const auto& [header, value] : task.extra) key.append(1, kEnd).append(value.text);
  return key;
}

void run(const Inspection& inspection, Findings& findings) {
  std::map<std::string, const Task*> seen;
  for (const Task& task : inspection.tasks) {
    if (task.origin != TaskOrigin::table) continue;
    const auto [first, is_new] = seen.emplace(key_of(task), &task);
    if (!is_new && first->second->task.span != task.task.span) findings.push_back(diagnose("table-task-repeated", task.task.span, {task.task.text}));
  }
}

}  // namespace

const Check table_repeats{kRules, run};

}  // namespace gongwen::checks
