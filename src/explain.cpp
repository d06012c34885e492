// A notice to the reasons of its records. Where a value was read, it is read again by the same function, which says what it
// went by; only what comes out the same counts.
#include <gongwen/explain.hpp>

#include <algorithm>

#include "extract/columns.hpp"
#include "extract/deadline_items.hpp"
#include "extract/defaults.hpp"
#include "extract/units.hpp"
#include "grammar/loader.hpp"
#include "parse.hpp"
#include "segment/assignments.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"

namespace gongwen {
namespace {

std::string_view slice(std::string_view text, Range range) {
  return range.begin > text.size() ? std::string_view() : text.substr(range.begin, range.size());
}

/// The annotation that a place stands in, and what its units are read from.
struct Annotation {
  Range inner;                     ///< in the source
  std::string_view from = "annotation";
  std::vector<EntryUse> entries;   ///< by which it is one
  std::string text;                ///< what was read
  UnitReading reading;
};

class TaskExplainer {
 public:
  TaskExplainer(const Stages& stages, const Grammar& grammar) : stages_(stages), grammar_(grammar) {
    for (const Part& part : stages.segmentation.parts) {
      for (const Value& paragraph : part.paragraphs) paragraphs_.push_back(&paragraph);
      for (const Section& section : part.sections)
        for (const Value& paragraph : section.paragraphs) paragraphs_.push_back(&paragraph);
    }
    std::stable_sort(paragraphs_.begin(), paragraphs_.end(), [](const Value* a, const Value* b) { return a->span.bytes.begin < b->span.bytes.begin; });
    for (const Block& block : stages.document.blocks)
      if (const auto* table = std::get_if<Table>(&block)) tables_.push_back(table);
    defaults_ = find_defaults(stages.segmentation, stages.folded, grammar);
  }

  TaskReasons explain(const Task& task) {
    TaskReasons reasons{task.id, {}};
    out_ = &reasons.reasons;
    task_ = &task;
    if (task.number) add_cell("number", "", *task.number);
    for (const Value& item : task.path) add_path(item);
    add_task();
    add_units("lead_units", task.lead_units, UnitRole::lead);
    add_units("responsible_units", task.responsible_units, UnitRole::responsible);
    add_units("supporting_units", task.supporting_units, UnitRole::supporting);
    if (task.deadline) add_deadline(*task.deadline);
    for (const auto& [key, value] : task.extra) add_extra(key, value);
    return reasons;
  }

 private:
  static EntryUse use_in(const GrammarUse& use, std::string_view text) {
    const GrammarEntry& entry = *use.entry;
    return {std::string(kind_name(entry.kind)), entry.id, entry.file, entry.line, entry.forms[use.form], std::string(slice(text, use.place)), entry.attributes};
  }

  Reason& add(std::string_view field, const Value& value, std::string_view from) {
    out_->push_back({std::string(field), "", value, from, "", {}, {}});
    return out_->back();
  }

  // ---- tables ----

  [[nodiscard]] const Cell* cell_at(const CellPlace& place) const {
    if (place.table == 0 || place.table > tables_.size()) return nullptr;
    const std::vector<Cell>& cells = tables_[place.table - 1]->cells;   // in the order of their rows and columns
    const auto found = std::lower_bound(cells.begin(), cells.end(), place, [](const Cell& cell, const CellPlace& wanted) {
      return std::pair(cell.row + 1, cell.column + 1) < std::pair(wanted.row, wanted.column);
    });
    return found != cells.end() && found->row + 1 == place.row && found->column + 1 == place.column ? &*found : nullptr;
  }

  [[nodiscard]] const TableSummary::Column* column_of(const CellPlace& place) const {
    if (place.table == 0 || place.table > stages_.notice.tables.size()) return nullptr;
    const auto& columns = stages_.notice.tables[place.table - 1].columns;
    return place.column == 0 || place.column > columns.size() ? nullptr : &columns[place.column - 1];
  }

  // A section row stands above the record's own rows; a group's cell beside them.
  [[nodiscard]] bool is_section_row(const CellPlace& place) const {
    const Cell* cell = cell_at(place);
    const auto& own = row_of_record();
    return cell != nullptr && own && (own->table != place.table || own->row > cell->row + cell->row_span);
  }
  [[nodiscard]] std::optional<CellPlace> row_of_record() const {
    std::optional<CellPlace> last;   // of a merged cell only its first row is known: the last of all is the record's own
    const auto look = [&](const Value& value) {
      if (value.span.cell && (!last || value.span.cell->row > last->row)) last = value.span.cell;
    };
    look(task_->task);
    for (const auto* list : {&task_->lead_units, &task_->responsible_units, &task_->supporting_units})
      for (const Value& unit : *list) look(unit);
    for (const auto& [key, value] : task_->extra) look(value);
    if (task_->number) look(*task_->number);
    return last;
  }

  void add_header(Reason& reason, const CellPlace& place) const {
    const TableSummary::Column* column = column_of(place);
    if (column == nullptr) return;
    reason.header = column->header;
    if (const HeaderReading read = read_header(column->header, grammar_); read.by.entry != nullptr)
      reason.entries.push_back(use_in(read.by, compact_header(column->header)));
  }

  void add_cell(std::string_view field, std::string_view key, const Value& value) {
    Reason& reason = add(field, value, "column");
    reason.key = key;
    if (value.span.cell) add_header(reason, *value.span.cell);
  }

  // ---- headings ----

  void add_heading(Reason& reason) const {
    const std::string_view text = stages_.folded.view(reason.value.span.bytes);
    auto label = read_label(text, grammar_);
    if (!label || !reason.value.text.starts_with(text.substr(0, label->end))) label = read_label_before_decimal(text, grammar_);
    if (label && reason.value.text.starts_with(text.substr(0, label->end))) reason.entries.push_back(use_in(label->by, text));
  }

  void add_path(const Value& item) {
    if (item.span.cell && !is_section_row(*item.span.cell)) return add_cell("path", "", item);
    add_heading(add("path", item, item.span.cell ? "section_row" : "heading"));
  }

  void add_task() {
    const Value& value = task_->task;
    if (value.span.cell && !is_section_row(*value.span.cell)) return add_cell("task", "", value);
    if (task_->origin == TaskOrigin::prose) return void(add("task", value, "prose"));
    Reason& reason = add("task", value, value.span.cell ? "section_row" : "text");
    if (value.span.cell) return add_heading(reason);
    if (const Annotation* annotation = first_annotation()) {
      reason.annotation.bytes = annotation->inner;
      reason.entries = annotation->entries;
    }
  }

  // ---- annotations ----

  [[nodiscard]] const Annotation* first_annotation() {
    for (const auto* list : {&task_->lead_units, &task_->responsible_units, &task_->supporting_units})
      for (const Value& unit : *list)
        if (const Annotation* found = annotation_at(unit.span.bytes)) return found;
    if (task_->deadline && task_->deadline->source == DeadlineSource::annotation) return annotation_at(task_->deadline->span.bytes);
    for (const auto& [key, value] : task_->extra)
      if (const Annotation* found = annotation_at(value.span.bytes)) return found;
    return nullptr;
  }

  [[nodiscard]] const Annotation* annotation_at(Range place) {
    if (known_ && place.begin >= known_->inner.begin && place.end <= known_->inner.end) return &*known_;
    known_.reset();
    const auto after = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), place.begin,
                                        [](std::uint32_t begin, const Value* paragraph) { return begin < paragraph->span.bytes.begin; });
    if (after == paragraphs_.begin()) return nullptr;
    const Value& paragraph = **std::prev(after);
    if (place.end > paragraph.span.bytes.end) return nullptr;
    find_annotation(paragraph, place);
    return known_ ? &*known_ : nullptr;
  }

  void find_annotation(const Value& paragraph, Range place) {
    const Passage passage(stages_.folded, paragraph.span.bytes);
    if (is_label_line(paragraph.text, true, grammar_)) return know(paragraph.span.bytes, "annotation", label_uses(paragraph.text));
    for (const AssignmentPlace& found : find_assignments(passage.text(), grammar_)) {
      const Range inner = passage.source({found.inner_begin, found.inner_end});
      if (place.begin < inner.begin || place.end > inner.end) continue;
      const std::string_view text = slice(passage.text(), {found.inner_begin, found.inner_end});
      std::vector<EntryUse> entries;
      for (const GrammarUse& use : assignment_uses(text, grammar_)) entries.push_back(use_in(use, text));
      return know(inner, "annotation", std::move(entries));
    }
    for (const DefaultUnits& rule : defaults_)
      if (place.begin >= rule.place.begin && place.end <= rule.place.end) return know(rule.place, "default", default_uses(passage, rule));
  }

  // The label that a line of its own opens with, in 【】 or before a colon.
  [[nodiscard]] std::vector<EntryUse> label_uses(std::string_view text) const {
    constexpr std::string_view kOpen = "【";
    const auto match = grammar_.tables()[GrammarKind::label].match_at(text, text.starts_with(kOpen) ? kOpen.size() : 0);
    if (!match) return {};
    return {use_in(use_of(*match), text)};
  }

  [[nodiscard]] std::vector<EntryUse> default_uses(const Passage& passage, const DefaultUnits& rule) const {
    const GrammarTable& rules = grammar_.tables()[GrammarKind::rule];
    const std::string_view text = passage.text();
    for (auto match = rules.find(text, 0); match; match = rules.find(text, match->end))
      if (match->entry->attribute("effect") == "default" && passage.source({match->begin, match->end}).end <= rule.place.begin &&
          rule.place.begin - passage.source({match->begin, match->end}).end < 8)
        return {use_in(use_of(*match), text)};
    return {};
  }

  void know(Range inner, std::string_view from, std::vector<EntryUse> entries) {
    known_.emplace();
    known_->inner = inner;
    known_->from = from;
    known_->entries = std::move(entries);
    passage_ = Passage(stages_.folded, inner, Passage::Glue::lines);
    known_->text = passage_.text();
    known_->reading = read_units(known_->text, UnitRole::responsible, false, grammar_);
  }

  // ---- units ----

  static const std::vector<UnitReading::Unit>& list_of(const UnitReading& reading, UnitRole role) {
    return role == UnitRole::lead ? reading.lead : role == UnitRole::supporting ? reading.supporting : reading.responsible;
  }

  static const UnitReading::Unit* find(const std::vector<UnitReading::Unit>& units, const Value& value, const Passage& passage) {
    for (const UnitReading::Unit& unit : units)
      if (unit.text == value.text && passage.source(unit.place) == value.span.bytes) return &unit;
    return nullptr;
  }

  void add_units(std::string_view field, const std::vector<Value>& units, UnitRole role) {
    for (const Value& unit : units) {
      if (unit.span.cell) add_cell_unit(field, unit, role);
      else add_annotated_unit(field, unit, role);
    }
  }

  void add_cell_unit(std::string_view field, const Value& unit, UnitRole role) {
    add_cell(field, "", unit);
    const Cell* cell = cell_at(*unit.span.cell);
    const TableSummary::Column* column = column_of(*unit.span.cell);
    if (cell == nullptr || column == nullptr) return;
    const UnitRole fallback = column->field == "lead_units" ? UnitRole::lead : column->field == "supporting_units" ? UnitRole::supporting : UnitRole::responsible;
    const Passage passage(stages_.folded, cell->lines, Passage::Glue::lines);
    add_role(out_->back(), read_units(passage.text(), fallback, false, grammar_), passage, role, &column->header);
  }

  void add_annotated_unit(std::string_view field, const Value& unit, UnitRole role) {
    if (task_->origin == TaskOrigin::prose) return void(add(field, unit, "prose"));
    const Annotation* annotation = annotation_at(unit.span.bytes);
    Reason& reason = add(field, unit, annotation != nullptr ? annotation->from : "annotation");
    if (annotation == nullptr) return;
    reason.annotation.bytes = annotation->inner;
    add_role(reason, annotation->reading, passage_, role, nullptr);
    if (annotation->from == "default") reason.entries.insert(reason.entries.begin(), annotation->entries.begin(), annotation->entries.end());
  }

  // What gave a unit its role: a label, a duty, or, where it leads only because it is named first, the rule that says so.
  void add_role(Reason& reason, const UnitReading& reading, const Passage& passage, UnitRole role, const std::string* header) const {
    const UnitReading::Unit* unit = find(list_of(reading, role), reason.value, passage);
    if (unit == nullptr && role == UnitRole::lead && reading.lead.empty()) {
      unit = find(reading.responsible, reason.value, passage);
      if (unit == nullptr || unit != &reading.responsible.front()) return;
      add_once(reason, unit->by, passage.text());
      return add_first_leads(reason, header);
    }
    if (unit == nullptr) return;
    add_once(reason, unit->by, passage.text());
    add_join(reason, *unit, passage.text());
  }

  static void add_once(Reason& reason, const GrammarUse& use, std::string_view text) {
    if (use.entry == nullptr) return;
    EntryUse made = use_in(use, text);
    const bool known = std::any_of(reason.entries.begin(), reason.entries.end(), [&](const EntryUse& other) {
      return other.kind == made.kind && other.id == made.id && other.matched == made.matched;
    });
    if (!known) reason.entries.push_back(std::move(made));
  }

  // 和 splits two names where both end as units do.
  void add_join(Reason& reason, const UnitReading::Unit& unit, std::string_view text) const {
    constexpr std::uint32_t kLongest = 9;   // bytes of such a word
    const GrammarTable& words = grammar_.tables()[GrammarKind::unit_word];
    for (std::uint32_t back = 3; back <= kLongest && back < unit.place.begin; back += 3) {
      const auto match = words.match_at(text, unit.place.begin - back);
      if (!match || match->end != unit.place.begin || match->entry->attribute("use") != "join") continue;
      add_once(reason, use_of(*match), text);
      if (const auto ending = office_ending(unit.text, grammar_)) add_once(reason, use_of(*ending), unit.text);
      return;
    }
  }

  void add_first_leads(Reason& reason, const std::string* header) const {
    if (header != nullptr) {
      if (const auto rule = first_leads_rule(*header, grammar_)) return add_once(reason, use_of(*rule), *header);
    }
    for (const Line& line : stages_.segmentation.lines) {
      if (line.is_table()) continue;
      const auto rule = first_leads_rule(line.text, grammar_);
      if (rule) return add_once(reason, use_of(*rule), line.text);
    }
  }

  // ---- deadlines and the rest ----

  void add_deadline(const Deadline& deadline) {
    const Value value{deadline.text, deadline.span};
    if (deadline.source == DeadlineSource::column) {
      add_cell("deadline", "", value);
      return add_items(out_->back(), deadline.text, 0, deadline.text.size(), TimeSetting::cell);
    }
    if (deadline.source == DeadlineSource::task) return add_own_deadline(value);
    const Annotation* annotation = annotation_at(deadline.span.bytes);
    Reason& reason = add("deadline", value, annotation != nullptr ? annotation->from : "annotation");
    if (annotation != nullptr) {
      reason.annotation.bytes = annotation->inner;
      add_once(reason, annotation->reading.deadline_by, annotation->text);
    }
    add_items(reason, deadline.text, 0, deadline.text.size(), TimeSetting::cell);
  }

  void add_own_deadline(const Value& value) {
    Reason& reason = add("deadline", value, "task");
    const auto found = find_deadline(task_->task.text, {}, grammar_);
    if (found && found->deadline.text == value.text) add_items(reason, task_->task.text, found->begin, found->end, TimeSetting::task);
  }

  void add_items(Reason& reason, std::string_view text, std::size_t begin, std::size_t end, TimeSetting setting) const {
    for (const TimeItem& item : find_time_items(text, grammar_.tables()[GrammarKind::deadline], setting))
      if (item.match.begin >= begin && item.match.end <= end) add_once(reason, use_of(item.match), text);
  }

  void add_extra(const std::string& key, const Value& value) {
    if (value.span.cell) return add_cell("extra", key, value);
    const Annotation* annotation = value.span.bytes.empty() ? nullptr : annotation_at(value.span.bytes);
    Reason& reason = add("extra", value, value.span.bytes.empty() ? "column" : "annotation");
    reason.key = key;
    if (annotation == nullptr) return;
    reason.annotation.bytes = annotation->inner;
    for (const auto& [label, unit] : annotation->reading.extra)
      if (label == key && unit.text == value.text) add_once(reason, unit.by, annotation->text);
  }

  const Stages& stages_;
  const Grammar& grammar_;
  std::vector<const Value*> paragraphs_;
  std::vector<const Table*> tables_;
  std::vector<DefaultUnits> defaults_;
  std::optional<Annotation> known_;
  Passage passage_;                  // of the annotation known
  std::vector<Reason>* out_ = nullptr;
  const Task* task_ = nullptr;
};

// The values as the notice gives them: in its script, and with the punctuation asked for.
void give_values(const Task& task, std::vector<Reason>& reasons) {
  std::size_t next = 0;
  const auto give = [&](const std::string& text) {
    if (next < reasons.size()) reasons[next++].value.text = text;
  };
  if (task.number) give(task.number->text);
  for (const Value& item : task.path) give(item.text);
  give(task.task.text);
  for (const auto* units : {&task.lead_units, &task.responsible_units, &task.supporting_units})
    for (const Value& unit : *units) give(unit.text);
  if (task.deadline) give(task.deadline->text);
  for (const auto& [key, value] : task.extra) {
    if (next < reasons.size()) reasons[next].key = key;
    give(value.text);
  }
}

}  // namespace

Result<Explanation> explain(std::span<const std::byte> bytes, const ParseOptions& options, std::string_view wanted) {
  std::vector<TaskReasons> tasks;
  auto notice = parse(bytes, options, [&](const Stages& stages) {
    TaskExplainer explainer(stages, options.grammar);
    for (const Task& task : stages.notice.tasks)
      if (wanted.empty() || task.id == wanted) tasks.push_back(explainer.explain(task));
  });
  if (!notice) return notice.error();
  for (std::size_t i = 0; i < notice->tasks.size() && !tasks.empty(); ++i) {
    const auto found = wanted.empty() ? tasks.begin() + static_cast<std::ptrdiff_t>(i) : tasks.begin();
    if (found->task == notice->tasks[i].id) give_values(notice->tasks[i], found->reasons);
  }
  return Explanation{*std::move(notice), std::move(tasks)};
}

}  // namespace gongwen
