#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace gongwen::text {

/// The SHA-256 of the bytes, in lower-case hexadecimal.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

}  // namespace gongwen::text
