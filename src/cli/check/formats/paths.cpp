// Paths become what other programs find files by.
#include "cli/check/formats/paths.hpp"

#include <filesystem>
#include <string_view>

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

// RFC 3986: unreserved characters, "/" between names, and "!", which stands behind an archive.
bool stays(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/!").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    stays(c) ? out.append(1, c) : out.append(1, '%').append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
  }
  return out;
}

}  // namespace

std::string report_path(const std::string& path) {
  if (path == "-") return path;
  const fs::path normal = fs::path(path).lexically_normal();
  if (!normal.is_absolute()) return normal.string();
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  if (failed) return normal.string();
  const fs::path relative = normal.lexically_relative(here);
  return relative.empty() || *relative.begin() == ".." ? normal.string() : relative.string();
}

std::string report_uri(const std::string& path) {
  const std::string found = report_path(path);
  return (found.starts_with('/') ? "file://" : "") + percent_encoded(found);
}

}  // namespace gongwen::cli
