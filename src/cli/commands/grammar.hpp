#pragma once
// What `gongwen grammar` works on: the built-in entries with those of the caller's files.
#include <string>
#include <vector>

#include "grammar/loader.hpp"

namespace gongwen::cli {

struct MergedEntry {
  KindedEntry kinded;
  bool added = false;   ///< from a file of the caller's
};

struct MergedGrammar {
  std::vector<MergedEntry> entries;   ///< in the order in which they are tried
  Grammar grammar = Grammar::builtin();
};

/// As Grammar::extended does it, but with all examples, and with those that fail.
[[nodiscard]] Result<MergedGrammar> merge_grammar(const std::vector<Grammar::File>& files);

/// What an example of an entry comes to that it should not; `line` is where the example stands, 0 if that is not known.
struct TestFault {
  const MergedEntry* entry = nullptr;
  std::uint32_t line = 0;
  std::string sentence;
};
struct TestResult {
  std::size_t examples = 0, counter_examples = 0;
  std::vector<TestFault> faults;
};
[[nodiscard]] TestResult test_grammar(const MergedGrammar& merged, bool chinese);

}  // namespace gongwen::cli
