#pragma once
// What a check is: the rules that it reports, and a function over a notice that has been read. One file a check; each file
// exports one `extern const Check`, which list.cpp names.
#include <span>
#include <vector>

#include <gongwen/check.hpp>
#include <gongwen/document.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/rule.hpp>

#include "normalize/folded.hpp"
#include "segment/segment.hpp"

namespace gongwen::checks {

/// What a check looks at: what the stages made of one notice.
struct Inspection {
  const Document& document;             ///< its blocks: paragraphs, and tables with their grids
  const Folded& folded;                 ///< its text, normalized, with the way back
  const Lines& lines;                   ///< who owns each line
  const Metadata& metadata;
  const std::vector<Part>& parts;
  const std::vector<TablePlace>& places;   ///< beside the tables of the document
  const std::vector<Task>& tasks;
  const std::vector<TableSummary>& tables; ///< beside the tables of the document
  const Grammar& grammar;
  const CheckOptions& options;
};

using Findings = std::vector<Diagnostic>;

struct Check {
  std::span<const Rule> rules;
  void (*run)(const Inspection&, Findings&) = nullptr;   ///< none: an earlier stage reports these rules
};

/// Every check, in the order in which they run.
[[nodiscard]] std::span<const Check* const> all() noexcept;

/// What all checks find, in any order.
[[nodiscard]] Findings run(const Inspection& inspection);

}  // namespace gongwen::checks
