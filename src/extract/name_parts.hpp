#pragma once
// What the splitting of a list and the joining of its broken names both ask of a text.
#include <cstddef>
#include <string_view>

#include <gongwen/grammar.hpp>

namespace gongwen::names {

constexpr std::size_t kLongestName = 1200;   // bytes: what is longer than forty names glued together is no name, and not taken apart

[[nodiscard]] bool is_open(char32_t c) noexcept;    ///< a bracket or quotation mark that opens
[[nodiscard]] bool is_close(char32_t c) noexcept;

/// 各镇, 有关部门: a name for many.
[[nodiscard]] bool is_collective(std::string_view name, const Grammar& grammar);

/// Whether the space at `at` stands between two ASCII characters.
[[nodiscard]] bool is_latin_space(std::string_view text, std::size_t at);

/// Whether a number of items goes before the text: 1. 2、 （3） 4）, and where it ends; 0 if none does.
[[nodiscard]] std::size_t item_number_end(std::string_view text);

}  // namespace gongwen::names
