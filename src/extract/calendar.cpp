// Named periods to their first and last day, by the calendar types of <chrono>.
#include "extract/calendar.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace gongwen {
namespace {

namespace chrono = std::chrono;

constexpr int kFirstYear = 1, kLastYear = 9999;
constexpr int kLeapYear = 2000;                  // stands in for a year that is not known: each day of any year is in it
constexpr std::array<std::string_view, 10> kPeriods{"day", "early", "middle", "late", "month", "quarter", "half1", "half2", "year", "plan"};

Date date_of(chrono::year_month_day day) noexcept {
  const int year = static_cast<int>(day.year());
  if (year < kFirstYear || year > kLastYear) return {};
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

chrono::year_month_day to_chrono(Date date) noexcept {
  return chrono::year{date.year} / chrono::month{date.month} / chrono::day{date.day};
}

std::optional<DayRange> range(int year, unsigned first_month, unsigned first_day, int last_year, unsigned last_month, unsigned last_day = 0) noexcept {
  const auto first = chrono::year{year} / chrono::month{first_month} / chrono::day{first_day};
  const auto month_end = chrono::year{last_year} / chrono::month{last_month} / chrono::last;
  if (!first.ok() || !month_end.ok()) return std::nullopt;
  const auto last = last_day == 0 ? chrono::year_month_day{month_end} : chrono::year{last_year} / chrono::month{last_month} / chrono::day{last_day};
  if (!last.ok()) return std::nullopt;
  return DayRange{date_of(first), date_of(last)};
}

std::optional<DayRange> quarter(int year, unsigned number) noexcept {
  if (number < 1 || number > 4) return std::nullopt;
  return range(year, number * 3 - 2, 1, year, number * 3);
}

/// The first plan ran from 1953 to 1957; since the sixth (1981 to 1985) each has its five years, so that the n-th ends in
/// 1955 + 5n.
std::optional<DayRange> plan(unsigned number) noexcept {
  if (number < 6 || number > 30) return std::nullopt;
  const int last = 1955 + 5 * static_cast<int>(number);
  return range(last - 4, 1, 1, last, 12);
}

}  // namespace

std::optional<PeriodKind> period_kind(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kPeriods.size(); ++i) {
    if (kPeriods[i] == name) return static_cast<PeriodKind>(i);
  }
  return std::nullopt;
}

std::optional<DayRange> days_of(const Period& period) noexcept {
  if (period.kind == PeriodKind::plan) return plan(period.number);
  if (period.year == 0) {
    Period stand_in = period;
    stand_in.year = kLeapYear;
    if (!days_of(stand_in)) return std::nullopt;
    return DayRange{};
  }
  const int year = period.year;
  switch (period.kind) {
    case PeriodKind::day: return range(year, period.month, period.day, year, period.month, period.day);
    case PeriodKind::early: return range(year, period.month, 1, year, period.month, 10);
    case PeriodKind::middle: return range(year, period.month, 11, year, period.month, 20);
    case PeriodKind::late: return range(year, period.month, 21, year, period.month);
    case PeriodKind::month: return range(year, period.month, 1, year, period.month);
    case PeriodKind::quarter: return quarter(year, period.number);
    case PeriodKind::half1: return range(year, 1, 1, year, 6);
    case PeriodKind::half2: return range(year, 7, 1, year, 12);
    case PeriodKind::year: return range(year, 1, 1, year, 12);
    case PeriodKind::plan: break;
  }
  return std::nullopt;
}

Date plus_days(Date date, unsigned days) noexcept {
  if (date.empty()) return {};
  return date_of(chrono::sys_days{to_chrono(date)} + chrono::days{days});
}

Date plus_months(Date date, unsigned months) noexcept {
  if (date.empty()) return {};
  const auto later = to_chrono(date) + chrono::months{months};
  return date_of(later.ok() ? later : later.year() / later.month() / chrono::last);
}

std::string Date::iso() const {
  if (empty()) return {};
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

}  // namespace gongwen
