#pragma once
// A notice whose line breaks are lost: one line, or one with spaces where lines ended.
#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Cuts the paragraph that holds a whole notice, title and all, into the paragraphs that can be told: front matter, labels that
/// count up, signature and date, attachments. Where a title ends without a mark or a space, its text stays with it, and a
/// paragraph without a label stays with the one before. Any other document stays as it is.
void cut_run_on(Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
