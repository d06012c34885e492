#pragma once
// The examples of a grammar entry, checked: what the tests and `gongwen grammar test` run.
#include <string>
#include <vector>

#include "grammar/loader.hpp"

namespace gongwen {

/// What an entry's forms must match of a text: all of it, its beginning, any part of it, its end, or all before a colon.
enum class ExampleMode { whole, prefix, search, suffix, label };

/// By the entry's `mode`, else by its kind.
[[nodiscard]] ExampleMode example_mode(const KindedEntry& entry) noexcept;

/// "file:line: text" for each of the entry's `examples` that it does not match, and each of its `not` that it does. An
/// example may say after " => " what it means; that part is for the tests of the stage that reads it.
[[nodiscard]] std::vector<std::string> failed_examples(const KindedEntry& entry);

}  // namespace gongwen
