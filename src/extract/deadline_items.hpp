#pragma once
// The words of an expression of time, as the grammar's `deadline` entries find them.
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/deadline_phrases.hpp"

namespace gongwen {

/// What an entry's `kind` says; `other` are those that a phrase is not made of.
enum class TimeWord : std::uint8_t {
  date, to, before, start, attribute, anchor, duration, ongoing, immediate, conditional, recurring, none, empty, other
};

struct TimeItem {
  TimeWord word = TimeWord::other;
  GrammarMatch match;

  [[nodiscard]] std::string_view attribute(std::string_view key) const noexcept { return match.entry->attribute(key); }
  [[nodiscard]] bool flag(std::string_view key) const noexcept { return attribute(key) == "true"; }
};

[[nodiscard]] TimeWord time_word(const GrammarEntry& entry) noexcept;

/// The items of `text` from left to right, at each place the longest.
[[nodiscard]] std::vector<TimeItem> find_time_items(std::string_view text, const GrammarTable& deadlines, TimeSetting setting);

}  // namespace gongwen
