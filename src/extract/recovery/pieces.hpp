#pragma once
// The lines under a header become pieces: what may stand in a cell each.
#include <span>
#include <vector>

#include "extract/recovery/align.hpp"
#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

/// What empty lines beyond the usual ones mean, where cells stand on lines of their own.
enum class GapMeaning : std::uint8_t { empty_cells, rows };

struct Pieces {
  std::vector<Piece> pieces;
  std::size_t end = 0;          ///< the line where the table ends at the latest
  bool odd_gaps = false;        ///< some gaps are wider than the usual one: their meaning counts
  bool to_end = false;          ///< the pieces reach the end of the document
  bool more = false;            ///< there are more than were asked for
};

/// The pieces from the end of `header` to the next header, attachment, or end, about `limit` of them at most. Repeated
/// headers and page numbers are left out.
[[nodiscard]] Pieces make_pieces(const Context& context, const Header& header, GapMeaning meaning, std::size_t limit);

}  // namespace gongwen::recovery
