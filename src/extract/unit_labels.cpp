// A text of units to its labels and their values: those of the grammar with a colon or in 【】, and beside them short words
// with a colon.
#include "extract/unit_labels.hpp"

#include <optional>

#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestLabel = 10;      // code points of a label that the grammar does not know
constexpr std::string_view kColon = "：";

bool is_boundary(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = text::decode_before(text, at).value;
  return before == U'；' || before == U'，' || before == U'。' || before == '\n' || before == ' ' || before == U'、' || before == ';' || before == U'）';
}

// A short word before a colon that the grammar does not know: a label of its own.
std::size_t unknown_label_end(std::string_view text, std::size_t at) {
  const std::size_t within = text.substr(at, (kLongestLabel + 1) * 3).find(kColon), colon = at + within;
  if (within == text.npos || within == 0 || text::count_code_points(text.substr(at, within)) > kLongestLabel) return 0;
  for (std::size_t i = at; i < colon;) {
    const text::CodePoint c = text::decode(text, i);
    if (!text::is_han(c.value)) return 0;
    i += c.size;
  }
  return colon;
}

bool has_known_label(std::string_view text, const GrammarTable& labels) {
  for (auto match = labels.find(text, 0); match; match = labels.find(text, match->end))
    if (is_boundary(text, match->begin) && text.substr(match->end).starts_with(kColon)) return true;
  return false;
}

// A label of the grammar with its colon, or in 【】 with or without one: its text, and where its value begins.
struct FoundLabel {
  std::string_view field;
  Range name;
  std::uint32_t value;
  GrammarUse by;
};
std::optional<FoundLabel> label_at(std::string_view text, std::uint32_t at, const GrammarTable& labels) {
  constexpr std::string_view kOpen = "【", kClose = "】";
  const bool bracketed = text.substr(at).starts_with(kOpen);
  const std::uint32_t begin = at + (bracketed ? static_cast<std::uint32_t>(kOpen.size()) : 0);
  const auto match = labels.match_at(text, begin);
  if (!match || (bracketed && !text.substr(match->end).starts_with(kClose))) return {};
  std::uint32_t end = match->end + (bracketed ? static_cast<std::uint32_t>(kClose.size()) : 0);
  const bool colon = text.substr(end).starts_with(kColon);
  if (!bracketed && !colon) return {};
  if (colon) end += static_cast<std::uint32_t>(kColon.size());
  return FoundLabel{match->entry->attribute("field"), {match->begin, match->end}, end, use_of(*match)};
}

}  // namespace

std::vector<LabelledValue> split_labels(std::string_view text, const Grammar& grammar) {
  const GrammarTable& labels = grammar.tables()[GrammarKind::label];
  std::vector<LabelledValue> values{{"", "", {0, 0}, {}}};
  if (text.find(kColon) == text.npos && text.find("【") == text.npos) {   // no label stands without either
    values.back().value.end = static_cast<std::uint32_t>(text.size());
    return values;
  }
  bool any = has_known_label(text, labels);
  for (std::uint32_t i = 0; i < text.size();) {
    const bool bracket = text.substr(i).starts_with("【");
    if (bracket || is_boundary(text, i)) {
      auto label = label_at(text, i, labels);
      if (!label && any && !bracket) {
        if (const auto end = static_cast<std::uint32_t>(unknown_label_end(text, i)))
          label = FoundLabel{"extra", {i, end}, end + static_cast<std::uint32_t>(kColon.size()), {}};
      }
      if (label) {
        any = true;
        values.back().value.end = i;
        values.push_back({label->field, std::string(text.substr(label->name.begin, label->name.size())), {label->value, label->value}, label->by});
        i = label->value;
        continue;
      }
    }
    i += text::decode(text, i).size;
  }
  values.back().value.end = static_cast<std::uint32_t>(text.size());
  return values;
}

}  // namespace gongwen
