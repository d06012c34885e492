// The annotations of a part to records. Each closes a text: what stands before it in its paragraph or, where it stands
// alone, what the section has said since the annotation before (contract, "Annotations").
#include <algorithm>

#include "extract/defaults.hpp"
#include "extract/extract.hpp"
#include "extract/label_values.hpp"
#include "extract/record.hpp"
#include "extract/section_path.hpp"
#include "extract/unit_brackets.hpp"
#include "extract/unit_names.hpp"
#include "segment/assignments.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

// Marks that stand between an annotation and the texts around it.
std::string_view without_marks(std::string_view text) {
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view mark : {"。", "；", "，", "、", "：", " ", "."})
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
  }
  return text;
}

class SectionReader {
 public:
  SectionReader(const Section* section, std::vector<Value> path, const ExtractContext& context,
                std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics)
      : section_(section), path_(std::move(path)), context_(context), tasks_(tasks), diagnostics_(diagnostics), first_(tasks.size()) {}

  void read(const std::vector<Value>& paragraphs) {
    const std::vector<bool> runs = find_label_runs(paragraphs);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const Value& paragraph = paragraphs[i];
      if (crosses_table(paragraph.span.bytes.begin)) {
        pending_.clear();
        label_line_ = open_ = closed_ = false;
      }
      at_ = paragraph.span.bytes.end;
      if ((runs[i] || label_line_) && is_open_label(paragraph.text, context_.grammar)) {
        const std::size_t end = open_value_end(paragraphs, i, context_.grammar);
        read_open_label(paragraphs, i, end);
        label_line_ = true;
        i = end - 1;
      } else if (runs[i] || is_label_line(paragraph.text, label_line_, context_.grammar)) {
        read_label_line(paragraph);
        label_line_ = true;
      } else {
        read_paragraph(paragraph);
        label_line_ = false;
      }
    }
  }

  /// Closes the section by a rule that names its units, where no annotation does.
  void close_by(const DefaultUnits& rule) {
    if (tasks_.size() == first_) annotate(rule.place, false);
  }

  /// The leads of the record that is the section as a whole.
  [[nodiscard]] std::vector<Value> own_leads() const { return used_title_ ? tasks_[first_].lead_units : std::vector<Value>(); }

  /// The brackets of nothing but units that were passed over.
  [[nodiscard]] std::size_t passed() const noexcept { return passed_; }

  /// Gives the leads of a section above to the records that name only others.
  void inherit(const std::vector<Value>& leads) {
    for (const std::size_t i : heirs_)
      if (tasks_[i].lead_units.empty()) tasks_[i].lead_units = leads;
  }

 private:
  // Lines of labels of which one assigns work: 责任领导：… above 牵头单位：… belongs to it.
  [[nodiscard]] std::vector<bool> find_label_runs(const std::vector<Value>& paragraphs) const {
    std::vector<bool> runs(paragraphs.size());
    bool below = false;   // the next line of a label, with text between or not
    for (std::size_t i = paragraphs.size(); i-- > 0;) {
      const bool next = i + 1 < paragraphs.size() && runs[i + 1];
      runs[i] = is_label_line(paragraphs[i].text, next || (below && is_open_label(paragraphs[i].text, context_.grammar)), context_.grammar);
      if (runs[i] || is_label_line(paragraphs[i].text, true, context_.grammar)) below = runs[i];
    }
    return runs;
  }

  // 整改措施： over its value, for the record that the labels around it make.
  void read_open_label(const std::vector<Value>& paragraphs, std::size_t label, std::size_t end) {
    if (end == label + 1) return;
    std::string key = paragraphs[label].text;
    key.resize(key.size() - std::string_view("：").size());
    const Passage value(context_.folded, Range{paragraphs[label + 1].span.bytes.begin, paragraphs[end - 1].span.bytes.end});
    at_ = paragraphs[end - 1].span.bytes.end;
    auto& extra = label_line_ && open_ && pending_.empty() ? tasks_.back().extra : waiting_;
    const Range place = trim_name(value.text(), {0, static_cast<std::uint32_t>(value.text().size())});
    extra.emplace_back(std::move(key), value_of(value, place, std::string(value.text().substr(place.begin, place.size()))));
  }

  // A table ends what stands above it: nothing below closes that.
  [[nodiscard]] bool crosses_table(std::uint32_t begin) const {
    const auto next = std::lower_bound(context_.tables.begin(), context_.tables.end(), at_);
    return at_ != 0 && next != context_.tables.end() && *next < begin;
  }

  void read_label_line(const Value& paragraph) {
    annotate(paragraph.span.bytes, (label_line_ || closed_) && pending_.empty());   // 配合单位：/ begins none
    closed_ = true;
  }

  void read_paragraph(const Value& paragraph) {
    const Passage passage(context_.folded, paragraph.span.bytes);
    auto places = find_assignments(passage.text(), context_.grammar);
    add_unit_brackets(passage, paragraph.span.bytes, places);
    std::uint32_t from = 0;
    for (const AssignmentPlace& place : places) {
      const bool follows = take_text(passage, from, place.begin) == Taken::nothing && (from != 0 || closed_);
      annotate(passage.source({place.inner_begin, place.inner_end}), follows);
      from = place.end;
    }
    const auto size = static_cast<std::uint32_t>(passage.text().size());
    closed_ = from != 0 && take_text(passage, from, size) == Taken::nothing;
    if (from == 0) take_text(passage, 0, size);
  }

  // Brackets of nothing but units, where they assign; else they are counted.
  void add_unit_brackets(const Passage& passage, Range paragraph, std::vector<AssignmentPlace>& places) {
    const auto before = [](const AssignmentPlace& a, const AssignmentPlace& b) { return a.begin < b.begin; };
    for (const AssignmentPlace& units : find_unit_brackets(passage.text(), context_.grammar)) {
      const auto overlaps = [&](const AssignmentPlace& place) { return place.begin < units.end && units.begin < place.end; };
      if (std::any_of(places.begin(), places.end(), overlaps)) continue;
      if (context_.unit_brackets || leads(paragraph)) places.insert(std::upper_bound(places.begin(), places.end(), units, before), units);
      else ++passed_;
    }
  }

  enum class Taken { nothing, text };

  // Text that the next annotation may close. Within a paragraph that holds one, it closes nothing from before it.
  Taken take_text(const Passage& passage, std::uint32_t begin, std::uint32_t end) {
    const std::string_view whole = passage.text().substr(begin, end - begin);
    const std::string_view text = without_marks(whole);
    if (text.empty()) return Taken::nothing;
    begin += static_cast<std::uint32_t>(whole.size() - text.size());
    const bool closes_here = end != passage.text().size();
    if (closes_here) pending_.clear();
    pending_.push_back(passage.source({begin, end}));
    return Taken::text;
  }

  // One annotation: a record of its own, or more of the last one where it follows on it with nothing between.
  void annotate(Range inner, bool continues) {
    const Passage passage(context_.folded, inner, Passage::Glue::lines);
    const bool more = continues && open_;
    const bool led = more && !tasks_.back().lead_units.empty();
    UnitReading reading = read_units(passage.text(), UnitRole::responsible, leads(inner) && !led, context_.grammar, pieces_of(context_));
    const std::vector<Value> above = reading.same_as_above ? units_above(reading.same_role, more) : std::vector<Value>();
    if (!reading.has_units() && !reading.deadline && reading.extra.empty() && above.empty()) return;
    if (!more && !begin_record(inner)) return;
    Task& task = tasks_.back();
    if (reading.labelled || (reading.responsible.empty() && !reading.supporting.empty())) heirs_.push_back(tasks_.size() - 1);
    list_of(task, reading.same_role).insert(list_of(task, reading.same_role).end(), above.begin(), above.end());
    if (more && first_leads_ && !reading.lead.empty()) demote_first(task);
    first_leads_ = reading.first_leads;
    add_units(task, reading, passage);
    if (reading.deadline) set_deadline(task, passage, *reading.deadline, DeadlineSource::annotation, context_, diagnostics_);
  }

  static std::vector<Value>& list_of(Task& task, UnitRole role) {
    return role == UnitRole::lead ? task.lead_units : role == UnitRole::supporting ? task.supporting_units : task.responsible_units;
  }

  // 同上: those of the record before.
  [[nodiscard]] std::vector<Value> units_above(UnitRole role, bool more) {
    const std::size_t skipped = more ? 2 : 1;
    return tasks_.size() < skipped ? std::vector<Value>() : list_of(tasks_[tasks_.size() - skipped], role);
  }

  // The first named was taken for the lead before the text named its own.
  static void demote_first(Task& task) {
    task.responsible_units.insert(task.responsible_units.begin(), task.lead_units.begin(), task.lead_units.end());
    task.lead_units.clear();
  }

  bool begin_record(Range inner) {
    Task task;
    task.origin = TaskOrigin::annotation;
    task.path = path_;
    if (section_ != nullptr) task.section = section_->id;
    const Passage text(context_.folded, pending_);
    pending_.clear();
    if (!text.empty()) {
      task.task = value_of(text, {0, static_cast<std::uint32_t>(text.text().size())}, std::string(text.text()));
      find_own_deadline(task, text, context_);
    } else if (section_ != nullptr && !section_->title.text.empty() && !used_title_) {
      task.task = section_->title;
      task.path.pop_back();
      used_title_ = true;
      find_own_deadline(task, Passage(context_.folded, section_->title.span.bytes), context_);
    } else {
      diagnostics_.push_back(diagnose("annotation-without-task", {inner, {}}, {std::string(context_.folded.view(inner))}));
      open_ = false;
      return false;
    }
    task.extra = std::move(waiting_);
    waiting_.clear();
    tasks_.push_back(std::move(task));
    open_ = true;
    return true;
  }

  [[nodiscard]] bool leads(Range inner) const { return inner.end >= context_.first_leads_from; }

  const Section* section_;
  std::vector<Value> path_;
  const ExtractContext& context_;
  std::vector<Task>& tasks_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t first_;                 // the section's first record, in tasks_
  std::vector<std::size_t> heirs_;    // records that say who does it, but not who leads
  std::vector<Range> pending_;
  std::vector<std::pair<std::string, Value>> waiting_;   // for the record that the next label begins
  bool label_line_ = false;   // the line before is a label with its value
  bool open_ = false;         // the last record is this section's and may take more
  bool used_title_ = false;
  bool closed_ = false;       // the paragraph before ends with an annotation: one more adds to its record
  bool first_leads_ = false;  // the last record's lead is only the first unit named
  std::size_t passed_ = 0;    // brackets of nothing but units that were no annotations
  std::uint32_t at_ = 0;      // where the last paragraph ends
};

}  // namespace

std::size_t extract_annotations(const Part& part, const ExtractContext& context, std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics) {
  SectionReader front(nullptr, {}, context, tasks, diagnostics);
  front.read(part.paragraphs);
  std::size_t passed = front.passed();
  const auto defaults = defaults_of_sections(part, context);
  SectionPath path;
  for (std::size_t i = 0; i < part.sections.size(); ++i) {
    const Section& section = part.sections[i];
    path.enter(section);
    SectionReader reader(&section, path.path(), context, tasks, diagnostics);
    const auto labelled = with_labelled_children(part.sections, i, context.grammar);
    reader.read(labelled.empty() ? section.paragraphs : labelled);
    passed += reader.passed();
    if (defaults[i] != nullptr) reader.close_by(*defaults[i]);
    reader.inherit(path.leads_above());
    if (auto own = reader.own_leads(); !own.empty() && !section.title.text.empty()) path.set_leads(std::move(own));
    if (!labelled.empty()) i = section.end - 1;
  }
  return passed;
}

}  // namespace gongwen
