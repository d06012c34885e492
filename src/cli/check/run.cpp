// Paths become a report. One thread finds the files, some read and check them, this one writes what they found, in the order
// of the files.
#include "cli/check/run.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <new>
#include <thread>
#include <unordered_map>

#include <unistd.h>

#include "cli/batch/pipeline.hpp"
#include "cli/batch/walk.hpp"
#include "cli/check/config.hpp"
#include "cli/check/formats/format.hpp"
#include "cli/input.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

// In folders and archives there are files of every kind: a notice is called so.
const std::array<const char*, 5> kNotices{"*.[dD][oO][cC][xX]", "*.[dD][oO][cC][mM]", "*.[dD][oO][tT][xX]", "*.[dD][oO][tT][mM]", "*.[tT][xX][tT]"};

struct CheckJob {
  std::string path, file;
  std::optional<FileBytes> bytes;
  std::optional<Trouble> trouble;
  Configs::Options options;
};

class Checking {
 public:
  Checking(const Arguments& arguments, const Grammar& grammar, Output& output, const Reporter& reporter)
      : arguments_(arguments), options_(arguments.batch), reporter_(reporter), format_(report_format(arguments.check.format)),
        configs_({arguments.check.config, arguments.check.no_config, arguments.check.select, arguments.check.ignore, arguments.language}), report_{.out = output, .language = arguments.language, .fail_on = arguments.check.fail_on,
                .color = !output.is_file() && wants_color(STDOUT_FILENO), .quiet = options_.quiet, .columns = terminal_columns()} {
    parsing_.grammar = grammar;
    parsing_.punctuation = arguments.punctuation;
    parsing_.revisions = arguments.revisions;
    if (options_.include.empty()) options_.include.assign(kNotices.begin(), kNotices.end());
  }

  Exit run() {
    if (!configurations_are_right()) return conclude();
    if (format_.begin != nullptr) format_.begin(report_);
    {
      const unsigned jobs = options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
      Pipeline<CheckJob, Checked> pipeline({jobs, jobs * std::size_t{2} + 1}, [this](CheckJob& job) { return check_one(job); });
      pipeline.feed([&] { find_files(pipeline); });
      while (const auto checked = pipeline.next([] {}, [](CheckJob&) { return Checked(); })) {
        take(*checked);
        if (report_.out.failed()) break;
      }
      pipeline.stop();
    }
    summary_.left_out = skipped_.others + excluded_;
    if (format_.end != nullptr) format_.end(report_, summary_);
    return conclude();
  }

 private:
  using Pipe = Pipeline<CheckJob, Checked>;

  void find_files(Pipe& pipeline) {
    const Walk what{arguments_.files, options_, arguments_.language, {report_.out.path()}};
    try {
      walk(what, [&](Found& found) { return push(pipeline, found); }, skipped_);
    } catch (const std::exception& error) {
      broken_ = error.what();
    }
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

  // On any of the threads.
  Checked check_one(CheckJob& job) const {
    Checked checked{.path = job.path, .file = job.file, .notice = {}, .trouble = std::move(job.trouble)};
    if (checked.trouble) return checked;
    try {
      check_into(checked, job);
    } catch (const std::bad_alloc&) {   // the others may be smaller
      checked.trouble = trouble(Error{ErrorCode::too_large, "out of memory"}, arguments_.language);
    }
    return checked;
  }

  void check_into(Checked& checked, CheckJob& job) const {
    if (!job.bytes) {
      auto bytes = read_file(job.file, parsing_.limits.file_bytes);
      if (!bytes) return void(checked.trouble = trouble(bytes.error(), arguments_.language));
      job.bytes = *std::move(bytes);
    }
    ParseOptions parsing = parsing_;
    parsing.path = job.path;
    auto notice = check(*job.bytes, parsing, *job.options);
    job.bytes.reset();
    notice ? void(checked.notice = *std::move(notice)) : void(checked.trouble = trouble(notice.error(), arguments_.language));
  }

  void take(const Checked& checked) {
    if (checked.trouble) {
      ++summary_.failed;
      report_.out.flush();
      reporter_.trouble(checked.path, checked.trouble->code, checked.trouble->message);
      if (format_.failure != nullptr) format_.failure(report_, checked.path, *checked.trouble);
      return;
    }
    ++summary_.files;
    write(checked);
  }

  void write(const Checked& checked) {
    const auto& all = checked.notice.diagnostics;
    const Places places(checked);
    FileCounts counts;
    for (const Diagnostic& what : all) {
      summary_.count(what, false);
      ++counts.findings;
      counts.failing += what.severity >= report_.fail_on ? 1 : 0;
    }
    summary_.files_with_findings += counts.findings > 0 ? 1 : 0;
    if (format_.open != nullptr) format_.open(report_, checked, counts);
    std::unordered_map<std::size_t, std::uint32_t> occurrences;
    for (const Diagnostic& what : all) {
      Finding finding = places.finding(what, arguments_.language);
      if (format_.wants_context) {
        finding.context = places.context(what);
        finding.occurrence = occurrences[std::hash<std::string>()(finding.context + std::string(what.rule))]++;
      }
      format_.finding(report_, places, finding);
    }
    if (format_.close != nullptr) format_.close(report_, checked);
  }

  Exit conclude() {
    if (!broken_.empty()) return reporter_.trouble("-", "E_INTERNAL", broken_), kNothingDone;
    if (bad_config_) return reporter_.trouble(bad_config_->first, bad_config_->second.code, bad_config_->second.message), kBadUsage;
    if (summary_.files + summary_.failed + excluded_ == 0) {
      const Trouble none = trouble(BatchError::no_input, "", arguments_.language);
      return reporter_.trouble(arguments_.files.front(), none.code, none.message), kNothingDone;
    }
    if (summary_.files == 0 && summary_.failed > 0) return kNothingDone;
    return summary_.failed > 0 || summary_.reaches(report_.fail_on) ? kSomeFailed : kDone;
  }

  const Arguments& arguments_;
  BatchOptions options_;
  const Reporter& reporter_;
  const ReportFormat& format_;
  Configs configs_;        // the finding thread's, until it has ended
  Report report_;
  ParseOptions parsing_;
  CheckSummary summary_;
  Skipped skipped_;        // likewise
  std::optional<std::pair<std::string, Trouble>> bad_config_;   // likewise: what stopped it
  std::string broken_;     // likewise
  std::uint64_t excluded_ = 0;   // likewise
};

}  // namespace

Exit run_check(const Arguments& arguments, const Grammar& grammar, Output& output, const Reporter& reporter) {
  return Checking(arguments, grammar, output, reporter).run();
}

}  // namespace gongwen::cli
