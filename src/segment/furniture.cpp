// Lines to furniture, by the grammar's fixed words and by where they stand.
#include "segment/furniture.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/assignments.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestFurniture = 90;   // code points
constexpr std::size_t kSentence = 10;           // code points of a line that is text by its length and final stop
constexpr std::size_t kShortSentence = 6;       // the same, where the line opens like no furniture

std::string_view without_bullet(std::string_view text) {
  for (const std::string_view bullet : {"•", "·", "●", "▪", "■", "|", "◆", "-"})
    if (text.starts_with(bullet)) return text::trim(text.substr(bullet.size()));
  return text;
}

bool is_sentence(std::string_view text) {
  return (text.ends_with("。") || text.ends_with("；")) && text::count_code_points(text) >= kSentence;
}

bool is_content(const Line& line, const Grammar& grammar) {
  if (line.is_table()) return true;
  if (line.owner != Owner::none) return false;
  if (line.text.ends_with("。") && text::count_code_points(line.text) >= kShortSentence) return true;
  return is_sentence(line.text) || read_label(line.text, grammar).has_value();
}

// 承办单位：… on a page's foot names the host of the site only where a letter's date stands shortly above it, or more of the
// foot below: before `foot`, which is one past its last line that is no such label.
bool names_host(const Lines& lines, std::size_t at, std::size_t foot, const Grammar& grammar) {
  constexpr std::size_t kAbove = 8;   // lines
  if (at < foot) return true;
  for (std::size_t i = at; i > 0 && at - i < kAbove && !is_content(lines[i - 1], grammar); --i)
    if (lines[i - 1].owner != Owner::none || find_any_date(lines[i - 1].text, 0)) return true;
  return false;
}

bool is_foot(const Line& line, const Grammar& grammar) {
  if (line.is_table()) return false;
  return line.owner == Owner::furniture || (is_furniture(line.text, PagePlace::end, grammar) && !is_label_line(line.text, true, grammar));
}

// The end of the page: the first closing line after which no text comes any more.
void mark_page_end(Lines& lines, const Grammar& grammar) {
  std::size_t last = lines.size();
  while (last > 0 && (!is_content(lines[last - 1], grammar) || is_furniture(lines[last - 1].text, PagePlace::end, grammar))) --last;
  std::size_t foot = lines.size();
  while (foot > last && !is_foot(lines[foot - 1], grammar)) --foot;
  for (std::size_t i = last; i < lines.size(); ++i) {
    if (lines[i].is_table() || !is_furniture(lines[i].text, PagePlace::end, grammar)) continue;
    if (is_label_line(lines[i].text, false, grammar) && !names_host(lines, i, foot, grammar)) continue;
    for (std::size_t j = i; j < lines.size(); ++j)
      if (lines[j].is_free()) lines[j].owner = Owner::furniture;
    return;
  }
}

// A line of a contents list without the number before it, and the dots and the page number behind it.
std::string_view contents_entry(std::string_view text) {
  const auto filler = [](char32_t c) {
    return (c >= '0' && c <= '9') || c == '.' || c == U'…' || c == U'·' || c == '-' || c == U'—' || c == ' ' || c == U'、' ||
           c == U'（' || c == U'）';
  };
  while (!text.empty() && filler(text::decode(text, 0).value)) text.remove_prefix(text::decode(text, 0).size);
  while (!text.empty() && filler(text::decode_before(text, text.size()).value))
    text.remove_suffix(text::decode_before(text, text.size()).size);
  return text;
}

bool has_leader(std::string_view text) {
  const bool page = !text.empty() && text.back() >= '0' && text.back() <= '9';
  return page && (text.find("……") != text.npos || text.find("....") != text.npos || text.find("····") != text.npos);
}

void mark_contents(Lines& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].is_table() || (lines[i].text != "目录" && lines[i].text != "目次" && lines[i].text != "目錄")) continue;
    const std::string_view first = contents_entry(lines[i + 1].text);
    std::size_t end = i + 2;
    while (end < lines.size() && !lines[end].is_table() && (first.empty() || contents_entry(lines[end].text) != first) &&
           !is_sentence(lines[end].text))
      ++end;
    const bool repeats = end < lines.size() && contents_entry(lines[end].text) == first;
    for (std::size_t j = i; j < end; ++j)
      if (lines[j].is_free() && (repeats || j == i || has_leader(lines[j].text))) lines[j].owner = Owner::furniture;
    return;
  }
}

}  // namespace

bool is_furniture(std::string_view text, PagePlace place, const Grammar& grammar) {
  text = without_bullet(text);
  if (text.empty()) return true;
  if (text::count_code_points(text) > kLongestFurniture) return false;
  const auto match = grammar.tables()[GrammarKind::furniture].match_at(text, 0);
  if (!match || (is_sentence(text) && match->entry->attribute("sentence") != "true")) return false;
  if (match->entry->attribute("mode") == "whole" && match->end != text.size()) return false;
  const std::string_view where = match->entry->attribute("where");
  if (where == "any" || (where == "line" && place == PagePlace::middle)) return true;
  if (place == PagePlace::top) return where == "top" || where == "edges";
  return place == PagePlace::end && (where == "end" || where == "edges");
}

void mark_furniture(Lines& lines, const Grammar& grammar) {
  mark_contents(lines);
  for (Line& line : lines)
    if (line.is_free() && (has_leader(line.text) || is_furniture(line.text, PagePlace::middle, grammar)))
      line.owner = Owner::furniture;
  mark_page_end(lines, grammar);
}

}  // namespace gongwen
