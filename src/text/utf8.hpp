#pragma once
// UTF-8 one code point at a time, and the few facts about code points that the hot paths ask for. Any bytes are right:
// a byte that begins no valid sequence counts as one U+FFFD.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongwen::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;   ///< bytes; 0 only at the end of the text
};

/// Sequences of two to four bytes, strictly: no overlong form, surrogate, or value above U+10FFFF.
[[nodiscard]] CodePoint decode_multibyte(std::string_view text, std::size_t position) noexcept;

/// Whether a well-formed sequence of three bytes stands at `at` that begins with 0xE3 to 0xEC: nearly every Chinese character
/// and mark. For loops that want to pass over those quickly; anything else may be well formed, too.
[[nodiscard]] inline bool is_usual_three(const char* at, const char* end) noexcept {
  const auto byte = [at](int i) { return static_cast<unsigned>(static_cast<unsigned char>(at[i])); };
  return end - at > 2 && byte(0) - 0xE3u <= 0xECu - 0xE3u && ((byte(1) ^ 0x80u) | (byte(2) ^ 0x80u)) < 0x40u;
}

/// The code point at `position`.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t position) noexcept {
  if (position >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[position]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xE1 && first <= 0xEF && first != 0xED && text.size() - position >= 3) {   // no surrogate, no overlong form
    const auto second = static_cast<unsigned char>(text[position + 1]), third = static_cast<unsigned char>(text[position + 2]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80)
      return {(static_cast<char32_t>(first & 0x0F) << 12) | (static_cast<char32_t>(second & 0x3F) << 6) | (third & 0x3Fu), 3};
  }
  return decode_multibyte(text, position);
}

[[nodiscard]] CodePoint decode_multibyte_before(std::string_view text, std::size_t position) noexcept;

/// The code point that ends before `position`.
[[nodiscard]] inline CodePoint decode_before(std::string_view text, std::size_t position) noexcept {
  if (position == 0 || position > text.size()) return {};
  const auto last = static_cast<unsigned char>(text[position - 1]);
  if (last < 0x80) return {last, 1};
  if (position >= 3 && static_cast<unsigned char>(text[position - 3]) >= 0xE0) {
    if (const CodePoint found = decode(text, position - 3); found.size == 3) return found;
  }
  return decode_multibyte_before(text, position);
}

void append(std::string& text, char32_t code_point);
[[nodiscard]] std::string encode(char32_t code_point);

/// How many code points `text`, which is well formed, holds.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) noexcept { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }

/// A Chinese character (汉字), 〇 included.
[[nodiscard]] constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD) || c == 0x3007;
}

/// Chinese punctuation: the CJK block, the full-width forms, and the general marks that Chinese uses (“”‘’…—·).
[[nodiscard]] constexpr bool is_cjk_punctuation(char32_t c) noexcept {
  if (c >= 0x3001 && c <= 0x303F) return !(c >= 0x3005 && c <= 0x3007) && !(c >= 0x3021 && c <= 0x3029);
  if (c >= 0xFF01 && c <= 0xFF65) {
    return !(c >= 0xFF10 && c <= 0xFF19) && !(c >= 0xFF21 && c <= 0xFF3A) && !(c >= 0xFF41 && c <= 0xFF5A);
  }
  return c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x00B7;
}

/// White space and line breaks.
[[nodiscard]] constexpr bool is_space(char32_t c) noexcept {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Punctuation of any kind, Chinese or ASCII, and control characters.
[[nodiscard]] constexpr bool is_punctuation(char32_t c) noexcept {
  if (c < 0x80) return c != 0x20 && !is_ascii_digit(c) && !is_ascii_letter(c);
  return is_cjk_punctuation(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
}

}  // namespace gongwen::text
