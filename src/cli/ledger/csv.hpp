#pragma once
#include <string>
#include <string_view>

#include "cli/ledger/entry.hpp"

namespace gongwen::cli {

/// The header row, after a byte order mark if it is wanted.
[[nodiscard]] std::string csv_header(bool bom);
/// A row for each record. `guard`: a text that a spreadsheet would calculate, take for a date, or cut digits off, gets a ' in
/// front.
[[nodiscard]] std::string csv_rows(const Entry& entry, bool guard);

/// Whether a spreadsheet would show something else than this text.
[[nodiscard]] bool is_unsafe_in_spreadsheet(std::string_view text);

}  // namespace gongwen::cli
