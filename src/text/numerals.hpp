#pragma once
// Chinese numerals (汉字数字): 一 to 九千九百九十九, with 〇 零 ○, 廿 卅, the financial forms 壹 貳 …, and digit by digit.
#include <cstdint>
#include <optional>
#include <string_view>

namespace gongwen::text {

struct Numeral {
  std::uint32_t value = 0;
  std::uint32_t bytes = 0;  ///< how many bytes of the text it takes
};

/// The value of one Chinese digit, 0 to 9 (〇 零 ○ are 0, 两 is 2); -1 if it is none.
[[nodiscard]] int han_digit(char32_t c) noexcept;

/// All characters of Chinese numerals: digits, 十 百 千 and variants of them, 廿, 卅.
inline constexpr std::u32string_view kHanNumerals = U"〇零○Ｏ一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅";

/// Whether it is one of them.
[[nodiscard]] bool is_han_numeral(char32_t c) noexcept;

/// The longest well-formed numeral at the start of `text`, 1 to 9999: 十五, 一百零五, 一百一十五, 两千, 廿五, and read digit
/// by digit where it holds a zero (一〇, 二〇二五). 一百零五十 is 一百; 一五 is 一.
[[nodiscard]] std::optional<Numeral> parse_numeral(std::string_view text) noexcept;

/// All of `text` as a list counter writes it, where a person would not: digit by digit without a zero (一一一), and with no
/// 一 before 百 and 千 (百一).
[[nodiscard]] std::optional<std::uint32_t> parse_counter(std::string_view text) noexcept;

/// Exactly `digits` Chinese digits, read one by one: 二〇二五 is 2025. 两 is no digit here.
[[nodiscard]] std::optional<Numeral> parse_han_digits(std::string_view text, std::uint32_t digits) noexcept;

}  // namespace gongwen::text
