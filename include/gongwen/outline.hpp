#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <gongwen/text.hpp>

namespace gongwen {

/// A section (章节) of the outline: a heading, and what stands under it.
struct Section {
  std::string id;                          ///< "p2.s1.1": part, then the ordinals down the tree
  std::uint32_t level = 1;                 ///< depth in the tree, from 1
  Value label;                             ///< "（一）", as written, normalized
  std::uint32_t number = 0;                ///< the label's value
  Value title;                             ///< empty text: the section has no title
  std::vector<Value> paragraphs;           ///< its own text, without that of its children
  Span span;                               ///< from its label to the end of its last descendant
  std::uint32_t end = 0;                   ///< index in Part::sections one past its last descendant
};

enum class PartKind { letter, document, attachment };

/// A part (部分): the letter itself (正文), the document that it issues (印发的文件), an attachment (附件).
struct Part {
  PartKind kind = PartKind::letter;
  Value title;
  std::vector<Value> paragraphs;           ///< text before the first heading
  std::vector<Section> sections;           ///< the whole tree in reading order (preorder)
};

}  // namespace gongwen
