#pragma once
// A document to its metadata and the trees of its parts.
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "segment/lines.hpp"

namespace gongwen {

inline constexpr std::size_t kNoPart = static_cast<std::size_t>(-1);

/// Where a table stands: the part (none: in a cell of another), and the section that it closes (−1: before the first).
struct TablePlace {
  std::size_t part = kNoPart;
  int section = -1;
  std::size_t line = 0;      ///< of the table in Segmentation::lines
};

struct Segmentation {
  Lines lines;
  Metadata metadata;
  std::vector<Part> parts;
  std::vector<TablePlace> tables;   ///< beside the tables of the document
  std::vector<Diagnostic> diagnostics;
};

[[nodiscard]] Segmentation segment(const Document& document, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
