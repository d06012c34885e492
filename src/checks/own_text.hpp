#pragma once
// The notice's own text, paragraph by paragraph and cell by cell: what rules about wording and marks look at. The furniture of a
// saved page is none of it.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checks/check.hpp"

namespace gongwen::checks {

/// A paragraph, or a cell with its paragraphs or lines.
struct OwnText {
  std::vector<Range> pieces;            ///< in Document::source, ascending, none empty
  std::optional<CellPlace> cell;
  const Line* line = nullptr;           ///< of a paragraph; of a cell that of its table

  [[nodiscard]] Span span(Range bytes) const { return {bytes, cell}; }
};

/// All of them, in reading order.
[[nodiscard]] std::vector<OwnText> own_texts(const Inspection& inspection);

/// What the notice says there, normalized, in its own script.
[[nodiscard]] std::string quote(const Inspection& inspection, Range source);
/// The same with up to so many characters of the source on either side, within `bounds`.
[[nodiscard]] std::string quote_around(const Inspection& inspection, Range source, Range bounds, std::size_t before, std::size_t after);

}  // namespace gongwen::checks
