#include "catch.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

using namespace gongwen::text;

namespace {

/// "value/characters" of the numeral at the start of the text.
std::string read(std::string_view text) {
  const auto numeral = parse_numeral(text);
  if (!numeral) return "none";
  return std::to_string(numeral->value) + "/" + std::to_string(count_code_points(text.substr(0, numeral->bytes)));
}

std::string write(std::uint32_t value) {
  static const char* const kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static const char* const kUnits[] = {"千", "百", "十", ""};
  std::string text;
  bool zero = false;
  std::uint32_t unit = 1000;
  for (const char* name : kUnits) {
    const std::uint32_t digit = value / unit % 10;
    if (digit == 0) {
      zero = !text.empty();
    } else {
      if (zero) text += kDigits[0];
      zero = false;
      text += std::string(kDigits[digit]) + name;
    }
    unit /= 10;
  }
  return text;
}

}  // namespace

TEST_CASE("every numeral from 1 to 9999 reads as its value", "[numerals]") {
  for (std::uint32_t value = 1; value <= 9999; ++value) {
    const auto read_back = parse_numeral(write(value));
    REQUIRE(read_back);
    REQUIRE(read_back->value == value);
    REQUIRE(read_back->bytes == write(value).size());
  }
}

TEST_CASE("variants of numerals", "[numerals]") {
  CHECK(read("十五") == "15/2");
  CHECK(read("一百十五") == "115/4");
  CHECK(read("廿五") == "25/2");
  CHECK(read("卅日") == "30/1");
  CHECK(read("两千零两") == "2002/4");
  CHECK(read("壹拾贰") == "12/3");
  CHECK(read("貳佰參拾") == "230/4");
  CHECK(read("二〇") == "20/2");
  CHECK(read("一○五") == "105/3");
  CHECK(read("二〇二五年") == "2025/4");
}

TEST_CASE("a numeral ends where it is no longer well formed", "[numerals]") {
  CHECK(read("一五") == "1/1");
  CHECK(read("十十") == "10/1");
  CHECK(read("一百五") == "100/2");
  CHECK(read("一百零五十") == "105/4");
  CHECK(read("一千零百") == "1000/2");
  CHECK(read("百") == "none");
  CHECK(read("零五") == "none");
  CHECK(read("年") == "none");
  CHECK(read("") == "none");
  CHECK(read("\xE4\xBA") == "none");
}

TEST_CASE("digit by digit", "[numerals]") {
  CHECK(parse_han_digits("二〇二五年", 4)->value == 2025);
  CHECK(parse_han_digits("二○二五", 4)->value == 2025);
  CHECK(parse_han_digits("二零一九", 4)->value == 2019);
  CHECK_FALSE(parse_han_digits("二〇两五", 4));
  CHECK_FALSE(parse_han_digits("二〇二", 4));
}
