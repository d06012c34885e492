// Text to the grammar's words of time in it. Titles in 《》 and document numbers (〔2020〕42号) are passed over: a year in
// one of them is a name.
#include "extract/deadline_items.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr std::array<std::string_view, 13> kWords{"date",     "to",      "before",    "start",       "attribute", "anchor", "duration",
                                                  "ongoing",  "immediate", "conditional", "recurring", "none",   "empty"};

std::size_t past_serial(std::string_view text, std::size_t position) {
  std::size_t end = position;
  while (end < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
  return text.substr(end).starts_with("号") ? end + std::string_view("号").size() : position;
}

/// Calls `use` with the ends of each run of text that stands outside closed 《》 and 〔〕号. The next run begins with the 》, since
/// 》印发后 is an item.
template <class Use>
void each_stretch(std::string_view text, Use use) {
  constexpr std::string_view kTitle = "《", kTitleEnd = "》", kNumber = "〔", kNumberEnd = "〕";
  std::size_t begin = 0, title = text.find(kTitle), number = text.find(kNumber);
  const std::size_t last_title = title == text.npos ? 0 : text.rfind(kTitleEnd), last_number = number == text.npos ? 0 : text.rfind(kNumberEnd);
  while (title != text.npos || number != text.npos) {
    const std::size_t open = std::min(title, number), last = title < number ? last_title : last_number;
    std::size_t next = open + 1;
    if (last != text.npos && open < last) {
      use(begin, open);
      const std::size_t closed = text.find(title < number ? kTitleEnd : kNumberEnd, open);
      begin = title < number ? closed : past_serial(text, closed + kNumberEnd.size());
      next = std::max(begin, closed + 1);
    }
    if (title < next) title = text.find(kTitle, next);
    if (number < next) number = text.find(kNumber, next);
  }
  use(begin, text.size());
}

/// 年底 in 三年底: the unit of a number that is no part of the match.
bool continues_number(std::string_view text, std::size_t begin) {
  const char32_t first = text::decode(text, begin).value, before = text::decode_before(text, begin).value;
  if (std::u32string_view(U"年月日号季周个半").find(first) == std::u32string_view::npos) return false;
  return text::is_ascii_digit(before) || text::is_han_numeral(before) || before == U'半';
}

/// The words of a condition hold no number: 按照6月底前完成的要求 is a date.
bool text_holds_number(std::string_view text, const text::Match& match) {
  for (const text::Capture& capture : match.captures) {
    if (capture.slot == text::SlotKind::text && text.substr(capture.begin, capture.end - capture.begin).find_first_of("0123456789") != std::string_view::npos) return true;
  }
  return false;
}

bool concerns_tasks(TimeWord word) noexcept {
  return word != TimeWord::ongoing && word != TimeWord::immediate && word != TimeWord::conditional && word != TimeWord::empty && word != TimeWord::other;
}

bool fits(std::string_view text, const TimeItem& item, TimeSetting setting) {
  if (setting == TimeSetting::task && !concerns_tasks(item.word)) return false;
  return !continues_number(text, item.match.begin) && !text_holds_number(text, item.match);
}

/// What the entry asks of the match as a whole: to be all of the text, to be of one length.
bool fits_whole(std::string_view text, const TimeItem& item) {
  const std::string_view bytes = item.attribute("bytes");
  if (!bytes.empty() && bytes != std::to_string(item.match.end - item.match.begin)) return false;
  return item.attribute("mode") != "whole" || (item.match.begin == 0 && item.match.end == text.size());
}

}  // namespace

TimeWord time_word(const GrammarEntry& entry) noexcept {
  const std::string_view kind = entry.attribute("kind");
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == kind) return static_cast<TimeWord>(i);
  }
  return TimeWord::other;
}

std::vector<TimeItem> find_time_items(std::string_view text, const GrammarTable& deadlines, TimeSetting setting) {
  std::vector<TimeItem> items;
  each_stretch(text, [&](std::size_t begin, std::size_t end) {
    const std::string_view open = text.substr(0, end);
    for (std::size_t position = begin; position < end;) {
      auto match = deadlines.find(open, position);
      if (!match) break;
      TimeItem item{time_word(*match->entry), std::move(*match)};
      const bool taken = fits(text, item, setting);
      position = taken ? item.match.end : item.match.begin + text::decode(text, item.match.begin).size;
      if (taken && fits_whole(text, item)) items.push_back(std::move(item));
    }
  });
  return items;
}

}  // namespace gongwen
