// The duties in the prose of a part to records, where no annotation has made one of the text.
#include <algorithm>

#include "extract/extract.hpp"
#include "extract/prose.hpp"
#include "extract/record.hpp"
#include "extract/section_path.hpp"

namespace gongwen {
namespace {

class ProseReader {
 public:
  ProseReader(const ExtractContext& context, std::vector<Task>& tasks) : context_(context), tasks_(tasks) {
    for (const Task& task : tasks) taken_.push_back(task.task.span.bytes);
    std::sort(taken_.begin(), taken_.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < taken_.size(); ++i) taken_[i].end = std::max(taken_[i].end, taken_[i - 1].end);
  }

  void read(const Value& text, const Section* section, const std::vector<Value>& path) {
    const Passage passage(context_.folded, text.span.bytes);
    for (const ProseDuty& duty : find_duties(passage.text(), context_.grammar)) add(duty, passage, section, path);
  }

 private:
  [[nodiscard]] bool is_taken(Range place) const {
    const auto behind = std::lower_bound(taken_.begin(), taken_.end(), place.end, [](const Range& a, std::uint32_t end) { return a.begin < end; });
    return behind != taken_.begin() && std::prev(behind)->end > place.begin;
  }

  void add(const ProseDuty& duty, const Passage& passage, const Section* section, const std::vector<Value>& path) {
    if (is_taken(passage.source(duty.sentence))) return;
    Task task;
    task.origin = TaskOrigin::prose;
    task.path = path;
    if (section != nullptr) task.section = section->id;
    task.task = value(passage, duty.sentence);
    for (const Range unit : duty.units) (duty.role == UnitRole::lead ? task.lead_units : task.responsible_units).push_back(value(passage, unit));
    for (const Range unit : duty.helpers) task.responsible_units.push_back(value(passage, unit));
    find_own_deadline(task, Passage(context_.folded, task.task.span.bytes), context_);
    tasks_.push_back(std::move(task));
  }

  [[nodiscard]] static Value value(const Passage& passage, Range place) {
    return value_of(passage, place, std::string(passage.text().substr(place.begin, place.size())));
  }

  const ExtractContext& context_;
  std::vector<Task>& tasks_;
  std::vector<Range> taken_;   // by other records; each end is the furthest so far
};

}  // namespace

void extract_prose(const Part& part, const ExtractContext& context, std::vector<Task>& tasks) {
  ProseReader reader(context, tasks);
  for (const Value& paragraph : part.paragraphs) reader.read(paragraph, nullptr, {});
  SectionPath path;
  for (const Section& section : part.sections) {
    path.enter(section);
    std::vector<Value> items = path.path();
    for (const Value& paragraph : section.paragraphs) reader.read(paragraph, &section, items);
    if (section.title.text.empty()) continue;
    items.pop_back();
    reader.read(section.title, &section, items);
  }
}

}  // namespace gongwen
