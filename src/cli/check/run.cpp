// Paths become a report. One thread finds the files, some read and check them, this one writes what they found, in the order
// of the files.
#include "cli/check/run.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>
#include <unordered_map>

#include <unistd.h>

#include "cli/batch/pipeline.hpp"
#include "cli/batch/walk.hpp"
#include "cli/check/baseline.hpp"
#include "cli/check/diff.hpp"
#include "cli/check/formats/format.hpp"
#include "cli/check/formats/paths.hpp"
#include "cli/check/inspect.hpp"
#include "cli/check/replace.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

// In folders and archives there are files of every kind: a notice is called so.
const std::array<const char*, 5> kNotices{"*.[dD][oO][cC][xX]", "*.[dD][oO][cC][mM]", "*.[dD][oO][tT][xX]", "*.[dD][oO][tT][mM]", "*.[tT][xX][tT]"};

class Checking {
 public:
  Checking(const Arguments& arguments, const Grammar& grammar, Output& output, const Reporter& reporter)
      : arguments_(arguments), asked_(arguments.check), options_(arguments.batch), reporter_(reporter), format_(report_format(asked_.format)),
        configs_({asked_.config, asked_.no_config, asked_.select, asked_.ignore, arguments.language}),
        report_{.out = output, .language = arguments.language, .fail_on = asked_.fail_on,
                .color = !output.is_file() && wants_color(STDOUT_FILENO), .quiet = options_.quiet, .statistics = asked_.statistics,
                .has_baseline = !asked_.baseline.empty(), .columns = terminal_columns()} {
    inspector_.parsing.grammar = grammar;
    inspector_.parsing.revisions = arguments.revisions;
    inspector_.fix = asked_.fix, inspector_.diff = asked_.diff;
    inspector_.language = arguments.language;
    summary_.would_fix = asked_.diff;
    if (options_.include.empty()) options_.include.assign(kNotices.begin(), kNotices.end());
  }

  Exit run() {
    if (!options_fit()) return kBadUsage;
    if (!open_baseline()) return kNothingDone;
    if (!configurations_are_right()) return conclude();
    if (reports() && format_.begin != nullptr) format_.begin(report_);
    check_all();
    summary_.left_out = skipped_.others + excluded_;
    if (!asked_.baseline.empty()) summary_.stale = baseline_->stale();
    if (reports() && format_.end != nullptr) format_.end(report_, summary_);
    return conclude();
  }

 private:
  using Pipe = Pipeline<CheckJob, Checked>;

  [[nodiscard]] bool chinese() const noexcept { return arguments_.language == Language::zh; }
  void say(const std::string& english, const std::string& chinese_text) const { reporter_.line("gongwen: " + (chinese() ? chinese_text : english)); }
  // With --diff standard output is the diff.
  [[nodiscard]] bool reports() const noexcept { return !asked_.diff; }

  bool options_fit() const {
    const bool text = asked_.format == ReportKind::text;
    const auto wrong = [this](const std::string& english, const std::string& chinese_text) {
      return say("the command line is wrong: " + english + "; see gongwen check --help", "命令行有误：" + chinese_text + "；请看 gongwen check --help"), false;
    };
    if (asked_.diff && !text) return wrong("--diff has no --format", "--diff 不能与 --format 同用");
    if (asked_.statistics && !text && asked_.format != ReportKind::json) return wrong("--statistics is for text and json", "--statistics 只用于 text 和 json");
    return true;
  }

  bool open_baseline() {
    if (!asked_.write_baseline.empty()) baseline_.emplace(asked_.write_baseline);
    if (asked_.baseline.empty()) return true;
    auto read = Baseline::read(asked_.baseline, arguments_.language);
    if (const auto* fault = std::get_if<Trouble>(&read)) return reporter_.trouble(asked_.baseline, fault->code, fault->message), false;
    return baseline_ = std::get<Baseline>(std::move(read)), true;
  }

  // False: the configuration is at fault, and nothing more is done.
  bool configure(const std::string& path, Configs::Options& options) {
    std::string wrong;
    auto found = configs_.options(path, wrong);
    if (auto* fault = std::get_if<Trouble>(&found)) return bad_config_ = {wrong, std::move(*fault)}, false;
    return options = std::get<Configs::Options>(std::move(found)), true;
  }

  // A fault that can be known at once is told before anything is written.
  bool configurations_are_right() {
    Configs::Options none;
    return std::all_of(arguments_.files.begin(), arguments_.files.end(), [&](const std::string& path) {
      std::error_code failed;
      return configure(std::filesystem::is_directory(path, failed) ? path + "/-" : path, none);
    });
  }

  void check_all() {
    const unsigned jobs = options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
    Pipe pipeline({jobs, jobs * std::size_t{2} + 1}, [this](CheckJob& job) { return inspect(inspector_, job); });
    pipeline.feed([&] { find_files(pipeline); });
    while (const auto checked = pipeline.next([] {}, [](CheckJob&) { return Checked(); })) {
      take(*checked);
      if (report_.out.failed()) break;
    }
    pipeline.stop();
  }

  void find_files(Pipe& pipeline) {
    const Walk what{arguments_.files, options_, arguments_.language, {report_.out.path()}};
    try {
      walk(what, [&](Found& found) { return push(pipeline, found); }, skipped_);
    } catch (const std::exception& error) {
      broken_ = error.what();
    }
  }

  bool push(Pipe& pipeline, Found& found) {
    CheckJob job{std::move(found.path), std::move(found.file), std::move(found.bytes), std::move(found.trouble), nullptr};
    if (!job.trouble && !configure(job.path, job.options)) return false;
    if (!job.trouble && job.options == nullptr) return ++excluded_, true;
    if (found.archive != nullptr && !job.bytes && !job.trouble) {
      auto bytes = found.read_member(options_.limits.file_bytes);
      bytes ? void(job.bytes = *std::move(bytes)) : void(job.trouble = trouble(bytes.error(), arguments_.language));
    }
    return pipeline.push(std::move(job));
  }

  void take(Checked& checked) {
    if (!checked.trouble && !checked.original.empty())
      checked.trouble = replace_file(checked.file, checked.fix->bytes, checked.original, arguments_.language);
    if (checked.trouble) return fail(checked);
    ++summary_.files;
    if (checked.fix) count_fix(checked);
    write(checked);
  }

  void fail(const Checked& checked) {
    ++summary_.failed;
    report_.out.flush();
    reporter_.trouble(checked.path, checked.trouble->code, checked.trouble->message);
    if (reports() && format_.failure != nullptr) format_.failure(report_, checked.path, *checked.trouble);
  }

  void count_fix(const Checked& checked) {
    summary_.unfixed += checked.fix->left_out;
    if (checked.fix->unwritable)
      return reporter_.trouble(checked.path, "E_NOT_FIXED", chinese() ? "其编码无法原样写回，未作修正；请另存为 UTF-8" : "its bytes cannot be written again as they were, so nothing was mended; save it as UTF-8");
    summary_.fixed += checked.fix->edits.size();
    const bool marked = checked.fix->bytes.starts_with("\xEF\xBB\xBF");
    if (asked_.diff) report_.out.write(unified_diff(report_path(checked.path), checked.notice.text, checked.fix->edits, marked));
  }

  [[nodiscard]] bool is_fixable(const Checked& checked, const Diagnostic& what) const {
    const Rule* rule = find_rule(what.rule);
    return !inspector_.fix && !inspector_.diff && rule != nullptr && rule->fixable && what.arguments.size() >= 2 &&
           checked.notice.source.format == "txt" && !checked.file.empty() && checked.file != "-";
  }

  void write(const Checked& checked) {
    const auto& all = checked.notice.diagnostics;
    const Places places(checked);
    std::vector<bool> known(all.size());
    const FileCounts counts = count(checked, places, known);
    if (!reports()) return;
    if (format_.open != nullptr) format_.open(report_, checked, counts);
    std::unordered_map<std::size_t, std::uint32_t> occurrences;
    for (std::size_t i = 0; i < all.size(); ++i) {
      Finding finding = places.finding(all[i], arguments_.language);
      finding.known = known[i];
      if (format_.wants_context) {
        finding.context = places.context(all[i]);
        finding.occurrence = occurrences[std::hash<std::string>()(finding.context + std::string(all[i].rule))]++;
      }
      format_.finding(report_, places, finding);
    }
    if (format_.close != nullptr) format_.close(report_, checked);
  }

  FileCounts count(const Checked& checked, const Places& places, std::vector<bool>& known) {
    const auto& all = checked.notice.diagnostics;
    FileCounts counts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (baseline_) known[i] = ask_baseline(checked, all[i], places.context(all[i]));
      summary_.count(all[i], known[i]);
      summary_.fixable += !known[i] && is_fixable(checked, all[i]) ? 1 : 0;
      ++(known[i] ? counts.known : counts.findings);
      counts.failing += !known[i] && all[i].severity >= report_.fail_on ? 1 : 0;
    }
    summary_.files_with_findings += counts.findings > 0 ? 1 : 0;
    if (baseline_ && asked_.write_baseline.empty()) baseline_->close(checked.path, *checked.options);
    return counts;
  }

  bool ask_baseline(const Checked& checked, const Diagnostic& what, const std::string& context) {
    if (asked_.write_baseline.empty()) return baseline_->take(checked.path, what.rule, context);
    return baseline_->add(checked.path, what.rule, context), false;
  }

  Exit conclude() {
    if (!broken_.empty()) return reporter_.trouble("-", "E_INTERNAL", broken_), kNothingDone;
    if (bad_config_) {
      reporter_.trouble(bad_config_->first, bad_config_->second.code, bad_config_->second.message);
      return bad_config_->second.code == "E_BAD_CONFIG" ? kBadUsage : kNothingDone;
    }
    if (summary_.files + summary_.failed + excluded_ == 0) {
      const Trouble none = trouble(BatchError::no_input, "", arguments_.language);
      return reporter_.trouble(arguments_.files.front(), none.code, none.message), kNothingDone;
    }
    if (summary_.files == 0 && summary_.failed > 0) return kNothingDone;
    if (!reports() && !options_.quiet) say(summary_.text(Language::en), summary_.text(Language::zh));
    if (!asked_.write_baseline.empty()) return write_baseline();
    if (!summary_.stale.empty() && asked_.format != ReportKind::text && asked_.format != ReportKind::json && !options_.quiet)
      say("some entries of the baseline are stale; --write-baseline renews it", "基线中有已不存在的问题；请用 --write-baseline 更新基线");
    return summary_.failed > 0 || summary_.reaches(report_.fail_on) ? kSomeFailed : kDone;
  }

  Exit write_baseline() const {
    if (const int failed = baseline_->write()) return reporter_.write_failure(asked_.write_baseline, failed), kNothingDone;
    const std::string number = std::to_string(baseline_->size());
    if (!options_.quiet) say(number + " findings are known by " + asked_.write_baseline + " from now on", asked_.write_baseline + " 已记下 " + number + " 处问题");
    return summary_.failed > 0 ? kSomeFailed : kDone;
  }

  const Arguments& arguments_;
  const CheckArguments& asked_;
  BatchOptions options_;
  const Reporter& reporter_;
  const ReportFormat& format_;
  Inspector inspector_;
  Configs configs_;                  // the finding thread's, until it has ended
  Skipped skipped_;                  // likewise
  std::uint64_t excluded_ = 0;       // likewise
  std::optional<std::pair<std::string, Trouble>> bad_config_;   // likewise: what stopped it
  std::string broken_;               // likewise
  Report report_;
  CheckSummary summary_;
  std::optional<Baseline> baseline_;
};

}  // namespace

Exit run_check(const Arguments& arguments, const Grammar& grammar, Output& output, const Reporter& reporter) {
  return Checking(arguments, grammar, output, reporter).run();
}

}  // namespace gongwen::cli
