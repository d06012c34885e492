#pragma once
#include <string>

namespace gongwen::cli {

/// The path as a program in the working directory would name it: relative where it stands under that, without "./".
[[nodiscard]] std::string report_path(const std::string& path);
/// The same as a URI reference, percent-encoded; of a path that cannot be made relative a file: URI.
[[nodiscard]] std::string report_uri(const std::string& path);

}  // namespace gongwen::cli
