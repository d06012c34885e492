// One entry to the list of its examples that fail. Each entry is tried alone, so that no other can hide its fault.
#include "grammar/examples.hpp"

#include <algorithm>

#include "text/pattern.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kMeans = " => ";

// `Set` is a PatternSet or a GrammarTable; both match alike.
template <class Set>
auto match_suffix(const Set& forms, std::string_view text) -> decltype(forms.match_whole(text)) {
  for (std::size_t position = 0; position < text.size(); position += text::decode(text, position).size) {
    auto match = forms.match_whole(text.substr(position));
    if (!match) continue;
    match->begin += static_cast<std::uint32_t>(position);
    match->end += static_cast<std::uint32_t>(position);
    return match;
  }
  return std::nullopt;
}

template <class Set>
auto match_example(const Set& forms, ExampleMode mode, std::string_view text) -> decltype(forms.match_whole(text)) {
  switch (mode) {
    case ExampleMode::whole: return forms.match_whole(text);
    case ExampleMode::prefix: return forms.match_at(text, 0);
    case ExampleMode::search: return forms.find(text);
    case ExampleMode::suffix: return match_suffix(forms, text);
    case ExampleMode::label: return forms.match_whole(text.substr(0, std::min(text.find("："), text.find(':'))));
  }
  return std::nullopt;
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
    case GrammarKind::alias:
    case GrammarKind::unit_name:
    case GrammarKind::counted_name:
    case GrammarKind::unit_word: return ExampleMode::whole;
    case GrammarKind::duty:
    case GrammarKind::rule: return ExampleMode::search;
    case GrammarKind::unit_ending: return ExampleMode::suffix;
    case GrammarKind::label: return ExampleMode::label;
    default: return ExampleMode::prefix;
  }
}

std::string_view example_text(std::string_view example) noexcept { return example.substr(0, example.find(kMeans)); }

std::string_view example_meaning(std::string_view example) noexcept {
  const std::size_t at = example.find(kMeans);
  return at == example.npos ? std::string_view() : example.substr(at + kMeans.size());
}

std::vector<ExampleFault> failed_examples(const KindedEntry& kinded) {
  const GrammarEntry& entry = kinded.entry;
  text::PatternSet forms;
  for (const std::string& form : entry.forms) (void)forms.add(text::simplified(form));
  const ExampleMode mode = example_mode(kinded);
  std::vector<ExampleFault> failed;
  for (std::size_t i = 0; i < entry.examples.size(); ++i) {
    const std::string text(example_text(entry.examples[i]));
    if (!match_example(forms, mode, text::simplified(text))) failed.push_back({false, i, text, "", ""});
  }
  for (std::size_t i = 0; i < entry.counter_examples.size(); ++i) {
    const std::string& text = entry.counter_examples[i];
    if (const auto match = match_example(forms, mode, text::simplified(text)))
      failed.push_back({true, i, text, entry.forms[match->pattern], text.substr(match->begin, match->end - match->begin)});
  }
  return failed;
}

std::optional<GrammarMatch> deciding_match(const GrammarTable& table, ExampleMode mode, std::string_view text) {
  return match_example(table, mode, text::simplified(text));   // each as long as the other
}

std::string sentence_of(const ExampleFault& fault) {
  if (!fault.counter) return "no form of this entry matches its example " + fault.text;
  const std::string what = fault.matched == fault.text ? "" : fault.matched + " in ";
  return "the form " + fault.form + " matches " + what + fault.text + ", which it must not";
}

std::optional<Error> example_fault(const Grammar::File& file, const KindedEntry& entry) {
  const auto failed = failed_examples(entry);
  if (failed.empty()) return std::nullopt;
  const ExampleFault& first = failed.front();
  return grammar_fault(file, (first.counter ? entry.counter_example_places : entry.example_places)[first.index], sentence_of(first));
}

}  // namespace gongwen
