#pragma once
// A header whose names stand on lines of their own.
#include <vector>

#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

/// Its readings, likeliest first: with names that may be columns or the first row's values, with names that may be broken
/// over lines, and with a name over several others.
[[nodiscard]] std::vector<Header> collect_header(const Context& context, std::size_t at);

}  // namespace gongwen::recovery
