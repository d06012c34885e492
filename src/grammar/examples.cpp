// One entry to the list of its examples that fail. Each entry is tried alone, so that no other can hide its fault.
#include "grammar/examples.hpp"

#include <algorithm>

#include "text/pattern.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kMeans = " => ";

bool matches_suffix(const text::PatternSet& forms, std::string_view text) {
  for (std::size_t position = 0; position < text.size(); position += text::decode(text, position).size) {
    if (forms.match_whole(text.substr(position))) return true;
  }
  return false;
}

bool matches(const text::PatternSet& forms, ExampleMode mode, std::string_view text) {
  switch (mode) {
    case ExampleMode::whole: return forms.match_whole(text).has_value();
    case ExampleMode::prefix: return forms.match_at(text, 0).has_value();
    case ExampleMode::search: return forms.find(text).has_value();
    case ExampleMode::suffix: return matches_suffix(forms, text);
    case ExampleMode::label: return forms.match_whole(text.substr(0, std::min(text.find("："), text.find(':')))).has_value();
  }
  return false;
}

}  // namespace

ExampleMode example_mode(const KindedEntry& kinded) noexcept {
  const std::string_view mode = kinded.entry.attribute("mode");
  if (mode == "whole") return ExampleMode::whole;
  if (mode == "prefix") return ExampleMode::prefix;
  if (mode == "search") return ExampleMode::search;
  if (mode == "suffix") return ExampleMode::suffix;
  switch (kinded.kind) {
    case GrammarKind::column:
    case GrammarKind::document_type:
    case GrammarKind::unit_word: return ExampleMode::whole;
    case GrammarKind::duty:
    case GrammarKind::rule: return ExampleMode::search;
    case GrammarKind::unit_ending: return ExampleMode::suffix;
    case GrammarKind::label: return ExampleMode::label;
    default: return ExampleMode::prefix;
  }
}

std::vector<std::string> failed_examples(const KindedEntry& kinded) {
  const GrammarEntry& entry = kinded.entry;
  text::PatternSet forms;
  for (const std::string& form : entry.forms) (void)forms.add(text::simplified(form));
  const std::string place = entry.file + ":" + std::to_string(entry.line) + ": " + entry.id;
  std::vector<std::string> failed;
  for (const std::string& example : entry.examples) {
    const std::string text = text::simplified(example.substr(0, example.find(kMeans)));
    if (!matches(forms, example_mode(kinded), text)) failed.push_back(place + " does not match its example " + text);
  }
  for (const std::string& example : entry.counter_examples) {
    if (matches(forms, example_mode(kinded), text::simplified(example))) failed.push_back(place + " matches " + example + ", which it must not");
  }
  return failed;
}

}  // namespace gongwen
