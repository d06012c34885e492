// `gongwen convert`: whole archives, safely. One thread finds the inputs, some convert them, this one writes the results in
// their order.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <thread>

#include <unistd.h>

#include "cli/batch/build.hpp"
#include "cli/batch/convert.hpp"
#include "cli/batch/interrupt.hpp"
#include "cli/batch/pipeline.hpp"
#include "cli/batch/plan.hpp"
#include "cli/batch/progress.hpp"
#include "cli/batch/walk.hpp"
#include "cli/commands/commands.hpp"

namespace gongwen::cli {
namespace {

class Batch {
 public:
  Batch(const Arguments& arguments, const Reporter& reporter, Plan plan)
      : arguments_(arguments), options_(arguments.batch), reporter_(reporter), plan_(std::move(plan)), how_(plan_.how),
        progress_(options_.quiet ? ProgressMode::none : options_.progress, arguments.language) {}

  Exit run() {
    catch_interrupts();
    Store store(plan_.store_settings(arguments_));
    if (const auto refused = store.open()) return complain(plan_.dest, *refused), kNothingDone;
    if (store.began_anew()) say("the version, the grammar or the options changed: beginning anew", "版本、语法或选项已变，重新开始");
    if (const int failed = report_.open(options_.report)) return reporter_.write_failure(options_.report, failed), kNothingDone;
    count_inputs();
    {
      Pipeline<Job, Converted> pipeline({jobs(), jobs() * std::size_t{3} + 2, std::chrono::seconds(options_.seconds), std::chrono::milliseconds(100)},
                                        [&](Job& job) { return convert_one(how_, store, job, !store.diverged()); });
      pipeline.feed([&] { find_inputs(pipeline); });
      commit_all(pipeline, store);
      counting_ = false;
      if (counter_.joinable()) counter_.join();
      stuck_ = pipeline.stuck();
    }
    progress_.clear();
    const Exit exit = conclude(store);
    if (stuck_) {   // a worker that hangs cannot be waited for; everything is written
      (void)std::fflush(nullptr);
      ::_exit(exit);
    }
    return exit;
  }

 private:
  using Pipe = Pipeline<Job, Converted>;

  [[nodiscard]] bool chinese() const noexcept { return arguments_.language == Language::zh; }
  void say(const std::string& english, const std::string& chinese_text) const { reporter_.line("gongwen: " + (chinese() ? chinese_text : english)); }
  void complain(const std::string& path, const Trouble& what) const { reporter_.tell(path, what.code, what.message); }
  [[nodiscard]] unsigned jobs() const {
    return options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  // A shard must know how many there are; a bar only likes to, so that is counted on the side.
  void count_inputs() {
    const auto count = [this] {
      std::uint64_t total = 0;
      Skipped skipped;
      walk(plan_.walk(arguments_), [&](Found&) { return ++total, counting_ && interrupted() == 0; }, skipped);
      return total;
    };
    if (options_.shard.count > 1) {
      total_ = count();
      first_ = total_ * (options_.shard.index - 1) / options_.shard.count;
      last_ = total_ * options_.shard.index / options_.shard.count;
      progress_.set_total(last_ - first_);
    } else if (progress_.wanted()) {
      counter_ = std::thread([this, count] {
        const std::uint64_t total = count();
        if (counting_ && interrupted() == 0) progress_.set_total(total);
      });
    }
  }

  void find_inputs(Pipe& pipeline) {
    try {
      walk(plan_.walk(arguments_), [&](Found& found) { return take(pipeline, found); }, skipped_);
    } catch (const std::exception& error) {
      broken_ = error.what();
    }
  }

  bool take(Pipe& pipeline, Found& found) {
    const std::uint64_t ordinal = found_++;
    Job job;
    if (how_.folder) job.output = names_.next(found.name);
    if (ordinal < first_) return interrupted() == 0;
    if (ordinal >= last_) return false;
    job.position = ordinal - first_;
    job.path = std::move(found.path);
    job.file = std::move(found.file);
    job.trouble = std::move(found.trouble);
    job.bytes = std::move(found.bytes);
    if (found.archive != nullptr && !job.bytes && !job.trouble) {
      auto bytes = found.read_member(options_.limits.file_bytes);
      if (bytes) job.bytes = *std::move(bytes);
      else job.trouble = trouble(bytes.error(), arguments_.language);
    }
    return pipeline.push(std::move(job)) && interrupted() == 0;
  }

  void commit_all(Pipe& pipeline, Store& store) {
    const auto give_up = [this](Job& job) { return given_up(job, options_.seconds, arguments_.language); };
    const auto idle = [&] {
      store.settle(false);
      progress_.show();
    };
    while (const auto next = pipeline.next(idle, give_up)) {
      commit(*next, store);
      if (store.error() != 0 || unwritten_ || (options_.fail_fast && summary_.failed() > 0)) break;
    }
    pipeline.stop();
  }

  void commit(Converted& result, Store& store) {
    if (result.known && !how_.folder && store.diverged()) result = convert_one(how_, store, *result.again, false);
    if (result.unwritten) {
      unwritten_ = result.unwritten;
      return;
    }
    if (result.outcome.trouble) {
      progress_.clear();
      complain(result.outcome.path, *result.outcome.trouble);
    }
    summary_.count(result.outcome);
    report_.add(result.outcome);
    progress_.count(result.outcome.trouble.has_value());
    store.commit(std::move(result.done), result.data, result.known);
    progress_.show();
  }

  Exit conclude(Store& store) {
    const int signal = interrupted();
    const bool stopped = signal != 0 || (options_.fail_fast && summary_.failed() > 0) || unwritten_ || !broken_.empty();
    const Exit exit = stopped ? stop(store, signal) : complete(store);
    if (const int failed = report_.finish()) return reporter_.write_failure(options_.report, failed), kNothingDone;
    return exit;
  }

  Exit complete(Store& store) {
    if (store.error() != 0) return stop(store, 0);
    if (found_ == 0) return store.discard(), complain(plan_.sources.front(), trouble(BatchError::no_input, "", arguments_.language)), kNothingDone;
    if (summary_.converted() == 0 && summary_.failed() > 0 && options_.shard.count == 1) {
      store.discard();
      return tell_summary(), kNothingDone;
    }
    const auto failed = store.finish(names_, [&](const std::string& from, const std::string& to) {
      return build_container(how_.rendering.target, from, to, arguments_.language);
    });
    if (failed && store.error() != EPIPE) complain(plan_.dest, *failed), how_to_go_on(store);
    if (failed) return kNothingDone;
    tell_summary();
    return summary_.failed() > 0 ? kSomeFailed : kDone;
  }

  Exit stop(Store& store, int signal) {
    if (store.error() == 0) store.suspend();
    if (store.error() == EPIPE) return kNothingDone;
    if (unwritten_) complain(plan_.dest, *unwritten_);
    else if (store.error() != 0) reporter_.write_failure(plan_.dest, store.error());
    else if (!broken_.empty()) complain(plan_.dest, {"E_INTERNAL", broken_});
    tell_summary();
    how_to_go_on(store);
    if (signal != 0) return static_cast<Exit>(128 + signal);
    return store.error() != 0 || unwritten_ || !broken_.empty() ? kNothingDone : kSomeFailed;
  }

  void tell_summary() const {
    if (!options_.quiet) say(summary_.text(Language::en, skipped_.files), summary_.text(Language::zh, skipped_.files));
  }
  void how_to_go_on(const Store& store) const {
    if (store.to_stdout()) return;
    say("what is done is kept; the same command with --resume goes on", "已完成的部分已保留；同一命令加上 --resume 即可继续");
  }

  const Arguments& arguments_;
  const BatchOptions& options_;
  const Reporter& reporter_;
  Plan plan_;
  const Conversion& how_;
  Progress progress_;
  Summary summary_;
  BatchReport report_;
  OutputNames names_;                        // the finding thread's, until it has ended
  Skipped skipped_;                          // likewise
  std::uint64_t found_ = 0;                  // likewise
  std::string broken_;                       // likewise: what stopped it
  std::uint64_t total_ = 0, first_ = 0, last_ = UINT64_MAX;
  std::thread counter_;
  std::atomic<bool> counting_ = true;
  std::optional<Trouble> unwritten_;
  bool stuck_ = false;
};

}  // namespace

Exit convert_command(const Arguments& arguments, const Reporter& reporter) {
  auto plan = make_plan(arguments, reporter);
  if (const Exit* wrong = std::get_if<Exit>(&plan)) return *wrong;
  return Batch(arguments, reporter, std::get<Plan>(std::move(plan))).run();
}

}  // namespace gongwen::cli
