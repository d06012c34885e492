#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gongwen::text {

/// `bytes` in UTF-8, by ICU's converter of that name; bytes that mean nothing become U+FFFD, or, if `strict`, give nullopt.
[[nodiscard]] std::optional<std::string> convert(std::string_view bytes, const char* encoding, bool strict);

/// The way back: UTF-8 in that encoding, without a byte order mark; nullopt where the encoding lacks a character.
[[nodiscard]] std::optional<std::string> encode_as(std::string_view text, const char* encoding);

/// What ICU's detector takes the bytes for, such as "windows-1251", and how surely (0 to 100).
struct Detection {
  std::string name;
  int confidence = 0;
};
[[nodiscard]] Detection detect(std::string_view bytes);

}  // namespace gongwen::text
