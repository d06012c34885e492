// 除标注外均由县水利局负责, 未注明牵头单位的均由县水利局牵头: to the records that the notice gives no units itself.
#include "extract/defaults.hpp"

#include <algorithm>

#include "extract/record.hpp"
#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"
#include "segment/assignments.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kMostRules = 16;   // of one notice: each looks at all of its sections and records

std::size_t clause_end(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"。", "；", "）"}) end = std::min(end, text.find(mark, from));
  return end;
}

bool all_named(const std::vector<Value>& units, const Grammar& grammar) {
  return std::all_of(units.begin(), units.end(), [&](const Value& unit) { return is_unit_name(unit.text, grammar); });
}

void add_rule(const Line& line, std::size_t begin, const Folded& folded, const Grammar& grammar, std::vector<DefaultUnits>& found) {
  const std::uint32_t base = folded.to_folded(line.source).begin;
  const std::size_t end = clause_end(line.text, begin);
  const Range place = folded.to_source({base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)});
  const Passage passage(folded, place, Passage::Glue::lines);
  Task task;
  add_units(task, read_units(passage.text(), UnitRole::responsible, false, grammar), passage);
  DefaultUnits rule{place, std::move(task.lead_units), std::move(task.responsible_units), std::move(task.supporting_units)};
  const bool any = !rule.lead.empty() || !rule.responsible.empty();
  if (any && all_named(rule.lead, grammar) && all_named(rule.responsible, grammar) && all_named(rule.supporting, grammar)) found.push_back(std::move(rule));
}

bool holds_annotation(const Section& section, const Grammar& grammar) {
  return std::any_of(section.paragraphs.begin(), section.paragraphs.end(), [&](const Value& paragraph) {
    return is_label_line(paragraph.text, false, grammar) || !find_assignments(paragraph.text, grammar).empty();
  });
}

bool within(std::uint32_t place, Range range) { return place >= range.begin && place < range.end; }

// Where a rule reaches: sections [begin, end) of the part.
struct Reach {
  std::uint32_t begin = 0, end = 0;
  bool by_chapter = false;   // only where the chapter holds annotations
};

Reach reach_of(const Part& part, std::uint32_t place) {
  const auto size = static_cast<std::uint32_t>(part.sections.size());
  for (const Value& paragraph : part.paragraphs)
    if (within(place, paragraph.span.bytes)) return {0, size, true};
  Reach reach;
  std::uint32_t outer = size;
  for (std::uint32_t i = 0; i < size;) {
    const Section& section = part.sections[i];
    if (!within(place, section.span.bytes)) {
      i = section.end;
      continue;
    }
    reach = section.end > i + 1 ? Reach{i + 1, section.end} : Reach{i + 1, outer};
    outer = section.end;
    ++i;
    if (i >= outer) break;
  }
  return reach;
}

}  // namespace

std::vector<DefaultUnits> find_defaults(const Segmentation& segmentation, const Folded& folded, const Grammar& grammar) {
  const GrammarTable& rules = grammar.tables()[GrammarKind::rule];
  std::vector<DefaultUnits> found;
  for (const Line& line : segmentation.lines) {
    if (line.is_table()) continue;
    for (auto match = rules.find(line.text, 0); match; match = rules.find(line.text, match->end))
      if (found.size() < kMostRules && match->entry->attribute("effect") == "default") add_rule(line, match->end, folded, grammar, found);
  }
  return found;
}

std::vector<const DefaultUnits*> defaults_of_sections(const Part& part, const ExtractContext& context) {
  std::vector<const DefaultUnits*> made(part.sections.size(), nullptr);
  if (context.defaults.empty()) return made;
  std::vector<bool> annotated(part.sections.size());
  for (std::size_t i = 0; i < part.sections.size(); ++i) annotated[i] = holds_annotation(part.sections[i], context.grammar);
  for (const DefaultUnits& rule : context.defaults) {
    if (rule.only_leads()) continue;
    const Reach reach = reach_of(part, rule.place.begin);
    std::uint32_t chapter = 0, covered = 0;   // sections under an annotated one are its own
    for (std::uint32_t i = reach.begin; i < reach.end; ++i) {
      const Section& section = part.sections[i];
      if (section.level == 1) chapter = i;
      if (annotated[i]) covered = std::max(covered, section.end);
      if (i < covered || section.end != i + 1) continue;
      const auto first = annotated.begin() + chapter, last = annotated.begin() + part.sections[chapter].end;
      if (!reach.by_chapter || std::find(first, last, true) != last) made[i] = &rule;
    }
  }
  return made;
}

void apply_defaults(const std::vector<DefaultUnits>& defaults, std::vector<Task>& tasks) {
  for (const DefaultUnits& rule : defaults) {
    for (Task& task : tasks) {
      if (task.task.span.bytes.begin < rule.place.end) continue;
      const bool none = task.lead_units.empty() && task.responsible_units.empty() && task.supporting_units.empty();
      if (rule.only_leads() ? !task.lead_units.empty() : !none) continue;
      task.lead_units = rule.lead;
      if (rule.only_leads()) continue;
      task.responsible_units = rule.responsible;
      task.supporting_units = rule.supporting;
    }
  }
}

}  // namespace gongwen
