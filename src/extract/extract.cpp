// Parts and tables to records, put into reading order at the end.
#include "extract/extract.hpp"

#include <algorithm>
#include <limits>

#include "extract/agreement.hpp"
#include "extract/body_index.hpp"
#include "extract/defaults.hpp"
#include "segment/assignments.hpp"
#include "segment/names.hpp"

namespace gongwen {
namespace {

// The year of a deadline without one: that in the title or the issued document, else that of the date.
DeadlineContext date_context(const Metadata& metadata) {
  DeadlineContext context;
  context.issued_on = metadata.issued_on;
  context.year = find_year(metadata.title.text);
  if (context.year == 0) context.year = find_year(metadata.issued_document.text);
  if (context.year == 0) context.year = metadata.issued_on.year;
  return context;
}

// From where the first unit named leads: the first place that says so.
std::uint32_t find_rule(const Segmentation& segmentation, const Folded& folded, const Grammar& grammar) {
  for (const Line& line : segmentation.lines) {
    const std::size_t at = line.is_table() ? std::string_view::npos : find_first_leads_rule(line.text, grammar);
    if (at == std::string_view::npos) continue;
    const std::uint32_t folded_at = folded.to_folded(line.source).begin + static_cast<std::uint32_t>(at);
    return folded.to_source({folded_at, folded_at + 1}).begin;
  }
  return std::numeric_limits<std::uint32_t>::max();
}

// Brackets of nothing but units assign in a notice that has annotations beside them, or several such brackets.
void read_annotations(const Segmentation& segmentation, ExtractContext& context, Notice& notice) {
  constexpr std::size_t kSeveral = 3;
  const std::size_t diagnostics = notice.diagnostics.size();
  std::size_t passed = 0;
  for (const Part& part : segmentation.parts) passed += extract_annotations(part, context, notice.tasks, notice.diagnostics);
  if (passed == 0 || (notice.tasks.empty() && passed < kSeveral)) return;
  notice.tasks.clear();
  notice.diagnostics.resize(diagnostics);
  context.unit_brackets = true;
  for (const Part& part : segmentation.parts) extract_annotations(part, context, notice.tasks, notice.diagnostics);
}

void number_tasks(std::vector<Task>& tasks) {
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.task.span.bytes.begin < b.task.span.bytes.begin; });
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].id = "t" + std::to_string(i + 1);
}

}  // namespace

void extract(const Document& document, const Segmentation& segmentation, const Folded& folded, const Grammar& grammar, bool prose, Notice& notice) {
  ExtractContext context{folded, grammar, date_context(segmentation.metadata), find_rule(segmentation, folded, grammar), {},
                         find_defaults(segmentation, folded, grammar)};
  ReadingMemo memo;
  context.memo = &memo;
  for (const Line& line : segmentation.lines)
    if (line.is_table()) context.tables.push_back(line.source.begin);
  read_annotations(segmentation, context, notice);
  for (const Part& part : segmentation.parts)
    if (prose) extract_prose(part, context, notice.tasks);
  const BodyIndex body(segmentation.parts);
  std::uint32_t number = 0;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    const std::size_t first = notice.tasks.size();
    notice.tables.push_back(extract_table(*table, ++number, context, notice.tasks, notice.diagnostics));
    for (const Table& nested : table->nested)
      notice.tables.push_back(extract_table(nested, ++number, context, notice.tasks, notice.diagnostics));
    for (std::size_t i = first; i < notice.tasks.size(); ++i) notice.tasks[i].section = body.find(notice.tasks[i].task.text);
  }
  apply_defaults(context.defaults, notice.tasks);
  number_tasks(notice.tasks);
  compare_body_and_tables(notice.tasks, notice.diagnostics);
}

}  // namespace gongwen
