#pragma once
#include <optional>
#include <string>

#include "cli/batch/options.hpp"
#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// Makes the .xlsx or .sqlite `to` of the notices in `from`, one JSON object a line.
[[nodiscard]] std::optional<Trouble> build_container(Target target, const std::string& from, const std::string& to, Language language);

}  // namespace gongwen::cli
