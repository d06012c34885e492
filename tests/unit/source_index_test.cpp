#include "text/source_index.hpp"

#include <string>

#include "catch.hpp"

using gongwen::text::line_break_at;
using gongwen::text::SourceIndex;

TEST_CASE("code points and lines are counted from the start") {
  const std::string text = "一a\r\n二\r三\n\xE2\x80\xA8𠮷";
  const SourceIndex index(text);
  CHECK(index.code_points(0) == 0);
  CHECK(index.line(0) == 1);
  CHECK(index.code_points(3) == 1);       // after 一
  CHECK(index.line(5) == 1);              // between CR and LF: still the first line
  CHECK(index.line(6) == 2);
  CHECK(index.line(10) == 3);             // after a lone CR
  CHECK(index.line(14) == 4);             // after LF
  CHECK(index.line(17) == 5);             // after U+2028
  CHECK(index.code_points(static_cast<std::uint32_t>(text.size())) == 10);
  CHECK(index.code_points(1'000'000) == 10);
}

TEST_CASE("a form feed, U+0085 and a vertical tab end no line") {
  const std::string text = "a\fb\vc\xC2\x85 d";
  CHECK(SourceIndex(text).line(static_cast<std::uint32_t>(text.size())) == 1);
}

TEST_CASE("checkpoints agree with counting from the start, also across a CRLF") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 7 == 0 ? "\r\n" : i % 5 == 0 ? "\xE2\x80\xA9" : i % 3 == 0 ? "县" : "x";
  const SourceIndex index(text);
  std::uint32_t points = 0, line = 1;
  for (std::uint32_t i = 0; i < text.size();) {
    INFO("byte " << i);
    REQUIRE(index.code_points(i) == points);
    REQUIRE(index.line(i) == line);
    const std::uint32_t end = line_break_at(text, i);
    points += end == 2 ? 2 : 1;
    line += end > 0;
    i += end > 0 ? end : text[i] == 'x' ? 1 : 3;
  }
}

TEST_CASE("a text whose lines end in LF alone is counted the same") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 11 == 0 ? "\n" : i % 5 == 0 ? "\xC3\x8A" : i % 4 == 0 ? "𠮷" : i % 3 == 0 ? "县" : i % 7 == 0 ? "\x8A" : "\v";
  const SourceIndex index(text);
  std::uint32_t points = 0, line = 1;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    INFO("byte " << i);
    REQUIRE(index.code_points(i) == points);
    REQUIRE(index.line(i) == line);
    if (i == text.size()) break;
    points += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    line += text[i] == '\n';
  }
}

TEST_CASE("an empty text has one line") {
  CHECK(SourceIndex("").line(0) == 1);
  CHECK(SourceIndex("").code_points(0) == 0);
}
