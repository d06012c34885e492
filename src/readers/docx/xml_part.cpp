// Bytes become a tree: their encoding is settled, what would make the tree too large or the text uncertain is refused,
// pugixml parses in place.
#include "readers/docx/xml_part.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "text/convert.hpp"

namespace gongwen::docx {
namespace {

// One node of pugixml takes about twelve times the shortest tag that makes it, so a part within part_bytes could still
// ask for gigabytes. This many tags and attributes are some five thousand pages.
constexpr std::size_t kMaxMarkup = 24'000'000;
// White space alone in <w:t> is text; character references must be decoded; a DOCTYPE is looked at, not obeyed.
constexpr unsigned kParseFlags = pugi::parse_minimal | pugi::parse_escapes | pugi::parse_ws_pcdata_single |
                                 pugi::parse_cdata | pugi::parse_eol | pugi::parse_doctype;

// A shorter text cannot hold too much of it, so that ordinary documents are not scanned.
std::size_t markup(std::string_view text) {
  if (text.size() <= kMaxMarkup) return 0;
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; }));
}

// What `encoding="…"` of an XML declaration in ASCII says; "" without one.
std::string declared_encoding(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF") || !text.starts_with("<?xml")) return {};
  const auto declaration = text.substr(0, std::min<std::size_t>(text.find("?>"), 256));
  const auto at = declaration.find("encoding");
  const auto begin = at == declaration.npos ? at : declaration.find_first_of("\"'", at);
  if (begin == declaration.npos) return {};
  std::string name(declaration.substr(begin + 1, declaration.find(declaration[begin], begin + 1) - begin - 1));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return name;
}

// A declaration that is read as ASCII cannot be UTF-16, whatever it says: Office ignores it, too.
bool is_unicode(std::string_view encoding) {
  return encoding.empty() || encoding.starts_with("utf") || encoding == "us-ascii" || encoding.starts_with("ucs") ||
         encoding.starts_with("iso-10646");
}

}  // namespace

Result<std::unique_ptr<XmlPart>> parse_xml(std::string name, std::unique_ptr<char[]> buffer, std::size_t size) {
  const std::string_view text(buffer.get(), size);
  if (const auto count = markup(text); count > kMaxMarkup)
    return Error{ErrorCode::too_large, "tags (" + name + "): " + std::to_string(count) + " > " + std::to_string(kMaxMarkup)};
  auto part = std::make_unique<XmlPart>();
  auto encoding = pugi::encoding_auto;
  if (const auto declared = declared_encoding(text); !is_unicode(declared)) {
    const auto converted = text::convert(text, declared.c_str(), false);
    if (!converted) return Error{ErrorCode::bad_xml, name + ": unknown encoding " + declared};
    size = converted->size();
    buffer = std::make_unique_for_overwrite<char[]>(size + 1);
    std::memcpy(buffer.get(), converted->data(), size);
    encoding = pugi::encoding_utf8;
  }
  part->name = std::move(name);
  part->buffer = std::move(buffer);
  const auto parsed = part->tree.load_buffer_inplace(part->buffer.get(), size, kParseFlags, encoding);
  if (parsed.status == pugi::status_out_of_memory) return Error{ErrorCode::too_large, "memory (" + part->name + ")"};
  if (!parsed)
    return Error{ErrorCode::bad_xml, part->name + ": byte " + std::to_string(parsed.offset) + ": " + parsed.description()};
  for (const auto node : part->tree.children()) {
    if (node.type() == pugi::node_doctype && std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return Error{ErrorCode::bad_xml, part->name + ": it declares entities"};
  }
  return part;
}

}  // namespace gongwen::docx
