// `gongwen convert`: whole archives, safely. One thread finds the inputs, some convert them, this one writes the results in
// their order.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include <gongwen/version.hpp>

#include "cli/batch/build.hpp"
#include "cli/batch/convert.hpp"
#include "cli/batch/interrupt.hpp"
#include "cli/batch/pipeline.hpp"
#include "cli/batch/progress.hpp"
#include "cli/batch/walk.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/terminal.hpp"
#include "text/sha256.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint64_t kListLimit = 1ull << 30;   // bytes of --files-from

class Batch {
 public:
  Batch(const Arguments& arguments, const Reporter& reporter)
      : arguments_(arguments), options_(arguments.batch), reporter_(reporter),
        progress_(options_.quiet ? ProgressMode::none : options_.progress, arguments.language) {}

  Exit run() {
    if (const Exit wrong = prepare(); wrong != kDone) return wrong;
    catch_interrupts();
    Store store(store_settings());
    if (const auto refused = store.open()) return complain(arguments_.output, *refused), kNothingDone;
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
  Exit bad_usage(const std::string& english, const std::string& chinese_text) const {
    say("the command line is wrong: " + english + "; see gongwen convert --help", "命令行有误：" + chinese_text + "；请看 gongwen convert --help");
    return kBadUsage;
  }
  [[nodiscard]] unsigned jobs() const {
    return options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  Exit prepare() {
    if (arguments_.output.empty()) return bad_usage("--output is missing", "缺少 --output");
    dest_ = arguments_.output;
    while (dest_.size() > 1 && dest_.ends_with('/')) dest_.pop_back();
    const Target target = target_of(options_.target, arguments_.output);
    if (dest_ == "-" && (target == Target::folder || is_container(target))) return bad_usage("this format cannot go to standard output", "该格式不能写到标准输出");
    if (dest_ == "-" && options_.resume) return bad_usage("--resume needs a file or a folder", "--resume 需要文件或文件夹");
    if (options_.records && target != Target::jsonl) return bad_usage("--records is for .jsonl", "--records 只用于 .jsonl");
    if (const Exit wrong = read_sources(); wrong != kDone) return wrong;
    std::string where;
    auto files = read_grammar_files(arguments_.grammars, where);
    if (!files) return reporter_.failure(where, files.error()), kNothingDone;
    auto grammar = load_grammar(*files);
    if (!grammar) return reporter_.failure(where, grammar.error()), kNothingDone;
    how_.parsing.grammar = *std::move(grammar);
    how_.parsing.punctuation = arguments_.punctuation;
    how_.parsing.revisions = arguments_.revisions;
    how_.parsing.limits = options_.limits;
    how_.rendering = {target, options_.records, !options_.no_guard, !options_.no_bom, arguments_.language};
    how_.folder = target == Target::folder;
    make_key(*files);
    return check_outputs();
  }

  Exit read_sources() {
    sources_ = arguments_.files;
    if (!options_.files_from.empty()) {
      const auto list = read_file(options_.files_from, kListLimit);
      if (!list) return reporter_.failure(options_.files_from, list.error()), kNothingDone;
      for (std::string& path : listed_paths({reinterpret_cast<const char*>(list->data()), list->size()})) sources_.push_back(std::move(path));
      return kDone;
    }
    return sources_.empty() ? bad_usage("SOURCE is missing", "缺少 SOURCE") : kDone;
  }

  Exit check_outputs() const {
    for (const std::string& source : sources_)
      for (const std::string& output : {dest_, options_.report})
        if (source != "-" && !output.empty() && is_same_file(source, output)) return bad_usage("an output is one of the sources", "输出与输入是同一个文件");
    struct stat status {};
    if (!options_.report.empty() && !options_.force && !options_.resume && ::stat(options_.report.c_str(), &status) == 0)
      return complain(options_.report, trouble(BatchError::exists, "", arguments_.language)), kNothingDone;
    return kDone;
  }

  // All that decides what comes out for an input. A journal with another key is of no use.
  void make_key(const std::vector<Grammar::File>& files) {
    std::string text(version());
    const auto add = [&text](std::string_view value) { text.append(1, '\0').append(value); };
    const auto add_number = [&add](std::uint64_t value) { add(std::to_string(value)); };
    add(kSchemaVersion);
    for (const Grammar::File& file : files) add(file.name), add(file.text);
    const Rendering& r = how_.rendering;
    for (const auto number : {static_cast<int>(r.target), int{r.records}, int{r.guard}, int{r.bom}, static_cast<int>(r.language),
                              static_cast<int>(arguments_.punctuation), static_cast<int>(arguments_.revisions)})
      add_number(static_cast<std::uint64_t>(number));
    const Limits& l = options_.limits;
    for (const std::uint64_t number : {l.file_bytes, l.part_bytes, std::uint64_t{l.entries}, std::uint64_t{l.depth}, std::uint64_t{l.cells},
                                       options_.shard.index, options_.shard.count})
      add_number(number);
    key_ = text::sha256(std::as_bytes(std::span(text.data(), text.size())));
  }

  [[nodiscard]] Store::Settings store_settings() const {
    return {dest_, how_.folder, is_container(how_.rendering.target), is_container(how_.rendering.target) ? Framing{} : framing(how_.rendering),
            key_, options_.force, options_.resume, arguments_.language};
  }

  [[nodiscard]] Walk walk_of() const {
    std::vector<std::string> own;
    for (const std::string& path : {dest_, options_.report})
      for (const std::string_view ending : {"", ".gongwen-part", ".gongwen-journal", ".gongwen-tmp"})
        if (!path.empty() && path != "-") own.push_back(path + std::string(ending));
    return {sources_, options_, arguments_.language, std::move(own)};
  }

  // A shard must know how many there are; a bar only likes to, so that is counted on the side.
  void count_inputs() {
    const auto count = [this] {
      std::uint64_t total = 0;
      Skipped skipped;
      walk(walk_of(), [&](Found&) { return ++total, counting_ && interrupted() == 0; }, skipped);
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
      walk(walk_of(), [&](Found& found) { return take(pipeline, found); }, skipped_);
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
    if (found_ == 0) return store.discard(), complain(sources_.front(), trouble(BatchError::no_input, "", arguments_.language)), kNothingDone;
    if (summary_.converted() == 0 && summary_.failed() > 0 && options_.shard.count == 1) {
      store.discard();
      return tell_summary(), kNothingDone;
    }
    const auto failed = store.finish(names_, [&](const std::string& from, const std::string& to) {
      return build_container(how_.rendering.target, from, to, arguments_.language);
    });
    if (failed && store.error() != EPIPE) complain(dest_, *failed), how_to_go_on(store);
    if (failed) return kNothingDone;
    tell_summary();
    return summary_.failed() > 0 ? kSomeFailed : kDone;
  }

  Exit stop(Store& store, int signal) {
    if (store.error() == 0) store.suspend();
    if (store.error() == EPIPE) return kNothingDone;
    if (unwritten_) complain(dest_, *unwritten_);
    else if (store.error() != 0) reporter_.write_failure(dest_, store.error());
    else if (!broken_.empty()) complain(dest_, {"E_INTERNAL", broken_});
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
  Progress progress_;
  Summary summary_;
  BatchReport report_;
  Conversion how_;
  std::string dest_, key_;
  std::vector<std::string> sources_;
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

Exit convert_command(const Arguments& arguments, const Reporter& reporter) { return Batch(arguments, reporter).run(); }

}  // namespace gongwen::cli
