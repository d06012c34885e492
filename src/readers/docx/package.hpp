#pragma once
// The zip container of a .docx (Open Packaging Conventions): parts by name, inflated and checked, and relationships.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

#include "readers/docx/xml_part.hpp"
#include "readers/readers.hpp"

struct zip;
struct libdeflate_decompressor;

namespace gongwen::docx {

/// What a part refers to: `Relationship` elements of its .rels part, external targets left out.
struct Relationship {
  std::string id;
  std::string kind;    ///< last segment of the type: "styles"; the same in strict and transitional
  std::string target;  ///< part name, resolved against the part's folder
};

class Package {
 public:
  /// Opens the container; `bytes` must outlive the package.
  static Result<Package> open(Bytes bytes, const Limits& limits);
  /// A package written as one XML file (Flat OPC, `pkg:package`).
  static Result<Package> open_flat(Bytes bytes, const Limits& limits);

  /// Part names match without regard to case, backslashes, percent encoding and a leading slash.
  [[nodiscard]] bool has(std::string_view name) const;
  /// The part's tree, or a null pointer with no error if it is not there. It must not outlive the package.
  Result<std::unique_ptr<XmlPart>> xml(std::string_view name);
  Result<std::vector<Relationship>> relationships(std::string_view part);

  /// Entry names as stored, for telling what a container without a Word document is.
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
  /// The name of a part that the container holds more than once, "" if there is none. The last one is read.
  [[nodiscard]] const std::string& repeated() const noexcept { return repeated_; }
  /// The first bytes of a small entry, "" if it cannot be read.
  std::string peek(std::string_view name);

 private:
  struct Closer {
    void operator()(struct zip* archive) const noexcept;
    void operator()(struct libdeflate_decompressor* decompressor) const noexcept;
  };
  struct Inflated {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  Result<Inflated> inflate(std::uint64_t index, const std::string& name);
  void add_name(std::string name);
  Result<std::unique_ptr<XmlPart>> flat_part(std::size_t index) const;

  std::unique_ptr<struct zip, Closer> archive_;
  std::unique_ptr<struct libdeflate_decompressor, Closer> decompressor_;  ///< for all parts; made for the first
  std::unique_ptr<XmlPart> flat_;             ///< the whole package, where it is one XML file
  std::vector<pugi::xml_node> flat_parts_;    ///< its parts, beside names_
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint64_t> index_;  ///< folded name to entry
  std::string repeated_;
  std::uint64_t part_bytes_ = 0;
  std::uint64_t budget_ = 0;  ///< inflated bytes still allowed, all parts together
};

/// "word/document.xml" and "../media/a.png" make "media/a.png".
std::string resolve_target(std::string_view part, std::string_view target);

}  // namespace gongwen::docx
