// Bytes of a .docx become a Document. The main part is found through the package's relationships, the others through
// the main part's own. Read: ECMA-376 transitional and strict, .docx, .docm, .dotx, .dotm, and Flat OPC.
//
// Supported: automatic numbering, styles, tables on their grid, text boxes, AlternateContent, content controls, fields,
// hyperlinks, revisions (accepted or rejected), hidden text (left out), symbols, ruby, notes, headers and footers, formulas as
// text. Not supported, and said in a diagnostic: embedded documents (altChunk), numbers counted by a field (LISTNUM,
// AUTONUM), number formats beyond tests/spec/docx-numbering.md. Not read: charts, SmartArt, pictures,
// comments.
#include <algorithm>
#include <array>
#include <new>
#include <unordered_map>

#include "readers/docx/container.hpp"
#include "readers/docx/package.hpp"
#include "readers/docx/revisions.hpp"
#include "readers/docx/story.hpp"
#include "readers/docx/wml.hpp"
#include "readers/readers.hpp"

namespace gongwen {
namespace docx {
namespace {

constexpr std::string_view kFlatOpcNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";

struct KnownContainer {
  std::string_view entry, what;
};

constexpr std::array kKnownContainers = {
    KnownContainer{"xl/workbook.xml", "Excel workbook"},
    KnownContainer{"xl/workbook.bin", "Excel workbook"},
    KnownContainer{"ppt/presentation.xml", "PowerPoint presentation"},
    KnownContainer{"visio/document.xml", "Visio drawing"},
    KnownContainer{"OFD.xml", "OFD document"},
    KnownContainer{"META-INF/MANIFEST.MF", "Java archive"},
};

constexpr std::array kKnownTypes = {
    KnownContainer{"application/vnd.oasis.opendocument.text", "OpenDocument text"},
    KnownContainer{"application/vnd.oasis.opendocument", "OpenDocument file"},
    KnownContainer{"application/epub+zip", "EPUB book"},
};

// A document of another kind, or a zip file of whatever.
Error no_word_document(Package& package) {
  for (const auto& [entry, what] : kKnownContainers) {
    if (package.has(entry)) return {ErrorCode::unsupported_format, std::string(what)};
  }
  const std::string type = package.peek("mimetype");
  for (const auto& [name, what] : kKnownTypes) {
    if (type.starts_with(name)) return {ErrorCode::unsupported_format, std::string(what)};
  }
  return {ErrorCode::not_docx, std::to_string(package.names().size()) + " entries"};
}

bool is_word_content_type(std::string_view type) {
  return type.ends_with("wordprocessingml.document.main+xml") || type.ends_with("wordprocessingml.template.main+xml") ||
         type.ends_with("ms-word.document.macroEnabled.main+xml") ||
         type.ends_with("ms-word.template.macroEnabledTemplate.main+xml");
}

// The name of the main part: by relationship, else by content type, else where every writer puts it; "" if there is
// none.
Result<std::string> main_part_name(Package& package) {
  auto root = package.relationships("");
  if (!root) return root.error();
  for (const auto& relationship : *root) {
    if (relationship.kind == "officeDocument" && package.has(relationship.target)) return relationship.target;
  }
  auto types = package.xml("[Content_Types].xml");
  if (!types) return types.error();
  if (*types) {
    for (const auto node : (*types)->root().children()) {
      if (local(node.name()) != "Override" || !is_word_content_type(attribute(node, "ContentType"))) continue;
      auto name = resolve_target("", attribute(node, "PartName"));
      if (package.has(name)) return name;
    }
  }
  return std::string(package.has("word/document.xml") ? "word/document.xml" : "");
}

// A part of the document, as if its revisions were accepted or rejected.
Result<std::unique_ptr<XmlPart>> read_part(Package& package, const std::string& name, Revisions revisions) {
  auto part = package.xml(name);
  if (part && *part && revisions == Revisions::reject) reject_revisions((*part)->root());
  return part;
}

/// The parts that the main part refers to, read when they are asked for.
class Parts {
 public:
  Parts(Package& package, const std::vector<Relationship>& relationships, Revisions revisions)
      : package_(package), revisions_(revisions) {
    for (const auto& relationship : relationships) {
      by_kind_.emplace(relationship.kind, relationship.target);
      by_id_.emplace(relationship.id, relationship.target);
    }
  }

  /// The first part of that kind; null if there is none.
  Result<std::unique_ptr<XmlPart>> of_kind(const std::string& kind) { return find(by_kind_, kind); }
  Result<std::unique_ptr<XmlPart>> of_id(const std::string& id) { return find(by_id_, id); }

 private:
  using Targets = std::unordered_map<std::string, std::string>;
  Result<std::unique_ptr<XmlPart>> find(const Targets& targets, const std::string& key) {
    const auto found = targets.find(key);
    return found == targets.end() ? std::unique_ptr<XmlPart>() : read_part(package_, found->second, revisions_);
  }

  Package& package_;
  Revisions revisions_;
  Targets by_kind_, by_id_;
};

// Notes in the order of their references; each once.
std::optional<Error> read_notes(Parts& parts, const std::string& kind, const std::vector<std::string>& ids,
                                StoryReader& story) {
  if (ids.empty()) return std::nullopt;
  auto part = parts.of_kind(kind);
  if (!part) return part.error();
  if (!*part) return std::nullopt;
  std::unordered_map<std::string, pugi::xml_node> by_id;
  for (const auto node : (*part)->root().children()) by_id.emplace(attribute(node, "id"), node);
  story.begin_story();
  for (const auto& id : ids) {
    const auto found = by_id.find(id);
    if (found == by_id.end()) continue;
    story.read(found->second, ParagraphRole::note);
    by_id.erase(found);
  }
  return std::nullopt;
}

std::optional<Error> read_furniture(Parts& parts, StoryReader& story) {
  // A copy: a header's own story adds nothing, but the list belongs to the reader.
  const std::vector<FurnitureReference> references = story.furniture();
  std::unordered_map<std::string, bool> done;
  story.begin_story();
  for (const auto role : {ParagraphRole::header, ParagraphRole::footer}) {
    for (const auto& reference : references) {
      if (reference.role != role || !done.emplace(reference.relationship, true).second) continue;
      auto part = parts.of_id(reference.relationship);
      if (!part) return part.error();
      if (*part) story.read_once((*part)->root(), role);
    }
  }
  return std::nullopt;
}

// Some programs put a web page into an empty document, and Word shows that.
Error no_text(const Document& document, const std::string& name) {
  const bool embeds = std::any_of(document.diagnostics.begin(), document.diagnostics.end(),
                                  [](const Diagnostic& one) { return one.rule == "docx-embedded-document"; });
  if (embeds) return {ErrorCode::unsupported_format, "embedded document (altChunk) and no text beside it"};
  return {ErrorCode::empty, name + ": no text"};
}

Result<Document> read_package(Package& package, const ReadOptions& options) {
  auto name = main_part_name(package);
  if (!name) return name.error();
  if (name->empty()) return no_word_document(package);
  auto main = read_part(package, *name, options.revisions);
  if (!main) return main.error();
  const auto body = child((*main)->root(), "body");
  if (local((*main)->root().name()) != "document" || !body) return no_word_document(package);
  auto relationships = package.relationships((*main)->name);
  if (!relationships) return relationships.error();
  Parts parts(package, *relationships, options.revisions);
  auto style_part = parts.of_kind("styles");
  if (!style_part) return style_part.error();
  auto numbering_part = parts.of_kind("numbering");
  if (!numbering_part) return numbering_part.error();
  const Styles styles = *style_part ? Styles((*style_part)->root()) : Styles();
  const Numbering numbering = *numbering_part ? Numbering((*numbering_part)->root(), styles) : Numbering();

  Document document;
  document.format = "docx";
  StoryReader story(document, styles, numbering, options.limits);
  story.read(body, ParagraphRole::body);
  if (auto error = read_notes(parts, "footnotes", story.footnotes(), story)) return *error;
  if (auto error = read_notes(parts, "endnotes", story.endnotes(), story)) return *error;
  if (auto error = read_furniture(parts, story)) return *error;
  if (story.error()) return *story.error();
  story.report(options.revisions);
  if (!package.repeated().empty()) document.diagnostics.push_back(diagnose("docx-part-repeated", {}, {package.repeated()}));
  if (!has_ink(document.source)) return no_text(document, *name);
  return document;
}

}  // namespace
}  // namespace docx

bool is_zip(Bytes bytes) {
  const auto starts = [&](unsigned char a, unsigned char b) {
    return bytes.size() >= 4 && bytes[0] == std::byte{'P'} && bytes[1] == std::byte{'K'} && bytes[2] == std::byte{a} &&
           bytes[3] == std::byte{b};
  };
  return starts(3, 4) || starts(5, 6) || docx::has_zip_directory(bytes);
}

bool is_flat_opc(Bytes bytes) {
  const std::string_view head(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 4096));
  const auto first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != head.npos && head[first] == '<' && head.find(docx::kFlatOpcNamespace) != head.npos;
}

// No exception of ours crosses here, and the only one of the standard library that any input can cause is this.
Result<Document> read_docx(Bytes bytes, const ReadOptions& options) try {
  auto package = docx::Package::open(bytes, options.limits);
  if (!package) return package.error();
  return docx::read_package(*package, options);
} catch (const std::bad_alloc&) {
  return Error{ErrorCode::too_large, "memory"};
}

Result<Document> read_flat_opc(Bytes bytes, const ReadOptions& options) try {
  auto package = docx::Package::open_flat(bytes, options.limits);
  if (!package) return package.error();
  auto document = docx::read_package(*package, options);
  if (document) document->format = "flat-opc";
  return document;
} catch (const std::bad_alloc&) {
  return Error{ErrorCode::too_large, "memory"};
}

}  // namespace gongwen
