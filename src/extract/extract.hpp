#pragma once
// A segmented document to task records.
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "extract/deadlines.hpp"
#include "extract/memo.hpp"
#include "normalize/folded.hpp"
#include "segment/segment.hpp"

namespace gongwen {

/// A rule that says who it is where nothing else is said: 除标注外均由县水利局负责.
struct DefaultUnits {
  Range place;                       ///< the units and their duty, in the source
  std::vector<Value> lead, responsible, supporting;

  /// Such a rule about leads (未注明牵头单位的，均由…牵头) is for every record that has none.
  [[nodiscard]] bool only_leads() const noexcept { return responsible.empty() && supporting.empty(); }
};

/// What every record of a notice is read with.
struct ExtractContext {
  const Folded& folded;
  const Grammar& grammar;
  DeadlineContext dates;
  std::uint32_t first_leads_from;    ///< source offset from which the first unit named leads; the greatest value: nowhere
  std::vector<std::uint32_t> tables; ///< where the tables begin, in the source, ascending
  std::vector<DefaultUnits> defaults; ///< in reading order
  bool unit_brackets = false;        ///< brackets of nothing but units assign
  ReadingMemo* memo = nullptr;       ///< of the notice, where many values are read
};

/// The pieces of lists that are known.
[[nodiscard]] inline TextMemo<PlainPiece>* pieces_of(const ExtractContext& context) { return context.memo == nullptr ? nullptr : &context.memo->pieces; }

/// Records of the annotations of one part, appended to `tasks`. Returns how many brackets of nothing but units it passed over.
std::size_t extract_annotations(const Part& part, const ExtractContext& context, std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics);

/// Records of the duties in the prose of one part, where `tasks` has none of the same text.
void extract_prose(const Part& part, const ExtractContext& context, std::vector<Task>& tasks);

/// Records of one table, appended to `tasks`, and what was made of it. `number` counts the tables of the notice from 1.
[[nodiscard]] TableSummary extract_table(const Table& table, std::uint32_t number, const ExtractContext& context,
                                         std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics);

/// All records of a notice in reading order, with their ids, and the summaries of its tables. `prose`: those of duties in its
/// sentences, too.
void extract(const Document& document, const Segmentation& segmentation, const Folded& folded, const Grammar& grammar, bool prose, Notice& notice);

}  // namespace gongwen
