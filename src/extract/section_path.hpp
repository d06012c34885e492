#pragma once
// The titled sections over a section, from the outside in, while the sections of a part are gone through in order.
#include <cstdint>
#include <vector>

#include <gongwen/outline.hpp>

namespace gongwen {

class SectionPath {
 public:
  /// Goes on to `section`.
  void enter(const Section& section) {
    while (!open_.empty() && open_.back().level >= section.level) open_.pop_back();
    above_ = open_.empty() ? std::vector<Value>() : open_.back().leads;
    if (section.title.text.empty()) return;
    const Range whole = cover(section.label.span.bytes, section.title.span.bytes);
    open_.push_back({section.level, {section.label.text + section.title.text, {whole, {}}}, above_});
  }
  /// The path of what the section says: its own title, if it has one, stands last.
  [[nodiscard]] std::vector<Value> path() const {
    std::vector<Value> items;
    items.reserve(open_.size());
    for (const Open& titled : open_) items.push_back(titled.item);
    return items;
  }
  /// The leads of the titled section above as a whole.
  [[nodiscard]] const std::vector<Value>& leads_above() const noexcept { return above_; }
  /// Sets those of the section gone to last, which has a title.
  void set_leads(std::vector<Value> leads) { open_.back().leads = std::move(leads); }

 private:
  struct Open {
    std::uint32_t level;
    Value item;
    std::vector<Value> leads;
  };
  std::vector<Open> open_;
  std::vector<Value> above_;
};

}  // namespace gongwen
