// Text to a number and the bytes that it takes. The reading is strict: units fall (千 百 十), a skipped unit wants its 零,
// and what does not fit ends the numeral.
#include "text/numerals.hpp"

#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

constexpr char32_t kLiang = U'两', kLiangTraditional = U'兩';

std::uint32_t unit_value(char32_t c) noexcept {
  switch (c) {
    case U'十': case U'拾': return 10;
    case U'百': case U'佰': return 100;
    case U'千': case U'仟': return 1000;
    default: return 0;
  }
}

std::uint32_t tens_value(char32_t c) noexcept { return c == U'廿' ? 20 : c == U'卅' ? 30 : 0; }

/// A numeral with units, read from left to right; `best` is what has been read so far and is well formed.
class UnitReading {
 public:
  /// False where `c` cannot go on.
  bool take(char32_t c, std::uint32_t end) noexcept {
    if (const std::uint32_t unit = unit_value(c)) return take_unit(unit, end);
    if (const std::uint32_t tens = tens_value(c)) return take_tens(tens, end);
    const int digit = han_digit(c);
    return digit == 0 ? take_zero() : digit > 0 && take_digit(static_cast<std::uint32_t>(digit), end);
  }
  [[nodiscard]] Numeral best() const noexcept { return best_; }

 private:
  bool take_digit(std::uint32_t digit, std::uint32_t end) noexcept {
    if (digit_ != 0) return false;
    digit_ = digit;
    if (value_ == 0 || zero_ || last_unit_ == 10) accept(value_ + digit, end);
    return last_unit_ > 1;
  }
  bool take_unit(std::uint32_t unit, std::uint32_t end) noexcept {
    const bool falls = value_ == 0 || (zero_ ? unit * 10 < last_unit_ : unit * 10 == last_unit_);
    if (!falls || (digit_ == 0 && unit != 10)) return false;
    value_ += (digit_ == 0 ? 1 : digit_) * unit;
    last_unit_ = unit;
    digit_ = 0;
    zero_ = false;
    accept(value_, end);
    return true;
  }
  bool take_tens(std::uint32_t tens, std::uint32_t end) noexcept {
    if (value_ != 0 || digit_ != 0) return false;
    value_ = tens;
    last_unit_ = 10;
    accept(value_, end);
    return true;
  }
  bool take_zero() noexcept {
    if (value_ == 0 || digit_ != 0 || zero_ || last_unit_ <= 10) return false;
    return zero_ = true;
  }
  void accept(std::uint32_t value, std::uint32_t end) noexcept { best_ = {value, end}; }

  std::uint32_t value_ = 0, digit_ = 0, last_unit_ = 10000;
  bool zero_ = false;
  Numeral best_;
};

Numeral read_units(std::string_view text) noexcept {
  UnitReading reading;
  for (std::uint32_t position = 0; position < text.size();) {
    const CodePoint next = decode(text, position);
    position += next.size;
    if (!reading.take(next.value, position)) break;
  }
  return reading.best();
}

/// Two to four digits with a zero among them: 一〇, 二〇二五.
Numeral read_digits(std::string_view text) noexcept {
  Numeral read;
  bool zero = false;
  std::uint32_t count = 0;
  for (; count < 4; ++count) {
    const CodePoint next = decode(text, read.bytes);
    const int digit = next.value == kLiang || next.value == kLiangTraditional ? -1 : han_digit(next.value);
    if (digit < 0 || (count == 0 && digit == 0)) break;
    zero = zero || digit == 0;
    read = {read.value * 10 + static_cast<std::uint32_t>(digit), read.bytes + next.size};
  }
  return zero && count > 1 ? read : Numeral{};
}

}  // namespace

int han_digit(char32_t c) noexcept {
  switch (c) {
    case U'〇': case U'零': case U'○': case U'Ｏ': return 0;
    case U'一': case U'壹': return 1;
    case U'二': case U'贰': case U'貳': case kLiang: case kLiangTraditional: return 2;
    case U'三': case U'叁': case U'參': return 3;
    case U'四': case U'肆': return 4;
    case U'五': case U'伍': return 5;
    case U'六': case U'陆': case U'陸': return 6;
    case U'七': case U'柒': return 7;
    case U'八': case U'捌': return 8;
    case U'九': case U'玖': return 9;
    default: return -1;
  }
}

bool is_han_numeral(char32_t c) noexcept { return han_digit(c) >= 0 || unit_value(c) != 0 || tens_value(c) != 0; }

std::optional<Numeral> parse_numeral(std::string_view text) noexcept {
  const Numeral units = read_units(text), digits = read_digits(text);
  const Numeral& longest = digits.bytes > units.bytes ? digits : units;
  if (longest.bytes == 0) return std::nullopt;
  return longest;
}

std::optional<std::uint32_t> parse_counter(std::string_view text) noexcept {
  constexpr std::uint32_t kMost = 99'999;
  std::uint32_t units = 0, run = 0, digits = 0;   // what units have added up to; the digits behind the last unit
  bool has_units = false;
  for (std::uint32_t position = 0; position < text.size();) {
    const CodePoint next = decode(text, position);
    position += next.size;
    const std::uint32_t unit = unit_value(next.value);
    const int digit = han_digit(next.value);
    if (unit != 0) {
      units += (digits == 0 ? 1 : run) * unit;
      run = digits = 0;
      has_units = true;
    } else if (digit == 0 && (has_units || digits == 0)) {
      continue;   // a gap
    } else if (digit >= 0) {
      run = run * 10 + static_cast<std::uint32_t>(digit);
      ++digits;
    } else {
      return std::nullopt;
    }
    if (units > kMost || run > kMost) return std::nullopt;
  }
  if (has_units && digits > 1) return std::nullopt;
  return units + run == 0 ? std::nullopt : std::optional(units + run);
}

std::optional<Numeral> parse_han_digits(std::string_view text, std::uint32_t digits) noexcept {
  Numeral read;
  for (std::uint32_t i = 0; i < digits; ++i) {
    const CodePoint next = decode(text, read.bytes);
    // Years are typed 二00五 and 二OO五 as well.
    const bool typed_zero = i != 0 && (next.value == '0' || next.value == 'O' || next.value == 'o');
    const int digit = typed_zero ? 0 : next.value == kLiang || next.value == kLiangTraditional ? -1 : han_digit(next.value);
    if (digit < 0) return std::nullopt;
    read = {read.value * 10 + static_cast<std::uint32_t>(digit), read.bytes + next.size};
  }
  return read;
}

}  // namespace gongwen::text
