#pragma once
// What a drawn task table leaves to its reader.
#include <gongwen/document.hpp>

#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

/// Merges what the drawing shows as cells of their own: a second row of names with the first, a section row's empty cells
/// with its text, an empty cell of a group, number or lead column with the one above it. Leaves any other table alone.
void merge_cells(const Context& context, Table& table, std::vector<Diagnostic>& diagnostics);

}  // namespace gongwen::recovery
