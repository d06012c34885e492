#pragma once
// A compiled pattern: a short program for a machine that tries one way after the other. Jumps only go forward, so that
// every run ends.
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "text/pattern.hpp"

namespace gongwen::text {

/// Bounds of one pattern. The product of instructions and greatest length bounds the steps of one match.
inline constexpr std::size_t kMaxPatternBytes = 4096;
inline constexpr std::uint32_t kMaxPatternDepth = 16;
inline constexpr std::uint32_t kMaxPatternStates = 1u << 17;

/// Appends the program of `pattern` to `code` and `sets`; on an error both are as they were.
/// The result is the greatest number of bytes that the pattern can take, or what is wrong with it.
std::variant<std::uint32_t, PatternError> compile_pattern(std::string_view pattern, std::vector<PatternInstruction>& code,
                                                          std::vector<char32_t>& sets);

}  // namespace gongwen::text
