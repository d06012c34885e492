// Code points to classes. Han and ASCII are told by range; the blocks that hold punctuation and full-width forms come
// from a small table that ICU's properties fill on first use.
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <array>

namespace gongwen::text {
namespace {

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

CharClass char_class(char32_t c) noexcept {
  if (c >= 0x4E00 && c <= 0x9FFF) return CharClass::chinese;
  for (std::size_t row = 0; row < kRows.size(); ++row)
    if (c >> 8 == kRows[row]) return rows()[row][c & 0xFF];
  return classify(c);
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
