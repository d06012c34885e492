#pragma once
// **…** and *…*, as Markdown sets bold and italics.
#include <string_view>
#include <vector>

#include <gongwen/text.hpp>

namespace gongwen {

/// The marks of emphasis in a line, in bytes of it, ascending; both of each pair.
[[nodiscard]] std::vector<Range> find_emphasis(std::string_view line);

}  // namespace gongwen
