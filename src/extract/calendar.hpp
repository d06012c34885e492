#pragma once
// Days of the Gregorian calendar and the named periods that they end: months and their thirds, quarters, halves, years,
// five-year plans.
#include <cstdint>
#include <optional>
#include <string_view>

#include <gongwen/task.hpp>

namespace gongwen {

enum class PeriodKind : std::uint8_t { day, early, middle, late, month, quarter, half1, half2, year, plan };

[[nodiscard]] std::optional<PeriodKind> period_kind(std::string_view name) noexcept;

/// A named period. Which of the numbers count is a matter of its kind; `number` is the quarter, or the plan's ordinal
/// (“十四五” is 14). `year` 0: not known.
struct Period {
  PeriodKind kind = PeriodKind::day;
  int year = 0;
  unsigned month = 0, day = 0, number = 0;
};

struct DayRange {
  Date first, last;
};

/// Its first and last day; nullopt if there is no such period (2月30日, a fifth quarter). Both are empty where the year is
/// not known, but a day that exists in no year is none even so.
[[nodiscard]] std::optional<DayRange> days_of(const Period& period) noexcept;

/// So much later; empty where `date` is or where it leaves the calendar. A month later is the same day, or the month's
/// last (Civil Code of the PRC, art. 202).
[[nodiscard]] Date plus_days(Date date, unsigned days) noexcept;
[[nodiscard]] Date plus_months(Date date, unsigned months) noexcept;

}  // namespace gongwen
