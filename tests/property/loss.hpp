#pragma once
// What a layout does not say, found without the program that reads it.
#include <cstdint>
#include <vector>

#include "property/layouts.hpp"
#include "property/random_table.hpp"

namespace gongwen::test {

enum class Says : std::uint8_t {
  clearly,     ///< the row can be no other
  openly,      ///< another row is about as likely: a program may be wrong, but must say so
  otherwise,   ///< what stands there reads as another row; nothing tells that it is not
};

/// What the layout says of each record of `table`.
[[nodiscard]] std::vector<Says> what_is_said(const RandomTable& table, Shows shows);

}  // namespace gongwen::test
