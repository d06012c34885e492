// A package in one XML file (Flat OPC, as Word's "XML document" saves it): each pkg:part is a part, its pkg:xmlData the
// tree. Nothing is copied: the parts point into the one tree.
#include <cstring>

#include "readers/docx/package.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {

Result<Package> Package::open_flat(Bytes bytes, const Limits& limits) {
  auto buffer = std::make_unique_for_overwrite<char[]>(bytes.size() + 1);
  std::memcpy(buffer.get(), bytes.data(), bytes.size());
  auto whole = parse_xml("the XML file", std::move(buffer), bytes.size());
  if (!whole) return whole.error();
  Package package;
  package.flat_ = std::move(*whole);
  for (const auto part : package.flat_->root().children()) {
    if (local(part.name()) != "part") continue;
    if (package.names_.size() >= limits.entries)
      return Error{ErrorCode::too_large, "entries: more than " + std::to_string(limits.entries)};
    package.flat_parts_.push_back(part);
    package.add_name(std::string(attribute(part, "name")));
  }
  return package;
}

Result<std::unique_ptr<XmlPart>> Package::flat_part(std::size_t index) const {
  const auto data = child(flat_parts_[index], "xmlData");
  auto part = std::make_unique<XmlPart>();
  part->name = names_[index];
  for (const auto node : data.children()) {
    if (node.type() == pugi::node_element) part->inside = node;
  }
  if (!part->inside) return Error{ErrorCode::bad_xml, part->name + ": no pkg:xmlData"};
  return part;
}

}  // namespace gongwen::docx
