// The date that closes a letter (成文日期): whether there is one, whether it exists, and how it is written. Two ways lead to it:
// the reading has found a date, and what was typed there is looked at; or it has not, and the line where one should stand is.
#include <array>
#include <optional>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "date-form",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.5.4",
         .scope = Scope::letter,
         .message = {"the date “{0}” is not written as the standard asks: {1}", "成文日期“{0}”写法不规范，应为“{1}”"},
         .what = {"The date below the signature is written in another form than 2023年3月5日: with points or dashes, in Chinese numerals, with "
                  "leading zeros, with a short year, or not in full.",
                  "署名下的成文日期没有写成“2023年3月5日”的形式：用了圆点或短横、汉字数字、虚位（03月05日）、两位年份，或年月日不全。"},
         .why = {"The standard has year, month and day in full, in Arabic numerals, without leading zeros. (Chinese numerals were the form until "
                 "July 2012, and are left alone in notices of that time.)",
                 "标准规定成文日期用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位。（2012年7月1日标准施行以前用汉字数字，不在此列。）"},
         .mend = {"Write it as 2023年3月5日.", "改为“2023年3月5日”的形式。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n二〇二三年三月十五日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
    Rule{.name = "date-impossible",
         .group = "matter",
         .severity = Severity::error,
         .basis = Basis::practice,
         .scope = Scope::letter,
         .message = {"the date “{0}” does not exist", "成文日期“{0}”不存在"},
         .what = {"The date below the signature is none of the calendar's.", "署名下的成文日期在日历上不存在。"},
         .why = {"A notice takes effect by its date, and deadlines are counted from it.", "公文的生效和各项时限的计算都以成文日期为准。"},
         .mend = {"Put the right day in.", "改为正确的日期。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年2月30日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年2月28日\n"},
    Rule{.name = "date-missing",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.5",
         .scope = Scope::letter,
         .message = {"the letter has no date: none follows “{0}”", "没有成文日期：“{0}”之后未见日期"},
         .what = {"A letter closes without a date, and no field of a web page shows one.", "公文正文之后没有成文日期，网页信息栏中也没有。"},
         .why = {"A notice takes effect by its date, and deadlines are counted from it.", "公文的生效和各项时限的计算都以成文日期为准。"},
         .mend = {"Put the date below the signature.", "在署名下方补上成文日期。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
};

constexpr Date kStandard{2012, 7, 1};   // GB/T 9704-2012 takes effect
constexpr std::size_t kLongestDate = 20;   // code points

// A line that is meant as a date: its numbers, and how they are written.
struct Written {
  unsigned year = 0, month = 0, day = 0;
  std::size_t year_digits = 0;
  bool han = false, padded = false, plain = true;   // plain: 年, 月 and 日 stand behind the numbers
};

class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  // All of the text as a date, or nothing. A number may be missing, as in 2023年3月 and 2023年 月 日.
  std::optional<Written> read() {
    if (!read_year() || !read_mark("年")) return {};
    read_number(written_.month);
    if (!at_end() && !read_mark("月")) return {};
    read_number(written_.day);
    if (!at_end() && !read_mark("日") && !read_mark("号")) return {};
    if (!at_end()) return {};
    written_.plain = written_.plain && text_.ends_with("日");
    return written_;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  void skip_space() {
    while (!at_end() && text_[at_] == ' ') ++at_;
  }

  bool read_year() {
    if (const auto han = text::parse_han_digits(rest(), 4)) {
      written_.year = han->value;
      written_.year_digits = 4;
      written_.han = true;
      at_ += han->bytes;
      return true;
    }
    const std::size_t begin = at_;
    read_number(written_.year);
    written_.year_digits = at_ - begin;
    return written_.year_digits == 4 || written_.year_digits == 2;
  }

  void read_number(unsigned& value) {
    skip_space();
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - begin < 4) value = value * 10 + static_cast<unsigned>(text_[at_++] - '0');
    if (at_ - begin == 2 && text_[begin] == '0') written_.padded = true;
    if (at_ != begin) return;
    if (const auto han = text::parse_numeral(rest())) {
      value = han->value;
      at_ += han->bytes;
      written_.han = true;
    }
    skip_space();
  }

  bool read_mark(std::string_view mark) {
    skip_space();
    if (rest().starts_with(mark)) {
      at_ += mark.size();
      return true;
    }
    if (at_end() || std::string_view("-./").find(text_[at_]) == std::string_view::npos) return false;
    written_.plain = false;
    ++at_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Written written_;
};

bool exists(const Written& date) {
  constexpr std::array<unsigned, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > kDays[date.month - 1]) return false;
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  return date.month != 2 || date.day != 29 || leap;
}

bool is_whole(const Written& date) { return date.year_digits == 4 && date.month != 0 && date.day != 0; }

bool is_old_form(const Written& date) {
  const Date day{static_cast<std::int16_t>(date.year), static_cast<std::uint8_t>(date.month), static_cast<std::uint8_t>(date.day)};
  return date.han && day < kStandard;
}

bool is_standard(const Written& date) { return is_whole(date) && date.plain && !date.padded && !date.han; }

std::string standard(const Written& date) {
  if (!is_whole(date)) return "2023年3月5日";
  return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

void judge(const Written& date, std::string_view words, const Span& span, Findings& findings) {
  if (is_whole(date) && !exists(date)) findings.push_back(diagnose("date-impossible", span, {std::string(words)}));
  else if (!is_standard(date) && !is_old_form(date)) findings.push_back(diagnose("date-form", span, {std::string(words), standard(date)}));
}

// The date that the reading found, if it closes a line of the letter: not that of a page's field, nor of a bracket below the title.
void judge_read(const Inspection& notice, Findings& findings) {
  const Span& span = notice.metadata.issued_on_span;
  const std::size_t at = line_at(notice, span.bytes.begin);
  if (at == notice.lines.size() || notice.lines[at].is_table() || notice.lines[at].owner != Owner::metadata) return;
  const std::string_view words = notice.folded.view(span.bytes);
  if (!notice.lines[at].text.ends_with(words)) return;
  if (const auto date = DateReader(words).read()) judge(*date, words, span, findings);
}

// A line below the signature that is meant as a date, and was not read as one.
bool judge_unread(const Inspection& notice, Findings& findings) {
  const LetterLines letter = letter_lines(notice);
  for (std::size_t i = letter.begin + 1; i < letter.end; ++i) {
    const Line& line = notice.lines[i];
    if (line.owner != Owner::paragraph || text::count_code_points(line.text) > kLongestDate) continue;
    if (notice.lines[i - 1].is_table() || !is_office_line(notice.lines[i - 1].text, notice.grammar)) continue;
    const auto date = DateReader(line.text).read();
    if (!date) continue;
    judge(*date, line.text, span_in(notice, line, 0, line.text.size()), findings);
    return true;
  }
  return false;
}

void report_missing(const Inspection& notice, Findings& findings) {
  const Metadata& metadata = notice.metadata;
  if (metadata.addressees.empty() || metadata.title.text.empty() || shows_field(notice, "issued_on")) return;
  if (const std::size_t signature = undated_signature(notice); signature != notice.lines.size()) {
    const Line& line = notice.lines[signature];
    findings.push_back(diagnose("date-missing", span_in(notice, line, 0, line.text.size()), {std::string(line.text)}));
  } else if (metadata.document_number && !is_web_page(notice)) {
    findings.push_back(diagnose("date-missing", title_line(notice), {metadata.title.text}));
  }
}

void run(const Inspection& notice, Findings& findings) {
  const Kind kind = kind_of(notice);
  if (!kind.notice) return;
  if (!notice.metadata.issued_on.empty()) judge_read(notice, findings);
  else if (!judge_unread(notice, findings) && (kind.sent || kind.type.empty())) report_missing(notice, findings);
}

}  // namespace

const Check closing_date{kRules, run};

}  // namespace gongwen::checks
