#pragma once
// Bytes of XML as a tree, within limits.
#include <cstddef>
#include <memory>
#include <string>

#include <gongwen/result.hpp>

#include <pugixml.hpp>

namespace gongwen::docx {

/// A part parsed in place: the tree points into the buffer.
struct XmlPart {
  std::string name;  ///< as the container has it
  std::unique_ptr<char[]> buffer;
  pugi::xml_document tree;
  pugi::xml_node inside;  ///< where the part stands in the tree of a whole package: its root element there

  [[nodiscard]] pugi::xml_node root() const { return inside ? inside : tree.document_element(); }
};

/// Parses `size` bytes at `buffer`, which the part then owns. UTF-8, UTF-16 and UTF-32 are found by the bytes; any other
/// encoding is the one that the XML declaration names. Entities of a DOCTYPE are refused, not expanded.
[[nodiscard]] Result<std::unique_ptr<XmlPart>> parse_xml(std::string name, std::unique_ptr<char[]> buffer, std::size_t size);

}  // namespace gongwen::docx
