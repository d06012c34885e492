// styles.xml becomes a flat list of styles, each with what it inherits. A basedOn cycle is cut where it closes.
#include "readers/docx/styles.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

template <class T>
void inherit(std::optional<T>& own, const std::optional<T>& from) {
  if (!own) own = from;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

bool is_contents_style(std::string_view name) {
  return name == "toc heading" || (name.size() == 5 && name.starts_with("toc ") && name[4] >= '1' && name[4] <= '9');
}

// The outline level of the style 标题 1, whose name is "heading 1" in every language but where a program translated it.
std::optional<std::int8_t> heading_level(std::string_view name) {
  for (const std::string_view word : {"heading ", "标题 ", "标题"}) {
    if (name.size() == word.size() + 1 && name.starts_with(word) && name.back() >= '1' && name.back() <= '9')
      return static_cast<std::int8_t>(name.back() - '1');
  }
  return std::nullopt;
}

Typeface typeface_of(std::string_view font) {
  struct Known {
    std::string_view part;
    Typeface typeface;
  };
  constexpr std::array kKnown = {
      Known{"小标宋", Typeface::title_song}, Known{"xiaobiaosong", Typeface::title_song},
      Known{"黑体", Typeface::hei},          Known{"simhei", Typeface::hei},
      Known{"heiti", Typeface::hei},         Known{"fzhei", Typeface::hei},
      Known{"仿宋", Typeface::fang_song},    Known{"fangsong", Typeface::fang_song},
      Known{"楷", Typeface::kai},            Known{"kai", Typeface::kai},
      Known{"宋", Typeface::song},           Known{"simsun", Typeface::song},
  };
  const std::string name = lower(font);
  for (const auto& [part, typeface] : kKnown) {
    if (name.find(part) != name.npos) return typeface;
  }
  return Typeface::unknown;
}

std::optional<Typeface> read_typeface(pugi::xml_node fonts, Typefaces& typefaces) {
  if (!attribute(fonts, "eastAsiaTheme").empty()) return Typeface::unknown;  // 17.3.2.26: a theme goes before a name
  const auto font = attribute(fonts, "eastAsia");
  return font.empty() ? std::nullopt : std::optional(typefaces.of(font));
}

NumberingReference read_numbering_reference(pugi::xml_node numbering) {
  if (!numbering || child(numbering, "del")) return {};  // an insertion of numbering that is rejected
  return {child_number(numbering, "numId"), child_number(numbering, "ilvl")};
}

ParagraphProperties paragraph_properties_of(pugi::xml_node ppr) { return read_paragraph_properties(paragraph_elements(ppr)); }

}  // namespace

ParagraphElements paragraph_elements(pugi::xml_node ppr) noexcept {
  const auto [style, numbering, alignment, outline_level, frame, section, mark, change] =
      children<Tag::pStyle, Tag::numPr, Tag::jc, Tag::outlineLvl, Tag::framePr, Tag::sectPr, Tag::rPr, Tag::pPrChange>(ppr);
  return {style, numbering, alignment, outline_level, frame, section, mark, change};
}

RunElements run_elements(pugi::xml_node rpr) noexcept {
  const auto [style, bold, hidden, separator, size, fonts, change] =
      children<Tag::rStyle, Tag::b, Tag::vanish, Tag::specVanish, Tag::sz, Tag::rFonts, Tag::rPrChange>(rpr);
  return {style, bold, hidden, separator, size, fonts, change};
}

Typeface Typefaces::of(std::string_view font) {
  if (font != font_) {
    font_ = font;
    typeface_ = typeface_of(font);
  }
  return typeface_;
}

ParagraphProperties read_paragraph_properties(const ParagraphElements& elements) {
  ParagraphProperties properties;
  properties.numbering = read_numbering_reference(elements.numbering);
  if (elements.alignment) properties.centered = value_of(elements.alignment) == "center";
  if (const auto level = elements.outline_level ? number(value_of(elements.outline_level)) : std::nullopt)
    properties.outline_level = static_cast<std::int8_t>(*level >= 0 && *level <= 8 ? *level : -1);
  return properties;
}

RunProperties read_run_properties(const RunElements& elements, Typefaces& typefaces) {
  RunProperties properties;
  properties.bold = on_off(elements.bold);
  properties.hidden = on_off(elements.hidden);
  if (const auto size = elements.size ? length(value_of(elements.size), 2) : std::nullopt; size && *size > 0 && *size < 10'000)
    properties.half_points = static_cast<std::uint16_t>(*size);
  if (elements.fonts) properties.typeface = read_typeface(elements.fonts, typefaces);
  return properties;
}

Styles::Styles(pugi::xml_node root) : styles_(1), parent_ids_(1) {
  const auto defaults = child(root, "docDefaults");
  styles_[0].paragraph = paragraph_properties_of(child(child(defaults, "pPrDefault"), "pPr"));
  Typefaces typefaces;
  defaults_ = read_run_properties(run_elements(child(child(defaults, "rPrDefault"), "rPr")), typefaces);
  for (const auto node : root.children()) {
    if (local(node.name()) != "style") continue;
    Style style;
    style.id = attribute(node, "styleId");
    style.name = lower(value_of(child(node, "name")));
    style.paragraph = paragraph_properties_of(child(node, "pPr"));
    inherit(style.paragraph.outline_level, heading_level(style.name));
    style.run = read_run_properties(run_elements(child(node, "rPr")), typefaces);
    style.contents = is_contents_style(style.name);
    const auto index = static_cast<std::uint32_t>(styles_.size());
    const auto is_default = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on"))
      default_paragraph_ = index;
    by_id_.emplace(style.id, index);
    styles_.push_back(std::move(style));
    parent_ids_.emplace_back(value_of(child(node, "basedOn")));
  }
  resolve();
}

void Styles::resolve() {
  for (std::uint32_t i = 1; i < styles_.size(); ++i) {
    const auto parent = by_id_.find(parent_ids_[i]);
    styles_[i].parent = parent == by_id_.end() ? 0 : parent->second;
  }
  enum class State : std::uint8_t { fresh, open, done };
  std::vector<State> state(styles_.size(), State::fresh);
  state[0] = State::done;
  std::vector<std::uint32_t> chain;
  for (std::uint32_t i = 1; i < styles_.size(); ++i) {
    for (std::uint32_t at = i; state[at] == State::fresh; at = styles_[at].parent) {
      state[at] = State::open;
      chain.push_back(at);
      if (state[styles_[at].parent] == State::open) styles_[at].parent = 0;
    }
    for (; !chain.empty(); chain.pop_back()) {
      Style& style = styles_[chain.back()];
      const Style& parent = styles_[style.parent];
      style.numbered_by = style.paragraph.numbering.id ? chain.back() : parent.numbered_by;
      inherit(style.paragraph.numbering.id, parent.paragraph.numbering.id);
      inherit(style.paragraph.numbering.level, parent.paragraph.numbering.level);
      inherit(style.paragraph.centered, parent.paragraph.centered);
      inherit(style.paragraph.outline_level, parent.paragraph.outline_level);
      inherit(style.run.bold, parent.run.bold);
      inherit(style.run.hidden, parent.run.hidden);
      inherit(style.run.half_points, parent.run.half_points);
      inherit(style.run.typeface, parent.run.typeface);
      style.contents = style.contents || parent.contents;
      state[chain.back()] = State::done;
    }
  }
}

std::uint32_t Styles::paragraph(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? default_paragraph_ : found->second;
}

std::uint32_t Styles::run(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? 0 : found->second;
}

std::optional<std::int64_t> Styles::numbering_of_style(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : styles_[found->second].paragraph.numbering.id;
}

}  // namespace gongwen::docx
