#pragma once
// Elements and attributes by local name, their values, and the text of elements.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "readers/docx/tags.hpp"

namespace gongwen::docx {

[[nodiscard]] inline std::string_view local(const char* name) noexcept {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == whole.npos ? whole : whole.substr(colon + 1);
}

/// The first child with that local name, or a null node.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept;
/// The value of an attribute by local name, "" if it is not there.
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept;
[[nodiscard]] inline std::string_view value_of(pugi::xml_node node) noexcept { return attribute(node, "val"); }
/// A whole number of an attribute's text; nothing if it is none.
[[nodiscard]] std::optional<std::int64_t> number(std::string_view text) noexcept;
/// A length in `per_point`ths of a point: a bare number is in them already, one with a unit ("12pt", "1.5cm") is as strict
/// documents write it (22.9.2.15, ST_UniversalMeasure); nothing if it is neither.
[[nodiscard]] std::optional<std::int64_t> length(std::string_view text, double per_point) noexcept;
/// The w:val of a child element as a number.
[[nodiscard]] std::optional<std::int64_t> child_number(pugi::xml_node node, std::string_view name) noexcept;
/// CT_OnOff: the element there, without a val that says off; nothing for a null node.
[[nodiscard]] std::optional<bool> on_off(pugi::xml_node element) noexcept;
/// The same of a child.
[[nodiscard]] std::optional<bool> on_off(pugi::xml_node parent, std::string_view name) noexcept;
[[nodiscard]] inline bool is_on(pugi::xml_node parent, std::string_view name) noexcept {
  return on_off(parent, name).value_or(false);
}

/// The branch of an mc:AlternateContent that is read: the first Choice that is understood, else the Fallback.
[[nodiscard]] pugi::xml_node preferred_branch(pugi::xml_node alternate) noexcept;

/// Appends text as valid UTF-8: line ends become spaces, control characters go, malformed bytes become U+FFFD. Returns
/// whether any byte was malformed.
bool append_clean(std::string& out, std::string_view text);
/// The text of <w:t>, <m:t>: character data children joined, trimmed as Word does without xml:space="preserve". A view of the
/// tree, or of `joined` where there is more than one of them.
[[nodiscard]] std::string_view text_of(pugi::xml_node node, std::string& joined);
[[nodiscard]] std::string text_of(pugi::xml_node node);

void append_utf8(std::string& out, char32_t code_point);
/// Whether the text holds anything but white space.
[[nodiscard]] bool has_ink(std::string_view text) noexcept;

}  // namespace gongwen::docx
