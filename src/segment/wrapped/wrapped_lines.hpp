#pragma once
// Text broken by the width of a page: what a PDF, a gazette or a mail gives. Lines that go on in the next become one
// paragraph; the source text stays as it is.
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Joins the paragraphs of `document` that are the lines of one, where a stretch of its text is broken by width; lists of
/// short lines, tables and texts of one paragraph a line stay as they are. Returns the breaks joined, ascending, for Folded.
[[nodiscard]] std::vector<Range> join_wrapped_lines(Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
