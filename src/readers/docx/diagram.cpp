// The points of a diagram become paragraphs. Points of presentation and of the lines between two others carry no text of
// their own, or a copy.
#include "readers/docx/diagram.hpp"

#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

std::string paragraph_text(pugi::xml_node paragraph) {
  std::string text;
  for (auto node = paragraph.first_child(); node; node = node.next_sibling()) {
    const auto name = local(node.name());
    if (name == "br") text += ' ';
    if (const auto run_text = child(node, "t"); run_text && (name == "r" || name == "fld")) append_clean(text, text_of(run_text));
  }
  return text;
}

}  // namespace

std::vector<std::string> diagram_paragraphs(pugi::xml_node data_model) {
  std::vector<std::string> paragraphs;
  for (const auto point : child(data_model, "ptLst").children()) {
    const auto type = attribute(point, "type");
    if (local(point.name()) != "pt" || (!type.empty() && type != "node" && type != "asst")) continue;
    for (const auto paragraph : child(point, "t").children()) {
      if (local(paragraph.name()) != "p") continue;
      if (std::string text = paragraph_text(paragraph); has_ink(text)) paragraphs.push_back(std::move(text));
    }
  }
  return paragraphs;
}

}  // namespace gongwen::docx
