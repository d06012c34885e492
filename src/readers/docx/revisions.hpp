#pragma once
// Tracked changes (修订; ECMA-376 part 1, 17.13.5). The reader takes a tree as if all of them were accepted; to read it as
// if they were rejected, the tree is turned around first.
#include <pugixml.hpp>

namespace gongwen::docx {

/// Turns every tracked change below `root` around: what was inserted is deleted and the other way round, moved text is
/// where it was, and earlier properties are in force again. Markers that something was changed stay, so that they count.
void reject_revisions(pugi::xml_node root);

/// Whether a set of properties (w:pPr, w:rPr, w:tcPr, …) holds a record of its earlier state (w:pPrChange, …).
[[nodiscard]] bool has_property_change(pugi::xml_node properties);

}  // namespace gongwen::docx
