#pragma once
// The built-in grammar as data: grammars/*.toml, digested while the library is built (tools/embed_grammar.cpp). The
// strings of all entries stand in one array, each entry's own in a row: its forms, its attributes, name and text, its examples,
// and its counter-examples. The last two only `gongwen grammar` looks at. The forms stand there compiled, too, so that no program
// has to compile them when it starts.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/loader.hpp"
#include "grammar/tables.hpp"

namespace gongwen {

struct BuiltinEntry {
  GrammarKind kind;
  std::string_view id, file;
  std::uint32_t line;
  std::uint32_t first_string, forms, attributes, examples, counter_examples;
};

[[nodiscard]] std::span<const BuiltinEntry> builtin_entries() noexcept;
[[nodiscard]] std::span<const std::string_view> builtin_strings() noexcept;
/// The forms of all entries, compiled; by kind.
[[nodiscard]] std::span<const text::PatternData> builtin_patterns() noexcept;

/// All built-in entries, with their examples.
[[nodiscard]] std::vector<KindedEntry> builtin_with_examples();

}  // namespace gongwen
