#pragma once
// Labels to levels: which heading stands under which.
#include <string_view>
#include <vector>

#include <gongwen/diagnostic.hpp>

#include "segment/labels.hpp"

namespace gongwen {

struct Heading {
  std::size_t line = 0;        ///< in Lines
  Label label;
  std::string_view text;       ///< the whole folded line
  Range label_source;          ///< of the label
  std::uint32_t level = 1;
  std::int8_t outline = -1;    ///< the paragraph's outline level, where it has one
};

/// Sets the level of each heading of one part. A label whose style breaks that of its neighbours is given theirs, and reported.
void place_headings(std::vector<Heading>& headings, std::vector<Diagnostic>& diagnostics);

}  // namespace gongwen
