// Readings of units and deadlines to the fields of a record.
#include "extract/record.hpp"

namespace gongwen {
namespace {

void add_list(std::vector<Value>& list, const std::vector<UnitReading::Unit>& units, const Passage& passage, std::optional<CellPlace> cell) {
  for (const UnitReading::Unit& unit : units) list.push_back(value_of(passage, unit.place, unit.text, cell));
}

std::optional<DeadlineReading> read_known_deadline(std::string_view text, const ExtractContext& context) {
  if (context.memo == nullptr) return read_deadline(text, context.dates, context.grammar);
  if (const auto* known = context.memo->deadlines.find(text)) return *known;
  auto reading = read_deadline(text, context.dates, context.grammar);
  context.memo->deadlines.keep(text, reading);
  return reading;
}

void report(const DeadlineReading& reading, Span span, std::vector<Diagnostic>& diagnostics) {
  if (reading.impossible_date)
    diagnostics.push_back(diagnose("deadline-impossible-date", span, {reading.deadline.text}));
  else if (reading.deadline.kind == DeadlineKind::unknown)
    diagnostics.push_back(diagnose("deadline-not-understood", span, {reading.deadline.text}));
}

}  // namespace

Value value_of(const Passage& passage, Range in_text, std::string text, std::optional<CellPlace> cell) {
  return {std::move(text), {passage.source(in_text), cell}};
}

void add_units(Task& task, const UnitReading& reading, const Passage& passage, std::optional<CellPlace> cell) {
  add_list(task.lead_units, reading.lead, passage, cell);
  add_list(task.responsible_units, reading.responsible, passage, cell);
  add_list(task.supporting_units, reading.supporting, passage, cell);
  for (const auto& [key, unit] : reading.extra) task.extra.emplace_back(key, value_of(passage, unit.place, unit.text, cell));
}

void set_deadline(Task& task, const Passage& passage, Range in_text, DeadlineSource source, const ExtractContext& context,
                  std::vector<Diagnostic>& diagnostics, std::optional<CellPlace> cell) {
  std::string text(passage.text().substr(in_text.begin, in_text.size()));
  std::erase(text, '\n');   // of a list, where a line may end inside the expression
  auto reading = read_known_deadline(text, context);
  if (!reading) return;
  reading->deadline.source = source;
  const bool whole = text.size() != in_text.size();
  reading->deadline.span = {passage.source(whole ? in_text : Range{in_text.begin + reading->begin, in_text.begin + reading->end}), cell};
  report(*reading, reading->deadline.span, diagnostics);
  task.deadline = std::move(reading->deadline);
}

void find_own_deadline(Task& task, const Passage& passage, const ExtractContext& context, std::optional<CellPlace> cell) {
  auto reading = find_deadline(passage.text(), context.dates, context.grammar);
  if (!reading) return;
  reading->deadline.source = DeadlineSource::task;
  reading->deadline.span = {passage.source({reading->begin, reading->end}), cell};
  task.deadline = std::move(reading->deadline);
}

}  // namespace gongwen
