#pragma once
// A deadline in one short line, as the examples of grammars/deadlines.toml and tests/spec/deadlines.md write it:
// "2024-06-30 ongoing", "recurring P1M", "relative 2024-07-24", "from 2025-01-01 2027-12-31", "unknown impossible", "none".
#include <string>

#include "extract/deadlines.hpp"

namespace gongwen {

inline std::string deadline_text(const std::optional<DeadlineReading>& reading) {
  if (!reading) return "none";
  static const char* const kKinds[] = {"date", "ongoing", "recurring", "relative", "conditional", "immediate", "unknown"};
  const Deadline& deadline = reading->deadline;
  const bool plain_date = deadline.kind == DeadlineKind::date && !deadline.date.empty();
  std::string text = plain_date ? "" : kKinds[static_cast<std::size_t>(deadline.kind)];
  const auto add = [&text](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
  if (!deadline.start.empty()) add("from " + deadline.start.iso());
  if (!deadline.date.empty()) add(deadline.date.iso());
  if (!deadline.recurrence.empty()) add(deadline.recurrence);
  if (deadline.ongoing && deadline.kind != DeadlineKind::ongoing) add("ongoing");
  if (reading->impossible_date) add("impossible");
  return text;
}

}  // namespace gongwen
