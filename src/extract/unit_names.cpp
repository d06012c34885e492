// Lists to pieces. Where a separator may also be part of a name, the names on both sides decide.
#include "extract/unit_names.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"
#include "text/slots.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestBrokenDuty = 8;   // code points of a word of duty before a line break
constexpr std::size_t kNearlyFull = 2;      // code points by which a line that was broken for its width may be shorter than others
constexpr std::size_t kShortestJoined = 3;   // code points: 党委 before 和 is half of one name
constexpr std::size_t kLongestHalf = 4;      // code points
constexpr std::size_t kLongestName = 1200;   // bytes: what is longer than forty names glued together is no name, and not taken apart

bool is_open(char32_t c) { return c == U'〈' || c == '<' || c == U'（' || c == '(' || c == U'〔' || c == '[' || c == U'【' || c == U'《' || c == U'“'; }
bool is_close(char32_t c) { return c == U'〉' || c == '>' || c == U'）' || c == ')' || c == U'〕' || c == ']' || c == U'】' || c == U'》' || c == U'”'; }

bool is_collective(std::string_view name) {
  for (const std::string_view word : {"各", "有关", "相关", "其他", "所有", "全体"})
    if (name.starts_with(word)) return true;
  return name.find("各") != name.npos;
}

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
  if (is_collective(right) || ends_in_duty(left, grammar)) return true;
  const bool full = line_width(text, static_cast<std::size_t>(left.data() + left.size() - text.data())) + kNearlyFull >= shape.widest;
  if (full && !is_collective(left) && grammar.tables()[GrammarKind::unit_ending].match_whole(right)) return false;
  const char32_t first = text::decode(right, 0).value;
  if (shape.has_marks && shape.initials.find(first) != shape.initials.npos && ends_as_unit(left, grammar)) return true;
  if (shape.has_marks) return first == shape.initial || (!full && ends_as_unit(left, grammar) && text::count_code_points(right) > 3);
  if (ends_as_unit(left, grammar)) return true;
  return !(full && ends_as_office(right, grammar)) && text::count_code_points(right) > 3;
}

bool is_latin_space(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && static_cast<unsigned char>(text[at - 1]) < 0x80 && static_cast<unsigned char>(text[at + 1]) < 0x80;
}

// Whether a number of items goes before the text: 1. 2、 （3） 4）, and where it ends; 0 if none does.
std::size_t item_number_end(std::string_view text) {
  std::size_t at = text.starts_with("（") ? std::string_view("（").size() : 0;
  const std::size_t digits = at;
  while (at < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[at])) && at < digits + 2) ++at;
  if (at == digits) return 0;
  for (const std::string_view mark : {"）", ".", "．", "、"})
    if (text.substr(at).starts_with(mark) && (digits == 0 || mark == "）")) {
      const bool decimal = mark == "." && at + 1 < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[at + 1]));
      return decimal ? 0 : at + mark.size();
    }
  return 0;
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

// 单位 in 有关部门和单位: no unit by itself.
bool is_bare_ending(std::string_view name, const Grammar& grammar) {
  return grammar.tables()[GrammarKind::unit_ending].match_whole(name).has_value();
}

// The name before 等, 等部门.
std::string_view without_open(std::string_view name, const Grammar& grammar) {
  const std::size_t at = name.rfind("等");
  if (at == name.npos || at == 0) return name;
  const auto match = grammar.tables()[GrammarKind::unit_word].match_whole(name.substr(at));
  return match && match->entry->attribute("use") == "open" ? name.substr(0, at) : name;
}

// 1. or ① before a name, or a number alone where the mark behind it parted them: 1、县教育局.
std::uint32_t item_number(std::string_view name) {
  const char32_t first = text::decode(name, 0).value;
  if (first >= U'①' && first <= U'⑳') return static_cast<std::uint32_t>(text::decode(name, 0).size);
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  if (digits == 0 || digits > 2) return 0;
  if (digits == name.size()) return static_cast<std::uint32_t>(digits);
  const bool dot = name[digits] == '.' && digits + 1 < name.size() && static_cast<unsigned char>(name[digits + 1]) >= 0x80;
  return dot ? static_cast<std::uint32_t>(digits) + 1 : 0;
}

}  // namespace

bool is_unit_name(std::string_view name, const Grammar& grammar) {
  if (name.empty()) return false;
  if (ends_as_office(name, grammar)) return true;
  return is_collective(name);
}

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

std::vector<ListPiece> split_list(std::string_view text, Range range) {
  std::vector<ListPiece> pieces;
  std::uint32_t from = range.begin;
  int depth = 0;
  const auto add = [&](std::uint32_t to, bool ends_clause) {
    Range place = trim_name(text, {from, to});
    if (!place.empty()) place.begin += item_number(text.substr(place.begin, place.size()));
    if (!place.empty()) pieces.push_back({place, ends_clause});
    else if (ends_clause && !pieces.empty()) pieces.back().ends_clause = true;
  };
  for (std::uint32_t i = range.begin; i < range.end;) {
    const text::CodePoint c = text::decode(text, i);
    if (is_open(c.value)) ++depth;
    else if (is_close(c.value) && depth > 0) --depth;
    bool separates = false;
    switch (c.value) {
      case U'、': case U'，': case ',': case U'；': case ';': case '/': case U'／': case U'。': case '|': case '\n':
        separates = depth == 0;
        break;
      case ' ': separates = depth == 0 && !is_latin_space(text, i); break;
      default: separates = depth == 0 && text::circled_value(c.value) != 0; break;
    }
    if (separates) {
      add(i, c.value == U'；' || c.value == ';' || c.value == U'。');
      from = i + c.size;
    }
    i += c.size;
  }
  add(range.end, true);
  return pieces;
}

std::vector<ListPiece> join_levels(std::string_view text, const std::vector<ListPiece>& pieces, const Grammar& grammar) {
  // A level of administration alone (市, 州, 自治区), or with the name of its office behind it (县人民政府).
  const auto level_end = [&](std::string_view name) {
    const auto match = grammar.tables()[GrammarKind::unit_ending].match_at(name, 0);
    const std::size_t end = match && match->entry->attribute("kind") == "place" ? std::size_t{match->end} : 0;
    const std::size_t close = end != 0 && name.substr(end).starts_with("（") ? name.find("）", end) : name.npos;   // 县（市、区）
    return close == name.npos ? end : close + std::string_view("）").size();
  };
  const auto is_level = [&](std::string_view name) { return !name.empty() && level_end(name) == name.size(); };
  const auto view = [&](const ListPiece& piece) { return text.substr(piece.place.begin, piece.place.size()); };
  std::vector<ListPiece> joined;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    joined.push_back(pieces[i]);
    if (!view(pieces[i]).starts_with("各") || !is_level(view(pieces[i]).substr(3))) continue;
    std::size_t last = i + 1;
    while (last < pieces.size() && !pieces[last - 1].ends_clause && is_level(view(pieces[last]))) ++last;
    if (last < pieces.size() && !pieces[last - 1].ends_clause) {
      const std::size_t end = level_end(view(pieces[last]));
      const auto office = grammar.tables()[GrammarKind::unit_word].match_at(view(pieces[last]), end);
      const bool duty = grammar.tables()[GrammarKind::duty].match_whole(view(pieces[last]).substr(end)).has_value();
      if (end != 0 && (duty || (office && office->entry->attribute("use") == "tier"))) ++last;
    }
    if (last == i + 1) continue;
    joined.back() = {{pieces[i].place.begin, pieces[last - 1].place.end}, pieces[last - 1].ends_clause};
    i = last - 1;
  }
  return joined;
}

std::vector<Range> split_joined(std::string_view text, Range name, const Grammar& grammar) {
  const GrammarTable& words = grammar.tables()[GrammarKind::unit_word];
  if (name.size() > kLongestName) return {name};
  text = text.substr(0, name.end);
  std::vector<Range> parts;
  std::uint32_t from = name.begin;
  int depth = 0;
  for (std::uint32_t i = name.begin; i < name.end;) {
    const text::CodePoint c = text::decode(text, i);
    if (is_open(c.value)) ++depth;
    else if (is_close(c.value) && depth > 0) --depth;
    const auto match = depth == 0 && i > from ? words.match_at(text, i) : std::nullopt;
    if (match && match->entry->attribute("use") == "join" && match->end < name.end) {
      const std::string_view left = text.substr(from, i - from), right = text.substr(match->end, name.end - match->end);
      if (text::count_code_points(left) >= kShortestJoined && is_unit_name(without_open(left, grammar), grammar) &&
          is_unit_name(right, grammar) && !is_bare_ending(right, grammar)) {
        parts.push_back({from, i});
        from = match->end;
        i = match->end;
        continue;
      }
    }
    i += c.size;
  }
  parts.push_back({from, name.end});
  return parts;
}

std::vector<Range> split_glued(std::string_view text, Range name, const Grammar& grammar) {
  constexpr std::size_t kShortest = 4;   // code points of a whole name
  const text::CodePoint initial = text::decode(text, name.begin);
  const std::string_view all = text.substr(name.begin, name.size());
  const bool of_level = std::string_view("省市县区州旗").find(all.substr(0, initial.size)) != std::string_view::npos;
  if (!of_level || name.size() > kLongestName || all.find("（") != all.npos) return {name};
  std::vector<Range> parts;
  std::uint32_t from = name.begin;
  for (std::uint32_t i = name.begin + initial.size; i < name.end;) {
    const text::CodePoint c = text::decode(text, i);
    const std::string_view left = text.substr(from, i - from);
    const bool begins = c.value == initial.value || (c.value == U'各' && !parts.empty());   // 县安委会各成员单位 is one
    if (begins && text::count_code_points(left) >= kShortest && ends_as_office(left, grammar) &&
        text::count_code_points(text.substr(i, name.end - i)) >= kShortest && is_unit_name(text.substr(i, name.end - i), grammar)) {
      parts.push_back({from, i});
      from = i;
    }
    i += c.size;
  }
  parts.push_back({from, name.end});
  return parts;
}

Range without_item_number(std::string_view text, Range piece, std::uint32_t& number) {
  const std::string_view name = text.substr(piece.begin, piece.size()), wanted_digits = name.substr(name.starts_with("（") ? 3 : 0);
  const std::string wanted = std::to_string(number);
  if (!wanted_digits.starts_with(wanted)) return piece;
  const std::size_t end = name == wanted ? name.size() : item_number_end(name);
  if (end == 0 || (name != wanted && text::is_ascii_digit(static_cast<unsigned char>(wanted_digits[wanted.size()])))) return piece;
  ++number;
  return trim_name(text, {piece.begin + static_cast<std::uint32_t>(end), piece.end});
}

Range trim_name(std::string_view text, Range range) {
  const auto stray = [](char32_t c) {
    return c == ' ' || c == '\n' || c == U'。' || c == U'、' || c == U'，' || c == U'；' || c == U'：' || c == '.' || c == ',' || c == ';';
  };
  while (!range.empty()) {
    const text::CodePoint c = text::decode(text, range.begin);
    if (!stray(c.value)) break;
    range.begin += c.size;
  }
  while (!range.empty()) {
    const text::CodePoint c = text::decode_before(text, range.end);
    if (!stray(c.value)) break;
    range.end -= c.size;
  }
  return range;
}

}  // namespace gongwen
