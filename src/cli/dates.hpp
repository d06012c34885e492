#pragma once
// Days as people type them on a command line.
#include <string>
#include <string_view>
#include <variant>

#include <gongwen/result.hpp>
#include <gongwen/task.hpp>

namespace gongwen::cli {

/// 2024-06-24, and as notices write it: 2024.6.24, 2024/6/24, 2024年6月24日. Else one sentence on what is wrong with it.
[[nodiscard]] std::variant<Date, std::string> read_day(std::string_view text, Language language);

}  // namespace gongwen::cli
