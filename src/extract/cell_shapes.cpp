// A cell's text becomes its shape: a serial number, a list of units, a deadline, a sentence … Endings of unit names and
// forms of deadlines come from the grammar; what is punctuation and what is a number is known here.
#include "extract/cell_shapes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "extract/deadlines.hpp"
#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::decode;
using text::decode_before;

constexpr std::size_t kLongestUnit = 30;       // code points of one item of a unit list
constexpr std::size_t kLongestDeadline = 40;   // of a deadline cell
constexpr std::size_t kLongestSerial = 16;     // bytes
constexpr std::size_t kUnitEnding = 24;        // bytes, at the end of an item, in which its ending begins

constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kOpeners = U"（〔【《“(［[「『";
constexpr std::u32string_view kClosers = U"）〕】》”)］]」』";
constexpr std::u32string_view kCannotBegin = U"、，。；：？！,.;:?!）〕】》”)］]」』%％";
constexpr std::u32string_view kCannotEnd = U"、，：,:（〔【《“(［[「『和及与與";
constexpr std::u32string_view kSeparators = U"、，；,;/／ \t\n　\u2002\u00A0";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    out += value >= 0xFF10 && value <= 0xFF19 ? value - 0xFF10 + U'0' : value;
    at += size;
  }
  return out;
}

// 1 to 99 in Chinese numerals; nullopt for anything else.
std::optional<std::uint32_t> read_han(std::u32string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  std::uint32_t value = 0, digit = 0;
  bool ten = false;
  for (const char32_t c : text) {
    if (c == U'十') {
      if (ten) return std::nullopt;
      value = (digit == 0 ? 1 : digit) * 10;
      digit = 0;
      ten = true;
    } else if (const auto at = kHanDigits.find(c); at != std::u32string_view::npos && at > 0 && digit == 0) {
      digit = static_cast<std::uint32_t>(at);
    } else {
      return std::nullopt;
    }
  }
  return value + digit;
}

std::optional<std::uint32_t> read_circled(char32_t c) {
  if (c >= 0x2460 && c <= 0x2473) return c - 0x2460 + 1;   // ① to ⑳
  if (c >= 0x2474 && c <= 0x2487) return c - 0x2474 + 1;   // ⑴
  if (c >= 0x2488 && c <= 0x249B) return c - 0x2488 + 1;   // ⒈
  return std::nullopt;
}

// Digits in groups joined by . or -; the last group counts.
std::optional<std::uint32_t> read_digits(std::u32string_view text) {
  std::uint32_t value = 0;
  std::size_t digits = 0;
  for (const char32_t c : text) {
    if (is_digit(c) && digits < 5) {
      value = digits == 0 ? c - U'0' : value * 10 + (c - U'0');
      ++digits;
    } else if ((c == U'.' || c == U'-' || c == U'－') && digits > 0) {
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  return value;
}

void strip_serial(std::u32string_view& text) {
  if (text.size() > 2 && text.front() == U'第' && (text.back() == U'项' || text.back() == U'項')) {
    text = text.substr(1, text.size() - 2);
  }
  if (text.size() > 2 && (text.front() == U'（' || text.front() == U'(') && (text.back() == U'）' || text.back() == U')')) {
    text = text.substr(1, text.size() - 2);
  } else if (text.size() > 1 && in(U".、．。)）", text.back())) {
    text.remove_suffix(1);
  }
}

// What brackets at the end of a unit's name hold does not matter: 教育局（牵头）.
std::string_view without_bracket(std::string_view item) {
  if (!item.ends_with("）")) return item;
  const std::size_t open = item.rfind("（");
  return open == std::string_view::npos || open == 0 ? item : item.substr(0, open);
}

std::string_view without_duty(std::string_view item) {
  static constexpr std::array<std::string_view, 13> kDuties = {"按职责分工负责", "按职能分工负责", "按職責分工負責", "分工负责", "牵头", "牽頭",
                                                              "配合", "负责", "負責", "落实", "落實", "等", "。"};
  for (int round = 0; round < 3; ++round) {
    const auto duty = std::find_if(kDuties.begin(), kDuties.end(), [&](std::string_view word) {
      return item.size() > word.size() && item.ends_with(word);
    });
    if (duty == kDuties.end()) break;
    item.remove_suffix(duty->size());
  }
  return item;
}

// What a task begins with, and the name of an office does not.
bool opens_with_verb(std::string_view item) {
  static constexpr std::array<std::string_view, 52> kVerbs = {
      "推进", "加强", "完善", "落实", "开展", "建立", "健全", "做好", "加快", "强化", "优化", "深化", "提升", "推动", "全面", "积极", "进一步", "严格",
      "持续", "切实", "制定", "加大", "抓好", "围绕", "实施", "构建", "打造", "探索", "鼓励", "引导", "定期", "及时", "认真", "规范", "扩大", "培育",
      "依法", "按照", "公布", "有序", "深入", "大力", "着力", "聚焦", "完成", "新建", "改造", "编制", "出台", "印发", "梳理", "修订"};
  return starts_with_any(item, kVerbs);
}

// The same, or with what may also open the name of an office: 保障中心.
bool opens_with_aim(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kAims = {"保障", "统筹", "夯实", "筑牢", "坚持", "推行", "拓展", "促进", "改善", "增强", "发挥", "组织"};
  return opens_with_verb(text) || starts_with_any(text, kAims);
}

// 办, 台 and 会 at the end of other words than the name of an office.
bool ends_like_no_office(std::string_view item) {
  static constexpr std::array<std::string_view, 13> kWords = {"社会", "督办", "承办", "协办", "交办", "举办", "代办", "通办", "网办", "平台", "出台", "舞台", "后台"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return item.ends_with(word); });
}

// What follows 1. （一） ① 一、 at the beginning.
std::string_view without_label(std::string_view text) {
  std::size_t at = 0;
  for (int count = 0; count < 5 && at < text.size(); ++count) {
    const auto [value, size] = decode(text, at);
    at += size;
    if (in(U".．、）)", value) || read_circled(value)) return text::trim(text.substr(at));
  }
  return text;
}

bool is_unit(std::string_view item, const Grammar& grammar) {
  item = text::trim(without_bracket(text::trim(without_duty(text::trim(item)))));
  if (item.empty() || text::count_code_points(item) > kLongestUnit) return false;
  const auto word = grammar.tables()[GrammarKind::unit_word].match_whole(item);
  if (word && word->entry->attribute("use") == "same") return true;
  if (opens_with_verb(item) || ends_like_no_office(item)) return false;
  const GrammarTable& endings = grammar.tables()[GrammarKind::unit_ending];
  for (std::size_t at = item.size() > kUnitEnding ? item.size() - kUnitEnding : 0; at < item.size(); ++at) {
    if ((static_cast<unsigned char>(item[at]) & 0xC0) == 0x80) continue;
    const auto match = endings.match_at(item, at);
    if (match && match->end == item.size()) return true;
  }
  return false;
}

float share_of_units(std::string_view text, const Grammar& grammar) {
  std::uint32_t items = 0, units = 0;
  std::size_t begin = 0;
  int depth = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view item = text::trim(text.substr(begin, end - begin));
    if (item.empty()) return;
    ++items;
    units += is_unit(item, grammar);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    if (in(kOpeners, value)) ++depth;
    if (in(kClosers, value)) depth = std::max(0, depth - 1);
    if (depth == 0 && in(kSeparators, value)) {
      close(at);
      begin = at + size;
    }
    at += size;
  }
  close(text.size());
  return items == 0 ? 0.0F : static_cast<float>(units) / static_cast<float>(items);
}

bool leaves_bracket_open(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    if (in(U"（〔【《“(", value)) ++depth;
    if (in(U"）〕】》”)", value)) depth = std::max(0, depth - 1);
    at += size;
  }
  return depth > 0;
}

bool is_amount(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit) &&
         std::all_of(text.begin(), text.end(), [](char32_t c) { return is_digit(c) || in(U".,-+%％/ ()（），:：", c); });
}

bool opens_chapter(std::u32string_view text) {
  const std::size_t bracket = !text.empty() && (text[0] == U'（' || text[0] == U'(' || text[0] == U'第') ? 1 : 0;
  for (std::size_t size = 1; size <= 3 && bracket + size < text.size(); ++size) {
    if (!read_han(text.substr(bracket, size))) continue;
    const char32_t after = text[bracket + size];
    if (bracket == 0 && in(U"、.．", after)) return true;
    if (bracket == 1 && text[0] != U'第' && in(U"）)", after)) return true;
    if (text[0] == U'第' && in(U"章节節篇部编編", after)) return true;
  }
  return false;
}

bool opens_item(std::u32string_view text) {
  if (!text.empty() && read_circled(text[0])) return true;
  const std::size_t bracket = !text.empty() && (text[0] == U'（' || text[0] == U'(') ? 1 : 0;
  std::size_t end = bracket;
  while (end < text.size() && end < bracket + 3 && is_digit(text[end])) ++end;
  if (end == bracket || end >= text.size()) return false;
  return bracket == 1 ? in(U"）)", text[end]) : in(U".．、", text[end]) && (end + 1 == text.size() || !is_digit(text[end + 1]));
}

// 2024.11, 2024.11.30: a time, no number.
bool is_year_month(std::string_view text) {
  if (text.size() < 6 || text.size() > 10 || (!text.starts_with("19") && !text.starts_with("20")) || text[4] != '.') return false;
  return text.find_first_not_of("0123456789.") == std::string_view::npos && text.find('.') == 4 && text[5] != '.';
}

bool opens_note(std::string_view text) {
  static constexpr std::array<std::string_view, 23> kNotes = {
      "注：", "注:", "註：", "备注：", "備註：", "说明：", "說明：", "填表说明", "联系人：", "联系人:", "聯繫人：", "联系电话：", "联系电话:", "抄送", "填报单位", "填表人", "制表人", "（此件", "版权所有", "关联稿件",
      "相关链接", "打印本页", "扫一扫"};
  return starts_with_any(text, kNotes);
}

bool is_attachment_line(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords = {"附件", "附表", "附录"};
  if (!starts_with_any(text, kWords)) return false;
  const std::u32string rest = code_points(text.substr(kWords[0].size()));
  if (rest.empty() || in(U"：: ", rest[0])) return true;
  std::size_t end = 0;
  while (end < rest.size() && end < 3 && (is_digit(rest[end]) || in(kHanDigits, rest[end]) || rest[end] == U'十')) ++end;
  return end > 0 && (end == rest.size() || in(U"：:、. ", rest[end]) || text::is_han(rest[end])) && rest.size() <= 60;
}

}  // namespace

std::optional<std::uint32_t> read_serial(std::string_view text) {
  if (text.empty() || text.size() > kLongestSerial) return std::nullopt;
  const std::u32string points = code_points(text);
  std::u32string_view rest = points;
  if (rest.size() == 1)
    if (const auto circled = read_circled(rest[0])) return circled;
  strip_serial(rest);
  if (const auto han = read_han(rest)) return han;
  return read_digits(rest);
}

bool is_han_serial(std::string_view text) {
  return read_serial(text) && text.find_first_of("0123456789") == std::string_view::npos && !read_circled(decode(text, 0).value);
}

bool is_arabic_serial(std::string_view text) {
  return read_serial(text) && text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_page_number(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  std::u32string points = code_points(text);
  std::erase_if(points, [](char32_t c) { return c == U' ' || c == U'　' || c == U'\u00A0'; });
  std::u32string_view rest = points;
  const auto dash = [](char32_t c) { return in(U"-—－–―·~", c); };
  if (rest.size() >= 3 && dash(rest.front()) && dash(rest.back())) {
    while (!rest.empty() && dash(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && dash(rest.back())) rest.remove_suffix(1);
    return !rest.empty() && rest.size() <= 4 && std::all_of(rest.begin(), rest.end(), is_digit);
  }
  if (rest.size() < 3 || rest.front() != U'第') return false;
  const bool digits = std::any_of(rest.begin(), rest.end(), is_digit);
  return digits && std::all_of(rest.begin(), rest.end(), [](char32_t c) { return is_digit(c) || in(U"第页頁共，,/", c); });
}

CellShape read_shape(std::string_view text, const Grammar& grammar) {
  CellShape shape;
  text = text::trim(text);
  if (text.empty()) return shape;
  shape.characters = static_cast<std::uint32_t>(text::count_code_points(text));
  const bool month = is_year_month(text);
  if (const auto number = month ? std::nullopt : read_serial(text)) {
    shape.is_number = true;
    shape.number = *number;
  }
  const std::u32string head = code_points(text.substr(0, std::min<std::size_t>(text.size(), 60)));
  shape.is_amount = !month && shape.characters <= 20 && is_amount(head);
  shape.is_mark = text == "/" || text == "—" || text == "——" || text == "-" || text == "无" || text == "無" || text == "／";
  shape.sentence = text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos;
  shape.chapter = opens_chapter(head);
  shape.item = !shape.is_number && opens_item(head);
  shape.note = opens_note(text);
  shape.attachment = is_attachment_line(text);
  shape.opens_broken = in(kCannotBegin, decode(text, 0).value);
  shape.bracket_open = leaves_bracket_open(text);
  shape.ends_broken = shape.bracket_open || in(kCannotEnd, decode_before(text, text.size()).value);
  if (shape.is_number || shape.is_mark) return shape;
  const std::string_view words = shape.item || shape.chapter ? without_label(text) : text;
  const bool verb = opens_with_verb(words);
  shape.verb = opens_with_aim(words);
  if (!(shape.sentence && shape.characters > 40)) shape.units = share_of_units(text, grammar);
  // Any text that names a time reads as a deadline where one is expected; here a sentence of a task must not.
  static constexpr std::array<std::string_view, 3> kOngoing = {"持续", "及时", "定期"};
  const std::size_t sentence_limit = !verb ? 24 : starts_with_any(words, kOngoing) ? 10 : 0;
  const bool short_enough = shape.characters <= (shape.sentence ? sentence_limit : verb ? 16 : kLongestDeadline);
  if (short_enough && shape.units < 0.5F && !shape.is_amount) {
    const auto read = read_deadline(text, {}, grammar);
    shape.all_deadline = read && read->deadline.kind != DeadlineKind::unknown && read->covered >= text.size();
    shape.deadline = read && read->deadline.kind != DeadlineKind::unknown && read->covered * 2 >= text.size();
  }
  shape.person = shape.characters >= 2 && shape.characters <= 4 && shape.units == 0 && !shape.deadline && text::is_han(head[0]);
  return shape;
}

}  // namespace gongwen
