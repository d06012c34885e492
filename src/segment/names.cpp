// Folded lines to what they name.
#include "segment/names.hpp"

#include <algorithm>
#include <array>

#include "grammar/tables.hpp"
#include "text/characters.hpp"
#include "text/pattern.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestOffice = 45;   // code points
constexpr std::size_t kLongestEnding = 24;   // bytes of an office ending or document type

bool has_sentence_mark(std::string_view text) {
  for (const std::string_view mark : {"。", "；", "：", "？", "！", "“", "》", "，"})
    if (text.find(mark) != text.npos) return true;
  return false;
}

// A match of the table that ends where the text ends. Endings are short: a few starts from the back are enough.
std::optional<GrammarMatch> ending_in(std::string_view text, const GrammarTable& table, std::string_view key = {}, std::string_view value = {}) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < kLongestEnding) {
    at -= text::decode_before(text, at).size;
    const auto match = table.match_at(text, at);
    if (match && match->end == text.size() && (key.empty() || match->entry->attribute(key) == value)) return match;
  }
  return {};
}

bool ends_in(std::string_view text, const GrammarTable& table, std::string_view key = {}, std::string_view value = {}) {
  return ending_in(text, table, key, value).has_value();
}

std::string_view without_trailing_bracket(std::string_view text) {
  if (!text.ends_with("）")) return text;
  const std::size_t open = text.rfind("（");
  return open == text.npos || open == 0 ? text : text.substr(0, open);
}

const text::PatternSet& date_patterns() {
  static const text::PatternSet patterns = [] {
    text::PatternSet made;
    made.add("{year}年{month}月{day}日");
    made.seal();
    return made;
  }();
  return patterns;
}

std::uint8_t days_in_month(int year, unsigned month) {
  constexpr std::array<std::uint8_t, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// Digits at `at`, at most `most` of them, as a number; -1 if there is none.
int read_digits(std::string_view text, std::size_t& at, int most) {
  int value = 0, digits = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < most) {
    value = value * 10 + (text[at++] - '0');
    ++digits;
  }
  return digits == 0 ? -1 : value;
}

bool is_agency_character(char32_t c) { return text::is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The 机关代字 before the year's bracket: letters and Han, back to a mark or the start.
std::size_t agency_begin(std::string_view text, std::size_t bracket) {
  std::size_t at = bracket;
  while (at > 0) {
    const text::CodePoint c = text::decode_before(text, at);
    if (!is_agency_character(c.value)) break;
    at -= c.size;
  }
  // A red head or the name of a field may stand on the same line: …文件某政发, 文号某政发.
  for (const std::string_view before : {"文件", "文号", "字号", "文號", "编号"})
    if (const std::size_t found = text.substr(at, bracket - at).rfind(before); found != text.npos && at + found + before.size() < bracket)
      at += found + before.size();
  return at;
}

const text::PatternSet& numeric_date_patterns() {
  static const text::PatternSet patterns = [] {
    text::PatternSet made;
    for (const char* form : {"{year}-{month}-{day}", "{year}.{month}.{day}", "{year}/{month}/{day}", "{year}年{month}月{day}日印发"})
      [[maybe_unused]] const auto error = made.add(form);
    made.seal();
    return made;
  }();
  return patterns;
}

std::optional<FoundDate> first_date(std::string_view text, std::size_t from, const text::PatternSet& patterns) {
  for (auto match = patterns.find(text, from); match; match = patterns.find(text, match->end)) {
    const auto year = static_cast<std::int16_t>(match->captures[0].value);
    const std::uint32_t month = match->captures[1].value, day = match->captures[2].value;
    if (day <= days_in_month(year, month))
      return FoundDate{{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)}, match->begin, match->end};
  }
  return {};
}

}  // namespace

std::optional<GrammarMatch> office_ending(std::string_view text, const Grammar& grammar) {
  return ending_in(without_trailing_bracket(text), grammar.tables()[GrammarKind::unit_ending], "kind", "office");
}

bool ends_as_office(std::string_view text, const Grammar& grammar) { return office_ending(text, grammar).has_value(); }

std::string_view before_time(std::string_view text, const Grammar& grammar) {
  const auto word = ending_in(text, grammar.tables()[GrammarKind::unit_word], "use", "by");
  return word ? text.substr(0, word->begin) : text;
}

bool is_office_line(std::string_view text, const Grammar& grammar) {
  if (text.size() < 6 || text::count_code_points(text) > kLongestOffice || has_sentence_mark(text)) return false;
  return ends_as_office(text, grammar);
}

bool ends_as_title(std::string_view text, const Grammar& grammar, bool statutory) {
  std::string_view rest = text;
  for (int brackets = 0; brackets < 2; ++brackets) rest = without_trailing_bracket(rest);
  if (rest.ends_with("》") && !statutory) rest.remove_suffix(3);   // the type of a document that a title names is not its own
  const GrammarTable& types = grammar.tables()[GrammarKind::document_type];
  return statutory ? ends_in(rest, types, "statutory", "true") : ends_in(rest, types);
}

std::optional<FoundDate> find_date(std::string_view text, std::size_t from) { return first_date(text, from, date_patterns()); }

std::optional<FoundDate> read_numeric_date(std::string_view text) {
  if (!numeric_date_patterns().match_whole(text)) return {};
  return first_date(text, 0, numeric_date_patterns());
}

std::optional<FoundDate> find_any_date(std::string_view text, std::size_t from) {
  const auto written = find_date(text, from), numeric = first_date(text, from, numeric_date_patterns());
  return !numeric || (written && written->begin < numeric->begin) ? written : numeric;
}

int find_year(std::string_view text) {
  for (std::size_t at = text.find("年"); at != text.npos; at = text.find("年", at + 1)) {
    if (at < 4) continue;
    std::size_t digits = at - 4;
    const bool alone = digits == 0 || text[digits - 1] < '0' || text[digits - 1] > '9';
    const int year = read_digits(text, digits, 4);
    if (alone && digits == at && year >= 1949 && year <= 2099) return year;
  }
  return 0;
}

std::optional<FoundNumber> find_document_number(std::string_view text) {
  constexpr std::string_view kOpen = "〔", kClose = "〕", kNumber = "号", kNumberTraditional = "號";
  for (std::size_t open = text.find(kOpen); open != text.npos; open = text.find(kOpen, open + 1)) {
    std::size_t at = open + kOpen.size();
    const int year = read_digits(text, at, 4);
    if (year < 1949 || year > 2099 || text.substr(at, kClose.size()) != kClose) continue;
    at += kClose.size();
    if (text.substr(at).starts_with("第")) at += 3;
    const int serial = read_digits(text, at, 6);
    const std::string_view mark = text.substr(std::min(at, text.size()), kNumber.size());
    if (serial < 0 || (mark != kNumber && mark != kNumberTraditional)) continue;
    at += kNumber.size();
    const std::size_t begin = agency_begin(text, open);
    if (begin == open) continue;
    return FoundNumber{std::string(text.substr(begin, at - begin)), std::string(text.substr(begin, open - begin)), year, serial,
                       static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
  }
  return {};
}

std::optional<FoundNumber> find_bare_number(std::string_view text) {
  static const text::PatternSet patterns = [] {
    text::PatternSet made;
    made.add("第{n}号");
    made.add("{year}年第{n}号");
    made.add("（第{n}号）");
    made.add("（{year}年第{n}号）");
    made.seal();
    return made;
  }();
  const auto match = patterns.match_whole(text);
  if (!match) return {};
  const bool bracketed = match->pattern >= 2, dated = match->pattern % 2 == 1;
  const std::uint32_t inset = bracketed ? 3 : 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  return FoundNumber{std::string(text.substr(inset, size - 2 * inset)), "", dated ? static_cast<int>(match->captures[0].value) : 0,
                     static_cast<int>(match->captures.back().value), inset, size - inset};
}

std::string bare_title(std::string_view text) {
  std::string bare;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (c.value != U'《' && c.value != U'》' && c.value != U'〈' && c.value != U'〉' && c.value != ' ' && c.value != U'“' && c.value != U'”')
      bare += text.substr(i, c.size);
    i += c.size;
  }
  return bare;
}

}  // namespace gongwen
