// Lists to pieces. Where a separator may also be part of a name, the names on both sides decide.
#include "extract/unit_names.hpp"

#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kShortestJoined = 3;   // code points: 党委 before 和 is half of one name

bool is_open(char32_t c) { return c == U'（' || c == '(' || c == U'〔' || c == '[' || c == U'【' || c == U'《' || c == U'“'; }
bool is_close(char32_t c) { return c == U'）' || c == ')' || c == U'〕' || c == ']' || c == U'】' || c == U'》' || c == U'”'; }

bool is_collective(std::string_view name) {
  for (const std::string_view word : {"各", "有关", "相关", "其他", "所有", "全体"})
    if (name.starts_with(word)) return true;
  return name.find("各") != name.npos;
}

std::string_view piece_after(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t to = at;
  while (to < end) {
    const text::CodePoint c = text::decode(text, to);
    if (c.value == U'、' || c.value == U'，' || c.value == U'；' || c.value == '/' || c.value == ' ' || c.value == '\n') break;
    to += c.size;
  }
  return text.substr(at, to - at);
}

bool ends_as_unit(std::string_view name, const Grammar& grammar) {
  if (ends_as_office(name, grammar)) return true;
  const text::CodePoint last = text::decode_before(name, name.size());
  return grammar.tables()[GrammarKind::unit_ending].match_whole(name.substr(name.size() - last.size)).has_value();
}

bool is_whole(std::string_view name, const Grammar& grammar) {
  return is_unit_name(name, grammar) || text::decode(name, 0).value == 0 ||
         grammar.tables()[GrammarKind::unit_ending].match_whole(name).has_value();
}

// A line break or a space ends a name unless the name goes on behind it: a bracket, or the rest of a broken word.
bool breaks_name(std::string_view text, std::size_t from, std::size_t at, std::size_t end, const Grammar& grammar) {
  const std::string_view left = text.substr(from, at - from);
  const std::string_view right = piece_after(text, at + 1, end);
  if (left.empty() || right.empty() || right.starts_with("（")) return false;
  if (text[at] == ' ') return is_whole(left, grammar) && is_whole(right, grammar);
  if (text::count_code_points(right) == 1) return false;   // 各乡 over 镇
  return ends_as_unit(left, grammar) || (text::count_code_points(right) > 3 && !is_collective(left));
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

}  // namespace

bool is_unit_name(std::string_view name, const Grammar& grammar) {
  if (name.empty()) return false;
  if (ends_as_office(name, grammar)) return true;
  return is_collective(name);
}

std::vector<ListPiece> split_list(std::string_view text, Range range, const Grammar& grammar) {
  std::vector<ListPiece> pieces;
  std::uint32_t from = range.begin;
  int depth = 0;
  const auto add = [&](std::uint32_t to, bool ends_clause) {
    const Range place = trim_name(text, {from, to});
    if (!place.empty()) pieces.push_back({place, ends_clause});
    else if (ends_clause && !pieces.empty()) pieces.back().ends_clause = true;
  };
  for (std::uint32_t i = range.begin; i < range.end;) {
    const text::CodePoint c = text::decode(text, i);
    if (is_open(c.value)) ++depth;
    else if (is_close(c.value) && depth > 0) --depth;
    bool separates = false;
    switch (c.value) {
      case U'、': case U'，': case ',': case U'；': case ';': case '/': case U'／': case U'。': case '|': separates = depth == 0; break;
      case ' ': case '\n': separates = depth == 0 && breaks_name(text, from, i, range.end, grammar); break;
      default: break;
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

std::vector<Range> split_joined(std::string_view text, Range name, const Grammar& grammar) {
  const GrammarTable& words = grammar.tables()[GrammarKind::unit_word];
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

std::string clean_name(std::string_view text) {
  std::string name;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\n') {
      name += text[i];
      continue;
    }
    const bool latin = i > 0 && i + 1 < text.size() && static_cast<unsigned char>(text[i - 1]) < 0x80 &&
                       static_cast<unsigned char>(text[i + 1]) < 0x80 && text[i] == ' ';
    if (latin) name += ' ';
  }
  return name;
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
