// The start of a paragraph to a label, and what follows it to a title and the text behind.
#include "segment/labels.hpp"

#include <algorithm>
#include <charconv>

#include "grammar/tables.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"

namespace gongwen {
namespace {

constexpr std::uint32_t kLargestNumber = 300;   // 2021. is a year
constexpr std::size_t kLongestTitle = 40;       // code points

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// 四至范围为： a colon that the sentence goes on behind.
bool opens_list(std::string_view before) {
  for (const std::string_view word : {"为", "是", "有", "即", "包括", "如下"})
    if (before.ends_with(word)) return true;
  return false;
}

// The end of the first sentence, past nested brackets and quotation marks; text.size() where it has none.
std::size_t sentence_end(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    switch (c.value) {
      case U'（': case U'《': case U'“': case U'〔': case U'【': case U'「': case '[': case '(': ++depth; break;
      case U'）': case U'》': case U'”': case U'〕': case U'】': case U'」': case ']': case ')':
        if (depth > 0) --depth;
        break;
      case U'。':
        if (depth == 0) return i;
        break;
      case U'：':
        if (depth == 0 && !opens_list(text.substr(0, i))) return i;
        break;
      default: break;
    }
    i += c.size;
  }
  return text.size();
}


constexpr std::size_t kMarkSize = 3;   // bytes of 。 and ：

std::string_view without_closing_mark(std::string_view title) {
  for (const std::string_view mark : {"。", "；", "：", "，"})
    if (title.ends_with(mark)) return title.substr(0, title.size() - mark.size());
  return title;
}

// The Chinese numeral in a label that Word counted: where it stands and its value.
struct Counter {
  std::size_t begin = 0, end = 0;
  std::uint32_t value = 0;
};
std::optional<Counter> find_counter(std::string_view text) {
  Counter counter;
  for (std::uint32_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.size;
    if (text::is_han_numeral(c.value)) {
      if (counter.end == 0) counter.begin = at - c.size;
      counter.end = at;
    } else if (counter.end != 0) {
      break;
    }
  }
  const auto value = text::parse_counter(text.substr(counter.begin, counter.end - counter.begin));
  if (!value) return {};
  counter.value = *value;
  return counter;
}

}  // namespace

std::optional<Label> read_lone_label(std::string_view text, std::string_view next, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::heading].match_whole(text);
  if (!match || match->captures.empty() || match->captures.back().value == 0) return {};
  const std::string_view style = match->entry->attribute("style");
  if (match->entry->attribute("alone") != "true") return {};
  if (next.empty() || text::count_code_points(next) > kLongestTitle || next.ends_with("。") || read_label(next, grammar) ||
      grammar.tables()[GrammarKind::heading].match_whole(next))
    return {};
  return Label{style, to_int(match->entry->attribute("rank")), match->captures.back().value, match->end, use_of(*match)};
}

std::optional<Label> read_label(std::string_view text, const Grammar& grammar) {
  const GrammarTables& tables = grammar.tables();
  const auto match = tables[GrammarKind::heading].match_at(text, 0);
  if (!match || match->captures.empty()) return {};
  const std::string_view style = match->entry->attribute("style");
  const std::uint32_t number = match->captures.back().value;
  for (const text::Capture& capture : match->captures)
    if (capture.value == 0 || capture.value > kLargestNumber) return {};
  if (tables[GrammarKind::not_heading].match_at(text, 0)) return {};
  if (match->end == text.size() && style != "chapter" && style != "part" && style != "section" && style != "book") return {};
  return Label{style, to_int(match->entry->attribute("rank")), number, match->end, use_of(*match)};
}

std::optional<Label> read_automatic_label(std::string_view text, bool digits_too, const Grammar& grammar) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  const auto end = static_cast<std::uint32_t>(text.size());
  std::string typed(text);
  if (digits_too && !text.empty() && text.find_first_not_of("0123456789") == text.npos) typed += '.';
  const GrammarTable& headings = grammar.tables()[GrammarKind::heading];
  std::uint32_t value = 0;
  auto match = headings.match_whole(typed);
  if (const auto counter = match ? std::nullopt : find_counter(typed)) {   // 百一, 一一一: what no person types
    value = counter->value;
    typed.replace(counter->begin, counter->end - counter->begin, "一");
    match = headings.match_whole(typed);
  }
  if (!match || match->captures.empty() || match->captures.back().value == 0) return {};
  if (value == 0) value = match->captures.back().value;
  return Label{match->entry->attribute("style"), to_int(match->entry->attribute("rank")), value, end, use_of(*match)};
}

TitleSplit split_article_title(std::string_view spaced) {
  constexpr std::size_t kLongest = 20, kShortestText = 8;   // code points
  if (spaced.starts_with(' ')) spaced.remove_prefix(1);
  const auto size = static_cast<std::uint32_t>(spaced.size() - static_cast<std::size_t>(std::count(spaced.begin(), spaced.end(), ' ')));
  const std::size_t gap = spaced.find(' ');
  std::string_view title = spaced.substr(0, gap);
  if (title.empty() || text::count_code_points(title) > kLongest) return {0, 0};
  for (const std::string_view mark : {"。", "，", "；", "：", "、"})
    if (title.find(mark) != title.npos) return {0, 0};
  const auto end = static_cast<std::uint32_t>(title.size());
  if (gap == spaced.npos) return {end, size};
  if (text::count_code_points(spaced.substr(gap)) < kShortestText) return {0, 0};
  return {end, end};
}

std::optional<Label> read_label_before_decimal(std::string_view text, const Grammar& grammar) {
  const std::size_t point = text.find('.');
  if (point > 3) return {};   // npos too
  const std::string_view head = text.substr(0, point + 1);
  const auto match = grammar.tables()[GrammarKind::heading].match_whole(head);
  if (!match || match->captures.empty() || match->captures.back().value > kLargestNumber) return {};
  return Label{match->entry->attribute("style"), to_int(match->entry->attribute("rank")), match->captures.back().value, match->end, use_of(*match)};
}

bool is_counted_title(std::string_view text, const Grammar& grammar) {
  constexpr std::string_view kColon = "：";
  const std::size_t colon = text.find(kColon);
  if (colon == text.npos || colon + kColon.size() == text.size() || text::count_code_points(text) > kLongestTitle) return false;
  if (!grammar.tables()[GrammarKind::counted_name].match_whole(text.substr(0, colon))) return false;
  const std::string_view name = text.substr(colon + kColon.size());
  for (const std::string_view mark : {"。", "，", "；", "："})
    if (name.find(mark) != name.npos) return false;
  return true;
}

TitleSplit split_title(std::string_view text, std::size_t annotation) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const TitleSplit no_title{0, 0};
  const std::size_t mark = std::min(sentence_end(text), annotation);
  const std::string_view title = without_closing_mark(text.substr(0, mark));
  if (text::count_code_points(title) > kLongestTitle) return no_title;
  std::size_t rest = mark;
  if (rest < annotation && rest < text.size()) rest += kMarkSize;
  return {static_cast<std::uint32_t>(title.size()), rest >= size ? size : static_cast<std::uint32_t>(rest)};
}

}  // namespace gongwen
