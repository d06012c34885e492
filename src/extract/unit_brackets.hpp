#pragma once
// Brackets that hold nothing but units: （县水利局、县财政局）. They assign work only where the notice has said who of those
// named leads, "下同".
#include <optional>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "segment/assignments.hpp"

namespace gongwen {

/// The bracket of units that closes `text`, behind a sentence or alone; not （网信办） behind a name.
[[nodiscard]] std::optional<AssignmentPlace> find_unit_bracket(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
