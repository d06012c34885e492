#pragma once
// A database of notices: see docs/convert.md for its tables.
#include <optional>
#include <string>

#include "cli/ledger/notices.hpp"

namespace gongwen::cli {

/// The same notices give the same bytes (with the same libsqlite3).
[[nodiscard]] std::optional<Trouble> write_sqlite(Notices& notices, const std::string& path, Language language);

}  // namespace gongwen::cli
