// The items of an expression to its phrases: what stands beside a date says whether it is a start, the end of a span, or a
// day by which to act; what a date leaves out comes from the date before it, else from the notice.
#include "extract/deadline_phrases.hpp"

#include <charconv>

#include "extract/calendar.hpp"
#include "extract/deadline_items.hpp"

namespace gongwen {
namespace {

using Kind = TimePhrase::Kind;
using text::SlotKind;

/// The year and month that a later, shorter date is completed from; 0: none.
struct Carry {
  int year = 0;
  unsigned month = 0;
};

struct ResolvedDate {
  DayRange days;
  bool impossible = false;
  bool span = false;
  Carry carry;
};

/// The value of the first or last slot of a kind.
std::optional<unsigned> captured(const TimeItem& item, SlotKind slot, bool last) {
  std::optional<unsigned> value;
  for (const text::Capture& capture : item.match.captures) {
    if (capture.slot == slot && (last || !value)) value = capture.value;
  }
  return value;
}

bool has_two(const TimeItem& item) {
  for (std::size_t i = 0; i < item.match.captures.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (item.match.captures[i].slot == item.match.captures[j].slot) return true;
    }
  }
  return false;
}

/// A year in two digits, 25年; nullopt where it has not two.
std::optional<int> short_year(const TimeItem& item) {
  for (const text::Capture& capture : item.match.captures) {
    if (capture.slot == SlotKind::digits && capture.end - capture.begin == 2) return 2000 + static_cast<int>(capture.value);
  }
  return std::nullopt;
}

class PhraseReading {
 public:
  PhraseReading(const DeadlineContext& context, TimeSetting setting, const std::vector<TimeItem>& items)
      : context_(context), setting_(setting), items_(items) {}

  std::vector<TimePhrase> run() {
    while (next_ < items_.size()) read_phrase();
    return std::move(phrases_);
  }

 private:
  void read_phrase() {
    const TimeItem& item = items_[next_++];
    switch (item.word) {
      case TimeWord::date: return read_date(item, false, false);
      case TimeWord::to: return read_to(item);
      case TimeWord::anchor: return read_anchor(item);
      case TimeWord::duration: return read_duration(item, nullptr);
      case TimeWord::ongoing: return add_word(item, Kind::ongoing);
      case TimeWord::conditional: return add_word(item, Kind::conditional);
      case TimeWord::recurring: return add_word(item, Kind::recurring);
      case TimeWord::immediate: return read_immediate(item);
      default: return;
    }
  }

  /// The item that follows without a gap, if it is of this word.
  [[nodiscard]] const TimeItem* following(TimeWord word) const {
    if (next_ == 0 || next_ >= items_.size() || items_[next_].word != word) return nullptr;
    return items_[next_].match.begin == items_[next_ - 1].match.end ? &items_[next_] : nullptr;
  }
  const TimeItem* take(TimeWord word) {
    const TimeItem* item = following(word);
    if (item != nullptr) ++next_;
    return item;
  }

  TimePhrase& add(const TimeItem& item, Kind kind) {
    TimePhrase phrase;
    phrase.kind = kind;
    phrase.begin = item.match.begin;
    phrase.end = item.match.end;
    phrase.ongoing = item.flag("ongoing");
    phrases_.push_back(phrase);
    return phrases_.back();
  }

  void add_word(const TimeItem& item, Kind kind) {
    TimePhrase& phrase = add(item, kind);
    phrase.ongoing = phrase.ongoing || kind == Kind::ongoing;
    phrase.every = item.attribute("every");
  }

  /// 到2025年底; without a date before it.
  void read_to(const TimeItem& to) {
    const TimeItem* date = take(TimeWord::date);
    if (date == nullptr) return;
    const bool by = to.attribute("task") == "yes";
    read_date(*date, by, !by);
    if (by && !phrases_.empty() && phrases_.back().begin == date->match.begin) phrases_.back().begin = to.match.begin;
  }

  /// A date and what belongs to it. `by`: 到 stands before it; `window`: it ends a span whose start is not named.
  void read_date(const TimeItem& item, bool by, bool window) {
    const ResolvedDate date = resolve(item, carry_);
    if (following(TimeWord::to) != nullptr && next_ + 1 < items_.size() && items_[next_ + 1].word == TimeWord::date &&
        items_[next_ + 1].match.begin == items_[next_].match.end) {
      next_ += 2;
      return finish_span(item, items_[next_ - 1], date);
    }
    if (const TimeItem* start = following(TimeWord::start)) return read_start(item, date, *start);
    TimePhrase& phrase = add_date(item, date);
    phrase.counts = item.attribute("task") == "yes" || (by && item.attribute("task") == "marked");
    if (take(TimeWord::attribute) != nullptr) return void(phrase.counts = false);
    if (const TimeItem* before = take(TimeWord::before)) {
      phrase.end = before->match.end;
      phrase.counts = phrase.counts || item.attribute("task") == "marked";
    }
    phrase.counts = phrase.counts && !window && !date.span;
    if (setting_ == TimeSetting::cell || phrase.counts) carry_ = date.carry;
  }

  TimePhrase& add_date(const TimeItem& item, const ResolvedDate& date) {
    TimePhrase& phrase = add(item, Kind::date);
    phrase.date = date.days.last;
    if (date.span && date.days.first <= date.days.last) phrase.start = date.days.first;
    phrase.impossible = date.impossible;
    return phrase;
  }

  void finish_span(const TimeItem& first, const TimeItem& last, const ResolvedDate& start) {
    const ResolvedDate end = resolve(last, start.carry);
    TimePhrase& phrase = add_date(last, end);
    phrase.begin = first.match.begin;
    if (start.days.first <= end.days.last) phrase.start = start.days.first;
    phrase.impossible = start.impossible || end.impossible;
    if (const TimeItem* before = take(TimeWord::before)) phrase.end = before->match.end;
    if (setting_ == TimeSetting::cell) carry_ = end.carry;
  }

  void read_start(const TimeItem& item, const ResolvedDate& date, const TimeItem& start) {
    ++next_;
    if (const TimeItem* to = following(TimeWord::to); to != nullptr && next_ + 1 < items_.size() && items_[next_ + 1].word == TimeWord::date) {
      next_ += 2;
      return finish_span(item, items_[next_ - 1], date);
    }
    TimePhrase& phrase = add(item, Kind::start);
    phrase.end = start.match.end;
    phrase.start = date.days.first;
    phrase.ongoing = start.flag("open");
    phrase.impossible = date.impossible;
    if (setting_ == TimeSetting::cell) carry_ = date.carry;
  }

  /// A span that begins with the notice's issue, after an item that says so.
  bool read_span_from_issue(const TimeItem& item) {
    if (following(TimeWord::to) == nullptr || next_ + 1 >= items_.size() || items_[next_ + 1].word != TimeWord::date) return false;
    next_ += 2;
    finish_span(item, items_[next_ - 1], {{context_.issued_on, context_.issued_on}, false, true, carry_});
    return true;
  }

  void read_anchor(const TimeItem& anchor) {
    if (const TimeItem* duration = take(TimeWord::duration)) return read_duration(*duration, &anchor);
    if (anchor.attribute("from") != "issue") return add_word(anchor, Kind::conditional);
    read_span_from_issue(anchor);
  }

  void read_immediate(const TimeItem& item) {
    const bool from_issue = item.attribute("start") == "issue";
    if (from_issue && read_span_from_issue(item)) return;
    add_word(item, Kind::immediate);
    if (from_issue) phrases_.back().start = context_.issued_on;
  }

  void read_duration(const TimeItem& duration, const TimeItem* anchor) {
    TimePhrase& phrase = add(duration, Kind::relative);
    if (anchor == nullptr) return;
    phrase.begin = anchor->match.begin;
    if (anchor->attribute("from") != "issue") return;
    phrase.counts = true;
    phrase.date = after_issue(duration);
  }

  /// Working days come to no date: the holidays of a year are not known.
  [[nodiscard]] Date after_issue(const TimeItem& duration) const {
    const std::string_view unit = duration.attribute("unit"), fixed = duration.attribute("count");
    unsigned count = 0;
    std::from_chars(fixed.data(), fixed.data() + fixed.size(), count);
    if (const auto number = captured(duration, SlotKind::number, false)) count = *number;
    if (const auto digits = captured(duration, SlotKind::digits, false)) count = *digits;
    if (count == 0) return {};
    if (unit == "day") return plus_days(context_.issued_on, count);
    if (unit == "week") return plus_days(context_.issued_on, count * 7);
    if (unit == "month") return plus_months(context_.issued_on, count);
    if (unit == "year") return plus_months(context_.issued_on, count * 12);
    return {};
  }

  [[nodiscard]] ResolvedDate resolve(const TimeItem& item, Carry carry) const {
    const auto kind = period_kind(item.attribute("period"));
    const auto year = year_of(item, carry, false), last_year = year_of(item, carry, true);
    if (!kind || !year || !last_year) return {{}, true, false, carry};
    const PeriodKind first_kind = period_kind(item.attribute("first")).value_or(*kind);
    const Period first = period_of(item, first_kind, *year, carry, false), last = period_of(item, *kind, *last_year, carry, true);
    const auto first_days = days_of(first), last_days = days_of(last);
    if (!first_days || !last_days) return {{}, true, false, carry};
    ResolvedDate resolved{{first_days->first, last_days->last}, false, item.flag("span") || has_two(item), {last.year, last.month}};
    if (item.attribute("edge") == "first") resolved.days.last = last_days->first;
    if (item.attribute("edge") == "last") resolved.days.first = first_days->last;
    if (item.attribute("edge") == "middle" && !resolved.days.last.empty()) resolved.days.last.day = 15;
    return resolved;
  }

  /// 0: not known; nullopt: no year.
  [[nodiscard]] std::optional<int> year_of(const TimeItem& item, Carry carry, bool last) const {
    if (const auto year = captured(item, SlotKind::year, last)) return static_cast<int>(*year);
    if (item.flag("short_year")) return short_year(item);
    if (const Date issue_month = month_by_issue(item); !issue_month.empty()) return issue_month.year;
    const int before = carry.year != 0 ? carry.year : context_.year;
    if (item.attribute("year") == "next") return before == 0 ? 0 : before + 1;
    return item.attribute("year") == "this" ? context_.year : before;
  }

  /// The month that 本月, 下月 or 本季度 mean, by the day of issue; empty where they do not stand.
  [[nodiscard]] Date month_by_issue(const TimeItem& item) const {
    const std::string_view month = item.attribute("month");
    if (month.empty() || context_.issued_on.empty()) return {};
    return month == "next" ? plus_months(context_.issued_on, 1) : context_.issued_on;
  }

  [[nodiscard]] Period period_of(const TimeItem& item, PeriodKind kind, int year, Carry carry, bool last) const {
    Period period{kind, year, 0, 0, 0};
    period.month = captured(item, SlotKind::month, last).value_or(0);
    period.day = captured(item, SlotKind::day, last).value_or(0);
    period.number = captured(item, SlotKind::number, last).value_or(0);
    if (const Date by_issue = month_by_issue(item); !by_issue.empty()) {
      period.month = by_issue.month;
      period.number = (by_issue.month + 2u) / 3;
    } else if (!item.attribute("month").empty()) {
      period = {kind, 0, 1, period.day, 1};
    }
    if (kind == PeriodKind::day && period.month == 0) complete_month(period, carry);
    return period;
  }

  /// A day alone: of the month before it in the text, else of the month of issue.
  void complete_month(Period& period, Carry carry) const {
    if (carry.month != 0) {
      period.month = carry.month;
    } else if (!context_.issued_on.empty()) {
      period.month = context_.issued_on.month;
      period.year = context_.issued_on.year;
    } else {
      period.month = 1;
      period.year = 0;
    }
  }

  const DeadlineContext& context_;
  TimeSetting setting_;
  const std::vector<TimeItem>& items_;
  std::size_t next_ = 0;
  Carry carry_;
  std::vector<TimePhrase> phrases_;
};

}  // namespace

std::vector<TimePhrase> read_time_phrases(std::string_view text, const DeadlineContext& context, const Grammar& grammar, TimeSetting setting) {
  const auto items = find_time_items(text, grammar.tables()[GrammarKind::deadline], setting);
  return PhraseReading(context, setting, items).run();
}

}  // namespace gongwen
