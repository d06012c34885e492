#pragma once
// Lists of units (责任单位) to names by role, as the output contract says under "Units".
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/text.hpp>

#include "extract/memo.hpp"
#include "grammar/tables.hpp"

namespace gongwen {

enum class UnitRole : std::uint8_t { lead, responsible, supporting };

/// What a cell, an annotation or a labelled line says. Ranges are bytes of the text given.
struct UnitReading {
  struct Unit {
    std::string text;
    Range place;
    GrammarUse by;                                   ///< what gave it its role: a label, a duty, 会同; none: it has the fallback's
  };
  std::vector<Unit> lead, responsible, supporting;
  std::vector<std::pair<std::string, Unit>> extra;   ///< labels that are no unit's: 适用范围, 责任人
  std::optional<Range> deadline;                     ///< an expression of time
  GrammarUse deadline_by;                            ///< the label that gives it, if one does
  bool same_as_above = false;                        ///< 同上
  UnitRole same_role = UnitRole::responsible;        ///< whose units are those above
  bool labelled = false;                             ///< a label names the role of units: 责任单位：…
  bool first_leads = false;                          ///< the lead is the first unit named, by the notice's rule

  [[nodiscard]] bool has_units() const noexcept { return !lead.empty() || !responsible.empty() || !supporting.empty(); }
};

/// `text` is the text of a Passage with Glue::lines. `fallback` is the role of those that the text gives none.
/// `first_leads`: the first unit named leads, unless the text names a lead itself.
/// `pieces`: those of the lists of the same notice read before, where many are read.
[[nodiscard]] UnitReading read_units(std::string_view text, UnitRole fallback, bool first_leads, const Grammar& grammar,
                                     TextMemo<PlainPiece>* pieces = nullptr);

}  // namespace gongwen
