// Fragments of WordprocessingML become the bytes of a .docx.
#include "docx_fixture.hpp"

#include <sstream>
#include <stdexcept>

#include <zip.h>

namespace gongwen::test {
namespace {

constexpr std::string_view kNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")";
constexpr std::string_view kXml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string stem(const std::string& name) { return name.substr(0, name.find('.')); }

std::string kind(const std::string& name) {
  const std::string base = stem(name);
  return base.substr(0, base.find_first_of("0123456789"));
}

std::string root_name(const std::string& name) {
  const std::string of = kind(name);
  return of == "header" ? "hdr" : of == "footer" ? "ftr" : of == "diagramData" ? "dataModel" : of;
}

std::string element(const std::string& name, std::string_view inner) {
  return std::string(kXml)
      .append("<w:" + name)
      .append(kNamespaces)
      .append(">")
      .append(inner)
      .append("</w:" + name + ">");
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml =
      std::string(kXml) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const auto& [type, target] : targets) {
    const std::string file = target.substr(target.find_last_of('/') + 1);
    xml += "<Relationship Id=\"" + stem(file) + "\" Type=\"" + std::string(kTypes) + type + "\" Target=\"" + target +
           "\"/>";
  }
  return xml + "</Relationships>";
}

}  // namespace

std::string make_zip(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (!archive) throw std::runtime_error(zip_error_strerror(&error));
  zip_source_keep(target);
  for (const auto& entry : entries) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const auto index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), entry.deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                             0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

std::vector<ZipEntry> docx_entries(std::string_view body, const std::vector<PartFragment>& parts) {
  std::vector<std::pair<std::string, std::string>> targets;
  for (const auto& [name, fragment] : parts) targets.emplace_back(kind(name), name);
  std::vector<ZipEntry> entries = {
      {"[Content_Types].xml",
       std::string(kXml) +
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="xml" ContentType="application/xml"/>)"
           R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml", element("document", "<w:body>" + std::string(body) + "</w:body>")},
      {"word/_rels/document.xml.rels", relationships(targets)},
  };
  for (const auto& [name, fragment] : parts) entries.push_back({"word/" + name, element(root_name(name), fragment)});
  return entries;
}

std::string make_docx(std::string_view body, const std::vector<PartFragment>& parts) {
  return make_zip(docx_entries(body, parts));
}

std::string docx_of(std::string_view wml) {
  std::vector<PartFragment> parts;
  std::string body;
  std::string* into = &body;
  std::istringstream lines{std::string(wml)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) into = &parts.emplace_back(line.substr(4), std::string()).second;
    else *into += line;
  }
  return make_docx(body, parts);
}

}  // namespace gongwen::test
