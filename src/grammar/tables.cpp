// Entries to tables: forms compiled into one pattern set a kind, each pattern knowing its entry. Text is matched with simplified
// characters, so forms are compiled with them.
#include "grammar/tables.hpp"

#include <algorithm>
#include <cassert>

#include "grammar/loader.hpp"
#include "text/traditional.hpp"

namespace gongwen {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(GrammarKind::count_)> kKindNames{
    "heading",     "not_heading", "column",   "label",         "duty",   "rule",
    "unit_ending", "unit_word",   "deadline", "document_type", "matter", "furniture", "cell_word",
    "prose",       "alias",       "unit_name", "counted_name"};

}  // namespace

std::optional<GrammarKind> grammar_kind(std::string_view name) noexcept {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<GrammarKind>(found - kKindNames.begin());
}

std::string_view kind_name(GrammarKind kind) noexcept { return kKindNames[static_cast<std::size_t>(kind)]; }

std::string_view GrammarEntry::attribute(std::string_view key) const noexcept {
  for (const auto& [name, text] : attributes) {
    if (name == key) return text;
  }
  return {};
}

std::optional<GrammarMatch> GrammarTable::with_entry(std::optional<text::Match> match) const {
  if (!match) return std::nullopt;
  const Owner owner = owner_[match->pattern];
  return GrammarMatch{std::move(*match), &entries_[owner.entry], owner.form};
}

std::optional<GrammarMatch> GrammarTable::find(std::string_view text, std::size_t from) const {
  return with_entry(patterns_.find(text, from));
}

void GrammarTable::add_patterns() {
  for (const GrammarEntry& entry : entries_)
    for (const std::string& form : entry.forms) (void)patterns_.add(text::simplified(form));
  patterns_.seal();
}

void GrammarLoader::add(KindedEntry added) {
  const auto kind = static_cast<std::size_t>(added.kind);
  const auto [place, fresh] = places_[kind].try_emplace(added.entry.id, entries_[kind].size());
  if (fresh) {
    entries_[kind].push_back(std::move(added.entry));
  } else {
    entries_[kind][place->second] = std::move(added.entry);
  }
  compiled_[kind].reset();
}

void GrammarLoader::set_compiled(std::span<const text::PatternData> patterns) { std::copy(patterns.begin(), patterns.end(), compiled_.begin()); }

GrammarTables GrammarLoader::build() && {
  GrammarTables tables;
  for (std::size_t kind = 0; kind < entries_.size(); ++kind) {
    GrammarTable& table = tables.tables[kind];
    table.entries_ = std::move(entries_[kind]);
    for (std::uint32_t entry = 0; entry < table.entries_.size(); ++entry) {
      table.entries_[entry].kind = static_cast<GrammarKind>(kind);
      for (std::uint32_t form = 0; form < table.entries_[entry].forms.size(); ++form) table.owner_.push_back({entry, form});
    }
    if (compiled_[kind]) {
      table.patterns_ = text::PatternSet(*compiled_[kind]);
    } else {
      table.add_patterns();
    }
    assert(table.patterns_.size() == table.owner_.size());
  }
  return tables;
}

}  // namespace gongwen
