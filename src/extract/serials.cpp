// A cell's text, or a line, becomes the number that it is: Chinese digits, circled and bracketed ones, groups joined by
// points; a page's number among dashes or after 第.
#include "extract/serials.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::decode;

constexpr std::size_t kLongestSerial = 16;     // bytes
constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Digits in groups joined by . or -; the last group counts.
std::optional<std::uint32_t> read_digits(std::u32string_view text) {
  std::uint32_t value = 0;
  std::size_t digits = 0;
  for (const char32_t c : text) {
    if (is_digit(c) && digits < 5) {
      value = digits == 0 ? c - U'0' : value * 10 + (c - U'0');
      ++digits;
    } else if ((c == U'.' || c == U'-' || c == U'－') && digits > 0) {
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  return value;
}

void strip_serial(std::u32string_view& text) {
  if (text.size() > 2 && text.front() == U'第' && (text.back() == U'项' || text.back() == U'項')) {
    text = text.substr(1, text.size() - 2);
  }
  if (text.size() > 2 && (text.front() == U'（' || text.front() == U'(') && (text.back() == U'）' || text.back() == U')')) {
    text = text.substr(1, text.size() - 2);
  } else if (text.size() > 1 && in(U".、．。)）", text.back())) {
    text.remove_suffix(1);
  }
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    out += value >= 0xFF10 && value <= 0xFF19 ? value - 0xFF10 + U'0' : value;
    at += size;
  }
  return out;
}

std::optional<std::uint32_t> read_han_digits(std::u32string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  std::uint32_t value = 0, digit = 0;
  bool ten = false;
  for (const char32_t c : text) {
    if (c == U'十') {
      if (ten) return std::nullopt;
      value = (digit == 0 ? 1 : digit) * 10;
      digit = 0;
      ten = true;
    } else if (const auto at = kHanDigits.find(c); at != std::u32string_view::npos && at > 0 && digit == 0) {
      digit = static_cast<std::uint32_t>(at);
    } else {
      return std::nullopt;
    }
  }
  return value + digit;
}

std::optional<std::uint32_t> read_circled(char32_t c) {
  if (c >= 0x2460 && c <= 0x2473) return c - 0x2460 + 1;   // ① to ⑳
  if (c >= 0x2474 && c <= 0x2487) return c - 0x2474 + 1;   // ⑴
  if (c >= 0x2488 && c <= 0x249B) return c - 0x2488 + 1;   // ⒈
  return std::nullopt;
}

std::optional<std::uint32_t> read_serial(std::string_view text) {
  if (text.empty() || text.size() > kLongestSerial) return std::nullopt;
  const std::u32string points = code_points(text);
  std::u32string_view rest = points;
  if (rest.size() == 1)
    if (const auto circled = read_circled(rest[0])) return circled;
  strip_serial(rest);
  if (const auto han = read_han_digits(rest)) return han;
  return read_digits(rest);
}

bool is_han_serial(std::string_view text) {
  return read_serial(text) && text.find_first_of("0123456789") == std::string_view::npos && !read_circled(decode(text, 0).value);
}

bool is_arabic_serial(std::string_view text) {
  return read_serial(text) && text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_page_number(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  std::u32string points = code_points(text);
  std::erase_if(points, [](char32_t c) { return c == U' ' || c == U'　' || c == U'\u00A0'; });
  std::u32string_view rest = points;
  const auto dash = [](char32_t c) { return in(U"-—－–―·~", c); };
  if (rest.size() >= 3 && dash(rest.front()) && dash(rest.back())) {
    while (!rest.empty() && dash(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && dash(rest.back())) rest.remove_suffix(1);
    return !rest.empty() && rest.size() <= 4 && std::all_of(rest.begin(), rest.end(), is_digit);
  }
  if (rest.size() < 3 || rest.front() != U'第') return false;
  const bool digits = std::any_of(rest.begin(), rest.end(), is_digit);
  return digits && std::all_of(rest.begin(), rest.end(), [](char32_t c) { return is_digit(c) || in(U"第页頁共，,/", c); });
}

}  // namespace gongwen
