// Numbers become labels. The characters are those of ECMA-376 part 1, 17.18.59; where Word departs from the standard
// ([MS-OI29500] 2.1.540; what Word prints from documents with every boundary value as w:start) it is Word that is
// followed: chineseCountingThousand writes 〇 for a gap and 十 for 10 to 19, ideographEnclosedCircle is in parentheses.
#include "readers/docx/number_format.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace gongwen::docx {
namespace {

using Text = std::string_view;
using Digits = std::array<Text, 10>;

// Word's counters end here (a start is a 16-bit value), and so do the formats that repeat characters.
constexpr std::int64_t kGreatest = 32767;

constexpr Digits kFullWidth{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr Digits kHan{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanCircle{"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};  // U+25CB
constexpr Digits kHanZero{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegalSimplified{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kLegalTraditional{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Digits kLegalJapanese{"", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"};
constexpr std::array<Text, 10> kStems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<Text, 12> kBranches{"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};

std::string digits(std::int64_t value, const Digits& with) {
  std::string text;
  for (const char c : std::to_string(value)) text += with[static_cast<std::size_t>(c - '0')];
  return text;
}

/// A system that counts in tens, hundreds, thousands, and ten thousands.
struct Counting {
  Digits digits;              ///< [0] fills a gap; "" where gaps are not filled
  std::array<Text, 4> units;  ///< of 1, 10, 100, 1000
  Text myriad;
  bool ten_alone;   ///< 10 to 19 begin with the unit: 十, not 一十
  bool unit_alone;  ///< so does every 十, 百, 千: 百十一
};

constexpr Counting kChinese{kHan, {"", "十", "百", "千"}, "万", true, false};
constexpr Counting kTaiwanese{kHanZero, {"", "十", "百", "千"}, "萬", true, false};
constexpr Counting kChineseLegal{kLegalSimplified, {"", "拾", "佰", "仟"}, "万", false, false};
constexpr Counting kTaiwaneseLegal{kLegalTraditional, {"", "拾", "佰", "仟"}, "萬", false, false};
constexpr Counting kJapanese{
    {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万", true, true};
constexpr Counting kJapaneseLegal{kLegalJapanese, {"", "拾", "百", "阡"}, "萬", false, false};

// One group of up to four digits; `gap` tells whether a zero stands before it.
void append_group(std::string& text, std::int64_t group, const Counting& with, bool gap) {
  std::int64_t divisor = 1000;
  for (std::size_t unit = 4; unit-- > 0; divisor /= 10) {
    const auto digit = static_cast<std::size_t>(group / divisor % 10);
    if (digit == 0) {
      gap = gap || !text.empty();
      continue;
    }
    if (gap) text += with.digits[0];
    gap = false;
    if (digit != 1 || unit == 0 || !with.unit_alone) text += with.digits[digit];
    text += with.units[unit];
  }
}

std::string count(std::int64_t value, const Counting& with, Text zero) {
  if (value == 0) return std::string(zero);
  std::string text;
  if (with.ten_alone && value >= 10 && value < 20) {
    text = with.units[1];
    return value == 10 ? text : text + std::string(with.digits[static_cast<std::size_t>(value - 10)]);
  }
  if (value >= 10'000) {
    append_group(text, value / 10'000, with, false);
    text += with.myriad;
  }
  append_group(text, value % 10'000, with, false);
  return text;
}

// 一 to 九十九, then digit by digit: 一○○, 一○一.
std::string count_to_ninety_nine(std::int64_t value) {
  if (value > 99) return digits(value, kHanCircle);
  return count(value, kChinese, kHanCircle[0]);
}

std::string roman(std::int64_t value, bool upper) {
  constexpr std::array<std::pair<int, Text>, 13> kSteps{{{1000, "M"},
                                                         {900, "CM"},
                                                         {500, "D"},
                                                         {400, "CD"},
                                                         {100, "C"},
                                                         {90, "XC"},
                                                         {50, "L"},
                                                         {40, "XL"},
                                                         {10, "X"},
                                                         {9, "IX"},
                                                         {5, "V"},
                                                         {4, "IV"},
                                                         {1, "I"}}};
  std::string text;
  for (const auto& [step, symbol] : kSteps) {
    for (; value >= step; value -= step) text += symbol;
  }
  if (!upper)
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  return text;
}

// A to Z, AA to ZZ, AAA: the same letter repeated.
std::string letter(std::int64_t value, char first) {
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

// A run of characters from `first`, three bytes of UTF-8 each, for 1 to `size`; decimal beyond.
std::string enclosed(std::int64_t value, std::uint32_t first, std::int64_t size) {
  if (value < 1 || value > size) return std::to_string(value);
  const std::uint32_t c = first + static_cast<std::uint32_t>(value - 1);
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

std::string nth(std::int64_t value, std::span<const Text> of) {
  return value < 1 || value > static_cast<std::int64_t>(of.size())
             ? std::to_string(value)
             : std::string(of[static_cast<std::size_t>(value - 1)]);
}

// 甲子 to 癸亥, sixty of them, and around again.
std::string sexagenary(std::int64_t value) {
  if (value < 1) return std::to_string(value);
  const auto i = static_cast<std::size_t>(value - 1);
  return std::string(kStems[i % 10]).append(kBranches[i % 12]);
}

std::string hex(std::int64_t value) {
  std::string text;
  do text.insert(text.begin(), "0123456789ABCDEF"[value % 16]);
  while ((value /= 16) > 0);
  return text;
}

std::string padded(std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// "001, 002, 003, ..." pads to three digits; other pictures are not known.
std::optional<std::string> custom(std::int64_t value, Text picture) {
  const auto width = std::min(picture.find(','), picture.size());
  const bool zeros = width >= 2 && width <= 8 && picture[width - 1] == '1' &&
                     picture.substr(0, width - 1).find_first_not_of('0') == Text::npos;
  return zeros ? std::optional(padded(value, width)) : std::nullopt;
}

struct Format {
  Text name;
  std::string (*write)(std::int64_t value);
};

constexpr std::array kFormats{
    Format{"decimal", [](std::int64_t n) { return std::to_string(n); }},
    Format{"decimalHalfWidth", [](std::int64_t n) { return std::to_string(n); }},
    Format{"decimalZero", [](std::int64_t n) { return padded(n, 2); }},
    Format{"decimalFullWidth", [](std::int64_t n) { return digits(n, kFullWidth); }},
    Format{"decimalFullWidth2", [](std::int64_t n) { return digits(n, kFullWidth); }},
    Format{"decimalEnclosedCircle", [](std::int64_t n) { return enclosed(n, 0x2460, 20); }},
    Format{"decimalEnclosedCircleChinese", [](std::int64_t n) { return enclosed(n, 0x2460, 10); }},
    Format{"decimalEnclosedParen", [](std::int64_t n) { return enclosed(n, 0x2474, 20); }},
    Format{"decimalEnclosedFullstop", [](std::int64_t n) { return enclosed(n, 0x2488, 20); }},
    Format{"ideographEnclosedCircle", [](std::int64_t n) { return enclosed(n, 0x3220, 10); }},
    Format{"chineseCounting", [](std::int64_t n) { return count_to_ninety_nine(n); }},
    Format{"taiwaneseCounting", [](std::int64_t n) { return count_to_ninety_nine(n); }},
    Format{"chineseCountingThousand", [](std::int64_t n) { return count(n, kChinese, "〇"); }},
    Format{"taiwaneseCountingThousand", [](std::int64_t n) { return count(n, kTaiwanese, "零"); }},
    Format{"chineseLegalSimplified", [](std::int64_t n) { return count(n, kChineseLegal, "零"); }},
    Format{"ideographLegalTraditional", [](std::int64_t n) { return count(n, kTaiwaneseLegal, "零"); }},
    Format{"japaneseCounting", [](std::int64_t n) { return count(n, kJapanese, "〇"); }},
    Format{"japaneseLegal", [](std::int64_t n) { return count(n, kJapaneseLegal, "〇"); }},
    Format{"japaneseDigitalTenThousand", [](std::int64_t n) { return digits(n, kHan); }},
    Format{"ideographDigital", [](std::int64_t n) { return digits(n, kHan); }},
    Format{"taiwaneseDigital", [](std::int64_t n) { return digits(n, kHanCircle); }},
    Format{"ideographTraditional", [](std::int64_t n) { return nth(n, kStems); }},
    Format{"ideographZodiac", [](std::int64_t n) { return nth(n, kBranches); }},
    Format{"ideographZodiacTraditional", [](std::int64_t n) { return sexagenary(n); }},
    Format{"upperRoman", [](std::int64_t n) { return roman(n, true); }},
    Format{"lowerRoman", [](std::int64_t n) { return roman(n, false); }},
    Format{"upperLetter", [](std::int64_t n) { return n < 1 ? std::string() : letter(n, 'A'); }},
    Format{"lowerLetter", [](std::int64_t n) { return n < 1 ? std::string() : letter(n, 'a'); }},
    Format{"hex", [](std::int64_t n) { return hex(n); }},
    Format{"numberInDash", [](std::int64_t n) { return "- " + std::to_string(n) + " -"; }},
    Format{"none", [](std::int64_t) { return std::string(); }},
    Format{"bullet", [](std::int64_t) { return std::string(); }},
};

}  // namespace

std::optional<std::string> format_number(std::string_view format, std::int64_t value, std::string_view picture) {
  value = std::clamp<std::int64_t>(value, 0, kGreatest);
  if (format == "custom") return custom(value, picture);
  const auto* found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& known) { return known.name == format; });
  return found == kFormats.end() ? std::nullopt : std::optional(found->write(value));
}

}  // namespace gongwen::docx
