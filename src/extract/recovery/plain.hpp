#pragma once
// Tables that name no task column, where their layout alone shows that they are tables.
#include <optional>

#include "extract/recovery/recovered_table.hpp"

namespace gongwen::recovery {

/// The table of lines of tab-separated cells, of bars, or of blocks of cells after tabs, that begins at line `at`.
[[nodiscard]] std::optional<RecoveredTable> read_plain(const Context& context, std::size_t at);

}  // namespace gongwen::recovery
