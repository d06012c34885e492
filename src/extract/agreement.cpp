// The records of annotations and those of tables, paired by the text that they share, to what differs between them.
#include "extract/agreement.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "extract/clauses.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kFewestPairs = 2;

/// Annotations by what their tasks say.
class AnnotationIndex {
 public:
  void add(const Task& task, std::size_t number) {
    if (const std::string_view whole = whole_of(task.task.text); !whole.empty()) wholes_.emplace(whole, number);
    each_clause(task.task.text, [&](std::string_view clause) { clauses_.emplace(clause, number); });
  }

  /// The annotation that says the same as the task: all of it, or at least half of its clauses.
  [[nodiscard]] std::size_t find(const Task& task) const {
    if (const auto same = wholes_.find(whole_of(task.task.text)); same != wholes_.end()) return same->second;
    std::size_t all = 0;
    std::map<std::size_t, std::size_t> shared;
    each_clause(task.task.text, [&](std::string_view clause) {
      all += clause.size();
      if (const auto found = clauses_.find(clause); found != clauses_.end()) shared[found->second] += clause.size();
    });
    const auto most = std::max_element(shared.begin(), shared.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != shared.end() && most->second * 2 >= all ? most->first : kNone;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> wholes_, clauses_;
};

/// 县水利局 and 水利局 are one.
bool same_unit(std::string_view a, std::string_view b) { return a.ends_with(b) || b.ends_with(a); }

bool all_in(const std::vector<Value>& units, const std::vector<Value>& others) {
  return std::all_of(units.begin(), units.end(), [&](const Value& unit) {
    return std::any_of(others.begin(), others.end(), [&](const Value& other) { return same_unit(unit.text, other.text); });
  });
}

std::string listed(const std::vector<Value>& units) {
  std::string text;
  for (const Value& unit : units) text += (text.empty() ? "" : "、") + unit.text;
  return text;
}

void compare(const Task& row, const Task& annotation, std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t kMostLeads = 64;   // each is looked for among the others
  const auto& leads = row.lead_units;
  const auto& others = annotation.lead_units;
  if (!leads.empty() && !others.empty() && leads.size() <= kMostLeads && others.size() <= kMostLeads && (!all_in(leads, others) || !all_in(others, leads)))
    diagnostics.push_back(diagnose("body-lead-differs", leads.front().span, {row.task.text, listed(leads), listed(others)}));
  if (row.deadline && annotation.deadline && !row.deadline->date.empty() && !annotation.deadline->date.empty() && row.deadline->date != annotation.deadline->date)
    diagnostics.push_back(diagnose("body-deadline-differs", row.deadline->span, {row.task.text, row.deadline->date.iso(), annotation.deadline->date.iso()}));
}

}  // namespace

void compare_body_and_tables(const std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics) {
  AnnotationIndex index;
  std::size_t rows = 0, annotations = 0, pairs = 0;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (tasks[i].origin == TaskOrigin::annotation) index.add(tasks[i], i), ++annotations;
    if (tasks[i].origin == TaskOrigin::table) ++rows;
  }
  if (rows == 0 || annotations == 0) return;
  std::vector<std::size_t> partner(tasks.size(), kNone);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (tasks[i].origin != TaskOrigin::table) continue;
    const std::size_t found = index.find(tasks[i]);
    if (found == kNone || partner[found] != kNone) continue;
    partner[i] = found;
    partner[found] = i;
    ++pairs;
  }
  if (pairs < kFewestPairs || pairs * 3 < std::max(rows, annotations) * 2) return;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const Task& task = tasks[i];
    if (task.origin == TaskOrigin::table && partner[i] != kNone) compare(task, tasks[partner[i]], diagnostics);
    if (partner[i] != kNone || task.origin == TaskOrigin::prose) continue;
    diagnostics.push_back(diagnose(task.origin == TaskOrigin::table ? "body-task-missing" : "table-task-missing", task.task.span, {task.task.text}));
  }
}

}  // namespace gongwen
