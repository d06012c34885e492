// Text to a day of the calendar, or to what is wrong with it.
#include "cli/dates.hpp"

#include <array>

#include <gongwen/deadline.hpp>

namespace gongwen::cli {
namespace {

struct Writing {
  std::string_view after_year, after_month, after_day;
};
constexpr std::array<Writing, 4> kWritings{{{"-", "-", ""}, {".", ".", ""}, {"/", "/", ""}, {"年", "月", "日"}}};

// A number of at most `most` digits at the head of `text`, which then begins behind it; -1 if there is none.
int take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9') value = value * 10 + (text[digits++] - '0');
  text.remove_prefix(digits);
  return digits == 0 ? -1 : value;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

struct Numbers {
  int year = -1, month = -1, day = -1;
};

bool read_numbers(std::string_view text, const Writing& writing, Numbers& out) {
  if (out.year = take_number(text, 4); out.year < 0 || !take(text, writing.after_year)) return false;
  if (out.month = take_number(text, 2); out.month < 0 || !take(text, writing.after_month)) return false;
  if (out.day = take_number(text, 2); out.day < 0 || !take(text, writing.after_day)) return false;
  return text.empty();
}

Date date_of(const Numbers& n) {
  return {static_cast<std::int16_t>(n.year), static_cast<std::uint8_t>(n.month), static_cast<std::uint8_t>(n.day)};
}

std::string fault(const Numbers& n, bool chinese) {
  const auto number = [](int value) { return std::to_string(value); };
  if (!exists({static_cast<std::int16_t>(n.year), 1, 1})) return chinese ? "年份应在 1900 至 2099 之间" : "the year must be from 1900 to 2099";
  if (!exists({static_cast<std::int16_t>(n.year), static_cast<std::uint8_t>(n.month), 1})) return chinese ? "没有" + number(n.month) + "月" : "there is no month " + number(n.month);
  return chinese ? number(n.year) + "年" + number(n.month) + "月没有" + number(n.day) + "日"
                 : "month " + number(n.month) + " of " + number(n.year) + " has no day " + number(n.day);
}

}  // namespace

std::variant<Date, std::string> read_day(std::string_view text, Language language) {
  const bool chinese = language == Language::zh;
  const std::string quoted = "“" + std::string(text) + "”";
  for (const Writing& writing : kWritings) {
    Numbers numbers;
    if (!read_numbers(text, writing, numbers)) continue;
    if (const Date date = date_of(numbers); exists(date)) return date;
    return chinese ? quoted + "不是有效的日期：" + fault(numbers, true) : quoted + " is no day of the calendar: " + fault(numbers, false);
  }
  return chinese ? quoted + "不是日期；请写成 2024-06-24" : quoted + " is no date; write it as 2024-06-24";
}

}  // namespace gongwen::cli
