#pragma once
// The examples of a grammar entry, checked: what the tests and `gongwen grammar test` run.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/loader.hpp"

namespace gongwen {

/// What an entry's forms must match of a text: all of it, its beginning, any part of it, its end, or all before a colon.
enum class ExampleMode { whole, prefix, search, suffix, label };

/// By the entry's `mode`, else by its kind.
[[nodiscard]] ExampleMode example_mode(const KindedEntry& entry) noexcept;

/// One of `examples` that the entry does not match, or of `not` that it does.
struct ExampleFault {
  bool counter = false;        ///< of `not`
  std::size_t index = 0;       ///< in its list
  std::string text;            ///< what was tried: without " => " and what stands behind it
  std::string form;            ///< of `not`: the form that matches
  std::string matched;         ///< and what of the text
};

/// All of them. Each entry is tried alone, so that no other can hide its fault. An example may say after " => " what it
/// means; that part is for the stage that reads it.
[[nodiscard]] std::vector<ExampleFault> failed_examples(const KindedEntry& entry);

/// What all entries of a kind together make of an example: the match that decides.
[[nodiscard]] std::optional<GrammarMatch> deciding_match(const GrammarTable& table, ExampleMode mode, std::string_view text);

/// The fault as a sentence.
[[nodiscard]] std::string sentence_of(const ExampleFault& fault);

/// E_BAD_GRAMMAR with the place of the first failing example of an entry of `file`, if there is one.
[[nodiscard]] std::optional<Error> example_fault(const Grammar::File& file, const KindedEntry& entry);

/// What the examples say before " => ".
[[nodiscard]] std::string_view example_text(std::string_view example) noexcept;
/// And behind it, "" if they do not.
[[nodiscard]] std::string_view example_meaning(std::string_view example) noexcept;

}  // namespace gongwen
