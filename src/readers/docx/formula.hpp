#pragma once
// Formulas (Office Math, ECMA-376 part 1, 22.1) as a line of text.
#include <cstdint>
#include <string>

#include <pugixml.hpp>

namespace gongwen::docx {

struct FormulaText {
  std::string text;             ///< not cleaned yet; the formulas of an m:oMathPara each on a line
  std::uint32_t revisions = 0;  ///< tracked changes met
  bool too_deep = false;
};

/// The text of an m:oMath or m:oMathPara, below which `depth` levels may be nested.
[[nodiscard]] FormulaText read_formula(pugi::xml_node formula, std::uint32_t depth);

}  // namespace gongwen::docx
