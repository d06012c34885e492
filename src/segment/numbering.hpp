#pragma once
// The numbers of a part's headings, against one another: gaps, repetitions, numbers out of order.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/diagnostic.hpp>

#include "segment/lines.hpp"
#include "segment/outline_builder.hpp"

namespace gongwen {

/// The last heading of the outermost level of a part; style "": the part has none.
struct LastNumber {
  std::string_view style;
  std::uint32_t number = 0;
};

/// A line that is nothing but a label, and that no title follows: no heading, but a number that is there.
struct LoneLabel {
  std::size_t line = 0;
  Label label;
  std::string_view text;
  Range source;
};

/// Says what is odd about the numbers of placed headings. `before` is that of the part before; the one of this part comes back.
LastNumber check_numbers(const std::vector<Heading>& headings, const std::vector<LoneLabel>& lone, const Lines& lines,
                         LastNumber before, std::vector<Diagnostic>& diagnostics);

}  // namespace gongwen
