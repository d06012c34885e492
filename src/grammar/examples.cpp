// One entry to the list of its examples that fail. Each entry is tried alone, so that no other can hide its fault.
#include "grammar/examples.hpp"

#include "text/pattern.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kMeans = " => ";

bool matches(const text::PatternSet& forms, ExampleMode mode, std::string_view text) {
  switch (mode) {
    case ExampleMode::whole: return forms.match_whole(text).has_value();
    case ExampleMode::prefix: return forms.match_at(text, 0).has_value();
    case ExampleMode::search: return forms.find(text).has_value();
  }
  return false;
}

}  // namespace

ExampleMode example_mode(const KindedEntry& kinded) noexcept {
  const std::string_view mode = kinded.entry.attribute("mode");
  if (mode == "whole") return ExampleMode::whole;
  if (mode == "prefix") return ExampleMode::prefix;
  if (mode == "search") return ExampleMode::search;
  switch (kinded.kind) {
    case GrammarKind::column:
    case GrammarKind::document_type:
    case GrammarKind::unit_word: return ExampleMode::whole;
    case GrammarKind::duty:
    case GrammarKind::rule:
    case GrammarKind::unit_ending: return ExampleMode::search;
    default: return ExampleMode::prefix;
  }
}

std::vector<std::string> failed_examples(const KindedEntry& kinded) {
  const GrammarEntry& entry = kinded.entry;
  text::PatternSet forms;
  for (const std::string& form : entry.forms) (void)forms.add(form);
  const std::string place = entry.file + ":" + std::to_string(entry.line) + ": " + entry.id;
  std::vector<std::string> failed;
  for (const std::string& example : entry.examples) {
    const std::string text = example.substr(0, example.find(kMeans));
    if (!matches(forms, example_mode(kinded), text)) failed.push_back(place + " does not match its example " + text);
  }
  for (const std::string& example : entry.counter_examples) {
    if (matches(forms, example_mode(kinded), example)) failed.push_back(place + " matches " + example + ", which it must not");
  }
  return failed;
}

}  // namespace gongwen
