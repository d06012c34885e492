#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <gongwen/result.hpp>

#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// Puts `bytes` in the place of a file, at once and with its permissions; a link stays one. Refuses if the file is no longer
/// the one with that hash.
[[nodiscard]] std::optional<Trouble> replace_file(const std::string& path, std::string_view bytes, const std::string& sha256, Language language);

}  // namespace gongwen::cli
