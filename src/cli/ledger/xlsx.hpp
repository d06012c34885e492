#pragma once
// A ledger (台账) that an office works with as it is.
#include <optional>
#include <string>

#include "cli/ledger/notices.hpp"

namespace gongwen::cli {

/// Sheets: all records, notices, findings, a summary by unit, one by month. Rows are streamed: only the units and months are
/// held. The same notices give the same bytes.
[[nodiscard]] std::optional<Trouble> write_xlsx(Notices& notices, const std::string& path, Language language);

}  // namespace gongwen::cli
