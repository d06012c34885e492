#include "readers/readers.hpp"

#include <string>

#include "catch.hpp"

using namespace gongwen;

namespace {

Result<Document> read(std::string_view text) { return read_document(std::as_bytes(std::span(text))); }

std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    const auto& p = std::get<Paragraph>(block);
    out.push_back(std::to_string(p.blank_lines_before) + document.source.substr(p.range.begin, p.range.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("each line with ink is a paragraph, whatever ends it; empty lines are counted") {
  const auto got = read("\n甲\r\n　\u00A0\n\r\n  乙 \r丙\u2028丁\u2029戊\fx\u0085y");
  REQUIRE(got.ok());
  CHECK(lines(*got) == std::vector<std::string>{"1甲", "2  乙 ", "0丙", "0丁", "0戊\fx\u0085y"});
  CHECK(got->format == "txt");
  CHECK(got->encoding == "UTF-8");
}

TEST_CASE("the source text is the file, unchanged") {
  const std::string text = "  甲\t乙\r\n\u200B\r\n丙";
  const auto got = read("\xEF\xBB\xBF" + text);
  REQUIRE(got.ok());
  CHECK(got->source == text);
  CHECK(lines(*got) == std::vector<std::string>{"0  甲\t乙", "1丙"});
}

TEST_CASE("nothing but white space is empty") {
  for (const char* text : {"", " ", "\n\n\t", "\xEF\xBB\xBF", "　\r\n\u200B\u2028", "\xFF\xFE"}) {
    const auto got = read(text);
    INFO(text);
    REQUIRE_FALSE(got.ok());
    CHECK(got.error().code == ErrorCode::empty);
  }
}

TEST_CASE("control characters stay in the source") {
  const std::string text = "关于开展检查的通知\x01\n各单位要认真落实\x02\n";
  const auto got = read(text);
  REQUIRE(got.ok());
  CHECK(got->source == text);
  CHECK(got->diagnostics.empty());
}

TEST_CASE("other formats are known by their content and named") {
  using namespace std::string_literals;
  const auto refused = [](std::string bytes) {
    const auto got = read(bytes);
    return got.ok() ? "read" : got.error().detail;
  };
  CHECK(refused("%PDF-1.7\n...") == "PDF");
  CHECK(refused("{\\rtf1\\ansi ...}") == "RTF");
  CHECK(refused("\x89PNG\r\n\x1A\n\0\0"s) == "PNG image");
  CHECK(refused("\x1F\x8B\x08\0\0"s) == "gzip");
  CHECK(refused("\n<!DOCTYPE HTML><html>") == "HTML");
  CHECK(refused("\xEF\xBB\xBF<html xmlns:v=\"x\">") == "HTML");
  CHECK(refused("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>") == "Word 2003 XML");
  CHECK(refused("<?xml version=\"1.0\"?>\n<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">") == "Word 2003 XML");
  CHECK(refused("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">") == "OpenDocument text");
  CHECK(refused("<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\">") == "UOF document");
  CHECK(refused("MIME-Version: 1.0\nContent-Type: multipart/related") == "MHTML web archive");
  CHECK(read("BM一号机组检修通知").ok());
  CHECK(read("见<html>标签").ok());
}

TEST_CASE("OLE files are legacy documents or encrypted ones") {
  std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  ole.resize(2048);
  CHECK(read(ole).error().code == ErrorCode::legacy_doc);
  const auto with = [&](const std::string& stream) {
    std::string bytes = ole;
    for (const char c : stream) bytes += c, bytes += '\0';
    return read(bytes).error();
  };
  CHECK(with("EncryptedPackage").code == ErrorCode::encrypted);
  CHECK(with("WordDocument").code == ErrorCode::legacy_doc);
  CHECK(with("Workbook").code == ErrorCode::unsupported_format);
  CHECK(with("Workbook").detail == "Excel 97-2003 workbook");
  CHECK(with("PowerPoint Document").detail == "PowerPoint 97-2003 presentation");
}

TEST_CASE("a file over the limit is refused") {
  Limits limits;
  limits.file_bytes = 10;
  const std::string text = "关于开展检查的通知";
  const auto got = read_document(std::as_bytes(std::span(text)), limits);
  REQUIRE_FALSE(got.ok());
  CHECK(got.error().code == ErrorCode::too_large);
}
