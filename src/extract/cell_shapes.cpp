// A cell's text becomes its shape: a serial number, a list of units, a deadline, a sentence … Endings of unit names and
// forms of deadlines come from the grammar; what is punctuation and what is a number is known here.
#include "extract/cell_shapes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "extract/cell_words.hpp"
#include "extract/deadlines.hpp"
#include "extract/serials.hpp"
#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::decode;
using text::decode_before;

constexpr std::size_t kLongestDeadline = 40;   // of a deadline cell

constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kCannotBegin = U"、，。；：？！,.;:?!）〕】》”)］]」』%％";
constexpr std::u32string_view kCannotEnd = U"、，：,:（〔【《“(［[「『和及与與";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
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

// …。对: a clause of one character at the end goes on.
bool ends_in_one(std::string_view text) {
  const auto last = decode_before(text, text.size());
  return text.size() > last.size && text::is_han(last.value) && in(U"。，；", decode_before(text, text.size() - last.size).value);
}

bool is_amount(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit) &&
         std::all_of(text.begin(), text.end(), [](char32_t c) { return is_digit(c) || in(U".,-+%％/ ()（），:：", c); });
}

// The number of 一、 （一） 第一章 at the beginning.
std::optional<std::uint32_t> chapter_number(std::u32string_view text) {
  const std::size_t bracket = !text.empty() && (text[0] == U'（' || text[0] == U'(' || text[0] == U'第') ? 1 : 0;
  for (std::size_t size = 1; size <= 3 && bracket + size < text.size(); ++size) {
    const auto number = read_han_digits(text.substr(bracket, size));
    if (!number) continue;
    const char32_t after = text[bracket + size];
    if (bracket == 0 && in(U"、.．", after)) return number;
    if (bracket == 1 && text[0] != U'第' && in(U"）)", after)) return number;
    if (text[0] == U'第' && in(U"章节節篇部编編", after)) return number;
  }
  return std::nullopt;
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

bool is_attachment_line(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords = {"附件", "附表", "附录"};
  if (!starts_with_any(text, kWords)) return false;
  const std::u32string rest = code_points(text.substr(kWords[0].size()));
  if (rest.empty() || in(U"：: ", rest[0])) return true;
  std::size_t end = 0;
  while (end < rest.size() && end < 3 && (is_digit(rest[end]) || in(kHanDigits, rest[end]) || rest[end] == U'十')) ++end;
  return end > 0 && (end == rest.size() || in(U"：:、. ", rest[end]) || text::is_han(rest[end])) && rest.size() <= 60;
}

// / — 无, or 同上.
bool is_mark(std::string_view text, const Grammar& grammar) {
  constexpr std::size_t kLongestMark = 12;   // bytes
  if (text.size() > kLongestMark) return false;
  const auto word = grammar.tables()[GrammarKind::unit_word].match_whole(text);
  return word && (word->entry->attribute("use") == "empty" || word->entry->attribute("use") == "same");
}

}  // namespace

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
  shape.is_mark = is_mark(text, grammar);
  shape.sentence = text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos;
  shape.cut_off = text.find("。") != std::string_view::npos && text::is_han(decode_before(text, text.size()).value);
  shape.clauses = text.find("，") != std::string_view::npos;
  if (const auto number = chapter_number(head)) {
    shape.chapter = true;
    if (!shape.is_number) shape.number = *number;
  }
  shape.item = !shape.is_number && opens_item(head);
  const CellOpening head_word = read_opening(text, grammar);
  shape.note = head_word == CellOpening::note;
  shape.attachment = is_attachment_line(text);
  shape.opens_broken = in(kCannotBegin, decode(text, 0).value);
  shape.bracket_open = leaves_bracket_open(text);
  shape.ends_broken = shape.bracket_open || in(kCannotEnd, decode_before(text, text.size()).value) || ends_in_one(text);
  if (shape.is_number || shape.is_mark) return shape;
  const std::string_view words = shape.item || shape.chapter ? without_label(text) : text;
  const CellOpening opening = words.data() == text.data() ? head_word : read_opening(words, grammar);
  const bool verb = opening == CellOpening::verb || opening == CellOpening::ongoing;
  shape.verb = verb || opening == CellOpening::aim;
  if (!(shape.sentence && shape.characters > 40)) shape.units = share_of_units(text, grammar);
  // Any text that names a time reads as a deadline where one is expected; here a sentence of a task must not.
  const std::size_t sentence_limit = !verb ? 24 : opening == CellOpening::ongoing ? 10 : 0;
  const bool short_enough = shape.characters <= (shape.sentence ? sentence_limit : verb ? (shape.clauses && opening != CellOpening::ongoing ? 0 : 16) : kLongestDeadline);
  if (short_enough && shape.units < 0.5F && !shape.is_amount) {
    const auto read = read_deadline(text, {}, grammar);
    shape.all_deadline = read && read->deadline.kind != DeadlineKind::unknown && read->covered >= text.size();
    shape.deadline = read && read->deadline.kind != DeadlineKind::unknown && read->covered * 2 >= text.size();
  }
  shape.person = shape.characters >= 2 && shape.characters <= 4 && shape.units == 0 && !shape.deadline && text::is_han(head[0]);
  return shape;
}

}  // namespace gongwen
