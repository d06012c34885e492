#pragma once
// The built-in grammar as data: grammars/*.toml, digested while the library is built (tools/embed_grammar.cpp). The
// strings of all entries stand in one array, each entry's own in a row: its forms, then its attributes, name and text.
#include <cstdint>
#include <span>
#include <string_view>

#include "grammar/tables.hpp"

namespace gongwen {

struct BuiltinEntry {
  GrammarKind kind;
  std::string_view id, file;
  std::uint32_t line;
  std::uint32_t first_string, forms, attributes;
};

[[nodiscard]] std::span<const BuiltinEntry> builtin_entries() noexcept;
[[nodiscard]] std::span<const std::string_view> builtin_strings() noexcept;

}  // namespace gongwen
