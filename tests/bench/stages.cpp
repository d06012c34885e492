// Bytes go through the stages of src/parse.cpp, in its order; the clock is read between them. Restoring the script and
// turning punctuation, which touch the finished notice only, are left out: whole has them.
#include "stages.hpp"

#include <cstdlib>
#include <ctime>

#include <benchmark/benchmark.h>
#include <gongwen/gongwen.hpp>

#include "extract/extract.hpp"
#include "extract/table_joins.hpp"
#include "extract/table_recovery.hpp"
#include "normalize/folded.hpp"
#include "segment/coverage.hpp"
#include "segment/layout_tables.hpp"
#include "segment/run_on.hpp"
#include "segment/segment.hpp"
#include "segment/wrapped/wrapped_lines.hpp"
#include "text/sha256.hpp"

namespace gongwen::bench {
namespace {

class Lap {
 public:
  explicit Lap(Times& times) : times_(times) {}
  void operator()(std::string_view stage) {
    times_[stage] += now() - since_;
    since_ = now();
  }

 private:
  static double now() {   // processor time of this thread
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }

  Times& times_;
  double since_ = now();
};

}  // namespace

void time_stages(std::span<const std::byte> bytes, Times& times) {
  const Grammar& grammar = Grammar::builtin();
  Lap lap(times);
  auto document = read_document(bytes);
  if (!document) std::abort();
  lap("read");
  Folded folded(document->source);
  lap("fold");
  if (document->format == "txt") {
    benchmark::DoNotOptimize(join_wrapped_lines(*document, folded, grammar));
    cut_run_on(*document, folded, grammar);
    lap("lines");
    recover_tables(*document, folded, grammar);
  }
  join_tables(*document, folded, grammar);
  unfold_layout_tables(*document, folded, grammar);
  lap("tables");
  Segmentation outline = segment(*document, folded, grammar);
  lap("segment");
  Notice notice;
  extract(*document, outline, folded, grammar, false, notice);
  lap("extract");
  notice.coverage = measure_coverage(document->source, outline.lines);
  lap("coverage");
  notice.source = {"", document->format, document->encoding, bytes.size(), text::sha256(bytes)};
  lap("digest");
  notice.metadata = std::move(outline.metadata);
  notice.parts = std::move(outline.parts);
  notice.text = std::move(document->source);
  benchmark::DoNotOptimize(to_json(notice));
  lap("json");
}

}  // namespace gongwen::bench
