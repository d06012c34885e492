#pragma once
// Grammar files to tables: first each file to its entries, checked, then all entries to tables with compiled patterns.
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/result.hpp>

#include "grammar/caret.hpp"
#include "grammar/tables.hpp"

namespace gongwen {

/// The kind by its name in the files, "heading", and back.
[[nodiscard]] std::optional<GrammarKind> grammar_kind(std::string_view name) noexcept;
[[nodiscard]] std::string_view kind_name(GrammarKind kind) noexcept;

struct KindedEntry {
  GrammarKind kind = GrammarKind::heading;
  GrammarEntry entry;
  std::vector<FilePlace> example_places, counter_example_places;   ///< beside `examples` and `counter_examples`; of a file
};

/// The entries of one file, in its order; every form compiles. Fails with E_BAD_GRAMMAR, as Grammar::extended does.
[[nodiscard]] Result<std::vector<KindedEntry>> parse_grammar_file(const Grammar::File& file);

/// Entries to tables. An entry takes the place of an earlier one of the same kind and id.
class GrammarLoader {
 public:
  void add(KindedEntry entry);
  /// The forms of the entries so far, of each kind, compiled beforehand: of use for the kinds that no other entry is added to.
  void set_compiled(std::span<const text::PatternData> patterns);
  /// Every form must compile, as parse_grammar_file has made sure.
  [[nodiscard]] GrammarTables build() &&;

 private:
  std::array<std::vector<GrammarEntry>, static_cast<std::size_t>(GrammarKind::count_)> entries_;
  std::array<std::unordered_map<std::string, std::size_t>, static_cast<std::size_t>(GrammarKind::count_)> places_;
  std::array<std::optional<text::PatternData>, static_cast<std::size_t>(GrammarKind::count_)> compiled_;
};

}  // namespace gongwen
