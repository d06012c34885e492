// Containers as other writers make them, and damaged ones: what Word opens is read, what cannot be read has a name.
#include "../catch.hpp"

#include <algorithm>

#include <gongwen/reader.hpp>

#include "../support/docx_fixture.hpp"
#include "../support/raw_zip.hpp"

using namespace gongwen;
using namespace gongwen::test;

namespace {

// The source text, or the error's name and facts.
std::string read(const std::string& bytes, const Limits& limits = {}) {
  const auto document = read_document(as_bytes(bytes), limits);
  return document ? document->source : std::string(code_name(document.error().code)) + ": " + document.error().detail;
}

std::string body(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

const std::vector<ZipEntry> kEntries = docx_entries(body("正文"));
const std::string kText = "正文\n";

std::string with_main(std::string main) {
  auto entries = kEntries;
  entries[2].bytes = std::move(main);
  return raw_zip(entries);
}

std::string document(const std::string& text) {
  return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body(text) + "</w:body></w:document>";
}

std::string utf16(std::string_view ascii, bool big) {
  std::string wide;
  for (const char c : ascii) big ? (wide += '\0', wide += c) : (wide += c, wide += '\0');
  return wide;
}

}  // namespace

TEST_CASE("docx container: every way of writing a zip file that Word opens") {
  CHECK(read(raw_zip(kEntries)) == kText);
  CHECK(read(raw_zip(kEntries, {.descriptors = true})) == kText);
  CHECK(read(raw_zip(kEntries, {.zip64 = true})) == kText);
  CHECK(read(raw_zip(kEntries, {.descriptors = true, .zip64 = true})) == kText);
  CHECK(read(raw_zip(kEntries, {.comment = "整理归档"})) == kText);
  CHECK(read(raw_zip(kEntries, {.comment = std::string(65'535, 'c')})) == kText);
  CHECK(read(raw_zip(kEntries, {.comment = "PK\5\6" + std::string(40, 'c')})) == kText);
  auto reversed = kEntries;
  std::reverse(reversed.begin(), reversed.end());
  CHECK(read(raw_zip(reversed)) == kText);
}

TEST_CASE("docx container: other bytes before and behind it") {
  for (const std::string prefix : {std::string("MZ") + std::string(600, '\0'), std::string("#!/bin/sh\nexit 1\n"), std::string("PK\7\10"), std::string("PK00")}) {
    CHECK(read(raw_zip(kEntries, {.prefix = prefix})) == kText);
    CHECK(read(raw_zip(kEntries, {.prefix = prefix, .offsets_count_prefix = true})) == kText);
  }
  CHECK(read(raw_zip(kEntries) + std::string(100, '\0')) == kText);
  CHECK(read(raw_zip(kEntries) + std::string(70'000, '\0')) == kText);
  CHECK(read(raw_zip(kEntries, {.prefix = std::string(200'000, 'x')})) == kText);
}

TEST_CASE("docx container: a document stored in a truncated one does not stand for it") {
  auto outer = kEntries;
  outer.push_back({"word/embeddings/inner.docx", raw_zip(docx_entries(body("里层")))});
  const std::string whole = raw_zip(outer);
  CHECK(read(whole) == kText);
  const auto inner_end = whole.rfind("PK\1\2", whole.size() - 22 - 100);
  CHECK(read(whole.substr(0, inner_end)).find("里层") == std::string::npos);
  for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
    const auto result = read(whole.substr(0, whole.size() - cut));
    INFO(cut << " bytes missing: " << result);
    CHECK(result.starts_with("E_"));
  }
}

TEST_CASE("docx container: a part that is there twice is the later one") {
  auto twice = kEntries;
  twice.push_back({"word/Document.xml", document("改后")});
  const auto read_twice = read_document(as_bytes(raw_zip(twice)), {});
  REQUIRE(read_twice);
  CHECK(read_twice->source == "改后\n");
  REQUIRE(read_twice->diagnostics.size() == 1);
  CHECK(read_twice->diagnostics[0].rule == "docx-part-repeated");
  CHECK(read_twice->diagnostics[0].arguments == std::vector<std::string>{"word/Document.xml"});
}

TEST_CASE("docx container: what cannot be read is named") {
  const std::string whole = raw_zip(kEntries);
  CHECK(read(raw_zip(kEntries, {.method = 12})) == "E_UNSUPPORTED_FORMAT: _rels/.rels: compression method 12");
  CHECK(read(raw_zip(kEntries, {.method = 14})) == "E_UNSUPPORTED_FORMAT: _rels/.rels: compression method 14");
  CHECK(read(raw_zip(kEntries, {.method = 8})) == "E_CORRUPT: _rels/.rels: its data cannot be inflated");
  CHECK(read(raw_zip(kEntries, {.wrong_checksum = 1})) == "E_CORRUPT: _rels/.rels: wrong checksum");
  CHECK(read(raw_zip(kEntries, {.disk = 1})) == "E_CORRUPT: zip container: Multi-disk zip archives not supported");
  CHECK(read(whole.substr(0, whole.size() - 22)) == "E_TRUNCATED: the zip container has no end record");
  CHECK(read(whole.substr(0, 40)) == "E_TRUNCATED: the zip container has no end record");
  std::string encrypted = whole;
  for (std::size_t at = 0; (at = encrypted.find("PK\1\2", at)) != encrypted.npos; ++at) encrypted[at + 8] = static_cast<char>(encrypted[at + 8] | 1);
  CHECK(read(encrypted) == "E_ENCRYPTED: _rels/.rels");
}

TEST_CASE("docx container: a bomb is refused before it is inflated") {
  auto entries = kEntries;
  entries[2].bytes = document(std::string(8 << 20, 'a'));
  Limits limits;
  limits.part_bytes = 1 << 20;
  const std::string bomb = make_zip(entries);
  CHECK(bomb.size() < 20'000);
  CHECK(read(bomb, limits).starts_with("E_TOO_LARGE: part_bytes (word/document.xml): "));
  // All parts together: each is within the limit, the third is not.
  auto many = kEntries;
  many[2].bytes = document("正文") + std::string(900'000, ' ');
  many[3].bytes = R"(<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>)";
  for (const char* name : {"word/styles.xml", "word/numbering.xml"}) many.push_back({name, "<w:x>" + std::string(900'000, ' ') + "</w:x>"});
  CHECK(read(make_zip(many), limits).starts_with("E_TOO_LARGE: part_bytes (all parts together): "));
}

TEST_CASE("docx container: the encodings of a part") {
  const std::string ascii = document("A");
  CHECK(read(with_main("\xEF\xBB\xBF" + document("正文"))) == kText);
  CHECK(read(with_main("<?xml version=\"1.1\" encoding=\"UTF-8\"?>" + document("正文"))) == kText);
  CHECK(read(with_main("\xFF\xFE" + utf16(ascii, false))) == "A\n");
  CHECK(read(with_main("\xFE\xFF" + utf16(ascii, true))) == "A\n");
  CHECK(read(with_main(utf16("<?xml version='1.0' encoding='UTF-16'?>" + ascii, false))) == "A\n");
  CHECK(read(with_main(utf16("<?xml version='1.0' encoding='UTF-16'?>" + ascii, true))) == "A\n");
  // Says UTF-16 and is not: what a program that converts files but not their declarations leaves.
  CHECK(read(with_main("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document("正文"))) == kText);
  CHECK(read(with_main("<?xml version=\"1.0\" encoding=\"GB2312\"?>" + document("\xD5\xFD\xCE\xC4"))) == kText);
  CHECK(read(with_main("<?xml version='1.0' encoding='gb18030'?>" + document("\xD5\xFD\xCE\xC4"))) == kText);
  CHECK(read(with_main("<?xml version='1.0' encoding='x-nonesuch'?>" + document("A"))) == "E_BAD_XML: word/document.xml: unknown encoding x-nonesuch");
}

TEST_CASE("docx container: entities are refused, not expanded") {
  std::string laughs = "<!DOCTYPE w:document [<!ENTITY a0 \"哈哈哈哈哈哈哈哈哈哈\">";
  for (int i = 1; i < 10; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  CHECK(read(with_main(laughs + "]>" + document("&a9;"))) == "E_BAD_XML: word/document.xml: it declares entities");
  CHECK(read(with_main("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + document("&x;"))) ==
        "E_BAD_XML: word/document.xml: it declares entities");
  CHECK(read(with_main("<!DOCTYPE w:document>" + document("正文"))) == kText);
}
