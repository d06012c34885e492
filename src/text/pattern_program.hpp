#pragma once
// A compiled pattern: a short program for a machine that tries one way after the other. Jumps only go forward, so that
// every run ends.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/pattern.hpp"

namespace gongwen::text {

/// Bounds of one pattern. The product of instructions and greatest length bounds the steps of one match.
inline constexpr std::size_t kMaxPatternBytes = 4096;
inline constexpr std::uint32_t kMaxPatternDepth = 16;
inline constexpr std::uint32_t kMaxPatternStates = 1u << 16;

/// Appends the program of `pattern`, which is to be called `number`, to `code` and `sets`. On an error both are as they
/// were.
std::optional<PatternError> compile_pattern(std::string_view pattern, std::uint32_t number, std::vector<PatternInstruction>& code,
                                            std::vector<char32_t>& sets);

}  // namespace gongwen::text
