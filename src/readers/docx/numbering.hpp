#pragma once
// numbering.xml, and the counters that turn it into the labels that Word shows (ECMA-376 part 1, 17.9).
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "readers/docx/styles.hpp"

namespace gongwen::docx {

inline constexpr std::size_t kLevels = 9;

/// w:lvl
struct Level {
  std::int64_t start = 0;
  std::string format = "decimal";
  std::string picture;  ///< w:format of a custom format
  std::string text;     ///< w:lvlText: "%1.%2"
  std::string suffix = "\t";
  std::optional<std::int64_t> restart;  ///< w:lvlRestart; 0: never
  std::string style;                    ///< w:pStyle
  std::string font;                     ///< of the label, for bullets
  bool legal = false;                   ///< w:isLgl: every number decimal
  bool hidden = false;
  bool defined = false;
};

/// An automatic number as it stands before the paragraph's text.
struct Label {
  std::string text;
  std::string suffix;
};

class Numbering {
 public:
  Numbering() = default;
  Numbering(pugi::xml_node root, const Styles& styles);

  struct List {
    std::uint32_t counters = 0;  ///< which counters it counts on: those of the abstractNum that it names
    std::array<std::optional<std::int64_t>, kLevels> start_override;
    std::array<std::uint32_t, kLevels> levels{};  ///< indices of the levels in force
  };
  /// The list of a w:num; null if there is none.
  [[nodiscard]] const List* list(std::int64_t id) const;
  [[nodiscard]] const Level& level(const List& list, std::size_t index) const { return levels_[list.levels[index]]; }
  /// The level that names a style of the chain as its w:pStyle.
  [[nodiscard]] std::optional<std::size_t> level_of_style(const List& list, std::uint32_t style,
                                                          const Styles& styles) const;

 private:
  struct Abstract {
    std::array<std::uint32_t, kLevels> levels{};
    std::string style_link;  ///< w:numStyleLink
  };
  std::uint32_t add_level(pugi::xml_node node);
  void read_abstract(pugi::xml_node node);
  void read_list(pugi::xml_node node);
  std::uint32_t with_levels(std::uint32_t abstract, const Styles& styles) const;

  std::vector<Level> levels_{Level{}};  ///< [0]: a level that is not defined
  std::vector<Abstract> abstracts_;
  std::unordered_map<std::int64_t, std::uint32_t> abstract_by_id_;
  std::unordered_map<std::int64_t, List> lists_;
};

/// The running counters of one story. Measured in Word: the body, the footnotes, the endnotes, the headers with the
/// footers, and every text box count on their own.
class Counters {
 public:
  explicit Counters(const Numbering& numbering) : numbering_(&numbering) {}

  /// Counts one paragraph of the list and gives its label. `unknown_format` receives the name of a format that is not
  /// known; the label then holds a marked placeholder.
  Label advance(std::int64_t id, const Numbering::List& list, std::size_t level, std::string& unknown_format);

 private:
  struct Set {
    std::array<std::int64_t, kLevels> value{};
    std::bitset<kLevels> met;         ///< used, or passed over by a deeper level
    std::bitset<kLevels> restarting;  ///< its next use shows the start again
  };
  std::int64_t start_of(const Numbering::List& list, std::size_t level) const;
  std::int64_t shown(const Numbering::List& list, const Set& set, std::size_t level) const;
  std::string compose(const Numbering::List& list, const Set& set, std::size_t level,
                      std::string& unknown_format) const;

  const Numbering* numbering_;
  std::unordered_map<std::uint32_t, Set> sets_;
  std::unordered_map<std::int64_t, std::bitset<kLevels>>
      overridden_;  ///< start overrides that have been used, by list id
};

}  // namespace gongwen::docx
