// Code points to classes. Han and ASCII are told by range; the blocks that hold punctuation and full-width forms come
// from a small table that ICU's properties fill on first use.
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <array>

namespace gongwen::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool is_line_end(char32_t c) noexcept { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// Quotation marks, dashes, ellipses and the middle dot are Chinese here: they are set full width in Chinese text.
bool is_general_chinese_punctuation(char32_t c) noexcept {
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E && c != 0x202F) || c == 0xB7;
}

CharClass classify(char32_t c) noexcept {
  const auto u = static_cast<UChar32>(c);
  if (is_line_end(c)) return CharClass::line_end;
  if (u_isUWhiteSpace(u) || c == '\t' || c == '\v' || c == '\f' || c == 0x1F) return CharClass::space;
  if (u_charType(u) == U_CONTROL_CHAR || u_charType(u) == U_FORMAT_CHAR ||
      u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return CharClass::dropped;
  if (u_getIntPropertyValue(u, UCHAR_DECOMPOSITION_TYPE) == U_DT_WIDE && u_isalnum(u) && c > 0xFF00)
    return CharClass::wide_alnum;
  const auto width = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH || is_general_chinese_punctuation(c)) return CharClass::chinese;
  return CharClass::other;
}

// The rows of 256 code points that notices use beside Han: Latin, general punctuation, CJK punctuation, full-width forms.
constexpr std::array<char32_t, 4> kRows = {0x00, 0x20, 0x30, 0xFF};
using Row = std::array<CharClass, 256>;

const std::array<Row, kRows.size()>& rows() noexcept {
  static const auto table = [] {
    std::array<Row, kRows.size()> made{};
    for (std::size_t row = 0; row < kRows.size(); ++row)
      for (char32_t low = 0; low < 256; ++low) made[row][low] = classify((kRows[row] << 8) | low);
    return made;
  }();
  return table;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t position) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || position + size > text.size()) return {kReplacement, 1};
  char32_t value = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(text[position + i])) return {kReplacement, 1};
    value = (value << 6) | (byte(i) & 0x3F);
  }
  return {value, size};
}

CodePoint decode_before(std::string_view text, std::size_t position) noexcept {
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint found = decode(text, begin);
  return begin + found.size == position ? found : CodePoint{kReplacement, 1};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3134F) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

CharClass char_class(char32_t c) noexcept {
  if (c >= 0x4E00 && c <= 0x9FFF) return CharClass::chinese;
  for (std::size_t row = 0; row < kRows.size(); ++row)
    if (c >> 8 == kRows[row]) return rows()[row][c & 0xFF];
  return classify(c);
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += !is_continuation(byte);
  return count;
}

std::string_view trim(std::string_view text) noexcept {
  const auto blank = [](char32_t c) {
    const CharClass cls = char_class(c);
    return cls == CharClass::space || cls == CharClass::line_end || cls == CharClass::dropped;
  };
  while (!text.empty()) {
    const CodePoint first = decode(text, 0);
    if (!blank(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const CodePoint last = decode_before(text, text.size());
    if (!blank(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

}  // namespace gongwen::text
