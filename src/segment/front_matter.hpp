#pragma once
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "segment/layout.hpp"
#include "segment/lines.hpp"

namespace gongwen {

/// Reads what stands above the text of the letter; returns the index of its first line.
[[nodiscard]] std::size_t read_front_matter(Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar,
                                            Metadata& metadata);

}  // namespace gongwen
