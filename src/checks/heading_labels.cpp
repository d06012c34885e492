// Labels of headings to how they ought to be written: 一、 （一） 1. （1）. Only the marks are looked at; what counts and where
// the heading stands is the outline's business.
#include <array>
#include <string>
#include <vector>

#include "checks/list.hpp"
#include "checks/section_tree.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "heading-label-form",
         .group = "structure",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.3",
         .scope = Scope::document,
         .fixable = true,
         .message = {"the label “{0}” should be written “{1}”", "序号“{0}”应写作“{1}”"},
         .what = {"A label of a heading with the wrong marks: （一）、 for （一）, 1、 for 1., half-width brackets as in (一), full-width "
                  "digits, 一. for 一、.",
                  "标题序号的标点或括号不规范：如“（一）、”应为“（一）”，“1、”应为“1.”，“(一)”用了半角括号，“１.”用了全角数字，“一.”应为“一、”。"},
         .why = {"GB/T 9704-2012 labels the levels 一、 （一） 1. （1）: a Chinese numeral takes 、, an Arabic one a full point, one in "
                 "brackets no mark at all.",
                 "GB/T 9704-2012 规定结构层次序数依次用“一、”“（一）”“1.”“（1）”标注：汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的序号后不用标点。"},
         .mend = {"Write the label as the message says; in Word, change the format of the automatic number.",
                  "按提示改写序号；如为 Word 自动编号，修改其编号格式。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n（一）、落实责任。各单位要落实责任。\n"
                  "（二）严格纪律。各单位要严格纪律。\n\n二、加强巡查\n各单位要加强巡查。\n",
         .silent = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n（一）落实责任。各单位要落实责任。\n"
                   "（二）严格纪律。各单位要严格纪律。\n\n二、加强巡查\n各单位要加强巡查。\n"},
};

// The number inside a label, as the notice writes it but for its width.
struct Number {
  std::string text;
  bool wide = false;       // a full-width digit is in it
  std::size_t begin = 0, end = 0;   // in the label
};

bool is_wide_digit(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

// The digits or Chinese numerals of the label; decimals with their points.
Number number_in(std::string_view label, bool decimal) {
  Number number;
  bool found = false;
  for (std::size_t at = 0; at < label.size();) {
    const text::CodePoint c = text::decode(label, at);
    const bool digit = text::is_ascii_digit(c.value) || is_wide_digit(c.value);
    const bool point = decimal && (c.value == '.' || c.value == 0xFF0E);
    if (digit || text::is_han(c.value) || (point && found)) {
      if (!found) number.begin = at;
      found = true;
      if (!point) number.end = at + c.size;
      number.wide |= is_wide_digit(c.value);
    } else if (found && !text::is_space(c.value)) {
      break;
    }
    at += c.size;
  }
  for (std::size_t at = number.begin; at < number.end;) {
    const text::CodePoint c = text::decode(label, at);
    const char32_t narrow = is_wide_digit(c.value) ? c.value - 0xFEE0 : c.value == 0xFF0E ? U'.' : c.value;
    if (!text::is_space(c.value)) text::append(number.text, narrow);
    at += c.size;
  }
  return number;
}

bool starts_with_digit(std::string_view text) {
  const char32_t c = text::decode(text, 0).value;
  return text::is_ascii_digit(c) || is_wide_digit(c);
}

// How the label is written right, or "" where it is right as it is or where the right one would be read wrongly: 1、5个 is not
// to become 1.5个.
std::string right_form(std::string_view label, std::string_view style, std::string_view rest) {
  if (style == "han") {
    const Number number = number_in(label, false);
    return number.text + "、";
  }
  if (style == "han-paren") return "（" + number_in(label, false).text + "）";
  if (style == "arabic") {
    const Number number = number_in(label, false);
    const std::string_view mark = label.substr(number.end);
    if (starts_with_digit(rest) || mark.empty()) return {};
    if (mark == "．" && !number.wide) return {};   // the full-width point: the same mark to a reader
    return number.text + ".";
  }
  if (style == "arabic-paren") {
    const bool opens = label.starts_with("（") || label.starts_with("(");
    const Number number = number_in(label, false);
    return opens ? "（" + number.text + "）" : std::string();   // 1） is a style of its own
  }
  if (style.starts_with("decimal")) {
    if (starts_with_digit(rest)) return {};
    return number_in(label, true).text;
  }
  return {};
}

// Whether a section beside it has a label of another style: heading-label-style says so, and how this one would be written right in
// its own does not matter.
std::vector<bool> misfits_of(const SectionTree& tree) {
  std::vector<bool> misfits(tree.styles.size());
  for (const auto& siblings : tree.siblings)
    for (std::size_t k = 1; k < siblings.size(); ++k)
      if (tree.styles[siblings[k]] != tree.styles[siblings[k - 1]]) misfits[siblings[k]] = misfits[siblings[k - 1]] = true;
  return misfits;
}

void run(const Inspection& inspection, Findings& findings) {
  constexpr std::uint32_t kLook = 16;
  const std::string_view source = inspection.document.source;
  for (const Part& part : inspection.parts) {
    const SectionTree tree = tree_of(part, inspection.grammar);
    const std::vector<bool> misfits = misfits_of(tree);
    for (std::size_t i = 0; i < part.sections.size(); ++i) {
      const Range place = part.sections[i].label.span.bytes;
      if (tree.styles[i].empty() || misfits[i] || place.empty()) continue;
      const std::string_view written = text::trim(source.substr(place.begin, place.size()));
      if (written.find('\\') != written.npos) continue;   // 1\. of Markdown
      const std::string right = right_form(written, tree.styles[i], text::trim(source.substr(place.end, kLook)));
      if (!right.empty() && right != written) findings.push_back(diagnose(kRules[0].name, {place, {}}, {std::string(written), right}));
    }
  }
}

}  // namespace

const Check heading_labels{kRules, run};

}  // namespace gongwen::checks
