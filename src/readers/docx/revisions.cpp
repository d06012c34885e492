// A tree with tracked changes becomes the tree in which all of them are turned around. Nodes are renamed and moved, never
// removed: freeing a subtree recurses as deep as it is nested.
#include "readers/docx/revisions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

constexpr const char* kGone = "was";   // a name that means nothing to the reader
constexpr int kMaxDepth = 1100;        // beyond what the reader follows

struct Opposite {
  std::string_view name;
  const char* other;
};
constexpr std::array kOpposites = {
    Opposite{"ins", "del"},         Opposite{"del", "ins"},         Opposite{"moveFrom", "moveTo"},
    Opposite{"moveTo", "moveFrom"}, Opposite{"cellIns", "cellDel"}, Opposite{"cellDel", "cellIns"},
    Opposite{"delText", "t"},       Opposite{"delInstrText", "instrText"},
};

// What a set of properties holds that its earlier state does not speak of.
constexpr std::array<std::string_view, 12> kKept = {"rPr",      "sectPr",  "ins",     "del",       "moveFrom",        "moveTo",
                                                    "cellIns",  "cellDel", "cellMerge", "headerReference", "footerReference", "numberingChange"};

bool is_kept(std::string_view name) { return std::find(kKept.begin(), kKept.end(), name) != kKept.end(); }

pugi::xml_node change_in(pugi::xml_node properties) {
  const auto name = local(properties.name());
  for (auto node = properties.first_child(); node; node = node.next_sibling()) {
    const auto own = local(node.name());
    if (own.size() == name.size() + 6 && own.starts_with(name) && own.ends_with("Change")) return node;
  }
  return {};
}

bool is_property_set(std::string_view name) {
  return name.ends_with("Pr") || name == "tblPrEx" || name == "tblGrid";
}

// w:pPr with w:pPrChange: the earlier w:pPr inside takes the place of what stands around it.
void put_back(pugi::xml_node properties) {
  const auto change = change_in(properties);
  if (!change) return;
  const auto earlier = child(change, local(properties.name()));
  for (auto node = properties.first_child(); node; node = node.next_sibling()) {
    if (node != change && !is_kept(local(node.name()))) node.set_name(kGone);
  }
  for (auto node = earlier.first_child(); node;) {
    const auto next = node.next_sibling();
    if (!is_kept(local(node.name()))) properties.append_move(node);
    node = next;
  }
}

// 17.13.5.3: w:vMerge is the merge that the revision made, w:vMergeOrig the one before it.
void split_again(pugi::xml_node properties, pugi::xml_node merge) {
  for (auto attribute = merge.first_attribute(); attribute; attribute = attribute.next_attribute()) {
    const auto name = local(attribute.name());
    if (name == "vMerge") attribute.set_name(kGone);
    else if (name == "vMergeOrig") attribute.set_name("vMerge");
  }
  if (auto now = child(properties, "vMerge")) now.set_name(kGone);
}

void turn_around(pugi::xml_node node) {
  const auto name = local(node.name());
  if (is_property_set(name)) put_back(node);
  if (name == "tcPr") {
    if (const auto merge = child(node, "cellMerge")) split_again(node, merge);
  }
  for (const auto& [from, to] : kOpposites) {
    if (name != from) continue;
    node.set_name(to);
    return;
  }
}

}  // namespace

void reject_revisions(pugi::xml_node root) {
  int depth = 0;
  for (auto node = root; node;) {
    if (node.type() == pugi::node_element) turn_around(node);
    if (depth < kMaxDepth && node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) return;
    node = node.next_sibling();
  }
}

bool has_property_change(pugi::xml_node properties) { return static_cast<bool>(change_in(properties)); }

}  // namespace gongwen::docx
