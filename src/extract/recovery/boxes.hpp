#pragma once
// Tables drawn with lines: ┌─┬┐ │ ├┼┤, or +---+ and |.
#include <optional>

#include "extract/recovery/recovered_table.hpp"

namespace gongwen::recovery {

/// The drawn table that begins at line `at`, if one does. `wasted` grows by the lines of what looks like one and is none.
[[nodiscard]] std::optional<RecoveredTable> read_box(const Context& context, std::size_t at, std::size_t& wasted);

}  // namespace gongwen::recovery
