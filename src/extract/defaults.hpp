#pragma once
// Rules that a notice states once about who it is where nothing else is said.
#include <vector>

#include <gongwen/outline.hpp>

#include "extract/extract.hpp"

namespace gongwen {

/// The rules that the lines of a notice state.
[[nodiscard]] std::vector<DefaultUnits> find_defaults(const Segmentation& segmentation, const Folded& folded, const Grammar& grammar);

/// For each section of a part the rule that makes a record of it, where it has no annotation; nullptr for most. Such a
/// section is the last of its branch, and stands behind the rule: under the rule's own section, else beside it. A rule before
/// the first heading reaches only into chapters that hold annotations.
[[nodiscard]] std::vector<const DefaultUnits*> defaults_of_sections(const Part& part, const ExtractContext& context);

/// Gives records behind a rule the units that it names: a lead to those that have none, or units to rows that have none at all.
void apply_defaults(const std::vector<DefaultUnits>& defaults, std::vector<Task>& tasks);

}  // namespace gongwen
