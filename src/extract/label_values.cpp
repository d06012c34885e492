// Paragraphs under a label that has no value on its line to that value, up to the next label. Where the paragraphs are
// numbered they have become sections; they are the label's all the same, unless they assign work themselves.
#include "extract/label_values.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/assignments.hpp"

namespace gongwen {
namespace {

bool says_more(const Section& section, bool last, const Grammar& grammar) {
  if (!find_assignments(section.title.text, grammar).empty()) return true;
  return std::any_of(section.paragraphs.begin(), section.paragraphs.end(), [&](const Value& paragraph) {
    return !find_assignments(paragraph.text, grammar).empty() || (!last && is_label_line(paragraph.text, false, grammar));
  });
}

Value heading(const Section& section) {
  const Range place = section.title.text.empty() ? section.label.span.bytes : cover(section.label.span.bytes, section.title.span.bytes);
  return {section.label.text + section.title.text, {place, {}}};
}

}  // namespace

bool is_open_label(std::string_view line, const Grammar& grammar) {
  constexpr std::string_view kColon = "：";
  if (!line.ends_with(kColon)) return false;
  const auto match = grammar.tables()[GrammarKind::label].match_whole(line.substr(0, line.size() - kColon.size()));
  return match && match->entry->attribute("field") == "extra";
}

std::size_t open_value_end(const std::vector<Value>& paragraphs, std::size_t label, const Grammar& grammar) {
  std::size_t end = label + 1;
  while (end < paragraphs.size() && !is_label_line(paragraphs[end].text, true, grammar) && find_assignments(paragraphs[end].text, grammar).empty()) ++end;
  return end;
}

std::vector<Value> with_labelled_children(const std::vector<Section>& sections, std::size_t index, const Grammar& grammar) {
  const Section& section = sections[index];
  if (section.end == index + 1 || section.paragraphs.empty() || !is_open_label(section.paragraphs.back().text, grammar)) return {};
  std::vector<Value> all = section.paragraphs;
  for (std::size_t i = index + 1; i < section.end; ++i) {
    if (says_more(sections[i], i + 1 == section.end, grammar)) return {};
    all.push_back(heading(sections[i]));
    all.insert(all.end(), sections[i].paragraphs.begin(), sections[i].paragraphs.end());
  }
  return all;
}

}  // namespace gongwen
