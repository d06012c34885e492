#pragma once
// An expression of time as a row of phrases, each of them resolved: a date, a span, a length of time, or what else the
// grammar calls it.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>

#include "extract/deadlines.hpp"
#include "grammar/tables.hpp"

namespace gongwen {

/// Where an expression stands: alone in a cell, or somewhere in a task's own words.
enum class TimeSetting : std::uint8_t { cell, task };

struct TimePhrase {
  enum class Kind : std::uint8_t { date, start, relative, ongoing, immediate, conditional, recurring };
  Kind kind = Kind::date;
  std::uint32_t begin = 0, end = 0;   ///< bytes of the text
  Date date;                          ///< of a date its last day; of a relative one what it comes to, if that is known
  Date start;
  bool ongoing = false;
  bool impossible = false;            ///< a date that does not exist
  bool counts = false;                ///< a deadline in a task's own words
  std::string_view every;             ///< ISO 8601, of a recurring one
};

/// The phrases of `text`, in order. What stands in 《》 is no time, nor is what the grammar calls "none".
[[nodiscard]] std::vector<TimePhrase> read_time_phrases(std::string_view text, const DeadlineContext& context, const Grammar& grammar,
                                                        TimeSetting setting);

}  // namespace gongwen
