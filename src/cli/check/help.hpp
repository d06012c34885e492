#pragma once
#include <string_view>

#include <gongwen/result.hpp>

namespace gongwen::cli {

[[nodiscard]] std::string_view check_help(Language language) noexcept;
[[nodiscard]] std::string_view rules_help(Language language) noexcept;

}  // namespace gongwen::cli
