#pragma once
// A compiled program to what a search has to know of it: what it begins with, and what is behind its splits.
#include <cstdint>
#include <span>
#include <vector>

#include "text/pattern_data.hpp"

namespace gongwen::text {

/// Adds the program whose code begins at `begin`, the last of `store`, to its other arrays.
void index_program(PatternStore& store, std::uint32_t begin);

/// The instructions that take text, or accept, and that can be reached from `from` without taking any.
[[nodiscard]] std::vector<std::uint32_t> reachable(std::span<const PatternInstruction> code, std::uint32_t from);

/// The character that an instruction takes.
[[nodiscard]] char32_t character_of(const PatternInstruction& instruction);

}  // namespace gongwen::text
