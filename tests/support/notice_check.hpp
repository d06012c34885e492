#pragma once
// What holds for every notice, whatever the bytes it was read from: shared by the tests and the fuzzers.
#include <cstddef>
#include <span>
#include <string>

#include <gongwen/gongwen.hpp>

namespace gongwen::test {

/// Parses, and names the first thing that does not hold; "" if all does.
std::string broken_promise(std::span<const std::byte> bytes, const ParseOptions& options = {});

}  // namespace gongwen::test
