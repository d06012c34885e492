// Lists to pieces. Where a separator may also be part of a name, the names on both sides decide.
#include "extract/unit_names.hpp"

#include <algorithm>

#include "extract/name_parts.hpp"
#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"
#include "text/slots.hpp"

namespace gongwen {

using namespace names;

namespace {

constexpr std::size_t kShortestJoined = 3;   // code points: 党委 before 和 is half of one name

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
  return is_collective(name, grammar);
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
