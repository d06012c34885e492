// The built-in data, and the files that a caller adds, to a Grammar.
#include <gongwen/grammar.hpp>

#include "grammar/builtin.hpp"
#include "grammar/examples.hpp"
#include "grammar/loader.hpp"

namespace gongwen {
namespace {

KindedEntry entry_of(const BuiltinEntry& builtin) {
  const auto strings = builtin_strings().subspan(builtin.first_string);
  KindedEntry made{builtin.kind, {}, {}, {}};
  made.entry.id = builtin.id;
  made.entry.file = builtin.file;
  made.entry.line = builtin.line;
  for (std::uint32_t i = 0; i < builtin.forms; ++i) made.entry.forms.emplace_back(strings[i]);
  for (std::uint32_t i = 0; i < builtin.attributes; ++i) {
    made.entry.attributes.emplace_back(strings[builtin.forms + 2 * i], strings[builtin.forms + 2 * i + 1]);
  }
  return made;
}

void add_examples(const BuiltinEntry& builtin, GrammarEntry& entry) {
  const auto strings = builtin_strings().subspan(builtin.first_string + builtin.forms + 2 * builtin.attributes);
  for (std::uint32_t i = 0; i < builtin.examples; ++i) entry.examples.emplace_back(strings[i]);
  for (std::uint32_t i = 0; i < builtin.counter_examples; ++i) entry.counter_examples.emplace_back(strings[builtin.examples + i]);
}

GrammarLoader builtin_loader() {
  GrammarLoader loader;
  for (const BuiltinEntry& builtin : builtin_entries()) loader.add(entry_of(builtin));
  loader.set_compiled(builtin_patterns());
  return loader;
}

}  // namespace

std::vector<KindedEntry> builtin_with_examples() {
  std::vector<KindedEntry> entries;
  for (const BuiltinEntry& builtin : builtin_entries()) {
    entries.push_back(entry_of(builtin));
    add_examples(builtin, entries.back().entry);
  }
  return entries;
}

const Grammar& Grammar::builtin() {
  static const Grammar grammar(std::make_shared<const GrammarTables>(builtin_loader().build()));
  return grammar;
}

Result<Grammar> Grammar::extended(std::span<const File> files) {
  GrammarLoader loader = builtin_loader();
  for (const File& file : files) {
    auto entries = parse_grammar_file(file);
    if (!entries) return entries.error();
    for (KindedEntry& entry : *entries) {
      if (auto fault = example_fault(file, entry)) return std::move(*fault);
      loader.add(std::move(entry));
    }
  }
  return Grammar(std::make_shared<const GrammarTables>(std::move(loader).build()));
}

}  // namespace gongwen
