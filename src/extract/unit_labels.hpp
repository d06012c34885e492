#pragma once
// The labels in a text of units: 牵头单位：县水利局；完成时限：6月底前.
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/text.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

/// A label's value: text[begin, end), and its field ("" where no label stands).
struct LabelledValue {
  std::string_view field;
  std::string label;
  Range value;
  GrammarUse by;
};

/// The text cut at its labels. The first value is what stands before any; a label that the grammar does not know counts
/// beside one that it does, and its field is "extra".
[[nodiscard]] std::vector<LabelledValue> split_labels(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
