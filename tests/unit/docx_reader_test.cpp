// The .docx reader: the cases of tests/spec/docx.md, docx-producers.md and docx-numbering.md, and what must be refused.
#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

#include "../catch.hpp"
#include "../support/docx_fixture.hpp"
#include "../support/spec_file.hpp"
#include "readers/docx/number_format.hpp"
#include "readers/docx/package.hpp"
#include "readers/readers.hpp"
#include "text/numerals.hpp"

using namespace gongwen;
using namespace gongwen::test;

namespace {

std::string spec_path(const std::string& name) { return std::string(GONGWEN_SPEC_DIR) + "/" + name; }

std::string slice(const Document& document, Range range) { return document.source.substr(range.begin, range.size()); }

std::string shown(std::string text) {
  for (std::size_t at = 0; (at = text.find('\t', at)) != text.npos; at += 3) text.replace(at, 1, "→");
  return text;
}

// "1,1 2x1: line | line": row, column (from 1), rows x columns that the cell covers.
std::string grid_of(const Document& document) {
  std::string text;
  std::vector<const Table*> tables;
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table) continue;
    tables.push_back(table);
    for (const Table& nested : table->nested) tables.push_back(&nested);
  }
  for (const Table* table : tables) {
    text += std::to_string(table->rows) + "x" + std::to_string(table->columns);
    if (table->header_rows) text += " header " + std::to_string(table->header_rows);
    text += "\n";
    for (const auto& cell : table->cells) {
      text += std::to_string(cell.row + 1) + "," + std::to_string(cell.column + 1);
      if (cell.row_span > 1 || cell.column_span > 1)
        text += " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
      text += ":";
      for (std::size_t i = 0; i < cell.lines.size(); ++i)
        text += (i ? " | " : " ") + shown(slice(document, cell.lines[i]));
      text += "\n";
    }
  }
  if (!text.empty()) text.pop_back();
  return text;
}

// One line a block: what is not usual about it, then its text.
std::string blocks_of(const Document& document) {
  static constexpr std::array kRoles = {"body", "header", "footer", "note", "contents"};
  static constexpr std::array kTypefaces = {"", " 小标宋", " 黑体", " 楷体", " 仿宋", " 宋体"};
  std::string text;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      text += kRoles[static_cast<std::size_t>(paragraph->role)];
      if (paragraph->blank_lines_before) text += " blank " + std::to_string(paragraph->blank_lines_before);
      if (paragraph->outline_level >= 0) text += " outline " + std::to_string(paragraph->outline_level);
      if (paragraph->centered) text += " centered";
      if (paragraph->bold) text += " bold";
      if (paragraph->half_points != 20 && paragraph->half_points != 0)
        text += " size " + std::to_string(paragraph->half_points);
      text += kTypefaces[static_cast<std::size_t>(paragraph->typeface)];
      if (!paragraph->label.empty()) text += " label [" + slice(document, paragraph->label) + "]";
      text += ": " + shown(slice(document, paragraph->range)) + "\n";
    } else {
      text += "table: " + shown(slice(document, std::get<Table>(block).range)) + "\n";
    }
  }
  if (!text.empty()) text.pop_back();
  return text;
}

std::string diagnostics_of(const Document& document) {
  std::string text;
  for (const auto& diagnostic : document.diagnostics) {
    text += diagnostic.rule;
    for (const auto& argument : diagnostic.arguments) text += " <" + argument + ">";
    text += "\n";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

// Every range lies in the source, on whole characters, in ascending order (document.hpp).
void check_ranges(const Document& document) {
  std::uint32_t last = 0;
  const auto whole = [&](std::uint32_t at) {
    return at == document.source.size() || (static_cast<unsigned char>(document.source[at]) & 0xC0) != 0x80;
  };
  const auto inside = [&](Range range, std::uint32_t begin, std::uint32_t end) {
    CHECK(range.begin >= begin);
    CHECK(range.begin <= range.end);
    CHECK(range.end <= end);
    CHECK((range.end <= document.source.size() && whole(range.begin) && whole(range.end)));
  };
  for (const auto& block : document.blocks) {
    const Range range = std::visit([](const auto& b) { return b.range; }, block);
    inside(range, last, static_cast<std::uint32_t>(document.source.size()));
    last = range.end;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      if (!paragraph->label.empty()) inside(paragraph->label, range.begin, range.end);
      CHECK(slice(document, range).find('\n') == std::string::npos);
    } else {
      const Table& table = std::get<Table>(block);
      for (const auto& cell : table.cells) {
        for (const Range line : cell.lines) inside(line, range.begin, range.end);
      }
      for (const Table& nested : table.nested) {
        inside(nested.range, range.begin, range.end);
        CHECK((nested.nested.empty() && nested.rows * nested.columns > 0));
        for (const auto& cell : nested.cells) {
          for (const Range line : cell.lines) inside(line, nested.range.begin, nested.range.end);
        }
      }
    }
  }
}

Result<Document> read(const std::string& bytes, const Limits& limits = {}, Revisions revisions = Revisions::accept) {
  return read_docx(as_bytes(bytes), {limits, revisions});
}

std::string error_of(const std::string& bytes, const Limits& limits = {}) {
  const auto result = read(bytes, limits);
  if (result) return "no error";
  static constexpr std::array kNames = {"not_found", "is_directory",     "unreadable",         "empty",
                                        "not_text",  "unknown_encoding", "unsupported_format", "legacy_doc",
                                        "encrypted", "truncated",        "not_docx",           "corrupt",
                                        "bad_xml",   "too_large",        "bad_grammar"};
  return std::string(kNames[static_cast<std::size_t>(result.error().code)]) + ": " + result.error().detail;
}

const std::string kParagraph = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>";

}  // namespace

static void check_case(const SpecCase& spec, const std::string& bytes, Revisions revisions) {
  const bool rejects = revisions == Revisions::reject;
  INFO((rejects ? "revisions rejected" : "revisions accepted"));
  const auto document = read(bytes, {}, revisions);
  if (!document && rejects) return;  // a document may have been nothing before it was revised
  if (!document) {
    INFO(document.error().detail);
    REQUIRE(document);
  }
  check_ranges(*document);
  const auto expect = [&](const std::string& fence, const std::string& actual) {
    const auto* expected = spec.fence(rejects ? fence + " rejected" : fence);
    if (expected) CHECK(actual == *expected);
    return expected != nullptr;
  };
  const bool text = expect("text", document->source.substr(0, document->source.size() - 1));
  const bool grid = expect("grid", grid_of(*document));
  const bool blocks = expect("blocks", blocks_of(*document));
  const bool diagnostics = expect("diagnostics", diagnostics_of(*document));
  if (rejects) return;
  CHECK((text || grid || blocks));
  if (!diagnostics) CHECK(diagnostics_of(*document).empty());
}

TEST_CASE("docx: the spec cases") {
  const std::string file = GENERATE("docx.md", "docx-producers.md");
  for (const auto& spec : read_spec(spec_path(file))) {
    INFO(spec.title << " (tests/spec/" << file << ":" << spec.line << ")");
    const auto* wml = spec.fence("wml");
    REQUIRE(wml);
    const std::string bytes = docx_of(*wml);
    check_case(spec, bytes, Revisions::accept);
    check_case(spec, bytes, Revisions::reject);
  }
}

// The Markdown tables of a page, each as rows of cells without the blanks around them; the first row is the header.
using Rows = std::vector<std::vector<std::string>>;
static std::vector<Rows> tables_of(const std::string& path) {
  std::ifstream file(path);
  REQUIRE(file);
  std::vector<Rows> tables;
  bool open = false;
  for (std::string line; std::getline(file, line);) {
    if (!std::exchange(open, line.starts_with("|")) && open) tables.emplace_back();
    if (!open || line.starts_with("|-")) continue;
    std::vector<std::string> cells;
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) {
      const auto begin = cell.find_first_not_of(' ');
      cells.push_back(begin == cell.npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1));
    }
    tables.back().push_back(std::move(cells));
  }
  return tables;
}

TEST_CASE("docx: number formats") {
  // The formats that a Chinese notice may be numbered in; the page must have a row for each.
  std::set<std::string> wanted = {"decimal",
                                  "decimalZero",
                                  "decimalFullWidth",
                                  "decimalHalfWidth",
                                  "decimalEnclosedCircle",
                                  "decimalEnclosedCircleChinese",
                                  "decimalEnclosedParen",
                                  "decimalEnclosedFullstop",
                                  "chineseCounting",
                                  "chineseCountingThousand",
                                  "chineseLegalSimplified",
                                  "taiwaneseCounting",
                                  "taiwaneseCountingThousand",
                                  "japaneseCounting",
                                  "japaneseLegal",
                                  "japaneseDigitalTenThousand",
                                  "ideographDigital",
                                  "ideographTraditional",
                                  "ideographZodiac",
                                  "ideographEnclosedCircle",
                                  "upperRoman",
                                  "lowerRoman",
                                  "upperLetter",
                                  "lowerLetter",
                                  "none",
                                  "bullet"};
  // A heading numbered so must be read back.
  const std::set<std::string> chinese = {
      "chineseCounting",        "taiwaneseCounting",         "chineseCountingThousand", "taiwaneseCountingThousand",
      "chineseLegalSimplified", "ideographLegalTraditional", "japaneseCounting",        "japaneseDigitalTenThousand",
      "ideographDigital",       "taiwaneseDigital"};
  for (const Rows& table : tables_of(spec_path("docx-numbering.md"))) {
    if (table[0][0] != "format") continue;
    for (std::size_t r = 1; r < table.size(); ++r) {
      INFO(table[r][0]);
      REQUIRE(table[r].size() == table[0].size());
      wanted.erase(table[r][0]);
      for (std::size_t i = 1; i < table[r].size(); ++i) {
        INFO(table[0][i]);
        CHECK(docx::format_number(table[r][0], std::stoll(table[0][i])) == table[r][i]);
        if (chinese.contains(table[r][0])) CHECK(text::parse_counter(table[r][i]) == std::stoul(table[0][i]));
      }
    }
  }
  CHECK(wanted == std::set<std::string>{});
  CHECK_FALSE(docx::format_number("thaiCounting", 1));
  CHECK(docx::format_number("custom", 7, "001, 002, 003, ...") == "007");
  CHECK_FALSE(docx::format_number("custom", 7, "i, ii, ..."));
}

TEST_CASE("docx: what is not a Word document is named") {
  CHECK(error_of(make_zip({{"a.txt", "a"}})) == "not_docx: 1 entries");
  CHECK(
      error_of(make_zip(
          {{"_rels/.rels",
            R"(<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
           {"xl/workbook.xml", "<workbook/>"}})) == "unsupported_format: Excel workbook");
  CHECK(error_of(make_zip({{"mimetype", "application/vnd.oasis.opendocument.text", false}, {"content.xml", "<a/>"}})) ==
        "unsupported_format: OpenDocument text");
  CHECK(error_of(make_docx("<w:p/>")) == "empty: word/document.xml: no text");
  CHECK(error_of(make_docx("<w:altChunk r:id=\"htmlChunk\"/>")) == "unsupported_format: embedded document (altChunk) and no text beside it");
}

TEST_CASE("docx: damaged containers") {
  const std::string good = make_docx(kParagraph);
  REQUIRE(read(good));
  CHECK(error_of(good.substr(0, good.size() / 2)) == "truncated: the zip container has no end record");
  CHECK(error_of(good.substr(0, 30)).starts_with("truncated"));
  CHECK(error_of(good.substr(0, good.size() - 10)).starts_with("truncated"));

  auto entries = docx_entries(kParagraph);
  entries[2].bytes.resize(entries[2].bytes.size() - 20);
  CHECK(error_of(make_zip(entries)).starts_with("bad_xml: word/document.xml: byte "));
  entries[2].bytes = "<w:document><w:body><w:p></w:body></w:document>";
  CHECK(error_of(make_zip(entries)) == "bad_xml: word/document.xml: byte 27: Start-end tags mismatch");
  entries[2].bytes = "";
  CHECK(error_of(make_zip(entries)).starts_with("bad_xml: word/document.xml: byte 0"));

  // One byte of the stored part changed: the checksum tells.
  auto stored = docx_entries(kParagraph);
  stored[2].deflate = false;
  std::string bytes = make_zip(stored);
  bytes[bytes.find("正文")] = '\xE7';
  CHECK(error_of(bytes) == "corrupt: word/document.xml: wrong checksum");
}

TEST_CASE("docx: limits") {
  Limits limits;
  limits.file_bytes = 100;
  CHECK(error_of(make_docx(kParagraph), limits).starts_with("too_large: file_bytes: "));
  limits = {};
  limits.entries = 3;
  CHECK(error_of(make_docx(kParagraph), limits) == "too_large: entries: 4 > 3");
  limits = {};
  limits.part_bytes = 200;
  CHECK(error_of(make_docx(kParagraph), limits).starts_with("too_large: part_bytes ("));
  limits = {};
  limits.cells = 5;
  const std::string row = "<w:tr><w:tc>" + kParagraph + "</w:tc><w:tc>" + kParagraph + "</w:tc></w:tr>";
  CHECK(error_of(make_docx("<w:tbl>" + row + row + row + "</w:tbl>"), limits) == "too_large: cells: more than 5");
  // Spans may be absurd: only lines that cells begin or end at are columns. A staircase has as many of them as rows.
  limits.cells = 100;
  const std::string wide =
      "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>" + kParagraph + "</w:tc></w:tr>";
  CHECK(error_of(make_docx("<w:tbl>" + row + wide + "</w:tbl>"), limits) == "no error");
  std::string stairs;
  for (int i = 0; i < 20; ++i)
    stairs += "<w:tr><w:trPr><w:gridBefore w:val=\"" + std::to_string(i) + "\"/></w:trPr><w:tc>" + kParagraph + "</w:tc></w:tr>";
  CHECK(error_of(make_docx("<w:tbl>" + stairs + "</w:tbl>"), limits) == "too_large: cells: more than 100");
}

TEST_CASE("docx: deep nesting is refused, not followed") {
  const auto nested = [](std::size_t depth, std::string_view open, std::string_view inner, std::string_view close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += inner;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
  constexpr std::size_t kDeep = 100'000;
  const std::string expected = "too_large: depth: more than 256";
  CHECK(error_of(make_docx(nested(kDeep, "<w:tbl><w:tr><w:tc>", kParagraph, "</w:tc></w:tr></w:tbl>"))) == expected);
  CHECK(error_of(make_docx(nested(kDeep, "<w:sdt><w:sdtContent>", kParagraph, "</w:sdtContent></w:sdt>"))) == expected);
  CHECK(error_of(make_docx("<w:p>" + nested(kDeep, "<w:hyperlink>", "<w:r><w:t>a</w:t></w:r>", "</w:hyperlink>") +
                           "</w:p>")) == expected);
  CHECK(error_of(make_docx("<w:p>" + nested(kDeep, "<m:d>", "<m:t>a</m:t>", "</m:d>") + "</w:p>")) == expected);
  CHECK(error_of(make_docx("<w:p>" + nested(kDeep, "<w:r><w:pict>", "", "</w:pict></w:r>") + "</w:p>")) == expected);
  CHECK(error_of(make_docx(nested(kDeep, "<w:p><w:r><w:pict><w:txbxContent>", kParagraph,
                                  "</w:txbxContent></w:pict></w:r></w:p>"))) == expected);
  Limits limits;
  limits.depth = 0xFFFF'FFFF;
  CHECK(error_of(make_docx(nested(kDeep, "<w:tbl><w:tr><w:tc>", kParagraph, "</w:tc></w:tr></w:tbl>")), limits) ==
        "too_large: depth: more than 1000");
}

TEST_CASE("docx: odd but readable containers") {
  auto entries = docx_entries(
      kParagraph + R"(<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>居中</w:t></w:r></w:p>)",
      {{"styles.xml", R"(<w:style w:type="paragraph" w:styleId="C"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>)"}});
  const auto centered = [](const std::string& bytes) {
    const auto document = read(bytes);
    if (!document) return document.error().detail;
    return document->source + (std::get<Paragraph>(document->blocks.back()).centered ? "centered" : "");
  };
  const std::string expected = "正文\n居中\ncentered";
  CHECK(centered(make_zip(entries)) == expected);
  SECTION("names in another case") {
    entries[2].name = "Word/Document.XML";
    entries[3].name = "word/_RELS/document.xml.rels";
    entries[4].name = "word/STYLES.xml";
    CHECK(centered(make_zip(entries)) == expected);
  }
  SECTION("names with backslashes") {
    for (auto& entry : entries) std::replace(entry.name.begin(), entry.name.end(), '/', '\\');
    CHECK(centered(make_zip(entries)) == expected);
  }
  SECTION("a main part of another name, and absolute targets") {
    entries[1].bytes =
        R"(<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/content/main.xml"/></Relationships>)";
    entries[2].name = "content/main.xml";
    entries[3].name = "content/_rels/main.xml.rels";
    entries[3].bytes =
        R"(<Relationships><Relationship Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="../word/styles.xml"/></Relationships>)";
    CHECK(centered(make_zip(entries)) == expected);
  }
  SECTION("no package relationships: the content type tells") {
    entries.erase(entries.begin() + 1);
    CHECK(centered(make_zip(entries)) == expected);
  }
  SECTION("a relationship to a part that is not there") {
    entries.pop_back();
    CHECK(centered(make_zip(entries)) == "正文\n居中\n");
  }
  SECTION("UTF-16, with a byte order mark") {
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<w:document><w:body><w:p><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>"))
      wide += c, wide += '\0';
    entries[2].bytes = wide;
    CHECK(centered(make_zip(entries)) == "A\n");
  }
  SECTION("another prefix, and a DOCTYPE that declares nothing") {
    entries[2].bytes =
        R"(<!DOCTYPE x><d:document xmlns:d="x"><d:body><d:p><d:r><d:t>b</d:t></d:r></d:p></d:body></d:document>)";
    CHECK(centered(make_zip(entries)) == "b\n");
  }
}

TEST_CASE("docx: an encrypted entry") {
  std::string bytes = make_docx(kParagraph);
  // The general purpose bit that says "encrypted", in every central directory entry (APPNOTE 4.4.4).
  for (std::size_t at = 0; (at = bytes.find("PK\x01\x02", at)) != bytes.npos; ++at)
    bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  CHECK(error_of(bytes).starts_with("encrypted: "));
}

TEST_CASE("docx: relationship targets") {
  CHECK(docx::resolve_target("word/document.xml", "styles.xml") == "word/styles.xml");
  CHECK(docx::resolve_target("word/document.xml", "../docProps/app.xml") == "docProps/app.xml");
  CHECK(docx::resolve_target("word/document.xml", "/word/styles.xml") == "word/styles.xml");
  CHECK(docx::resolve_target("", "word\\document.xml") == "word/document.xml");
  CHECK(docx::resolve_target("a/b.xml", "../../../c.xml") == "c.xml");
}
