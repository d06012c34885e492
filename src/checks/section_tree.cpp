// A part's sections, in preorder with their levels, to parents and siblings.
#include "checks/section_tree.hpp"

#include "segment/labels.hpp"

namespace gongwen::checks {

SectionTree tree_of(const Part& part, const Grammar& grammar) {
  SectionTree tree;
  std::vector<std::size_t> open, group(part.sections.size() + 1, kNoSection);   // group: of the children of section i - 1
  for (std::size_t i = 0; i < part.sections.size(); ++i) {
    const Section& section = part.sections[i];
    const auto label = read_automatic_label(section.label.text, true, grammar);
    tree.styles.push_back(label ? label->style : std::string_view());
    if (open.size() >= section.level) open.resize(section.level - 1);
    tree.parents.push_back(open.empty() ? kNoSection : open.back());
    std::size_t& own = group[open.empty() ? 0 : open.back() + 1];
    if (own == kNoSection) {
      own = tree.siblings.size();
      tree.siblings.emplace_back();
    }
    tree.siblings[own].push_back(i);
    open.push_back(i);
  }
  return tree;
}

}  // namespace gongwen::checks
