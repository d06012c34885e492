#pragma once
// Page furniture: what a saved web page holds around a notice.
#include "segment/lines.hpp"

#include <gongwen/grammar.hpp>

namespace gongwen {

/// Where on a page a line stands.
enum class PagePlace : std::uint8_t { top, middle, end };

[[nodiscard]] bool is_furniture(std::string_view text, PagePlace place, const Grammar& grammar);

/// Gives the lines of a table of contents (目录) and of the page's end to the furniture, and such as are furniture anywhere.
void mark_furniture(Lines& lines, const Grammar& grammar);

}  // namespace gongwen
