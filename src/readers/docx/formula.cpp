// A formula becomes one line, read from left to right as people type it: a/b, x^2, a_1, √2, ∑_(i=1)^n x. Operands of more
// than a word are put in brackets.
#include "readers/docx/formula.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

bool is_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '%' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_bracketed(std::string_view text) {
  if (!text.starts_with('(') || !text.ends_with(')')) return false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    if (depth == 0 && i + 1 < text.size()) return false;
  }
  return true;
}

std::string grouped(std::string text) {
  if (text.empty() || is_word(text) || is_bracketed(text)) return text;
  return "(" + text + ")";
}

class FormulaReader {
 public:
  FormulaText result;

  std::string text_of_node(pugi::xml_node node, std::uint32_t depth) {
    const auto name = local(node.name());
    if (name == "t") return text_of(node);
    if (name == "del" || name == "moveFrom") return ++result.revisions, "";
    if (name == "ins" || name == "moveTo") ++result.revisions;
    if (depth == 0) return result.too_deep = true, "";
    if (name == "br") return " ";
    if (name == "r" && is_on(child(node, "rPr"), "vanish")) return "";
    if (const std::string made = structure(node, name, depth - 1); !made.empty()) return made;
    return children(node, "", depth - 1);
  }

 private:
  // The children that are no properties, joined.
  std::string children(pugi::xml_node parent, std::string_view glue, std::uint32_t depth) {
    std::string text;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
      if (node.type() != pugi::node_element || local(node.name()).ends_with("Pr")) continue;
      const std::string part = text_of_node(node, depth);
      if (!text.empty() && !part.empty()) text += glue;
      text += part;
    }
    return text;
  }

  std::string part(pugi::xml_node parent, std::string_view name, std::uint32_t depth) {
    const auto node = child(parent, name);
    return node ? text_of_node(node, depth) : "";
  }

  std::string scripts(pugi::xml_node node, std::uint32_t depth) {
    std::string text;
    for (const auto& [name, mark] : {std::pair<std::string_view, char>{"sub", '_'}, {"sup", '^'}}) {
      if (const std::string script = grouped(part(node, name, depth)); !script.empty()) text += mark + script;
    }
    return text;
  }

  static std::string character(pugi::xml_node node, std::string_view properties, std::string_view which, std::string_view usual) {
    const auto found = child(child(node, properties), which);
    return std::string(found ? value_of(found) : usual);
  }

  // Empty for what is simply its children.
  std::string structure(pugi::xml_node node, std::string_view name, std::uint32_t depth) {
    if (name == "oMathPara") return children(node, "\n", depth);
    if (name == "f") {
      const bool bar = value_of(child(child(node, "fPr"), "type")) != "noBar";
      return grouped(part(node, "num", depth)) + (bar ? "/" : "¦") + grouped(part(node, "den", depth));
    }
    if (name == "sSup" || name == "sSub" || name == "sSubSup") return grouped(part(node, "e", depth)) + scripts(node, depth);
    if (name == "sPre") return scripts(node, depth) + part(node, "e", depth);
    if (name == "rad") return part(node, "deg", depth) + "√" + grouped(part(node, "e", depth));
    if (name == "nary") {
      const std::string limits = scripts(node, depth);
      return character(node, "naryPr", "chr", "∫") + limits + (limits.empty() ? "" : " ") + part(node, "e", depth);
    }
    if (name == "d") {
      return character(node, "dPr", "begChr", "(") + children(node, character(node, "dPr", "sepChr", "|"), depth) +
             character(node, "dPr", "endChr", ")");
    }
    if (name == "func") {
      const std::string operand = part(node, "e", depth);
      return part(node, "fName", depth) + (operand.starts_with('(') ? "" : " ") + operand;
    }
    if (name == "limLow") return part(node, "e", depth) + "_" + grouped(part(node, "lim", depth));
    if (name == "limUpp") return part(node, "e", depth) + "^" + grouped(part(node, "lim", depth));
    if (name == "mr") return children(node, ", ", depth);
    if (name == "m" || name == "eqArr") return children(node, "; ", depth);
    return "";
  }
};

}  // namespace

FormulaText read_formula(pugi::xml_node formula, std::uint32_t depth) {
  FormulaReader reader;
  std::string text = reader.text_of_node(formula, depth);
  reader.result.text = std::move(text);
  return reader.result;
}

}  // namespace gongwen::docx
