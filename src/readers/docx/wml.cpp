// Elements and attributes by local name, on/off values, and the text of an element as clean UTF-8.
#include "readers/docx/wml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gongwen::docx {
namespace {

struct Named {
  std::string_view name;
  Tag tag;
};

constexpr std::array kTags = {
#define GONGWEN_TAG(name) \
  Named { #name, Tag::name }
    GONGWEN_TAG(AlternateContent),
    GONGWEN_TAG(Choice),
    GONGWEN_TAG(Fallback),
    GONGWEN_TAG(altChunk),
    GONGWEN_TAG(annotationRef),
    GONGWEN_TAG(bookmarkEnd),
    GONGWEN_TAG(bookmarkStart),
    GONGWEN_TAG(br),
    GONGWEN_TAG(commentRangeEnd),
    GONGWEN_TAG(commentRangeStart),
    GONGWEN_TAG(commentReference),
    GONGWEN_TAG(cr),
    GONGWEN_TAG(customXml),
    GONGWEN_TAG(customXmlPr),
    GONGWEN_TAG(del),
    GONGWEN_TAG(delInstrText),
    GONGWEN_TAG(delText),
    GONGWEN_TAG(drawing),
    GONGWEN_TAG(endnoteReference),
    GONGWEN_TAG(fldChar),
    GONGWEN_TAG(fldSimple),
    GONGWEN_TAG(footnoteReference),
    GONGWEN_TAG(hyperlink),
    GONGWEN_TAG(ins),
    GONGWEN_TAG(instrText),
    GONGWEN_TAG(moveFrom),
    GONGWEN_TAG(moveTo),
    GONGWEN_TAG(noBreakHyphen),
    GONGWEN_TAG(oMath),
    GONGWEN_TAG(oMathPara),
    GONGWEN_TAG(object),
    GONGWEN_TAG(p),
    GONGWEN_TAG(pPr),
    GONGWEN_TAG(pict),
    GONGWEN_TAG(proofErr),
    GONGWEN_TAG(ptab),
    GONGWEN_TAG(r),
    GONGWEN_TAG(rPr),
    GONGWEN_TAG(ruby),
    GONGWEN_TAG(sdt),
    GONGWEN_TAG(sdtContent),
    GONGWEN_TAG(sdtEndPr),
    GONGWEN_TAG(sdtPr),
    GONGWEN_TAG(sectPr),
    GONGWEN_TAG(smartTag),
    GONGWEN_TAG(smartTagPr),
    GONGWEN_TAG(softHyphen),
    GONGWEN_TAG(sym),
    GONGWEN_TAG(t),
    GONGWEN_TAG(tab),
    GONGWEN_TAG(tbl),
    GONGWEN_TAG(tblGrid),
    GONGWEN_TAG(tblPr),
    GONGWEN_TAG(tblPrEx),
    GONGWEN_TAG(tc),
    GONGWEN_TAG(tcPr),
    GONGWEN_TAG(textpath),
    GONGWEN_TAG(tr),
    GONGWEN_TAG(trPr),
    GONGWEN_TAG(txbxContent),
#undef GONGWEN_TAG
};
static_assert(std::is_sorted(kTags.begin(), kTags.end(),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

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

bool is_xml_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

Tag tag_of(pugi::xml_node node) noexcept {
  const auto name = local(node.name());
  const auto* found =
      std::lower_bound(kTags.begin(), kTags.end(), name, [](const Named& a, std::string_view b) { return a.name < b; });
  return found != kTags.end() && found->name == name ? found->tag : Tag::other;
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept {
  for (auto c = node.first_child(); c; c = c.next_sibling()) {
    if (local(c.name()) == name) return c;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept {
  for (auto a = node.first_attribute(); a; a = a.next_attribute()) {
    if (local(a.name()) == name) return a.value();
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

std::optional<bool> on_off(pugi::xml_node parent, std::string_view name) noexcept {
  const auto found = child(parent, name);
  if (!found) return std::nullopt;
  const auto value = value_of(found);
  return value != "0" && value != "false" && value != "off";
}

pugi::xml_node preferred_branch(pugi::xml_node alternate) noexcept {
  const auto choice = child(alternate, "Choice");
  return choice ? choice : child(alternate, "Fallback");
}

bool append_clean(std::string& out, std::string_view text) {
  bool malformed = false;
  while (!text.empty()) {
    const auto length = sequence_length(text);
    const char first = text.front();
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      malformed = true;
    } else if (length > 1) {
      out.append(text.substr(0, length));
    } else if (first == '\n' || first == '\r') {
      out += ' ';
    } else if (static_cast<unsigned char>(first) >= 0x20 ? first != 0x7F : first == '\t') {
      out += first;
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return malformed;
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const auto c : node.children()) {
    if (c.type() == pugi::node_pcdata || c.type() == pugi::node_cdata) text += c.value();
  }
  if (attribute(node, "space") == "preserve") return text;
  // White space alone is kept unless it is a line break of the XML's own layout: some writers forget xml:space.
  const bool blank = std::all_of(text.begin(), text.end(), is_xml_space);
  if (blank && text.find('\n') == text.npos) return text;
  while (!text.empty() && is_xml_space(text.back())) text.pop_back();
  const auto first = std::find_if_not(text.begin(), text.end(), is_xml_space);
  text.erase(text.begin(), first);
  return text;
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
