// numbering.xml becomes lists of nine levels; paragraphs, counted in reading order, become labels. Lists that share an
// abstractNum count on together; a startOverride starts its level anew once, where the list is first used. Where the
// standard is silent the counters do what Word was measured to do: docx4j's change request 014 (probes P1 to P8, 2026).
#include "readers/docx/numbering.hpp"

#include <algorithm>

#include "readers/docx/number_format.hpp"
#include "readers/docx/symbols.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

// Word allows far less; without a bound a long text on every paragraph would multiply the size of a document.
constexpr std::size_t kMaxLevelText = 255;
constexpr std::size_t kMaxLabel = 4000;

std::string cut(std::string_view text) {
  if (text.size() <= kMaxLevelText) return std::string(text);
  std::size_t end = kMaxLevelText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

std::string suffix_of(pugi::xml_node level) {
  const auto value = value_of(child(level, "suff"));
  return value == "space" ? " " : value == "nothing" ? "" : "\t";
}

// numFmt may stand inside mc:AlternateContent: a custom format with a fallback for older Word.
pugi::xml_node format_node(pugi::xml_node level) {
  if (const auto direct = child(level, "numFmt")) return direct;
  return child(preferred_branch(child(level, "AlternateContent")), "numFmt");
}

std::string font_of(pugi::xml_node level) {
  const auto fonts = child(child(level, "rPr"), "rFonts");
  const auto font = attribute(fonts, "ascii");
  return std::string(font.empty() ? attribute(fonts, "hAnsi") : font);
}

// A character of a symbol font that is not known is still a bullet.
std::string bullet(const Level& level) {
  const std::string text = symbol_text(level.font, level.text);
  return text.starts_with("\xEF\x80") || text.starts_with("\xEF\x81") || text.starts_with("\xEF\x82") ||
                 text.starts_with("\xEF\x83")
             ? "•"
             : text;
}

Level read_level(pugi::xml_node node) {
  Level level;
  level.defined = true;
  level.start = std::clamp<std::int64_t>(child_number(node, "start").value_or(0), 0, 32767);
  if (const auto format = format_node(node)) {
    level.format = cut(value_of(format));
    level.picture = cut(attribute(format, "format"));
  }
  if (const auto text = child(node, "lvlText")) append_clean(level.text, cut(value_of(text)));
  level.suffix = suffix_of(node);
  level.restart = child_number(node, "lvlRestart");
  level.style = value_of(child(node, "pStyle"));
  level.font = font_of(node);
  level.legal = is_on(node, "isLgl");
  level.hidden = is_on(child(node, "rPr"), "vanish");
  return level;
}

std::optional<std::size_t> level_index(pugi::xml_node node) {
  const auto index = number(attribute(node, "ilvl"));
  return index && *index >= 0 && *index < static_cast<std::int64_t>(kLevels)
             ? std::optional(static_cast<std::size_t>(*index))
             : std::nullopt;
}

}  // namespace

std::uint32_t Numbering::add_level(pugi::xml_node node) {
  levels_.push_back(read_level(node));
  return static_cast<std::uint32_t>(levels_.size() - 1);
}

void Numbering::read_abstract(pugi::xml_node node) {
  const auto id = number(attribute(node, "abstractNumId"));
  if (!id || !abstract_by_id_.emplace(*id, static_cast<std::uint32_t>(abstracts_.size())).second) return;
  Abstract& abstract = abstracts_.emplace_back();
  abstract.style_link = value_of(child(node, "numStyleLink"));
  for (const auto c : node.children()) {
    if (local(c.name()) != "lvl") continue;
    if (const auto index = level_index(c)) abstract.levels[*index] = add_level(c);
  }
}

void Numbering::read_list(pugi::xml_node node) {
  const auto id = number(attribute(node, "numId"));
  const auto abstract_id = child_number(node, "abstractNumId");
  if (!id || !abstract_id) return;
  const auto abstract = abstract_by_id_.find(*abstract_id);
  if (abstract == abstract_by_id_.end()) return;
  List list;
  list.counters = abstract->second;
  for (const auto c : node.children()) {
    const auto index = local(c.name()) == "lvlOverride" ? level_index(c) : std::nullopt;
    if (!index) continue;
    if (const auto start = child_number(c, "startOverride"))
      list.start_override[*index] = std::clamp<std::int64_t>(*start, 0, 32767);
    if (const auto level = child(c, "lvl")) list.levels[*index] = add_level(level);
  }
  lists_.emplace(*id, list);
}

// An abstractNum with a numStyleLink has no levels of its own: the numbering style names a list, whose abstractNum has
// them. It still counts on its own (probe P2).
std::uint32_t Numbering::with_levels(std::uint32_t abstract, const Styles& styles) const {
  for (int hops = 0; hops < 8 && !abstracts_[abstract].style_link.empty(); ++hops) {
    const auto id = styles.numbering_of_style(abstracts_[abstract].style_link);
    const auto list = id ? lists_.find(*id) : lists_.end();
    if (list == lists_.end()) break;
    abstract = list->second.counters;
  }
  return abstract;
}

Numbering::Numbering(pugi::xml_node root, const Styles& styles) {
  for (const auto node : root.children()) {
    if (local(node.name()) == "abstractNum") read_abstract(node);
  }
  for (const auto node : root.children()) {
    if (local(node.name()) == "num") read_list(node);
  }
  for (auto& [id, list] : lists_) {
    const Abstract& abstract = abstracts_[with_levels(list.counters, styles)];
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list.levels[i] == 0) list.levels[i] = abstract.levels[i];
    }
  }
}

const Numbering::List* Numbering::list(std::int64_t id) const {
  const auto found = lists_.find(id);
  return found == lists_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Numbering::level_of_style(const List& list, std::uint32_t style,
                                                     const Styles& styles) const {
  for (int hops = 0; style != 0 && hops < 64; ++hops, style = styles[style].parent) {
    for (std::size_t i = 0; i < kLevels; ++i) {
      const Level& candidate = level(list, i);
      if (candidate.defined && !candidate.style.empty() && candidate.style == styles[style].id) return i;
    }
  }
  return std::nullopt;
}

std::int64_t Counters::start_of(const Numbering::List& list, std::size_t level) const {
  return list.start_override[level].value_or(numbering_->level(list, level).start);
}

std::int64_t Counters::shown(const Numbering::List& list, const Set& set, std::size_t level) const {
  return set.met[level] && !set.restarting[level] ? set.value[level] : start_of(list, level);
}

Label Counters::advance(std::int64_t id, const Numbering::List& list, std::size_t level, std::string& unknown_format) {
  Set& set = sets_[list.counters];
  auto& used = overridden_[id];
  // Levels above that were never used are used now: after a first 1.1 comes 2, not 1.
  for (std::size_t above = level; !set.met[level] && above-- > 0 && !set.met[above];) {
    set.value[above] = start_of(list, above);
    set.met.set(above);
  }
  const bool start_anew = list.start_override[level] && !used[level];
  set.value[level] =
      start_anew ? start_of(list, level) : shown(list, set, level) + (set.met[level] && !set.restarting[level] ? 1 : 0);
  set.met.set(level);
  set.restarting.reset(level);
  used.set(level);
  for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) {
    const auto restart = numbering_->level(list, deeper).restart;
    // w:lvlRestart counts levels from 1: "2" starts this level anew after any paragraph of levels 0 and 1 (probe P8).
    if (!restart || (*restart > 0 && static_cast<std::int64_t>(level) < *restart)) set.restarting.set(deeper);
  }
  const Level& definition = numbering_->level(list, level);
  if (definition.hidden) return {};
  Label label{compose(list, set, level, unknown_format), definition.suffix};
  if (label.text.empty()) label.suffix.clear();
  return label;
}

std::string Counters::compose(const Numbering::List& list, const Set& set, std::size_t level,
                              std::string& unknown_format) const {
  const Level& own = numbering_->level(list, level);
  if (own.format == "bullet") return bullet(own);
  std::string text;
  for (std::size_t i = 0; i < own.text.size() && text.size() < kMaxLabel; ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      text += own.text[i];
      continue;
    }
    ++i;
    const auto at = static_cast<std::size_t>(next - '1');
    if (at > level) continue;
    const Level& part = numbering_->level(list, at);
    const auto value = shown(list, set, at);
    // Word's own "Article I, Section 1.01" has isLgl on a decimalZero level, which keeps its zero.
    const std::string format =
        own.legal && part.format != "none" && part.format != "decimalZero" ? "decimal" : part.format;
    if (const auto written = format_number(format, value, part.picture)) {
      text += *written;
    } else {
      unknown_format = format;
      text += "⟦" + format + " " + std::to_string(value) + "⟧";
    }
  }
  return text;
}

}  // namespace gongwen::docx
