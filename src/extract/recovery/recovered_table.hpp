#pragma once
// Placed pieces become a Table: rows, section rows, and cells that hold for the rows under them.
#include <string>
#include <vector>

#include <gongwen/diagnostic.hpp>

#include "extract/recovery/align.hpp"
#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

struct RecoveredTable {
  Table table;
  std::size_t begin = 0, end = 0;        ///< the lines that the table owns
  std::size_t rows = 0;                  ///< rows that are no sections and no header
  std::size_t full_rows = 0;             ///< of these, those with a task and a unit or a deadline
  std::size_t sections = 0;              ///< section rows
  bool side_by_side = false;             ///< drawn, or its cells stand on the lines of their rows
  bool unruled = false;                  ///< a box with rules around its header only
  std::vector<Diagnostic> diagnostics;
};

/// The beginning of a row's text, as a diagnostic quotes it.
[[nodiscard]] std::string shortened(std::string text);

[[nodiscard]] RecoveredTable build_table(const Context& context, const Header& header, std::span<const Piece> pieces, const Alignment& alignment);

}  // namespace gongwen::recovery
