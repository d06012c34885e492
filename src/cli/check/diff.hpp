#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/check/fix.hpp"

namespace gongwen::cli {

/// The unified diff, with three lines of context, of a text and the same with `edits` done. `marked`: the file begins with a
/// byte order mark, in UTF-8.
[[nodiscard]] std::string unified_diff(const std::string& path, std::string_view text, const std::vector<Edit>& edits, bool marked);

}  // namespace gongwen::cli
