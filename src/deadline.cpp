// One expression of time, by itself, to what it means: folded as a cell is, and read as one. Where its year comes from is
// found by reading it once more without the day of issue: what is the same then stands in its own words.
#include <gongwen/deadline.hpp>

#include <limits>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/deadlines.hpp"
#include "normalize/folded.hpp"
#include "script.hpp"

namespace gongwen {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2099;

YearSource year_source(const Deadline& read, const Deadline& alone) {
  if (read.date.empty() && read.start.empty()) return YearSource::none;
  return read.date == alone.date && read.start == alone.start ? YearSource::expression : YearSource::issue;
}

// Traditional characters, where the expression has them.
void restore(Deadline& deadline, const Folded& folded) {
  Notice notice;
  notice.tasks.emplace_back();
  notice.tasks.front().deadline = std::move(deadline);
  restore_script(notice, folded);
  deadline = std::move(*notice.tasks.front().deadline);
}

}  // namespace

bool exists(Date day) noexcept {
  return day.year >= kFirstYear && day.year <= kLastYear && days_of({PeriodKind::day, day.year, day.month, day.day}).has_value();
}

std::optional<DeadlineMeaning> interpret_deadline(std::string_view expression, Date issued_on, const Grammar& grammar) {
  expression = expression.substr(0, std::numeric_limits<std::uint32_t>::max() / 2);
  const Folded folded(expression);
  const Passage passage(folded, Range{0, static_cast<std::uint32_t>(expression.size())});
  DeadlineContext context;
  if (exists(issued_on)) context = {issued_on.year, issued_on};
  auto reading = read_deadline(passage.text(), context, grammar);
  if (!reading) return std::nullopt;
  DeadlineMeaning meaning{std::move(reading->deadline), YearSource::none, reading->impossible_date};
  meaning.deadline.source = DeadlineSource::none;
  meaning.deadline.span.bytes = passage.source({reading->begin, reading->end});
  const auto alone = read_deadline(passage.text(), {}, grammar);
  meaning.year = year_source(meaning.deadline, alone ? alone->deadline : Deadline{});
  restore(meaning.deadline, folded);
  return meaning;
}

}  // namespace gongwen
