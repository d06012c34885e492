// The phrases of an expression of time to one deadline. In a cell every phrase has a say: a date goes before a length of
// time, that before "at once", "again and again", "it depends" and "it goes on". In a task's words only the last phrase
// that states a day by which to act.
#include "extract/deadlines.hpp"

#include <algorithm>
#include <array>

#include "extract/deadline_items.hpp"
#include "extract/deadline_phrases.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

using Kind = TimePhrase::Kind;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text::is_space(text::decode(text, 0).value)) text.remove_prefix(text::decode(text, 0).size);
  while (!text.empty() && text::is_space(text::decode_before(text, text.size()).value)) text.remove_suffix(text::decode_before(text, text.size()).size);
  return text;
}

bool is_empty_mark(std::string_view text, const Grammar& grammar) {
  if (text.empty()) return true;
  const auto match = grammar.tables()[GrammarKind::deadline].match_whole(text);
  return match && (time_word(*match->entry) == TimeWord::empty || match->entry->attribute("alone") == "empty");
}

constexpr std::array kKindsByRank{std::pair{Kind::date, DeadlineKind::date},           std::pair{Kind::relative, DeadlineKind::relative},
                                  std::pair{Kind::immediate, DeadlineKind::immediate}, std::pair{Kind::recurring, DeadlineKind::recurring},
                                  std::pair{Kind::conditional, DeadlineKind::conditional}, std::pair{Kind::ongoing, DeadlineKind::ongoing}};

/// What the expression as a whole is. A start alone goes on, where its words say so; else it is a date without an end.
DeadlineKind kind_of(const std::vector<TimePhrase>& phrases) {
  for (const auto& [kind, deadline] : kKindsByRank) {
    const auto is_kind = [wanted = kind](const TimePhrase& phrase) { return phrase.kind == wanted; };
    if (std::any_of(phrases.begin(), phrases.end(), is_kind)) return deadline;
  }
  if (phrases.empty()) return DeadlineKind::unknown;
  return std::any_of(phrases.begin(), phrases.end(), [](const TimePhrase& phrase) { return phrase.ongoing; }) ? DeadlineKind::ongoing : DeadlineKind::date;
}

/// Where the clause that a milestone stands in ends: at punctuation, but not at one inside a date's own brackets.
std::size_t clause_end(std::string_view text, std::size_t from, std::size_t limit) {
  for (std::size_t position = from; position < limit;) {
    const text::CodePoint c = text::decode(text, position);
    if (std::u32string_view(U"，,；;。、\n").find(c.value) != std::u32string_view::npos) return position;
    position += c.size;
  }
  return limit;
}

std::size_t clause_begin(std::string_view text, std::size_t from, std::size_t limit) {
  std::size_t position = from;
  while (position > limit) {
    const text::CodePoint c = text::decode_before(text, position);
    if (std::u32string_view(U"，,；;。、\n").find(c.value) != std::u32string_view::npos) break;
    position -= c.size;
  }
  return position;
}

/// The dates with the clauses that they stand in: 6月底前完成方案, 12月底前全部建成.
std::vector<Deadline::Milestone> milestones(std::string_view text, const std::vector<TimePhrase>& phrases) {
  std::vector<Deadline::Milestone> found;
  std::size_t behind = 0;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const TimePhrase& phrase = phrases[i];
    const std::size_t next = i + 1 < phrases.size() ? phrases[i + 1].begin : text.size();
    const std::size_t begin = clause_begin(text, phrase.begin, behind), end = clause_end(text, phrase.end, next);
    behind = end;
    if (phrase.kind == Kind::date && !phrase.date.empty()) found.push_back({phrase.date, std::string(trimmed(text.substr(begin, end - begin)))});
  }
  return found;
}

DeadlineReading unknown(std::string_view text, std::uint32_t begin, bool impossible) {
  DeadlineReading reading;
  reading.deadline.text = text;
  reading.begin = begin;
  reading.end = begin + static_cast<std::uint32_t>(text.size());
  reading.impossible_date = impossible;
  return reading;
}

std::uint32_t covered_bytes(const std::vector<TimePhrase>& phrases) {
  std::uint32_t covered = 0;
  for (const TimePhrase& phrase : phrases) covered += phrase.end - phrase.begin;
  return covered;
}

void merge(Deadline& deadline, const TimePhrase& phrase) {
  if (phrase.kind == Kind::date || (phrase.kind == Kind::relative && deadline.kind == DeadlineKind::relative)) {
    deadline.date = std::max(deadline.date, phrase.date);
  }
  if (deadline.start.empty()) deadline.start = phrase.start;
  deadline.ongoing = deadline.ongoing || phrase.ongoing;
  if (deadline.recurrence.empty()) deadline.recurrence = phrase.every;
}

}  // namespace

std::optional<DeadlineReading> read_deadline(std::string_view whole, const DeadlineContext& context, const Grammar& grammar) {
  const std::string_view text = trimmed(whole);
  if (is_empty_mark(text, grammar)) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(text.data() - whole.data());
  const auto phrases = read_time_phrases(text, context, grammar, TimeSetting::cell);
  const bool impossible = std::any_of(phrases.begin(), phrases.end(), [](const TimePhrase& phrase) { return phrase.impossible; });
  DeadlineReading reading = unknown(text, begin, impossible);
  reading.covered = covered_bytes(phrases);
  if (impossible || phrases.empty()) return reading;
  reading.deadline.kind = kind_of(phrases);
  for (const TimePhrase& phrase : phrases) merge(reading.deadline, phrase);
  reading.deadline.milestones = milestones(text, phrases);
  return reading;
}

std::optional<DeadlineReading> find_deadline(std::string_view task, const DeadlineContext& context, const Grammar& grammar) {
  const auto phrases = read_time_phrases(task, context, grammar, TimeSetting::task);
  const auto last = std::find_if(phrases.rbegin(), phrases.rend(), [](const TimePhrase& phrase) { return phrase.counts; });
  if (last == phrases.rend()) return std::nullopt;
  DeadlineReading reading = unknown(task.substr(last->begin, last->end - last->begin), last->begin, last->impossible);
  reading.deadline.source = DeadlineSource::task;
  reading.covered = reading.end - reading.begin;
  if (last->impossible) return reading;
  reading.deadline.kind = last->kind == Kind::relative ? DeadlineKind::relative : DeadlineKind::date;
  reading.deadline.date = last->date;
  if (last->kind == Kind::date && !last->date.empty()) reading.deadline.milestones = {{last->date, reading.deadline.text}};
  return reading;
}

}  // namespace gongwen
