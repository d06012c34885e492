#pragma once
// Sentences that give a unit a duty: 县水利局要逐座检查闸门.
#include <optional>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/text.hpp>

#include "extract/units.hpp"

namespace gongwen {

/// A duty in a text, in bytes of it: the sentence, or the part of it from its subject on, and the units by role.
struct ProseDuty {
  Range sentence;
  UnitRole role = UnitRole::responsible;
  std::vector<Range> units;     ///< the subject
  std::vector<Range> helpers;   ///< those after 会同: responsible, and the subject leads
};

/// The duties of a folded paragraph, in order. Precise before complete.
[[nodiscard]] std::vector<ProseDuty> find_duties(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
