// Workflow commands of GitHub Actions, which become annotations of a pull request. GitHub shows ten of a kind for a step and
// drops the rest without a word: so ten are written, and how many more there are is said.
#include <algorithm>

#include "cli/check/formats/format.hpp"
#include "cli/check/formats/paths.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint64_t kMost = 10;

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else out += c;
  }
  return out;
}

std::string_view command(Severity severity) { return severity == Severity::info ? "notice" : severity_name(severity); }

// Whether there is room for one more of its kind.
bool counted(Report& report, Severity severity) {
  const auto kind = static_cast<std::size_t>(severity);
  if (report.shown[kind] == kMost) return ++report.more[kind], false;
  return ++report.shown[kind], true;
}

void annotate(Report& report, Severity severity, const std::string& path, const std::string& place, std::string_view title, std::string_view text) {
  report.out.write("::" + std::string(command(severity)) + " file=" + escaped(report_path(path), true) + place + ",title=" + escaped(title, true) +
                   "::" + escaped(printable(text), false) + "\n");
}

void add(Report& report, const Places& places, const Finding& finding) {
  const Severity severity = finding.known ? Severity::info : finding.what.severity;
  if (!counted(report, severity)) return;
  std::string place = ",line=" + std::to_string(finding.begin.line) + ",endLine=" + std::to_string(finding.end.line);
  if (finding.begin.line == finding.end.line)   // GitHub takes columns of one line only; the last is in it
    place += ",col=" + std::to_string(finding.begin.column) + ",endColumn=" + std::to_string(std::max(finding.begin.column, finding.end.column - 1));
  const std::string where = finding.file.notice.source.format == "txt" ? "" : places.whereabouts(finding.what.span, report.language);
  const bool chinese = report.language == Language::zh;
  annotate(report, severity, finding.file.path, place, std::string(finding.what.rule) + (finding.known ? chinese ? "（已知）" : " (known)" : ""),
           finding.message + (where.empty() ? "" : "\n" + where));
}

void fail(Report& report, const std::string& path, const Trouble& trouble) {
  if (counted(report, Severity::error)) annotate(report, Severity::error, path, "", trouble.code, trouble.message);
}

void end(Report& report, const CheckSummary& summary) {
  const bool chinese = report.language == Language::zh;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const std::uint64_t more = report.more[static_cast<std::size_t>(severity)];
    if (more == 0) continue;
    const std::string number = std::to_string(more), kind(command(severity));
    report.out.write(chinese ? "另有 " + number + " 条 " + kind + " 未作标注（GitHub 每类只显示 10 条）\n"
                             : number + " more of kind " + kind + " have no annotation: GitHub shows ten of a kind\n");
  }
  if (!report.quiet) report.out.write(summary.text(report.language) + "\n");
}

}  // namespace

const ReportFormat github_format{.kind = ReportKind::github, .name = "github", .finding = add, .failure = fail, .end = end};

}  // namespace gongwen::cli
