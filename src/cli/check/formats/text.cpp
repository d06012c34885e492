// For people: path:line:column: rule severity message, the line with a mark under the fault, and at the end a summary.
#include <algorithm>

#include "cli/check/formats/format.hpp"
#include "cli/check/snippet.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

std::string painted(const Report& report, std::string_view code, std::string_view text) {
  return report.color ? "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m" : std::string(text);
}

std::string_view color_of(Severity severity) { return severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36"; }

std::string place_of(const Finding& finding) {
  return printable(finding.file.path) + ":" + std::to_string(finding.begin.line) + ":" + std::to_string(finding.begin.column) + ":";
}

std::string severity_of(const Report& report, const Finding& finding) {
  if (finding.known) return painted(report, "2", report.language == Language::zh ? "已知" : "note");
  return painted(report, color_of(finding.what.severity), severity_word(finding.what.severity, report.language));
}

void show_source(Report& report, const Places& places, const Finding& finding) {
  const Range line = places.line(finding.begin.line);
  const std::string_view text(finding.file.notice.text);
  const Range bytes = finding.what.span.bytes;
  const std::string number = std::to_string(finding.begin.line), gutter(std::max<std::size_t>(number.size(), 5), ' ');
  const std::uint32_t begin = std::clamp(bytes.begin, line.begin, line.end), end = std::clamp(bytes.end, begin, line.end);
  const Snippet shown = snippet(text.substr(line.begin, line.size()), {begin - line.begin, end - line.begin}, report.columns - gutter.size() - 3);
  report.out.write(std::string(gutter.size() - number.size(), ' ') + painted(report, "2", number + " | ") + shown.line + "\n");
  report.out.write(gutter + painted(report, "2", " | ") + shown.mark.substr(0, shown.mark.find('^')) +
                   painted(report, finding.known ? "2" : color_of(finding.what.severity), shown.mark.substr(shown.mark.find('^'))) + "\n");
  const bool counts_lines = finding.file.notice.source.format == "txt";   // in a Word document the headings and the cell say more
  if (const std::string where = counts_lines ? "" : places.whereabouts(finding.what.span, report.language); !where.empty())
    report.out.write(gutter + painted(report, "2", " = " + printable(where)) + "\n");
}

void write_finding(Report& report, const Places& places, const Finding& finding) {
  if (report.statistics || (finding.known && report.quiet)) return;
  report.out.write(painted(report, "1", place_of(finding)) + " " + painted(report, "1", finding.what.rule) + " " + severity_of(report, finding) + " " +
                   printable(finding.message) + (!finding.known ? "" : report.language == Language::zh ? "（见基线）" : " (known by the baseline)") + "\n");
  show_source(report, places, finding);
}

void write_statistics(Report& report, const CheckSummary& summary) {
  const bool chinese = report.language == Language::zh;
  std::vector<std::pair<std::uint64_t, std::string>> most;
  for (const auto& [rule, count] : summary.by_rule) most.emplace_back(count, rule);
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  TextTable table(chinese ? std::vector<std::string>{"次数", "规则", "修正"} : std::vector<std::string>{"count", "rule", "fix"}, 1);
  table.keep_whole(1);
  for (const auto& [count, rule] : most) {
    const Rule* known = find_rule(rule);
    table.add_row({std::to_string(count), rule, known != nullptr && known->fixable ? "--fix" : ""});
  }
  if (!most.empty()) report.out.write(table.render(report.columns) + "\n");
}

void write_stale(Report& report, const CheckSummary& summary) {
  const bool chinese = report.language == Language::zh;
  for (const Stale& entry : summary.stale)
    report.out.write(printable(entry.path) + ": " + entry.rule + (chinese ? "：基线中有 " : ": the baseline knows ") + std::to_string(entry.count) +
                     (chinese ? " 处已不存在；请用 --write-baseline 更新基线\n" : " that are no more; --write-baseline renews it\n"));
}

void write_end(Report& report, const CheckSummary& summary) {
  if (report.statistics) write_statistics(report, summary);
  if (!report.quiet) write_stale(report, summary);
  if (!report.quiet) report.out.write(summary.text(report.language) + "\n");
}

}  // namespace

const ReportFormat text_format{.kind = ReportKind::text, .name = "text", .finding = write_finding, .end = write_end};

}  // namespace gongwen::cli
