#pragma once
// The loaded grammar: for each kind of entry a table of entries with their patterns compiled.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/text.hpp>

#include "text/pattern.hpp"
#include "text/utf8.hpp"

namespace gongwen {

/// The kinds, each named as in the files: `[[heading]]`, `[[column]]`, …
enum class GrammarKind : std::uint8_t {
  heading,        ///< headings.toml: a label at the start of a paragraph
  not_heading,    ///< headings.toml: what follows a label and shows that it is none (第三条规定…, 1.5亿元)
  column,         ///< columns.toml: the whole of a table header cell
  label,          ///< annotations.toml: 牵头单位, 责任单位, … before a colon
  duty,           ///< annotations.toml: words after units that say their role: 牵头, 按职责分工负责
  rule,           ///< annotations.toml: rules stated once: 排在第一位的为牵头单位，下同
  unit_ending,    ///< units.toml: how the names of units end: 局, 委员会, 人民政府
  unit_word,      ///< units.toml: whole units that need no ending, joins, empty marks, 同上: see `use`
  deadline,       ///< deadlines.toml
  document_type,  ///< matter.toml: 通知, 意见, 方案, …
  matter,         ///< matter.toml: fixed lines of the front and back matter: 抄送, 此件公开发布, 签发人
  furniture,      ///< furniture.toml: lines of a saved web page
  cell_word,      ///< cells.toml: what the text of a table's cell opens or ends with, or says as a whole: see `use`
  prose,          ///< annotations.toml: the words of a duty in a sentence: 县水利局要…
  alias,          ///< of the caller's alone: other names of a unit, whose full name is the id
  unit_name,      ///< units.toml: the names of one office without its level: 发改委, 发展改革委; its id is the full one
  counted_name,   ///< headings.toml: before a colon inside a title, what is counted: 专题二
  count_
};

/// One entry of a grammar file, `[[kind]]` in TOML.
struct GrammarEntry {
  std::string id;                                              ///< unique within its kind
  std::string file;
  std::uint32_t line = 0;
  GrammarKind kind{};
  std::vector<std::string> forms;                              ///< the patterns
  std::vector<std::pair<std::string, std::string>> attributes; ///< every other key; numbers and booleans as text
  std::vector<std::string> examples, counter_examples;         ///< `examples` and `not`; left out of Grammar::builtin()

  /// The attribute's text, "" if the entry does not have it.
  [[nodiscard]] std::string_view attribute(std::string_view key) const noexcept;
};

/// A match with the entry whose form it is.
struct GrammarMatch : text::Match {
  const GrammarEntry* entry = nullptr;
  std::uint32_t form = 0;   ///< index of the form in the entry
};

/// A match that decided something, and the bytes that it matched of the text that was read.
struct GrammarUse {
  const GrammarEntry* entry = nullptr;   ///< nullptr: none
  std::uint32_t form = 0;
  Range place;
};
[[nodiscard]] inline GrammarUse use_of(const GrammarMatch& match) noexcept { return {match.entry, match.form, {match.begin, match.end}}; }

/// All entries of one kind.
class GrammarTable {
 public:
  [[nodiscard]] const std::vector<GrammarEntry>& entries() const noexcept { return entries_; }
  [[nodiscard]] std::optional<GrammarMatch> match_at(std::string_view text, std::size_t position) const {
    if (!patterns_.may_begin(text::decode(text, position).value)) return std::nullopt;
    return with_entry(patterns_.match_at(text, position));
  }
  [[nodiscard]] std::optional<GrammarMatch> match_whole(std::string_view text) const {
    if (!patterns_.may_begin(text::decode(text, 0).value)) return std::nullopt;
    return with_entry(patterns_.match_whole(text));
  }
  [[nodiscard]] std::optional<GrammarMatch> find(std::string_view text, std::size_t from = 0) const;
  /// The forms of all entries, in their order.
  [[nodiscard]] const text::PatternSet& patterns() const noexcept { return patterns_; }

 private:
  friend class GrammarLoader;
  void add_patterns();
  std::vector<GrammarEntry> entries_;
  /// Whose form a pattern is.
  struct Owner {
    std::uint32_t entry, form;
  };
  [[nodiscard]] std::optional<GrammarMatch> with_entry(std::optional<text::Match> match) const;
  std::vector<Owner> owner_;   ///< of each pattern
  text::PatternSet patterns_;
};

struct GrammarTables {
  std::array<GrammarTable, static_cast<std::size_t>(GrammarKind::count_)> tables;
  [[nodiscard]] const GrammarTable& operator[](GrammarKind kind) const noexcept { return tables[static_cast<std::size_t>(kind)]; }
};

}  // namespace gongwen
