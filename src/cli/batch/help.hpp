#pragma once
#include <string_view>

#include <gongwen/result.hpp>

namespace gongwen::cli {

[[nodiscard]] std::string_view convert_help(Language language) noexcept;
[[nodiscard]] std::string_view merge_help(Language language) noexcept;

}  // namespace gongwen::cli
