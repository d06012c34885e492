// GitLab's code quality report: an array of findings, each with a fingerprint that no other one has.
#include <span>

#include "cli/check/formats/format.hpp"
#include "cli/check/formats/paths.hpp"
#include "text/sha256.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

std::string_view severity_of(const Finding& finding) {
  if (finding.known) return "info";
  return finding.what.severity == Severity::error ? "major" : finding.what.severity == Severity::warning ? "minor" : "info";
}

std::string hashed(const std::string& text) { return text::sha256(std::as_bytes(std::span(text.data(), text.size()))).substr(0, 40); }

void write(Report& report, const std::string& name, std::string_view check, std::string_view severity, const std::string& text, const std::string& identity,
           std::uint32_t begin_line, std::uint32_t end_line) {
  const std::string path = report_path(name);
  std::string out = report.written++ == 0 ? "\n" : ",\n";
  JsonStream json(out, 0);
  json.begin_object();
  json.key("description"), json.string(text);
  json.key("check_name"), json.string(check);
  json.key("fingerprint"), json.string(hashed(path + "\n" + std::string(check) + "\n" + identity));
  json.key("severity"), json.string(severity);
  json.key("location"), json.begin_object();
  json.key("path"), json.string(path);
  json.key("lines"), json.begin_object();
  json.key("begin"), json.integer(begin_line);
  json.key("end"), json.integer(end_line);
  json.end_object();
  json.end_object();
  json.end_object();
  report.out.write(out);
}

void begin(Report& report) { report.out.write("["); }

void add(Report& report, const Places& places, const Finding& finding) {
  const std::string where = finding.file.notice.source.format == "txt" ? "" : places.whereabouts(finding.what.span, report.language);
  write(report, finding.file.path, finding.what.rule, severity_of(finding), finding.message + (where.empty() ? "" : " (" + where + ")"),
        finding.context + ":" + std::to_string(finding.occurrence), finding.begin.line, finding.end.line);
}

void fail(Report& report, const std::string& path, const Trouble& trouble) { write(report, path, trouble.code, "critical", trouble.message, "", 1, 1); }

void end(Report& report, const CheckSummary&) { report.out.write(report.written == 0 ? "]\n" : "\n]\n"); }

}  // namespace

const ReportFormat gitlab_format{.kind = ReportKind::gitlab, .name = "gitlab", .wants_context = true, .begin = begin, .finding = add, .failure = fail, .end = end};

}  // namespace gongwen::cli
