// Bytes to code points and back. Decoding is strict: what is not well-formed UTF-8 comes out as one U+FFFD a byte, so
// that positions always advance and never leave the text.
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

constexpr CodePoint kInvalid{kReplacement, 1};

constexpr bool is_continuation(unsigned char byte) noexcept { return (byte & 0xC0) == 0x80; }

constexpr std::uint32_t sequence_length(unsigned char first) noexcept {
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

constexpr bool is_shortest_form(char32_t value, std::uint32_t length) noexcept {
  if (length == 3) return value >= 0x800 && !(value >= 0xD800 && value <= 0xDFFF);
  if (length == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, std::size_t position) noexcept {
  const auto first = static_cast<unsigned char>(text[position]);
  const std::uint32_t length = sequence_length(first);
  if (length == 0 || text.size() - position < length) return kInvalid;
  char32_t value = first & (0x7Fu >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if (!is_continuation(byte)) return kInvalid;
    value = (value << 6) | (byte & 0x3Fu);
  }
  if (!is_shortest_form(value, length)) return kInvalid;
  return {value, length};
}

CodePoint decode_multibyte_before(std::string_view text, std::size_t position) noexcept {
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 && is_continuation(static_cast<unsigned char>(text[begin]))) --begin;
  const CodePoint found = decode(text, begin);
  return begin + found.size == position ? found : kInvalid;
}

void append(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string encode(char32_t code_point) {
  std::string text;
  append(text, code_point);
  return text;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(static_cast<unsigned char>(byte)) ? 0 : 1;
  return count;
}

}  // namespace gongwen::text
