// The pipeline: bytes to a Notice, one stage a line. Only the reader may fail.
#include <gongwen/parse.hpp>

#include <gongwen/reader.hpp>

#include <algorithm>

#include "parse.hpp"
#include "segment/coverage.hpp"
#include "extract/extract.hpp"
#include "extract/table_joins.hpp"
#include "extract/table_recovery.hpp"
#include "normalize/folded.hpp"
#include "punctuation.hpp"
#include "segment/layout_tables.hpp"
#include "script.hpp"
#include "segment/run_on.hpp"
#include "segment/segment.hpp"
#include "segment/spaced_labels.hpp"
#include "segment/wrapped/wrapped_lines.hpp"
#include "text/sha256.hpp"

namespace gongwen {
namespace {

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.bytes.begin < b.span.bytes.begin; });
}

// An attachment that is one table carries its title as the table's caption.
void title_attachments(const std::vector<TableSummary>& tables, const std::vector<TablePlace>& places, std::vector<Part>& parts) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (places[i].part >= parts.size()) continue;
    Part& part = parts[places[i].part];
    if (part.kind == PartKind::attachment && part.title.text.empty()) part.title = tables[i].caption;
  }
}

// Lines broken by width become paragraphs. In such a text tables with their cells side by side come first: a row's next line
// is no sentence that goes on. Folded anew, since a number, a bracket, a space between words may stand over a break.
void join_wrapped(Document& document, Folded& folded, const Grammar& grammar) {
  std::vector<Block> as_read = document.blocks;
  if (join_wrapped_lines(document, folded, grammar).empty()) return;
  document.blocks = std::move(as_read);
  recover_tables(document, folded, grammar, Flattened::side_by_side);
  folded = Folded(document.source, join_wrapped_lines(document, folded, grammar));
}

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Result<Notice> parse(std::span<const std::byte> bytes, const ParseOptions& options) { return parse(bytes, options, {}); }

Result<Notice> parse(std::span<const std::byte> bytes, const ParseOptions& options, const std::function<void(const Stages&)>& look) {
  auto document = read_document(bytes, options.limits, options.revisions);           // bytes to source text and blocks
  if (!document) return document.error();

  Folded folded(document->source);                                                   // white space, width, punctuation
  if (document->format == "txt") join_wrapped(*document, folded, options.grammar);   // lines broken by a page's width
  if (document->format == "txt") cut_run_on(*document, folded, options.grammar);     // line breaks that were lost
  if (document->format == "txt") cut_spaced_labels(*document, folded, options.grammar);
  if (document->format == "txt") recover_tables(*document, folded, options.grammar); // flattened tables to grids
  join_tables(*document, folded, options.grammar);                                   // tables parted by a page
  unfold_layout_tables(*document, folded, options.grammar);                          // tables that are no tables
  Segmentation outline = segment(*document, folded, options.grammar);                // metadata, parts, headings

  Notice notice;
  extract(*document, outline, folded, options.grammar, options.prose, notice);       // task records
  title_attachments(notice.tables, outline.tables, outline.parts);
  if (look) look({*document, folded, outline, notice});
  append(notice.diagnostics, document->diagnostics);
  append(notice.diagnostics, outline.diagnostics);
  sort_diagnostics(notice.diagnostics);
  notice.coverage = measure_coverage(document->source, outline.lines);
  notice.metadata = std::move(outline.metadata);
  notice.parts = std::move(outline.parts);
  restore_script(notice, folded);                                                    // traditional characters, as written
  notice.source = {options.path, document->format, document->encoding, bytes.size(), text::sha256(bytes)};
  notice.text = std::move(document->source);
  turn_punctuation(notice, options.punctuation);                                     // values only; spans stay
  return notice;
}

}  // namespace gongwen
