#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <gongwen/export.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/task.hpp>

namespace gongwen {

/// Where the year (or the day to count from) of a deadline's date comes from.
enum class YearSource {
  none,        ///< there is no date
  expression,  ///< its own words: 2025年6月底前
  issue,       ///< the day of issue that was given: 6月底前, 明年3月, 印发之日起30日内
};

/// What one expression of time means.
struct DeadlineMeaning {
  Deadline deadline;               ///< `source` is none, `span` counts bytes of the expression
  YearSource year = YearSource::none;
  bool impossible_date = false;    ///< it names a day that does not exist (2月30日): kind unknown
};

/// Reads one expression of time as the deadline column of a notice issued on `issued_on` would be read: any text at all,
/// UTF-8, which is normalized first. Without a day of issue (or with one that does not exist) what needs one has no date.
/// What is not understood is of kind unknown; an empty text, or a mark for an empty cell (/, —, 无), is nullopt. Thread-safe.
[[nodiscard]] GONGWEN_API std::optional<DeadlineMeaning> interpret_deadline(std::string_view expression, Date issued_on = {},
                                                                       const Grammar& grammar = Grammar::builtin());

/// Whether there is such a day in the calendar, in the years 1900 to 2099.
[[nodiscard]] GONGWEN_API bool exists(Date day) noexcept;

/// The deadline object of the output contract, on one line; `from` is null where the source is none.
[[nodiscard]] GONGWEN_API std::string to_json(const Deadline& deadline);

}  // namespace gongwen
