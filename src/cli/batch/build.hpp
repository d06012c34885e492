#pragma once
#include <optional>
#include <string>

#include "cli/batch/options.hpp"
#include "cli/batch/trouble.hpp"
#include "cli/ledger/notices.hpp"

namespace gongwen::cli {

/// Makes the .xlsx or .sqlite `to` of the notices.
[[nodiscard]] std::optional<Trouble> build_container(Target target, Notices& notices, const std::string& to, Language language);
/// The notices of a work file, one JSON object a line.
[[nodiscard]] std::optional<Trouble> build_container(Target target, const std::string& from, const std::string& to, Language language);

}  // namespace gongwen::cli
