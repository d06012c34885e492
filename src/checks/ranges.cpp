// Ranges of numbers and times to the marks between their ends: 2021—2025年, 3～5个. One notice, one mark for each kind of range; a
// hyphen for none.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "checks/list.hpp"
#include "checks/own_text.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

enum Kind : std::uint8_t { time, quantity };
enum Mark : std::uint8_t { hyphen, dash, wave };

constexpr std::size_t kCharacter = 3;   // bytes of 年, 月, 日

constexpr std::array kRules{
    Rule{.name = "text-range-hyphen",
         .group = "text",
         .severity = Severity::info,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 4.13.3",
         .scope = Scope::any,
         .message = {"the range “{0}” is written with a hyphen; “{1}” was expected", "“{0}”以短横线表示起止，应使用“{1}”"},
         .what = {"A hyphen between the two ends of a period or a quantity: 2021-2025年, 3-5个. Telephone numbers, dates (2021-08-09), codes "
                  "and building numbers keep theirs.",
                  "以短横线连接起止时间或数值范围：如“2021-2025年”“3-5个”。电话号码、日期（2021-08-09）、代号、门牌号中的短横线不在此列。"},
         .why = {"GB/T 15834-2011 joins the ends of a period with —, those of a quantity with ～ and keeps the hyphen for compounds and "
                 "numbers of things.",
                 "GB/T 15834-2011 规定时间的起止用一字线（—），数值范围用浪纹线（～），短横线用于复合名词和编号。"},
         .mend = {"Write — between times, ～ or — between quantities.", "时间起止改用“—”，数值范围改用“～”（或“—”）。"},
         .fires = "关于做好防汛工作的通知\n\n各单位要落实2021-2025年防汛规划。\n",
         .silent = "关于做好防汛工作的通知\n\n各单位要落实2021—2025年防汛规划，值班电话0100-2345678，每班3～5人。\n"},
    Rule{.name = "text-range-mixed",
         .group = "text",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 4.13.3",
         .scope = Scope::any,
         .message = {"the range “{0}” is written unlike the others of its kind, which have “{1}”", "“{0}”的连接号与文中同类范围（用“{1}”）不一致"},
         .what = {"Periods, or quantities, joined with — in one place and with ～ in another. A notice that has — between times and ～ between "
                  "quantities is right.",
                  "同类范围的连接号前后不一：时间（或数值）有的用“—”，有的用“～”。时间用“—”而数值用“～”是规范的，不在此列。"},
         .why = {"Where two marks stand for the same the reader looks for a difference that is none.", "同一含义用两种符号，读者会以为含义不同。"},
         .mend = {"Use one mark for all ranges of a kind.", "同类范围统一使用一种连接号。"},
         .fires = "关于做好防汛工作的通知\n\n每班安排3～5人，每组配备2～4人，每队配备6—8人。\n",
         .silent = "关于做好防汛工作的通知\n\n每班安排3～5人，每队配备6～8人，汛期为6—9月。\n"},
};

struct FoundRange {
  Kind kind;
  Mark mark;
  Range place;      // folded
  const OwnText* text;
};

struct MarkSize {
  Mark mark;
  std::size_t size;
};

std::optional<MarkSize> mark_at(std::string_view text, std::size_t at) {
  const text::CodePoint c = text::decode(text, at);
  switch (c.value) {
    case '-': case 0x2010: case 0x2011: return MarkSize{hyphen, c.size};
    case 0x2013: case 0x2014: case 0x2015: case 0x2500: case 0xFF0D: break;
    case '~': case 0xFF5E: case 0x301C: case 0x223C: return MarkSize{wave, c.size};
    default: return {};
  }
  const text::CodePoint next = text::decode(text, at + c.size);
  return MarkSize{dash, next.value == c.value ? std::size_t{c.size} * 2 : std::size_t{c.size}};
}

struct Number {
  std::size_t end = 0;
  std::size_t digits = 0;      // before its point
  bool clock = false;          // 9:30
};

std::optional<Number> number_at(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[i])); };
  if (!is_digit(at)) return {};
  Number number;
  std::size_t i = at;
  while (is_digit(i)) ++i;
  number.digits = i - at;
  for (const std::string_view point : {".", ":", "："}) {
    if (text.substr(i).starts_with(point) && is_digit(i + point.size())) {
      number.clock = point != ".";
      i += point.size();
      while (is_digit(i)) ++i;
      break;
    }
  }
  number.end = i;
  return number;
}

// What stands behind the first end where it has a unit of its own: 6月1日—7日, 10%～15%.
std::size_t unit_size(std::string_view text) {
  for (const std::string_view unit : {"%", "％", "年", "月", "日", "时", "万元", "亿元", "元", "人", "个", "℃", "天"})
    if (text.starts_with(unit)) return unit.size();
  return 0;
}

// What the second end is measured in, and how many bytes it takes; nothing where it is none that is known: 2-3号楼.
struct Measure {
  Kind kind;
  std::size_t size = 0;
};

std::size_t quantity_size(std::string_view text) {
  std::size_t size = 0;
  for (const std::string_view power : {"万", "亿"})
    if (text.starts_with(power)) size = power.size();
  for (const std::string_view unit : {"%", "％", "个", "名", "人", "家", "项", "次", "件", "元", "倍", "℃", "米", "公里", "平方米", "公顷", "吨", "岁",
                                      "天", "周", "小时", "分钟", "亩", "户", "只", "台", "套", "辆", "张", "篇", "场", "处", "所"})
    if (text.substr(size).starts_with(unit)) return size + unit.size();
  return size;
}

std::optional<Measure> measure_of(const Number& first, std::string_view first_unit, const Number& second, std::string_view behind) {
  if (first.clock && second.clock) return Measure{time};
  if (first.clock || second.clock) return {};
  if (behind.starts_with("年")) {
    const bool years = first.digits == 4 && (second.digits == 4 || second.digits == 2);
    return years ? std::optional(Measure{time, kCharacter}) : std::nullopt;
  }
  if (behind.starts_with("月")) return first.digits <= 2 && !behind.starts_with("月龄") ? std::optional(Measure{time, kCharacter}) : std::nullopt;
  if (behind.starts_with("日")) return first_unit == "日" ? std::optional(Measure{time, kCharacter}) : std::nullopt;
  const std::size_t size = quantity_size(behind);
  return size == 0 ? std::nullopt : std::optional(Measure{quantity, size});
}

class Finder {
 public:
  explicit Finder(const Inspection& inspection) : folded_(inspection.folded) {}

  void read(const OwnText& text, std::vector<FoundRange>& out) const {
    for (const Range& piece : text.pieces) {
      const Range place = folded_.to_folded(piece);
      const std::string_view view = folded_.view_folded(place);
      for (std::size_t at = 0; at < view.size();) {
        const auto first = number_at(view, at);
        if (!first) {
          ++at;
          continue;
        }
        const std::size_t begin = at;
        at = first->end;
        if (!may_begin(view, begin)) continue;
        if (const auto found = range_from(view, *first)) {
          const auto offset = [&](std::size_t in_view) { return place.begin + static_cast<std::uint32_t>(in_view); };
          out.push_back({found->kind, found->mark, {offset(begin), offset(found->end)}, &text});
          at = found->end;
        }
      }
    }
  }

 private:
  struct Extent {
    Kind kind;
    Mark mark;
    std::size_t end;
  };

  // Not within a code, a date or another range.
  static bool may_begin(std::string_view view, std::size_t begin) {
    if (begin == 0) return true;
    const char32_t c = text::decode_before(view, begin).value;
    return !text::is_ascii_letter(c) && c != '-' && c != '.' && c != '/' && c != 0x2014 && c != '~' && c != 0xFF5E && c != U'第' && c != '#' && c != U'件';
  }

  static std::optional<Extent> range_from(std::string_view view, const Number& first) {
    const std::size_t unit = unit_size(view.substr(first.end));
    const auto mark = mark_at(view, first.end + unit);
    if (!mark) return {};
    const std::size_t second_begin = first.end + unit + mark->size;
    const auto second = number_at(view, second_begin);
    if (!second) return {};
    const std::string_view first_unit = view.substr(first.end, unit);
    const auto measure = measure_of(first, first_unit, *second, view.substr(second->end));
    if (!measure) return {};
    return Extent{measure->kind, mark->mark, second->end + measure->size};
  }

  const Folded& folded_;
};

std::string_view expected_mark(Kind kind) { return kind == time ? "—" : "～"; }

void run(const Inspection& inspection, Findings& findings) {
  const std::vector<OwnText> texts = own_texts(inspection);
  std::vector<FoundRange> all;
  const Finder finder(inspection);
  for (const OwnText& text : texts) finder.read(text, all);
  std::array<std::array<std::size_t, 3>, 2> counts{};
  for (const FoundRange& one : all) ++counts[one.kind][one.mark];
  for (const FoundRange& one : all) {
    const auto say = [&](const Rule& rule, std::string_view expected) {
      const Range place = inspection.folded.to_source(one.place);
      findings.push_back(diagnose(rule.name, one.text->span(place), {quote(inspection, place), std::string(expected)}));
    };
    const auto& of_kind = counts[one.kind];
    if (one.mark == hyphen) {
      say(kRules[0], of_kind[dash] > 0 ? "—" : of_kind[wave] > 0 ? "～" : expected_mark(one.kind));
      continue;
    }
    const Mark other = one.mark == dash ? wave : dash;
    const bool is_usual = of_kind[one.mark] > of_kind[other] || (of_kind[one.mark] == of_kind[other] && one.mark == (one.kind == time ? dash : wave));
    if (of_kind[other] > 0 && !is_usual) say(kRules[1], other == dash ? "—" : "～");
  }
}

}  // namespace

const Check ranges{kRules, run};

}  // namespace gongwen::checks
