#pragma once
// What each character of the source text was read as.
#include <gongwen/notice.hpp>

#include "segment/lines.hpp"

namespace gongwen {

/// Counts the non-white characters of `source` by the owner of the line that they stand in; those outside of every line
/// are unclassified.
[[nodiscard]] Coverage measure_coverage(std::string_view source, const Lines& lines);

}  // namespace gongwen
