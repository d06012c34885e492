#pragma once
// styles.xml: what a paragraph or run style says, with its basedOn chain and the document defaults already worked in.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongwen/document.hpp>

#include <pugixml.hpp>

namespace gongwen::docx {

/// w:numPr: either may be missing, and each is inherited on its own.
struct NumberingReference {
  std::optional<std::int64_t> id;  ///< 0 cancels numbering
  std::optional<std::int64_t> level;
};

/// What gongwen wants of w:rPr.
struct RunProperties {
  std::optional<bool> bold, hidden;
  std::optional<std::uint16_t> half_points;
  std::optional<Typeface> typeface;  ///< of Chinese text; unknown where a theme or another font sets it
};

/// What gongwen wants of w:pPr.
struct ParagraphProperties {
  NumberingReference numbering;
  std::optional<bool> centered;
  std::optional<std::int8_t> outline_level;
};

/// A run's w:rPr: its properties, and what else it says of the run.
struct RunMarkup {
  RunProperties properties;
  std::string_view style;   ///< w:rStyle; in the tree
  bool has_style = false;
  bool separator = false;   ///< w:specVanish: hidden, and parting a heading from the text behind it
  bool changed = false;     ///< a revision changed it
};

/// The w:rPr of a paragraph's mark.
struct MarkMarkup {
  std::optional<bool> hidden;
  bool deleted = false, separator = false;
  std::uint32_t revisions = 0;
};

/// A paragraph's w:pPr.
struct ParagraphMarkup {
  ParagraphProperties properties;
  std::string_view style;   ///< w:pStyle; in the tree
  MarkMarkup mark;
  bool drop_cap = false;    ///< a first letter that is set over several lines (17.3.1.11)
  pugi::xml_node section;   ///< w:sectPr
  std::uint32_t revisions = 0;
};

/// Typefaces by the names of fonts. The last is remembered: it is that of nearly every run.
class Typefaces {
 public:
  [[nodiscard]] Typeface of(std::string_view font);

 private:
  std::string font_;
  Typeface typeface_ = Typeface::unknown;
};

/// Of a null node: as if nothing were said.
[[nodiscard]] RunMarkup read_run_markup(pugi::xml_node rpr, Typefaces& typefaces);
[[nodiscard]] ParagraphMarkup read_paragraph_markup(pugi::xml_node ppr);

struct Style {
  std::string id;
  std::string name;               ///< lower case: "toc 1", "heading 1"
  std::uint32_t parent = 0;       ///< index in Styles; 0: the document defaults
  ParagraphProperties paragraph;  ///< resolved
  RunProperties run;              ///< resolved, without the document defaults, which come last
  std::uint32_t numbered_by = 0;  ///< the style of the chain that brings the numId; 0: none
  bool contents = false;          ///< a style of the table of contents
};

class Styles {
 public:
  Styles() : styles_(1) {}
  explicit Styles(pugi::xml_node root);

  /// The index of a paragraph style by id; the default paragraph style for "" or an id that does not exist.
  [[nodiscard]] std::uint32_t paragraph(std::string_view id) const;
  [[nodiscard]] bool has(std::string_view id) const { return by_id_.contains(id); }
  /// The index of a run style; 0 if it does not exist.
  [[nodiscard]] std::uint32_t run(std::string_view id) const;
  [[nodiscard]] const Style& operator[](std::uint32_t index) const { return styles_[index]; }
  [[nodiscard]] const RunProperties& defaults() const noexcept { return defaults_; }

  /// The numId that a numbering style (w:numStyleLink) stands for.
  [[nodiscard]] std::optional<std::int64_t> numbering_of_style(std::string_view id) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const noexcept { return std::hash<std::string_view>()(id); }
  };
  void resolve();
  std::vector<Style> styles_;  ///< [0]: the document defaults
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> by_id_;
  std::vector<std::string> parent_ids_;
  RunProperties defaults_;
  std::uint32_t default_paragraph_ = 0;
};

}  // namespace gongwen::docx
