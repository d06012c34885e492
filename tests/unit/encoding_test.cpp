#include "text/encoding.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "text/convert.hpp"

using namespace gongwen;

namespace {

using namespace std::string_literals;

const std::string kNotice =
    "关于印发《清河市2023年政务公开工作要点》的通知\n各县（区）人民政府，市各有关部门：\n"
    "一、加强组织领导。各单位要高度重视，明确责任分工，确保各项任务落到实处。（责任单位：市府办、市数据局）\n";
const std::string kTraditional = "關於加強會議管理工作的通知\n各有關單位：為進一步規範會議管理，提高工作效率，現將有關事項通知如下。\n";

Result<text::Decoded> decode(std::string_view bytes) { return text::decode_text(std::as_bytes(std::span(bytes))); }

std::string u16(std::string_view utf8, bool little) {
  std::string out;
  const auto put = [&](unsigned unit) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    out += little ? low : high, out += little ? high : low;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const auto b = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(utf8[i + k])); };
    if (b(0) < 0x80) put(b(0)), i += 1;
    else put((b(0) & 15) << 12 | (b(1) & 63) << 6 | (b(2) & 63)), i += 3;
  }
  return out;
}

// The notice in an encoding, by way of Python's codecs: gb18030, big5.
const std::string kGb = "\xB9\xD8\xD3\xDA\xD3\xA1\xB7\xA2\xA1\xB6\xC7\xE5\xBA\xD3\xCA\xD0\x32\x30\x32\x33\xC4\xEA\xB9\xA4\xD7\xF7\xD2\xAA\xB5\xE3\xA1\xB7\xB5\xC4\xCD\xA8\xD6\xAA";
const std::string kGbText = "关于印发《清河市2023年工作要点》的通知";
const std::string kBig5 = "\xC3\xF6\xA9\xF3\xA5\x5B\xB1\x6A\xB7\x7C\xC4\xB3\xBA\xDE\xB2\x7A\xA4\x75\xA7\x40\xAA\xBA\xB3\x71\xAA\xBE";
const std::string kBig5Text = "關於加強會議管理工作的通知";

}  // namespace

TEST_CASE("UTF-8 is read as it is, its mark left out") {
  for (const std::string& mark : {""s, "\xEF\xBB\xBF"s}) {
    const auto got = decode(mark + kNotice);
    REQUIRE(got.ok());
    CHECK(got->text == kNotice);
    CHECK(got->encoding == "UTF-8");
    CHECK_FALSE(got->guessed);
    CHECK(got->replacements.empty());
  }
}

TEST_CASE("UTF-16 is known by its mark or by its zeros") {
  for (const bool little : {true, false}) {
    const std::string mark = little ? "\xFF\xFE" : "\xFE\xFF";
    const std::string name = little ? "UTF-16LE" : "UTF-16BE";
    const auto marked = decode(mark + u16(kNotice, little));
    REQUIRE(marked.ok());
    CHECK(marked->text == kNotice);
    CHECK(marked->encoding == name);
    CHECK_FALSE(marked->guessed);
    const auto bare = decode(u16(kNotice, little));
    REQUIRE(bare.ok());
    CHECK(bare->text == kNotice);
    CHECK(bare->encoding == name);
    CHECK(bare->guessed);
  }
}

TEST_CASE("a UTF-16 file cut off in a unit keeps the rest") {
  std::string cut = "\xFF\xFE" + u16(kNotice, true);
  cut.pop_back();
  const auto got = decode(cut);
  REQUIRE(got.ok());
  CHECK(got->text.substr(0, 30) == kNotice.substr(0, 30));
  CHECK(got->replacements.size() == 1);
}

TEST_CASE("GB18030 and Big5 are told apart by the characters in use") {
  const auto gb = decode(kGb);
  REQUIRE(gb.ok());
  CHECK(gb->encoding == "GB18030");
  CHECK(gb->text == kGbText);
  const auto big5 = decode(kBig5);
  REQUIRE(big5.ok());
  CHECK(big5->encoding == "Big5");
  CHECK(big5->text == kBig5Text);
}

TEST_CASE("characters outside GB 2312, GBK's and those of four bytes, are read") {
  const auto got = decode(kGb + "\xE9\x5F\x95\x34\xB2\x35");
  REQUIRE(got.ok());
  CHECK(got->encoding == "GB18030");
  CHECK(got->replacements.empty());
  CHECK(got->text == kGbText + "開𠮷");
}

TEST_CASE("mostly UTF-8 stays UTF-8, each run of bad bytes reported by place") {
  const auto got = decode("各单位\xFF\xFE要落实\n通知如\xE4\xB8");
  REQUIRE(got.ok());
  CHECK(got->encoding == "UTF-8");
  CHECK(got->text == "各单位\xEF\xBF\xBD\xEF\xBF\xBD要落实\n通知如\xEF\xBF\xBD");
  REQUIRE(got->replacements.size() == 2);
  CHECK(got->replacements[0] == Range{9, 15});
}

TEST_CASE("GB18030 that ends within a character keeps the rest") {
  std::string cut;
  for (int i = 0; i < 3; ++i) cut += kGb + "\n";
  cut += "\xB9";
  const auto got = decode(cut);
  REQUIRE(got.ok());
  CHECK(got->encoding == "GB18030");
  CHECK(got->guessed);
  CHECK(got->replacements.size() == 1);
  CHECK(got->text.substr(0, kGbText.size()) == kGbText);
}

TEST_CASE("binary data is no text") {
  CHECK(decode("\0\x01\x02\x03"s).error().code == ErrorCode::not_text);
  CHECK(decode(std::string(5000, '\0')).error().code == ErrorCode::not_text);
  std::mt19937 random(7);
  for (int run = 0; run < 200; ++run) {
    std::string junk;
    for (int i = 0; i < 4096; ++i) junk += static_cast<char>(random());
    INFO("run " << run);
    REQUIRE_FALSE(decode(junk).ok());
  }
}

TEST_CASE("text in another encoding is named, not misread") {
  // "Приказ о проведении проверки", in windows-1251, several times
  std::string russian;
  for (int i = 0; i < 20; ++i)
    russian += "\xCF\xF0\xE8\xEA\xE0\xE7 \xEE \xEF\xF0\xEE\xE2\xE5\xE4\xE5\xED\xE8\xE8 \xEF\xF0\xEE\xE2\xE5\xF0\xEA\xE8\n";
  const auto got = decode(russian);
  REQUIRE_FALSE(got.ok());
  CHECK(got.error().code == ErrorCode::unknown_encoding);
  CHECK(decode("\x1B$)A\x0E=;M;\x0F plain text that goes on for a while, long enough to be no binary"s).error().code ==
        ErrorCode::unknown_encoding);
  // "회의 관리 업무 강화 통지 …", in EUC-KR: nearly all of it would be common double bytes of GB 2312
  const std::string korean =
      "\xC8\xB8\xC0\xC7 \xB0\xFC\xB8\xAE \xBE\xF7\xB9\xAB \xB0\xAD\xC8\xAD \xC5\xEB\xC1\xF6 \xC8\xB8\xC0\xC7 \xB0\xFC\xB8\xAE \xBE\xF7\xB9\xAB\xB8\xA6 \xB0\xAD\xC8\xAD"
      "\xC7\xCF\xB4\xC2 \xB0\xCD\xBF\xA1 \xB0\xFC\xC7\xD1 \xC5\xEB\xC1\xF6 \xBB\xE7\xBE\xF7 \xC3\xDF\xC1\xF8 \xB0\xE8\xC8\xB9\xC0\xBB \xB4\xD9\xC0\xBD\xB0\xFA \xB0\xB0"
      "\xC0\xCC \xBE\xCB\xB7\xC1\xB5\xE5\xB8\xB3\xB4\xCF\xB4\xD9 \xB0\xA2 \xBA\xCE\xBC\xAD\xB4\xC2 \xC3\xA5\xC0\xD3\xC0\xBB \xB4\xD9\xC7\xCF\xBF\xA9 \xC1\xD6\xBD\xC3\xB1\xE2 "
      "\xB9\xD9\xB6\xF8\xB4\xCF\xB4\xD9";
  REQUIRE_FALSE(decode(korean).ok());
  CHECK(decode(korean).error().code == ErrorCode::unknown_encoding);
  CHECK(decode("~{9XSZ~}2023~{Dj~}").error().code == ErrorCode::unknown_encoding);
  CHECK(decode("a plain ~ and a { are ASCII").ok());
}

TEST_CASE("any bytes end in text or in a named error") {
  std::mt19937 random(11);
  const std::string alphabet = kGb + kBig5 + kNotice + "\xFF\xFE\x80\n 1"s;
  for (int run = 0; run < 3000; ++run) {
    std::string junk;
    for (auto n = random() % 60; n > 0; --n) junk += alphabet[random() % alphabet.size()];
    const auto got = decode(junk);
    if (got.ok()) REQUIRE(text::convert(got->text, "UTF-8", true).has_value());
  }
}
