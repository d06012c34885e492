#pragma once
// A value beside the text that it was read from: its characters stand there in the same order, with others between them.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace gongwen {

/// `value` anew, character by character. `same(a, b)`: whether a character of the value is one of the source; `put(out, c, at)`
/// appends what stands for `c`, which was met at byte `at` of `source`. One that is not met was put in: it is kept, and moves
/// nothing.
template <class Same, class Put>
std::string side_by_side(std::string_view value, std::string_view source, Same same, Put put) {
  constexpr std::size_t kFar = 4096;   // bytes within which a character is looked for
  std::string out;
  out.reserve(value.size());
  std::size_t here = 0;
  for (std::size_t i = 0; i < value.size();) {
    const text::CodePoint c = text::decode(value, i);
    const std::size_t end = std::min(source.size(), here + kFar);
    std::size_t at = here;
    text::CodePoint met;
    for (; at < end; at += met.size)
      if (met = text::decode(source, at); same(c.value, met.value)) break;
    if (at < end) {
      put(out, c, at);
      here = at + met.size;
    } else {
      out.append(value, i, c.size);
    }
    i += c.size;
  }
  return out;
}

}  // namespace gongwen
