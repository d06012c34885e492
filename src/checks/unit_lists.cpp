// The units of each record to those that are named twice in it: in one list, or as leading and also as taking part.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "unit-in-two-roles",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” leads the task and is named again among those that take part", "“{0}”既列为牵头单位，又列入责任或配合单位"},
         .what = {"A unit that one task names both as a lead and as a responsible or supporting unit, where the notice does not do so as a rule.",
                  "同一任务中，某单位既是牵头单位，又出现在责任单位或配合单位中，而其他任务并不这样写。"},
         .why = {"Who leads is responsible already; named twice, the unit stands where another one was meant, or one name too many.",
                 "牵头单位本身即负责任；重复列出，往往是多写，或者误写了另一单位。"},
         .mend = {"Name it once, as the lead; or correct the name.", "只保留牵头单位中的名称，或改正误写的单位。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\n1\t修缮校舍。\t县教育局\t县财政局、县教育局\n2\t疏浚河道。\t县水利局\t各乡镇\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\n1\t修缮校舍。\t县教育局\t县财政局\n2\t疏浚河道。\t县水利局\t各乡镇\n"},
    Rule{.name = "unit-repeated",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is named twice in one list of units", "“{0}”在同一单位名单中重复"},
         .what = {"A unit that stands twice in one list of units of a task.", "同一任务的同一单位名单中，某单位出现两次。"},
         .why = {"One name is too many, or stands where another unit was meant.", "多写了一次，或者误写了另一单位。"},
         .mend = {"Delete the second, or correct it.", "删去重复的名称，或改为应写的单位。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局、县财政局、县教育局\n2\t疏浚河道。\t县水利局\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县教育局、县财政局\n2\t疏浚河道。\t县水利局\n"},
};

constexpr std::size_t kOften = 3;   // so many tasks, and a third of all: the notice names its leads twice by design

/// The names of one list, each with the place where it stands first. Reports those that come again.
using Names = std::map<std::string_view, const Value*>;

Names names_in(const std::vector<Value>& list, Findings& findings) {
  Names names;
  for (const Value& unit : list) {
    const auto [first, is_new] = names.emplace(unit.text, &unit);
    if (!is_new && first->second->span != unit.span) findings.push_back(diagnose("unit-repeated", unit.span, {unit.text}));
  }
  return names;
}

void find_again(const Names& leads, const Names& others, Findings& found) {
  for (const auto& [name, value] : others)
    if (const auto lead = leads.find(name); lead != leads.end() && lead->second->span != value->span)
      found.push_back(diagnose("unit-in-two-roles", value->span, {std::string(name)}));
}

/// 1.县教育局 2.县财政局, 县教育局；县财政局: units of several assignments in one cell.
bool is_itemized(const std::vector<Value>& list, const Folded& folded) {
  if (list.size() < 2 || !list[0].span.cell) return false;
  const std::string_view text = folded.view(cover(list.front().span.bytes, list.back().span.bytes));
  if (text.find("；") != text.npos || text.find("。") != text.npos) return true;
  for (std::size_t at = text.find_first_of("0123456789"); at != text.npos; at = text.find_first_of("0123456789", at + 1))
    for (const std::string_view mark : {".", "、", "）"})
      if (text.substr(at + 1).starts_with(mark)) return true;
  return false;
}

/// 县教育局牵头，县财政局配合；县财政局牵头，县教育局配合: a lead stands behind those that take part.
bool is_mixed(const std::vector<Value>& leads, const std::vector<Value>& others) {
  return !leads.empty() && !others.empty() && leads.back().span.cell == others[0].span.cell && leads.back().span.bytes.begin > others[0].span.bytes.begin;
}

/// Whether the lead stands above the row in which its group of tasks begins: in a text a cell between may have been left empty.
bool has_doubtful_lead(const Task& task) {
  if (task.lead_units.empty() || !task.lead_units[0].span.cell) return false;
  const std::uint32_t lead = task.lead_units[0].span.cell->row;
  return std::any_of(task.path.begin(), task.path.end(), [&](const Value& group) { return group.span.cell && group.span.cell->row > lead; });
}

/// Whether a record holds several assignments, each with its own roles.
bool is_several(const Task& task, const Folded& folded) {
  return is_itemized(task.lead_units, folded) || is_itemized(task.responsible_units, folded) || is_itemized(task.supporting_units, folded) ||
         is_mixed(task.lead_units, task.responsible_units) || is_mixed(task.lead_units, task.supporting_units);
}

void run(const Inspection& inspection, Findings& findings) {
  Findings found;
  std::size_t tasks = 0, with = 0;   // that name leads and others
  for (const Task& task : inspection.tasks) {
    if (is_several(task, inspection.folded) || (inspection.document.format == "txt" && has_doubtful_lead(task))) continue;
    const Names leads = names_in(task.lead_units, findings);
    const Names responsible = names_in(task.responsible_units, findings), supporting = names_in(task.supporting_units, findings);
    if (leads.empty() || (responsible.empty() && supporting.empty())) continue;
    const std::size_t before = found.size();
    find_again(leads, responsible, found);
    find_again(leads, supporting, found);
    ++tasks;
    with += found.size() > before;
  }
  if (with < kOften || with * 3 < tasks) findings.insert(findings.end(), found.begin(), found.end());
}

}  // namespace

const Check unit_lists{kRules, run};

}  // namespace gongwen::checks
