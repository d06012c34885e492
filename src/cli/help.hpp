#pragma once
#include <optional>
#include <string_view>

#include "cli/args.hpp"

namespace gongwen::cli {

/// The help of a command, or of gongwen itself.
[[nodiscard]] std::string_view help(std::optional<Command> command, Language language) noexcept;

}  // namespace gongwen::cli
