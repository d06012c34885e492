#pragma once
// Word documents made in memory from fragments of WordprocessingML.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongwen::test {

struct ZipEntry {
  std::string name;
  std::string bytes;
  bool deflate = true;
};

/// A zip container with these entries, in order.
std::string make_zip(const std::vector<ZipEntry>& entries);

/// A part beside the main one: "styles.xml" and what stands inside its root element.
using PartFragment = std::pair<std::string, std::string>;

/// The main part with `body` inside w:body, wrapped and zipped with everything that a .docx needs. Parts are named
/// styles.xml, numbering.xml, footnotes.xml, endnotes.xml, comments.xml, header*.xml, footer*.xml; the relationship id
/// of a part is its name without ".xml".
std::string make_docx(std::string_view body, const std::vector<PartFragment>& parts = {});

/// A .docx from a fence `wml` of the specification: what stands inside w:body, then after lines such as
/// "=== styles.xml" what stands inside the other parts.
std::string docx_of(std::string_view wml);

/// The entries that `make_docx` zips, for tests that want to spoil one.
std::vector<ZipEntry> docx_entries(std::string_view body, const std::vector<PartFragment>& parts = {});

inline std::span<const std::byte> as_bytes(const std::string& text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

}  // namespace gongwen::test
