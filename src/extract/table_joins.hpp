#pragma once
// Tables that a page parts.
#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Makes one table of two that nothing but blank lines parts, where the second goes on with the first: under the same
/// header, or under none with the same columns. Two tables that merely follow each other stay two. Total; linear.
void join_tables(Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
