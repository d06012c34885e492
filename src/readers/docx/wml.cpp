// Elements and attributes by local name, on/off values, and the text of an element as clean UTF-8.
#include "readers/docx/wml.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/utf8.hpp"

namespace gongwen::docx {
namespace {

// Length of the well-formed UTF-8 sequence at the start of `text`, 0 if it is malformed (RFC 3629).
std::size_t sequence_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : (lead & 0xF0) == 0xE0        ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const unsigned char second = byte(1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : length;
}

// The namespaces of Word's own extensions, by the prefixes that every writer gives them: shapes, groups and canvases
// (wps, wpg, wpc), w14 and later, drawings (wp14, a14), VML, formulas.
bool is_understood(std::string_view prefixes) noexcept {
  while (!prefixes.empty()) {
    const auto space = std::min(prefixes.find(' '), prefixes.size());
    const auto prefix = prefixes.substr(0, space);
    prefixes.remove_prefix(std::min(space + 1, prefixes.size()));
    const bool known = prefix.empty() || prefix == "v" || prefix == "o" || prefix == "m" || prefix.starts_with("w1") ||
                       prefix.starts_with("wp") || prefix.starts_with("a1");
    if (!known) return false;
  }
  return true;
}

// Whether local(name) is `wanted`, without measuring either.
bool is_local(const char* name, std::string_view wanted) noexcept {
  const char* at = name;
  while (*at != '\0' && *at != ':') ++at;
  if (*at == ':') name = at + 1;
  for (const char c : wanted)
    if (*name++ != c) return false;
  return *name == '\0';
}

// How many bytes at the beginning stay as they are: printable ASCII, tabs and well-formed sequences.
std::size_t clean_prefix(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  const char* at = text.data();
  while (at < end) {
    const auto lead = static_cast<unsigned char>(*at);
    if (gongwen::text::is_usual_three(at, end)) {
      at += 3;
    } else if (lead < 0x80) {
      if ((lead < 0x20 && lead != '\t') || lead == 0x7F) break;
      ++at;
    } else {
      const std::size_t length = sequence_length(text.substr(static_cast<std::size_t>(at - text.data())));
      if (length == 0) break;
      at += length;
    }
  }
  return static_cast<std::size_t>(at - text.data());
}

bool is_xml_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept {
  for (auto c = node.first_child(); c; c = c.next_sibling()) {
    if (is_local(c.name(), name)) return c;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept {
  for (auto a = node.first_attribute(); a; a = a.next_attribute()) {
    if (is_local(a.name(), name)) return a.value();
  }
  return {};
}

std::optional<std::int64_t> number(std::string_view text) noexcept {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> length(std::string_view text, double per_point) noexcept {
  struct Unit {
    std::string_view name;
    double points;
  };
  if (!text.empty() && text.back() >= '0' && text.back() <= '9') return number(text);
  constexpr Unit kUnits[] = {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"pc", 12}, {"pi", 12}};
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size() - unit.name.size(), value);
    const double scaled = value * unit.points * per_point;
    if (error != std::errc() || !(std::abs(scaled) < 1e9)) return std::nullopt;
    return std::llround(scaled);
  }
  return number(text);
}

std::optional<std::int64_t> child_number(pugi::xml_node node, std::string_view name) noexcept {
  const auto found = child(node, name);
  return found ? number(value_of(found)) : std::nullopt;
}

std::optional<bool> on_off(pugi::xml_node element) noexcept {
  if (!element) return std::nullopt;
  const auto value = value_of(element);
  return value != "0" && value != "false" && value != "off";
}

std::optional<bool> on_off(pugi::xml_node parent, std::string_view name) noexcept { return on_off(child(parent, name)); }

pugi::xml_node preferred_branch(pugi::xml_node alternate) noexcept {
  for (auto node = alternate.first_child(); node; node = node.next_sibling()) {
    if (local(node.name()) == "Choice" && is_understood(attribute(node, "Requires"))) return node;
  }
  const auto fallback = child(alternate, "Fallback");
  return fallback ? fallback : child(alternate, "Choice");
}

bool append_clean(std::string& out, std::string_view text) {
  bool malformed = false;
  while (true) {
    const auto clean = clean_prefix(text);
    out.append(text.substr(0, clean));
    if (clean == text.size()) return malformed;
    const char odd = text[clean];
    text.remove_prefix(clean + 1);
    if (odd == '\n' || odd == '\r') {
      out += ' ';
    } else if (static_cast<unsigned char>(odd) >= 0x80) {
      out += "\xEF\xBF\xBD";
      malformed = true;
    }
  }
}

std::string_view text_of(pugi::xml_node node, std::string& joined) {
  const auto is_text = [](pugi::xml_node c) { return c.type() == pugi::node_pcdata || c.type() == pugi::node_cdata; };
  const auto first = node.first_child();
  std::string_view text;
  if (first && is_text(first) && !first.next_sibling()) {
    text = first.value();
  } else {
    joined.clear();
    for (const auto c : node.children())
      if (is_text(c)) joined += c.value();
    text = joined;
  }
  const bool padded = !text.empty() && (is_xml_space(text.front()) || is_xml_space(text.back()));
  if (!padded || attribute(node, "space") == "preserve") return text;
  // White space alone is kept unless it is a line break of the XML's own layout: some writers forget xml:space.
  const bool blank = std::all_of(text.begin(), text.end(), is_xml_space);
  if (blank && text.find('\n') == text.npos) return text;
  while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
  return text;
}

std::string text_of(pugi::xml_node node) {
  std::string joined;
  return std::string(text_of(node, joined));
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  if (c < 0x10000) return put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
}

bool has_ink(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c <= 0x20) continue;
    const auto rest = text.substr(i);
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\x85")) {
      i += 1;  // U+00A0, U+0085
    } else if (rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xEF\xBB\xBF") ||
               (rest.starts_with("\xE2\x80") && rest.size() > 2 &&
                (static_cast<unsigned char>(rest[2]) <= 0x8F || static_cast<unsigned char>(rest[2]) == 0xA8 ||
                 static_cast<unsigned char>(rest[2]) == 0xA9 || static_cast<unsigned char>(rest[2]) == 0xAF))) {
      i += 2;  // U+3000, U+FEFF, U+2000 to U+200F, …
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace gongwen::docx
