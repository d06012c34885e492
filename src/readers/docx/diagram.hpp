#pragma once
// The texts of a SmartArt graphic: the data part of a diagram (ECMA-376 part 1, 21.4).
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace gongwen::docx {

/// Its paragraphs, in the order of its points, those without ink left out.
[[nodiscard]] std::vector<std::string> diagram_paragraphs(pugi::xml_node data_model);

}  // namespace gongwen::docx
