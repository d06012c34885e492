#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gongwen::cli {

/// Whether a path matches a glob: `*` and `?` stay within a name, `**` goes over folders, [a-z] and [!a-z] are sets, \ takes
/// the next character as it is. A pattern without "/" is compared with the last name of the path, one with "/" with all of it.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);
[[nodiscard]] bool matches_any(const std::vector<std::string>& patterns, std::string_view path);

}  // namespace gongwen::cli
