#pragma once
// Tables that only lay out a page: a red head, a signature, the lines that close a notice.
#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Makes paragraphs, one a line, of each small table in which every line is one of a notice's frame: a document number, a
/// signatory, an office, a date under it, 抄送, a printing note. Every other table stays. Total; linear.
void unfold_layout_tables(Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
