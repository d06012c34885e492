#pragma once
// The pipeline of src/parse.cpp with a clock: how long each of its stages takes on one file.
#include <cstddef>
#include <map>
#include <span>
#include <string_view>

namespace gongwen::bench {

/// Seconds by stage.
using Times = std::map<std::string_view, double>;

/// Runs every stage once, from bytes to JSON, and adds what each took to `times`.
void time_stages(std::span<const std::byte> bytes, Times& times);

}  // namespace gongwen::bench
