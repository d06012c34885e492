// A slot and a place in the text to all the ends that the slot can reach from there, the longest first, each with its
// value. A slot may end inside a run of digits, so that {year}{month}{day} reads 20250630.
#include "text/slots.hpp"

#include <algorithm>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

constexpr std::uint32_t kFirstYear = 1900, kLastYear = 2099, kMostNumeral = 9999;

struct NamedSlot {
  std::string_view name;
  SlotKind kind;
};
constexpr std::array<NamedSlot, 10> kSlots{{{"year", SlotKind::year},
                                            {"month", SlotKind::month},
                                            {"day", SlotKind::day},
                                            {"n", SlotKind::number},
                                            {"han", SlotKind::han},
                                            {"digits", SlotKind::digits},
                                            {"circled", SlotKind::circled},
                                            {"letter", SlotKind::letter},
                                            {"roman", SlotKind::roman},
                                            {"text", SlotKind::text}}};

/// Runs of characters that hold the numbers 1, 2, 3 …, from `first` with the number `value`.
struct NumberedRun {
  char32_t first, last;
  std::uint32_t value;
};
constexpr std::array<NumberedRun, 10> kCircled{{{0x2460, 0x2473, 1},     // ① to ⑳
                                                {0x2474, 0x2487, 1},     // ⑴ to ⒇
                                                {0x2488, 0x249B, 1},     // ⒈ to ⒛
                                                {0x3251, 0x325F, 21},    // ㉑ to ㉟
                                                {0x32B1, 0x32BF, 36},    // ㊱ to ㊿
                                                {0x2776, 0x277F, 1},     // ❶ to ❿
                                                {0x24EB, 0x24F4, 11},    // ⓫ to ⓴
                                                {0x24F5, 0x24FE, 1},     // ⓵ to ⓾
                                                {0x3220, 0x3229, 1},     // ㈠ to ㈩
                                                {0x3280, 0x3289, 1}}};   // ㊀ to ㊉

constexpr std::array<std::string_view, 20> kRoman{"I",  "II",  "III",  "IV",  "V",  "VI",  "VII",  "VIII",  "IX",  "X",
                                                  "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"};

std::uint32_t roman_character(char32_t c) noexcept { return c >= 0x2160 && c <= 0x216B ? static_cast<std::uint32_t>(c - 0x215F) : 0; }

}  // namespace

std::optional<SlotKind> slot_kind(std::string_view name) noexcept {
  for (const NamedSlot& slot : kSlots) {
    if (slot.name == name) return slot.kind;
  }
  return std::nullopt;
}

bool takes_text(char32_t c) noexcept { return !is_space(c) && !is_punctuation(c); }

std::uint32_t circled_value(char32_t c) noexcept {
  if (c < kCircled[0].first || c > 0x32BF) return 0;   // none of the runs
  for (const NumberedRun& run : kCircled) {
    if (c >= run.first && c <= run.last) return static_cast<std::uint32_t>(c - run.first) + run.value;
  }
  return 0;
}

SlotEnds::SlotEnds(SlotKind kind, std::string_view text, std::uint32_t position) noexcept {
  switch (kind) {
    case SlotKind::year: add_year(text, position); break;
    case SlotKind::month:
      add_digits(text, position, 1, 2, 12);
      add_numerals(text, position, 12);
      break;
    case SlotKind::day:
      add_digits(text, position, 1, 2, 31);
      add_numerals(text, position, 31);
      break;
    case SlotKind::number:
      add_digits(text, position, 0, 4, kMostNumeral);
      add_numerals(text, position, kMostNumeral);
      break;
    case SlotKind::han: add_numerals(text, position, kMostNumeral); break;
    case SlotKind::digits: add_digits(text, position, 0, 4, kMostNumeral); break;
    case SlotKind::circled:
      if (const auto value = circled_value(decode(text, position).value)) add(position + decode(text, position).size, value);
      break;
    case SlotKind::letter:
      if (is_ascii_letter(decode(text, position).value)) add(position + 1, (decode(text, position).value | 0x20) - U'a' + 1);
      break;
    case SlotKind::roman: add_roman(text, position); break;
    case SlotKind::text: add_text(text, position); break;
  }
}

void SlotEnds::add_digits(std::string_view text, std::uint32_t position, std::uint32_t least, std::uint32_t most_digits,
                          std::uint32_t most) noexcept {
  std::array<std::uint32_t, 4> values{};
  std::uint32_t count = 0, value = 0;
  for (; count < most_digits && position + count < text.size(); ++count) {
    const char c = text[position + count];
    if (!is_ascii_digit(static_cast<unsigned char>(c))) break;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
    values[count] = value;
  }
  for (; count > 0; --count) {
    if (values[count - 1] >= least && values[count - 1] <= most) add(position + count, values[count - 1]);
  }
}

void SlotEnds::add_numerals(std::string_view text, std::uint32_t position, std::uint32_t most) noexcept {
  // The longest numeral has seven characters of three bytes (九千九百九十九); each turn looks for a shorter one.
  std::string_view window = text.substr(std::min<std::size_t>(position, text.size())).substr(0, 24);
  while (const auto numeral = parse_numeral(window)) {
    if (numeral->value <= most) add(position + numeral->bytes, numeral->value);
    window = window.substr(0, numeral->bytes - 1);
  }
}

void SlotEnds::add_year(std::string_view text, std::uint32_t position) noexcept {
  const std::string_view digits = text.substr(std::min<std::size_t>(position, text.size())).substr(0, 4);
  if (digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); })) {
    std::uint32_t value = 0;
    for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    if (value >= kFirstYear && value <= kLastYear) add(position + 4, value);
    return;
  }
  const auto numeral = parse_han_digits(text.substr(std::min<std::size_t>(position, text.size())), 4);
  if (numeral && numeral->value >= kFirstYear && numeral->value <= kLastYear) add(position + numeral->bytes, numeral->value);
}

void SlotEnds::add_roman(std::string_view text, std::uint32_t position) noexcept {
  const CodePoint first = decode(text, position);
  if (const auto value = roman_character(first.value)) return add(position + first.size, value);
  const std::string_view rest = text.substr(std::min<std::size_t>(position, text.size()));
  for (std::size_t length = 5; length > 0; --length) {   // XVIII is the longest
    const auto found = std::find(kRoman.begin(), kRoman.end(), rest.substr(0, length));
    if (found != kRoman.end() && found->size() == length) {
      add(position + static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(found - kRoman.begin()) + 1);
    }
  }
}

void SlotEnds::add_text(std::string_view text, std::uint32_t position) noexcept {
  while (count_ < kSlotTextCharacters) {
    const CodePoint next = decode(text, position);
    if (next.size == 0 || !takes_text(next.value)) break;
    position += next.size;
    add(position, 0);
  }
  std::reverse(ends_.begin(), ends_.begin() + count_);
}

std::uint32_t slot_max_bytes(SlotKind kind) noexcept {
  switch (kind) {
    case SlotKind::year: return 12;
    case SlotKind::month: return 6;
    case SlotKind::day: return 12;
    case SlotKind::number: case SlotKind::han: return 24;
    case SlotKind::digits: case SlotKind::circled: return 4;
    case SlotKind::letter: return 1;
    case SlotKind::roman: return 5;
    case SlotKind::text: return kSlotTextCharacters * 4;
  }
  return 0;
}

std::uint8_t slot_first_classes(SlotKind kind) noexcept {
  switch (kind) {
    case SlotKind::year: case SlotKind::month: case SlotKind::day: case SlotKind::number: return kClassDigit | kClassHan;
    case SlotKind::han: return kClassHan;
    case SlotKind::digits: return kClassDigit;
    case SlotKind::circled: return kClassCircled;
    case SlotKind::letter: return kClassLetter;
    case SlotKind::roman: return kClassLetter | kClassRoman;
    case SlotKind::text: return kClassText;
  }
  return 0;
}

std::u32string slot_first_characters() {
  std::u32string all(kHanNumerals);
  for (char32_t c = 0; c < 0x80; ++c)
    if ((character_classes(c) & (kClassDigit | kClassLetter)) != 0) all.push_back(c);
  for (const NumberedRun& run : kCircled)
    for (char32_t c = run.first; c <= run.last; ++c) all.push_back(c);
  for (char32_t c = 0x2160; roman_character(c) != 0; ++c) all.push_back(c);
  return all;
}

std::uint8_t character_classes(char32_t c) noexcept {
  if (c < 0x80) {
    if (is_ascii_digit(c)) return kClassDigit | kClassText;
    return is_ascii_letter(c) ? kClassLetter | kClassText : 0;
  }
  if (c >= 0x4E00 && c <= 0x9FFF) return is_han_numeral(c) ? kClassHan | kClassText : kClassText;
  std::uint8_t classes = is_space(c) || is_punctuation(c) ? 0 : kClassText;
  if (is_han_numeral(c)) classes |= kClassHan;
  if (circled_value(c) != 0) classes |= kClassCircled;
  if (roman_character(c) != 0) classes |= kClassRoman;
  return classes;
}

}  // namespace gongwen::text
