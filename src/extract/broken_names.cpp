// A list of units without the breaks that a layout put inside its names. A space or a line's end separates two names where
// those on both sides are whole; how the list is set (marks between its names, the width of its lines) says which are.
#include <algorithm>

#include "extract/name_parts.hpp"
#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {

using namespace names;

namespace {

constexpr std::size_t kLongestBrokenDuty = 8;   // code points of a word of duty before a line break
constexpr std::size_t kNearlyFull = 2;          // code points by which a line that was broken for its width may be shorter than others
constexpr std::size_t kLongestHalf = 4;         // code points

std::string_view piece_after(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t to = at;
  end = std::min(end, at + kLongestName);
  while (to < end) {
    const text::CodePoint c = text::decode(text, to);
    if (c.value == U'、' || c.value == U'，' || c.value == U'；' || c.value == '/' || c.value == ' ' || c.value == '\n') break;
    to += c.size;
  }
  return text.substr(at, to - at);
}

// 县人力资源和社会: the name goes on.
bool ends_in_half(std::string_view name, const Grammar& grammar) {
  const GrammarTable& words = grammar.tables()[GrammarKind::unit_word];
  std::size_t at = name.size();
  for (std::size_t n = 0; n < kLongestHalf && at > 0; ++n) {
    at -= text::decode_before(name, at).size;
    const auto match = words.match_at(name, at);
    if (match && match->end == name.size() && match->entry->attribute("use") == "half") return true;
  }
  return false;
}

bool ends_as_unit(std::string_view name, const Grammar& grammar) {
  if (ends_in_half(name, grammar)) return false;
  if (ends_as_office(name, grammar)) return true;
  if (const std::size_t open = name.rfind("（"); name.ends_with("）") && open != name.npos && open != 0) name = name.substr(0, open);
  const text::CodePoint last = text::decode_before(name, name.size());
  return grammar.tables()[GrammarKind::unit_ending].match_whole(name.substr(name.size() - last.size)).has_value();
}

bool is_whole(std::string_view name, const Grammar& grammar) {
  return is_unit_name(name, grammar) || text::decode(name, 0).value == 0 ||
         grammar.tables()[GrammarKind::unit_ending].match_whole(name).has_value();
}

// How a list is set, which tells what its line breaks mean.
struct ListShape {
  bool has_marks = false;       // 、 or ， separate its names; a line break then falls anywhere
  char32_t initial = 0;         // the character that it opens with, and often each of its names: 市, 县
  std::u32string initials;      // those with which its names after a mark open
  std::size_t widest = 0;       // code points of its longest line
};

ListShape shape_of(std::string_view text) {
  ListShape shape{false, text::decode(text, 0).value, {}, 0};
  std::size_t width = 0;
  bool after_mark = false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (is_open(c.value)) ++depth;
    else if (is_close(c.value) && depth > 0) --depth;
    if (after_mark && c.value != '\n') shape.initials += c.value;
    const bool mark = depth == 0 && (c.value == U'、' || c.value == U'，' || c.value == U'；');
    after_mark = mark || (after_mark && c.value == '\n');
    shape.has_marks |= mark;
    width = c.value == '\n' ? 0 : width + 1;
    shape.widest = std::max(shape.widest, width);
    i += c.size;
  }
  return shape;
}

std::size_t line_width(std::string_view text, std::size_t end) {
  const std::size_t begin = text.rfind('\n', end == 0 ? 0 : end - 1);
  return text::count_code_points(text.substr(begin == text.npos ? 0 : begin + 1, end - (begin == text.npos ? 0 : begin + 1)));
}

// 县教育局按职责分工负责: whoever follows on the next line is another.
bool ends_in_duty(std::string_view left, const Grammar& grammar) {
  const GrammarTable& duties = grammar.tables()[GrammarKind::duty];
  std::size_t begin = left.size();
  for (std::size_t count = 0; count < kLongestBrokenDuty && begin > 0; ++count) {
    begin -= text::decode_before(left, begin).size;
    if (begin > 0 && duties.match_whole(left.substr(begin)) && ends_as_unit(left.substr(0, begin), grammar)) return true;
  }
  return false;
}

// Whether a line break stands inside a word of duty: 按职⏎责分工负责.
bool breaks_duty(std::string_view left, std::string_view right, const Grammar& grammar) {
  const GrammarTable& duties = grammar.tables()[GrammarKind::duty];
  std::size_t begin = left.size();
  for (std::size_t count = 0; count < kLongestBrokenDuty && begin > 0; ++count) {
    begin -= text::decode_before(left, begin).size;
    if (duties.match_whole(std::string(left.substr(begin)).append(right))) return true;
  }
  return false;
}

bool goes_on_behind(std::string_view right, const Grammar& grammar) {
  if (text::count_code_points(right) == 1) return true;
  const GrammarTable& duties = grammar.tables()[GrammarKind::duty];
  const std::size_t first = text::decode(right, 0).size;   // 局按职责分工负责
  const bool ending = grammar.tables()[GrammarKind::unit_ending].match_whole(right.substr(0, first)).has_value();
  return duties.match_whole(right).has_value() || (ending && duties.match_whole(right.substr(first)).has_value());
}

// Whether a line break ends a name: 县教育局 over 县财政局, but not 各乡 over 镇 nor 市消防救援 over 支队.
bool break_ends_name(std::string_view text, std::string_view left, std::string_view right, const ListShape& shape, const Grammar& grammar) {
  if (ends_in_half(left, grammar) || goes_on_behind(right, grammar) || breaks_duty(left, right, grammar)) return false;
  if (is_collective(right, grammar) || ends_in_duty(left, grammar)) return true;
  const bool full = line_width(text, static_cast<std::size_t>(left.data() + left.size() - text.data())) + kNearlyFull >= shape.widest;
  if (full && !is_collective(left, grammar) && grammar.tables()[GrammarKind::unit_ending].match_whole(right)) return false;
  const char32_t first = text::decode(right, 0).value;
  if (shape.has_marks && shape.initials.find(first) != shape.initials.npos && ends_as_unit(left, grammar)) return true;
  if (shape.has_marks) return first == shape.initial || (!full && ends_as_unit(left, grammar) && text::count_code_points(right) > 3);
  if (ends_as_unit(left, grammar)) return true;
  return !(full && ends_as_office(right, grammar)) && text::count_code_points(right) > 3;
}

// 县水利局 责任单位：各镇: a label behind a space ends the value before it.
bool begins_label(std::string_view text, std::size_t at, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::label].match_at(text, at);
  return match && text.substr(match->end).starts_with("：");
}

// A space or a line break ends a name unless the name goes on behind it.
bool breaks_name(std::string_view text, std::size_t from, std::size_t at, std::size_t end, const ListShape& shape, const Grammar& grammar) {
  if (begins_label(text, at + 1, grammar)) return true;
  if (text.substr(at + 1).starts_with("：")) return false;   // 责任单位 ：
  if (item_number_end(text.substr(at + 1, end - at - 1)) != 0) return true;
  const std::string_view left = text.substr(from, at - from);
  const std::string_view right = piece_after(text, at + 1, end);
  if (text::count_code_points(left) < 2 || right.empty() || right.starts_with("（")) return false;
  if (text[at] == ' ') return is_whole(left, grammar) && is_whole(right, grammar);
  return break_ends_name(text, left, right, shape, grammar);
}

}  // namespace

std::string join_broken(std::string_view text, std::vector<std::uint32_t>& offsets, const Grammar& grammar) {
  const ListShape shape = shape_of(text);
  std::string joined;
  std::size_t from = 0;
  int depth = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (is_open(c.value)) ++depth;
    else if (is_close(c.value) && depth > 0) --depth;
    const bool space = c.value == ' ' || c.value == '\n';
    const bool latin = c.value == ' ' && is_latin_space(text, i);
    const bool ends_name = space && depth == 0 && (i - from > kLongestName || breaks_name(text, from, i, text.size(), shape, grammar));
    if (!space || latin || ends_name) {
      for (std::uint32_t k = 0; k < c.size; ++k) offsets.push_back(i + k);
      joined += text.substr(i, c.size);
    }
    i += c.size;
    const bool mark = c.value == U'、' || c.value == U'，' || c.value == U'；' || c.value == '/' || c.value == U'：' || c.value == U'。';
    if (ends_name || (mark && depth == 0)) from = i;
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return joined;
}

}  // namespace gongwen
