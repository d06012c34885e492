// A file becomes the stretch of it that is a zip container: the end record is looked for from the back, and the directory
// that it points to says where the first byte is (APPNOTE 4.3.16). libzip wants the container to begin where the file does.
#include "readers/docx/container.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gongwen::docx {
namespace {

constexpr std::size_t kEndRecord = 22;
constexpr std::string_view kEndSignature("PK\5\6", 4), kEntrySignature("PK\1\2", 4);
constexpr std::size_t kMaxCandidates = 64;  // the signature may stand in an entry or in the comment, too
constexpr std::size_t kTail = 65'535 + kEndRecord;

struct Window {
  std::size_t begin, end;
};

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) noexcept {
  std::size_t value = 0;
  for (std::size_t i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<Window> window_of(std::string_view bytes, std::size_t end_record) noexcept {
  if (bytes.size() - end_record < kEndRecord) return std::nullopt;
  const auto size = number_at(bytes, end_record + 12, 4), offset = number_at(bytes, end_record + 16, 4);
  const auto comment = number_at(bytes, end_record + 20, 2);
  if (size > end_record || size < kEntrySignature.size()) return std::nullopt;
  const auto directory = end_record - size;
  if (!bytes.substr(directory).starts_with(kEntrySignature) || offset > directory) return std::nullopt;
  return Window{directory - offset, std::min(bytes.size(), end_record + kEndRecord + comment)};
}

// A file that begins with an entry is itself the container: the directory of a zip file that is stored in it does not
// count. Any other file ends with its container.
std::optional<Window> find_window(std::string_view bytes) noexcept {
  const bool begins_here = bytes.starts_with("PK\3\4");
  const std::size_t lowest = begins_here || bytes.size() < kTail ? 0 : bytes.size() - kTail;
  auto at = bytes.substr(lowest).rfind(kEndSignature);
  if (at != bytes.npos) at += lowest;
  for (std::size_t tried = 0; at != bytes.npos && at >= lowest && tried < kMaxCandidates; ++tried) {
    const auto window = window_of(bytes, at);
    if (window && (window->begin == 0 || !begins_here)) return window;
    if (at == lowest) break;
    at = bytes.rfind(kEndSignature, at - 1);
  }
  return std::nullopt;
}

std::string_view text_of(Bytes bytes) noexcept { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

Bytes zip_window(Bytes bytes) noexcept {
  const auto window = find_window(text_of(bytes));
  return window ? bytes.subspan(window->begin, window->end - window->begin) : bytes;
}

bool has_zip_directory(Bytes bytes) noexcept { return find_window(text_of(bytes)).has_value(); }

}  // namespace gongwen::docx
