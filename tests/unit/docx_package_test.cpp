// Where the main part is and what it refers to, as the package says it: relationships, content types, names.
#include "../catch.hpp"

#include <algorithm>

#include <gongwen/reader.hpp>

#include "../support/docx_fixture.hpp"
#include "../support/raw_zip.hpp"

using namespace gongwen;
using namespace gongwen::test;

namespace {

constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

std::string relationship(std::string_view kind, std::string_view target, std::string_view family = kTransitional) {
  return "<Relationship Id=\"" + std::string(kind) + "\" Type=\"" + std::string(family) + std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
}

ZipEntry rels(std::string name, const std::string& inside) {
  return {std::move(name), "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside + "</Relationships>"};
}

ZipEntry types(const std::string& inside) {
  return {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + inside + "</Types>"};
}

std::string override_of(std::string_view part, std::string_view type) {
  return "<Override PartName=\"" + std::string(part) + "\" ContentType=\"application/" + std::string(type) + "+xml\"/>";
}

// A main part whose one paragraph is numbered by the numbering part: a reader that misses it loses the label.
ZipEntry main_part(std::string name, const std::string& text = "开展自查") {
  return {std::move(name),
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/>"
          "<w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>"};
}

ZipEntry numbering_part(std::string name) {
  return {std::move(name),
          "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
          "<w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
          "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"};
}

std::string read(const std::vector<ZipEntry>& entries) {
  const auto document = read_document(as_bytes(raw_zip(entries)), {});
  return document ? document->source : std::string(code_name(document.error().code)) + ": " + document.error().detail;
}

const std::string kNumbered = "一、开展自查\n";
const std::string kWordMain = "vnd.openxmlformats-officedocument.wordprocessingml.document.main";

}  // namespace

TEST_CASE("docx package: the relationships name the main part and its numbering") {
  const auto with = [](const std::string& main_target, const std::string& main_name, const std::string& numbering_target, const std::string& numbering_name) {
    const auto slash = main_name.find_last_of("/\\");
    const std::string folder = main_name.substr(0, slash + 1), file = main_name.substr(slash + 1);
    return read({types(""), rels("_rels/.rels", relationship("officeDocument", main_target)), main_part(main_name),
                 rels(folder + "_rels/" + file + ".rels", relationship("numbering", numbering_target)), numbering_part(numbering_name)});
  };
  CHECK(with("word/document.xml", "word/document.xml", "numbering.xml", "word/numbering.xml") == kNumbered);
  CHECK(with("/word/document2.xml", "word/document2.xml", "/word/numbering2.xml", "word/numbering2.xml") == kNumbered);
  CHECK(with("./content/./main.xml", "content/main.xml", "../lists/n.xml", "lists/n.xml") == kNumbered);
  CHECK(with("document.xml", "document.xml", "numbering.xml", "numbering.xml") == kNumbered);
  CHECK(with("a/b/c/d.part", "a/b/c/d.part", "../../x/n.part", "a/x/n.part") == kNumbered);
  CHECK(with("word\\document.xml", "word\\document.xml", "numbering.xml", "word\\numbering.xml") == kNumbered);
  CHECK(with("word/%E6%AD%A3%E6%96%87.xml", "word/正文.xml", "%e7%bc%96%e5%8f%b7.xml", "word/编号.xml") == kNumbered);
  CHECK(with("word/正文.xml", "word/%E6%AD%A3%E6%96%87.xml", "编号.xml", "word/%E7%BC%96%E5%8F%B7.xml") == kNumbered);
  CHECK(with("word/my%20document.xml", "word/my document.xml", "a%2.xml", "word/a%2.xml") == kNumbered);
}

TEST_CASE("docx package: strict relationships") {
  CHECK(read({rels("_rels/.rels", relationship("officeDocument", "word/document.xml", kStrict)), main_part("word/document.xml"),
              rels("word/_rels/document.xml.rels", relationship("numbering", "numbering.xml", kStrict)), numbering_part("word/numbering.xml")}) == kNumbered);
}

TEST_CASE("docx package: names in another case than they are referred to") {
  CHECK(read({{"[content_types].xml", types("").bytes}, rels("_RELS/.RELS", relationship("officeDocument", "word/document.xml")),
              main_part("word/Document.xml"), rels("word/_rels/DOCUMENT.xml.rels", relationship("numbering", "Numbering.XML")),
              numbering_part("WORD/numbering.xml")}) == kNumbered);
}

TEST_CASE("docx package: documents with macros and templates") {
  for (const std::string type : {kWordMain, std::string("vnd.openxmlformats-officedocument.wordprocessingml.template.main"),
                                 std::string("vnd.ms-word.document.macroEnabled.main"), std::string("vnd.ms-word.template.macroEnabledTemplate.main")}) {
    INFO(type);
    const std::vector<ZipEntry> rest = {main_part("files/main.xml"), rels("files/_rels/main.xml.rels", relationship("numbering", "n.xml")), numbering_part("files/n.xml"),
                                        {"files/vbaProject.bin", std::string("\xD0\xCF\x11\xE0 macros")}};
    // By relationship, and by the content type alone.
    auto entries = rest;
    entries.push_back(types(override_of("/files/main.xml", type)));
    CHECK(read(entries) == kNumbered);
    entries.push_back(rels("_rels/.rels", relationship("officeDocument", "files/main.xml")));
    CHECK(read(entries) == kNumbered);
  }
}

TEST_CASE("docx package: parts that are missing") {
  // Nothing but the main part.
  CHECK(read({main_part("word/document.xml")}) == "开展自查\n");
  // No content types.
  CHECK(read({rels("_rels/.rels", relationship("officeDocument", "word/document.xml")), main_part("word/document.xml"),
              rels("word/_rels/document.xml.rels", relationship("numbering", "numbering.xml")), numbering_part("word/numbering.xml")}) == kNumbered);
  // No package relationships, or ones that lead nowhere, or out of the package.
  for (const std::string target : {"word/gone.xml", "../../word/gone.xml", "http://example.org/document.xml", ""}) {
    INFO(target);
    CHECK(read({types(override_of("/word/body.xml", kWordMain)), rels("_rels/.rels", relationship("officeDocument", target)), main_part("word/body.xml")}) ==
          "开展自查\n");
  }
  // Parts that are referred to and not there: what they would have added is missing, the text is not.
  CHECK(read({rels("_rels/.rels", relationship("officeDocument", "word/document.xml")), main_part("word/document.xml"),
              rels("word/_rels/document.xml.rels", relationship("numbering", "numbering.xml") + relationship("styles", "styles.xml") +
                                                       relationship("settings", "settings.xml") + relationship("footnotes", "footnotes.xml"))}) == "开展自查\n");
  // A numbering part that nothing refers to is not the document's: Word shows no number.
  CHECK(read({main_part("word/document.xml"), numbering_part("word/numbering.xml")}) == "开展自查\n");
}

TEST_CASE("docx package: other documents in the same container are named") {
  const auto only = [](std::string name, std::string bytes = "<a/>") { return read({{std::move(name), std::move(bytes)}}); };
  CHECK(only("xl/workbook.xml") == "E_UNSUPPORTED_FORMAT: Excel workbook");
  CHECK(only("ppt/presentation.xml") == "E_UNSUPPORTED_FORMAT: PowerPoint presentation");
  CHECK(only("OFD.xml") == "E_UNSUPPORTED_FORMAT: OFD document");
  CHECK(only("mimetype", "application/vnd.oasis.opendocument.text") == "E_UNSUPPORTED_FORMAT: OpenDocument text");
  CHECK(only("mimetype", "application/vnd.oasis.opendocument.spreadsheet") == "E_UNSUPPORTED_FORMAT: OpenDocument file");
  CHECK(only("mimetype", "application/epub+zip") == "E_UNSUPPORTED_FORMAT: EPUB book");
  CHECK(only("通知.docx") == "E_NOT_DOCX: 1 entries");
  CHECK(read({rels("_rels/.rels", relationship("officeDocument", "a.xml")), {"a.xml", "<x:worksheet xmlns:x=\"y\"/>"}}) == "E_NOT_DOCX: 2 entries");
}

TEST_CASE("docx package: Flat OPC, the package in one XML file") {
  const auto flat = [](const std::vector<ZipEntry>& parts) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<?mso-application progid=\"Word.Document\"?>\n"
                      "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">";
    for (const ZipEntry& part : parts) {
      const bool binary = part.name.ends_with(".png");
      const std::string data = binary ? "binaryData" : "xmlData";
      xml += "<pkg:part pkg:name=\"/" + part.name + "\" pkg:contentType=\"application/xml\"><pkg:" + data + ">" + part.bytes + "</pkg:" + data + "></pkg:part>";
    }
    return xml + "</pkg:package>";
  };
  const auto read_xml = [](const std::string& xml) {
    const auto document = read_document(as_bytes(xml), {});
    return document ? document->format + ": " + document->source : std::string(code_name(document.error().code)) + ": " + document.error().detail;
  };
  const std::vector<ZipEntry> parts = {rels("_rels/.rels", relationship("officeDocument", "word/document.xml")), main_part("word/document.xml"),
                                       rels("word/_rels/document.xml.rels", relationship("numbering", "numbering.xml")), numbering_part("word/numbering.xml"),
                                       {"word/media/image1.png", "iVBORw0KGgo="}};
  CHECK(read_xml(flat(parts)) == "flat-opc: " + kNumbered);
  CHECK(read_xml("\xEF\xBB\xBF" + flat(parts)) == "flat-opc: " + kNumbered);
  CHECK(read_xml(flat({parts[1]})) == "flat-opc: 开展自查\n");
  CHECK(read_xml(flat({parts[4]})) == "E_NOT_DOCX: 1 entries");
  CHECK(read_xml(flat({{"word/document.xml", ""}})) == "E_BAD_XML: /word/document.xml: no pkg:xmlData");
  CHECK(read_xml(flat(parts).substr(0, 900)).starts_with("E_BAD_XML: the XML file: byte "));
}
