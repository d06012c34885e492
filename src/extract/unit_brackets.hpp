#pragma once
// Brackets that hold nothing but units: （县水利局、县财政局）. They assign work where the notice has said who of those
// named leads, "下同", has other annotations beside them, or several of them.
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>

#include "segment/assignments.hpp"

namespace gongwen {

/// The brackets of nothing but units behind the sentences of `text`, or alone; not （网信办） behind a name.
[[nodiscard]] std::vector<AssignmentPlace> find_unit_brackets(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
