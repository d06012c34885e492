// The headings of one part, in reading order, to depths in a tree. Styles nest as the notice itself nests them; only where
// it gives no sign does the usual order of the styles decide.
#include "segment/outline_builder.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>

namespace gongwen {
namespace {

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

std::string quoted_label(const Heading& heading) { return std::string(heading.text.substr(0, heading.label.end)); }

// For each heading the next one of each style, to look ahead without walking.
class NextOfStyle {
 public:
  explicit NextOfStyle(const std::vector<Heading>& headings) {
    for (std::size_t i = 0; i < headings.size(); ++i) places_[headings[i].label.style].push_back(i);
  }
  [[nodiscard]] std::size_t after(std::size_t index, std::string_view style) const {
    const auto found = places_.find(style);
    if (found == places_.end()) return kNever;
    const auto next = std::upper_bound(found->second.begin(), found->second.end(), index);
    return next == found->second.end() ? kNever : *next;
  }

 private:
  std::map<std::string_view, std::vector<std::size_t>> places_;
};

// A label before `gap`, the heading in front of which a number is missing, stands out among those of its own style: neither does it
// go on from the last of them (`last_number`) nor the next of them from it. A first one does so where it stands alone there, or
// where they begin anew behind it.
bool is_misfit(const std::vector<Heading>& headings, const NextOfStyle& next, std::size_t index, std::size_t gap, std::uint32_t last_number) {
  const std::uint32_t number = headings[index].label.number;
  const std::size_t following = next.after(index, headings[index].label.style);
  if (following != kNever && headings[following].label.number == number + 1) return false;
  if (number != 1) return number != last_number + 1;
  return last_number == 0 || (following < gap && headings[following].label.number == 1);
}

// Finds a number that a run of labels skips, and gives it to the label in the gap that has the number in another style.
void adopt_misfits(std::vector<Heading>& headings, std::vector<Diagnostic>& diagnostics) {
  const NextOfStyle next(headings);
  struct Run {
    std::size_t index;
    std::uint32_t number;
    Label label;
  };
  std::map<std::string_view, Run> last;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Label label = headings[i].label;
    const auto run = last.find(label.style);
    const std::uint32_t before = run == last.end() ? 0 : run->second.number;
    if (label.number == before + 2) {
      std::map<std::string_view, std::uint32_t> numbers;
      std::size_t from = 0;
      for (const auto& [style, outer] : last)
        if (outer.label.rank <= label.rank) from = std::max(from, outer.index + 1);
      for (std::size_t c = from; c < i; ++c) {
        Heading& candidate = headings[c];
        const std::uint32_t last_number = std::exchange(numbers[candidate.label.style], candidate.label.number);
        if (candidate.label.number != before + 1 || candidate.label.style == label.style) continue;
        if (!is_misfit(headings, next, c, i, last_number)) continue;
        candidate.label.style = label.style;
        candidate.label.rank = label.rank;
        diagnostics.push_back(diagnose("heading-label-style", {candidate.label_source, {}}, {quoted_label(candidate), quoted_label(headings[i])}));
        break;
      }
    }
    // A label further out begins a new scope for those further in.
    for (auto entry = last.begin(); entry != last.end();) {
      if (entry->second.label.rank > label.rank) entry = last.erase(entry);
      else ++entry;
    }
    last[label.style] = {i, label.number, label};
  }
}

// A label that goes on from none of its own style, but from the last heading of its outline level, is one of those: a
// 3、 that Word sets as a heading like 一、 and 二、.
void adopt_by_outline(std::vector<Heading>& headings, std::vector<Diagnostic>& diagnostics) {
  std::array<const Heading*, 9> last{};
  std::map<std::string_view, std::uint32_t> numbers;
  for (Heading& heading : headings) {
    if (heading.outline < 0) continue;
    const auto level = static_cast<std::size_t>(heading.outline);
    const Heading* above = last[level];
    const auto own = numbers.find(heading.label.style);
    const bool goes_on = own != numbers.end() && own->second + 1 == heading.label.number;
    if (above != nullptr && !goes_on && heading.label.number > 1 && above->label.style != heading.label.style &&
        above->label.number + 1 == heading.label.number) {
      diagnostics.push_back(diagnose("heading-label-style", {heading.label_source, {}}, {quoted_label(heading), quoted_label(*above)}));
      heading.label.style = above->label.style;
      heading.label.rank = above->label.rank;
    }
    numbers[heading.label.style] = heading.label.number;
    last[level] = &heading;
    std::fill(last.begin() + heading.outline + 1, last.end(), nullptr);
  }
}

struct Open {
  Label label;
};

// Whether the open style goes on after this heading's run, so that the run stands inside it: 1. （一）（二） 2.
bool goes_on(const std::vector<Heading>& headings, const NextOfStyle& next, std::size_t index, const std::vector<Open>& open) {
  if (headings[index].label.number != 1) return false;
  const Label& top = open.back().label;
  const std::size_t following = next.after(index, top.style);
  if (following == kNever || headings[following].label.number != top.number + 1) return false;
  return std::none_of(open.begin(), open.end() - 1,
                      [&](const Open& outer) { return next.after(index, outer.label.style) < following; });
}

}  // namespace

void place_headings(std::vector<Heading>& headings, std::vector<Diagnostic>& diagnostics) {
  adopt_misfits(headings, diagnostics);
  adopt_by_outline(headings, diagnostics);
  const NextOfStyle next(headings);
  std::vector<Open> open;
  std::map<std::string_view, std::string_view> over;   // the style that each was last opened under
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Heading& heading = headings[i];
    const auto same = std::find_if(open.begin(), open.end(), [&](const Open& o) { return o.label.style == heading.label.style; });
    if (same != open.end()) {
      open.erase(same + 1, open.end());
      open.back().label = heading.label;
    } else {
      const auto stands_inside = [&] {   // as it did before, or as what follows shows
        const auto outer = over.find(heading.label.style);
        return (outer != over.end() && outer->second == open.back().label.style) || goes_on(headings, next, i, open);
      };
      while (!open.empty() && open.back().label.rank > heading.label.rank && !stands_inside()) open.pop_back();
      over[heading.label.style] = open.empty() ? std::string_view() : open.back().label.style;
      open.push_back({heading.label});
    }
    heading.level = static_cast<std::uint32_t>(open.size());
  }
}

}  // namespace gongwen
