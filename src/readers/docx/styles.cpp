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

// w:numPr; adds the revisions of it.
NumberingReference read_numbering_reference(pugi::xml_node numbering, std::uint32_t& revisions) {
  const bool deleted = !child(numbering, "del").empty();
  if (deleted || child(numbering, "ins") || child(numbering, "numberingChange")) ++revisions;
  if (deleted) return {};  // an insertion of numbering that is rejected
  return {child_number(numbering, "numId"), child_number(numbering, "ilvl")};
}

MarkMarkup read_mark(pugi::xml_node rpr) {
  MarkMarkup mark;
  for_each_property(rpr, [&](Tag tag, pugi::xml_node node) {
    switch (tag) {
      case Tag::vanish: mark.hidden = on_off(node); break;
      case Tag::specVanish: mark.separator = on_off(node).value_or(false); break;
      case Tag::del:
      case Tag::moveFrom: mark.deleted = true; [[fallthrough]];
      case Tag::ins:
      case Tag::moveTo:
      case Tag::rPrChange: ++mark.revisions; break;
      default: break;
    }
  });
  return mark;
}

std::optional<std::uint16_t> read_size(pugi::xml_node size) {
  const auto half_points = length(value_of(size), 2);
  return half_points && *half_points > 0 && *half_points < 10'000 ? std::optional(static_cast<std::uint16_t>(*half_points)) : std::nullopt;
}

bool is_drop_cap(pugi::xml_node frame) {
  const auto drop = attribute(frame, "dropCap");
  return drop == "drop" || drop == "margin";
}

}  // namespace

Typeface Typefaces::of(std::string_view font) {
  if (font != font_) {
    font_ = font;
    typeface_ = typeface_of(font);
  }
  return typeface_;
}

ParagraphMarkup read_paragraph_markup(pugi::xml_node ppr) {
  ParagraphMarkup markup;
  for_each_property(ppr, [&](Tag tag, pugi::xml_node node) {
    switch (tag) {
      case Tag::pStyle: markup.style = value_of(node); break;
      case Tag::numPr: markup.properties.numbering = read_numbering_reference(node, markup.revisions); break;
      case Tag::jc: markup.properties.centered = value_of(node) == "center"; break;
      case Tag::outlineLvl:
        if (const auto level = number(value_of(node)))
          markup.properties.outline_level = static_cast<std::int8_t>(*level >= 0 && *level <= 8 ? *level : -1);
        break;
      case Tag::framePr: markup.drop_cap = is_drop_cap(node); break;
      case Tag::rPr: markup.mark = read_mark(node); break;
      case Tag::sectPr: markup.section = node; break;
      case Tag::pPrChange: ++markup.revisions; break;
      default: break;
    }
  });
  markup.revisions += markup.mark.revisions;
  return markup;
}

RunMarkup read_run_markup(pugi::xml_node rpr, Typefaces& typefaces) {
  RunMarkup markup;
  for_each_property(rpr, [&](Tag tag, pugi::xml_node node) {
    switch (tag) {
      case Tag::b: markup.properties.bold = on_off(node); break;
      case Tag::vanish: markup.properties.hidden = on_off(node); break;
      case Tag::sz: markup.properties.half_points = read_size(node); break;
      case Tag::rFonts: markup.properties.typeface = read_typeface(node, typefaces); break;
      case Tag::rStyle: markup.style = value_of(node), markup.has_style = true; break;
      case Tag::specVanish: markup.separator = on_off(node).value_or(false); break;
      case Tag::rPrChange: markup.changed = true; break;
      default: break;
    }
  });
  return markup;
}

Styles::Styles(pugi::xml_node root) : styles_(1), parent_ids_(1) {
  const auto defaults = child(root, "docDefaults");
  styles_[0].paragraph = read_paragraph_markup(child(child(defaults, "pPrDefault"), "pPr")).properties;
  Typefaces typefaces;
  defaults_ = read_run_markup(child(child(defaults, "rPrDefault"), "rPr"), typefaces).properties;
  for (const auto node : root.children()) {
    if (local(node.name()) != "style") continue;
    Style style;
    style.id = attribute(node, "styleId");
    style.name = lower(value_of(child(node, "name")));
    style.paragraph = read_paragraph_markup(child(node, "pPr")).properties;
    inherit(style.paragraph.outline_level, heading_level(style.name));
    style.run = read_run_markup(child(node, "rPr"), typefaces).properties;
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
