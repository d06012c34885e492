#pragma once
// Tables that were flattened into text, put back together. Lines of a text file become cells on a grid, so that every
// later stage sees the same Table whether the notice came as .docx or as text.
#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Which tables: those whose cells stand side by side on a line (drawn, in columns of spaces, with separators), or all.
enum class Flattened { side_by_side, all };

/// Replaces the paragraphs of `document` that are the lines of a flattened table by that Table; everything else stays.
/// Adds a diagnostic for each row whose layout is in doubt. Total: any document is right.
void recover_tables(Document& document, const Folded& folded, const Grammar& grammar, Flattened which = Flattened::all);

}  // namespace gongwen
