#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include <gongwen/text.hpp>

namespace gongwen::cli {

/// A line with a mark under a part of it, cut to so many columns of a terminal around that part.
struct Snippet {
  std::string line;
  std::string mark;   ///< spaces, then "^~~~"
};

/// `fault`: bytes of the line; one that covers no column is marked where it stands. Tabs become four columns, control characters U+FFFD.
[[nodiscard]] Snippet snippet(std::string_view line, Range fault, std::size_t columns);

}  // namespace gongwen::cli
