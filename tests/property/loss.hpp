#pragma once
// What a layout does not say, found without the program that reads it.
#include <vector>

#include "property/layouts.hpp"
#include "property/random_table.hpp"

namespace gongwen::test {

/// For each record of `table`, whether `shows` leaves its cells' columns open: the same text could as well be another row.
[[nodiscard]] std::vector<bool> lost_rows(const RandomTable& table, Shows shows);

}  // namespace gongwen::test
