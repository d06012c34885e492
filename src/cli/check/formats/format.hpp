#pragma once
// What a report format is: functions that write as the files are done, so that nothing is held. One file a format; each
// exports one `extern const ReportFormat`, which formats.cpp names.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/check/checked.hpp"
#include "cli/check/options.hpp"
#include "cli/check/summary.hpp"
#include "cli/output.hpp"

namespace gongwen::cli {

/// What the functions of a format share while it is written.
struct Report {
  Output& out;
  Language language = Language::en;
  Severity fail_on = Severity::warning;
  bool color = false, quiet = false, statistics = false;
  bool has_baseline = false;
  std::size_t columns = 120;
  std::uint64_t written = 0;                       ///< elements of the list that is open
  std::array<std::uint64_t, 3> shown{}, more{};    ///< annotations by Severity, and those there was no room for
  std::vector<std::pair<std::string, Trouble>> failures = {};
};

/// How many findings a file has, known before the first of them is written.
struct FileCounts {
  std::uint64_t findings = 0, failing = 0, known = 0;
};

struct ReportFormat {
  ReportKind kind;
  std::string_view name;
  bool wants_context = false;                      ///< Finding::context is made
  void (*begin)(Report&) = nullptr;
  void (*open)(Report&, const Checked&, const FileCounts&) = nullptr;
  void (*finding)(Report&, const Places&, const Finding&) = nullptr;
  void (*close)(Report&, const Checked&) = nullptr;
  void (*failure)(Report&, const std::string& path, const Trouble&) = nullptr;   ///< the reporter tells it on standard error all the same
  void (*end)(Report&, const CheckSummary&) = nullptr;
};

extern const ReportFormat text_format;
extern const ReportFormat json_format;
extern const ReportFormat jsonl_format;
extern const ReportFormat sarif_format;
extern const ReportFormat junit_format;
extern const ReportFormat github_format;
extern const ReportFormat gitlab_format;

[[nodiscard]] std::span<const ReportFormat* const> report_formats() noexcept;
[[nodiscard]] const ReportFormat& report_format(ReportKind kind) noexcept;

}  // namespace gongwen::cli
