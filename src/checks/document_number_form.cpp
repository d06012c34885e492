// The document number as it was typed: its brackets, a 第, a leading zero.
#include <array>
#include <optional>

#include "checks/kind.hpp"
#include "checks/list.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "document-number-brackets",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.2.5",
         .scope = Scope::letter,
         .fixable = true,
         .message = {"the year of the document number stands in the wrong brackets: “{0}” should be “{1}”",
                     "发文字号的年份括号有误：“{0}”应为“{1}”"},
         .what = {"The year of the document number stands in brackets other than 〔 〕.",
                  "发文字号的年份没有用六角括号“〔〕”括入。"},
         .why = {"The standard puts the year in hexagonal brackets. Round and square ones are looked for in vain by whoever searches for the number.",
                 "标准规定年份用六角括号“〔〕”括入。用圆括号、方括号或方头括号，既不合格式，也会使按字号检索落空。"},
         .mend = {"Put the year in 〔 〕.", "改用六角括号“〔〕”。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发[2023]7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
    Rule{.name = "document-number-leading-zero",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.2.5",
         .scope = Scope::letter,
         .fixable = true,
         .message = {"the serial number “{0}” has a leading zero; it should be “{1}”", "发文顺序号“{0}”编了虚位，应为“{1}”"},
         .what = {"The serial number of the document number begins with a zero.", "发文字号中的发文顺序号以 0 开头。"},
         .why = {"The standard has serial numbers without leading zeros: 1, not 01.", "标准规定发文顺序号不编虚位，即 1 不编为 01。"},
         .mend = {"Leave the zero out.", "删去前面的 0。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕007号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕100号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
    Rule{.name = "document-number-ordinal",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.2.5",
         .scope = Scope::letter,
         .fixable = true,
         .message = {"the document number has a {0} before its serial number{1}", "发文顺序号前多了“{0}”字{1}"},
         .what = {"第 stands before the serial number of the document number: 〔2023〕第7号.", "发文字号的发文顺序号前加了“第”字，如“〔2023〕第7号”。"},
         .why = {"The standard has no 第 there. (The number of an order, 第7号, stands without a year and is another matter.)",
                 "标准规定发文顺序号不加“第”字。（命令的令号“第7号”不带年份，不在此列。）"},
         .mend = {"Leave 第 out.", "删去“第”字。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕第7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县人民政府令\n第7号\n\n《石泉县水库管理办法》已经县政府常务会议通过，现予公布。\n\n县长　某某\n2023年3月15日\n"},
};

constexpr std::string_view kOpen = "〔", kClose = "〕";

// The parts of a number as typed, in bytes of the source.
struct Typed {
  Range year;      // with its brackets
  Range ordinal;   // 第
  Range serial;    // its digits
  std::string digits_of_year, digits;
  bool hexagonal = false;
};

bool is_open(char32_t c) {
  constexpr std::u32string_view kAll = U"([（［〔【﹝〈＜";
  return kAll.find(c) != kAll.npos;
}
bool is_close(char32_t c) {
  constexpr std::u32string_view kAll = U")]）］〕】﹞〉＞";
  return kAll.find(c) != kAll.npos;
}

// Reads on from a place of a text, white space aside.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  char32_t next() {
    const text::CodePoint c = text::decode(text_, at_);
    at_ += c.size;
    return c.value;
  }
  [[nodiscard]] char32_t peek() const { return text::decode(text_, at_).value; }
  void skip_space() {
    while (at_ < text_.size() && text::is_space(peek())) next();
  }
  // Digits, full width or half.
  std::string digits(std::size_t most) {
    std::string out;
    while (out.size() < most) {
      const char32_t c = peek();
      if (text::is_ascii_digit(c)) out += static_cast<char>(c);
      else if (c >= 0xFF10 && c <= 0xFF19) out += static_cast<char>('0' + (c - 0xFF10));
      else break;
      next();
    }
    return out;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

Range range_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// 〔2021〕第058号 from its bracket on.
std::optional<Typed> read_number(std::string_view text, std::size_t bracket) {
  Typed found;
  Reader reader(text, bracket);
  const char32_t open = reader.next();
  reader.skip_space();
  found.digits_of_year = reader.digits(4);
  reader.skip_space();
  if (found.digits_of_year.size() != 4) return {};
  const char32_t close = reader.next();
  if (!is_close(close)) return {};
  found.year = range_of(bracket, reader.at());
  found.hexagonal = (open == U'〔' || open == U'﹝') && (close == U'〕' || close == U'﹞');
  reader.skip_space();
  if (reader.peek() == U'第') {
    const std::size_t begin = reader.at();
    reader.next();
    found.ordinal = range_of(begin, reader.at());
    reader.skip_space();
  }
  const std::size_t begin = reader.at();
  found.digits = reader.digits(8);
  found.serial = range_of(begin, reader.at());
  reader.skip_space();
  const bool whole = !found.digits.empty() && (reader.peek() == U'号' || reader.peek() == U'號');
  return whole ? std::optional(found) : std::nullopt;
}

std::optional<Typed> find_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (is_open(c.value))
      if (auto found = read_number(text, at)) return found;
    at += c.size;
  }
  return {};
}

void run(const Inspection& notice, Findings& findings) {
  if (!notice.metadata.document_number || !kind_of(notice).notice) return;
  const Span& whole = notice.metadata.document_number->text.span;
  const std::string_view text = typed(notice, whole.bytes);
  const auto found = find_number(text);
  if (!found) return;
  const auto span = [&](Range part) { return Span{{whole.bytes.begin + part.begin, whole.bytes.begin + part.end}, whole.cell}; };
  const auto words = [&](Range part) { return std::string(text.substr(part.begin, part.size())); };
  if (!found->hexagonal)
    findings.push_back(diagnose("document-number-brackets", span(found->year),
                                {words(found->year), std::string(kOpen) + found->digits_of_year + std::string(kClose)}));
  if (!found->ordinal.empty()) findings.push_back(diagnose("document-number-ordinal", span(found->ordinal), {words(found->ordinal), ""}));
  const std::size_t first = found->digits.find_first_not_of('0');
  if (first != 0 && first != std::string::npos)
    findings.push_back(diagnose("document-number-leading-zero", span(found->serial), {words(found->serial), found->digits.substr(first)}));
}

}  // namespace

const Check document_number_form{kRules, run};

}  // namespace gongwen::checks
