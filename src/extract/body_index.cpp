// Sections to clauses, and a task's clauses back to the section that shares them.
#include "extract/body_index.hpp"

#include <map>

#include "extract/clauses.hpp"

namespace gongwen {
BodyIndex::BodyIndex(const std::vector<Part>& parts) {
  for (const Part& part : parts)
    for (const Section& section : part.sections) {
      add(section.title.text, section.id);
      for (const Value& paragraph : section.paragraphs) add(paragraph.text, section.id);
    }
}

void BodyIndex::add(std::string_view text, const std::string& id) {
  if (ids_.empty() || ids_.back() != &id) ids_.push_back(&id);
  const auto index = static_cast<std::uint32_t>(ids_.size() - 1);
  each_clause(text, [&](std::string_view clause) { clauses_.emplace(clause, index); });
  if (const std::string_view whole = whole_of(text); !whole.empty()) wholes_.emplace(whole, index);
}

std::string BodyIndex::find(std::string_view task) const {
  if (const auto same = wholes_.find(whole_of(task)); same != wholes_.end()) return *ids_[same->second];
  std::size_t all = 0;
  std::map<std::uint32_t, std::size_t> shared;
  each_clause(task, [&](std::string_view clause) {
    all += clause.size();
    if (const auto found = clauses_.find(clause); found != clauses_.end()) shared[found->second] += clause.size();
  });
  std::uint32_t best = 0;
  std::size_t most = 0;
  for (const auto& [section, bytes] : shared)
    if (bytes > most) {
      best = section;
      most = bytes;
    }
  return most != 0 && most * 2 >= all ? *ids_[best] : std::string();
}

}  // namespace gongwen
