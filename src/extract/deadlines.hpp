#pragma once
// What an expression of time means: 6月底前，持续推进 is the last day of June of the notice's year, and goes on.
#include <optional>
#include <string_view>

#include <gongwen/grammar.hpp>
#include <gongwen/task.hpp>

namespace gongwen {

/// What an expression without a year or a start is completed from.
struct DeadlineContext {
  int year = 0;       ///< the year that the notice's title or issued document names, else that of `issued_on`; 0: none
  Date issued_on;     ///< 成文日期
};

/// What was read: the deadline without its span and source; `begin` and `end` are bytes of the text given.
struct DeadlineReading {
  Deadline deadline;
  std::uint32_t begin = 0, end = 0;
  bool impossible_date = false;   ///< a date that does not exist (2月30日): kind unknown
  std::uint32_t covered = 0;      ///< bytes of the text that are words of time; the rest says what is to be done
};

/// A whole deadline cell or label value (folded). Never fails: what is not understood is `unknown` with its text. An
/// empty text, or a mark for an empty cell (/, —, 无), is nullopt.
[[nodiscard]] std::optional<DeadlineReading> read_deadline(std::string_view text, const DeadlineContext& context, const Grammar& grammar);

/// The deadline that a task's own words state, if any: only a calendar date by which it is to be done, the last one where
/// there are several, or a period counted from the notice's issue. The contract's "Deadlines" says what does not count.
[[nodiscard]] std::optional<DeadlineReading> find_deadline(std::string_view task, const DeadlineContext& context, const Grammar& grammar);

}  // namespace gongwen
