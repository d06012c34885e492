#pragma once
// Rows with one text and nothing else, in a first column of tasks: section rows, or tasks with all else empty.
#include <optional>
#include <string_view>
#include <vector>

#include "extract/cell_shapes.hpp"

namespace gongwen::recovery {

class LoneRows {
 public:
  /// Takes the next such row, read as a section row; `opens`: it is the first of the table. Whether it may be a task: it
  /// does not open the table, is unlike the one that does, and goes on no numbering of those above it.
  bool add(std::string_view text, const CellShape& shape, bool opens);

 private:
  std::optional<CellShape> opening_;
  std::vector<std::pair<char32_t, std::uint32_t>> numbers_;   // the first character of a label's style, and its last number
};

}  // namespace gongwen::recovery
