#pragma once
// Paragraphs that lost the line breaks between them, and kept spaces there.
#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Cuts paragraphs in which labels that count up follow spaces behind sentences: …120户。　　（二）治理垃圾。…　　（三）…
void cut_spaced_labels(Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
