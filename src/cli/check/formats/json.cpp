// For programs: one JSON object with all findings, or (jsonl) an object a line. Findings are written as they come.
#include "cli/check/formats/format.hpp"
#include <gongwen/version.hpp>
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

void write_span(JsonStream& json, const Finding& finding) {
  json.key("line"), json.integer(finding.begin.line);
  json.key("column"), json.integer(finding.begin.column);
  json.key("end_line"), json.integer(finding.end.line);
  json.key("end_column"), json.integer(finding.end.column);
  json.key("begin"), json.integer(finding.begin_code_point);
  json.key("end"), json.integer(finding.end_code_point);
  json.key("cell");
  const auto& cell = finding.what.span.cell;
  if (!cell) return json.null();
  json.begin_object();
  json.key("table"), json.integer(cell->table);
  json.key("row"), json.integer(cell->row);
  json.key("column"), json.integer(cell->column);
  json.end_object();
}

std::string object(const Places& places, const Finding& finding) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("path"), json.string(finding.file.path);
  json.key("rule"), json.string(finding.what.rule);
  json.key("severity"), json.string(severity_name(finding.what.severity));
  json.key("message"), json.string(finding.message);
  write_span(json, finding);
  json.key("headings"), json.begin_array();
  for (const std::string& heading : places.headings(finding.what.span.bytes.begin)) json.string(heading);
  json.end_array();
  json.key("context"), json.string(finding.context);
  json.key("known"), json.boolean(finding.known);
  json.key("replacement"), finding.replacement() != nullptr ? json.string(*finding.replacement()) : json.null();
  json.end_object();
  return out;
}

std::string numbers(const CheckSummary& summary) {
  std::string out;
  JsonStream json(out, 0);
  const auto number = [&json](const char* key, std::uint64_t value) { json.key(key), json.integer(static_cast<std::int64_t>(value)); };
  json.begin_object();
  number("files", summary.files);
  number("failed", summary.failed);
  number("left_out", summary.left_out);
  number("errors", summary.findings[2]);
  number("warnings", summary.findings[1]);
  number("infos", summary.findings[0]);
  number("known", summary.known);
  number("fixable", summary.fixable);
  number("fixed", summary.fixed);
  number("unfixed", summary.unfixed);
  json.key("stale"), json.begin_array();
  for (const Stale& entry : summary.stale) {
    json.begin_object();
    json.key("path"), json.string(entry.path);
    json.key("rule"), json.string(entry.rule);
    number("count", entry.count);
    json.end_object();
  }
  json.end_array();
  json.key("rules"), json.begin_object();
  for (const auto& [rule, count] : summary.by_rule) json.text_key(rule), json.integer(static_cast<std::int64_t>(count));
  json.end_object();
  json.end_object();
  return out;
}

std::string failures(const Report& report) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_array();
  for (const auto& [path, trouble] : report.failures) {
    json.begin_object();
    json.key("path"), json.string(path);
    json.key("code"), json.string(trouble.code);
    json.key("message"), json.string(trouble.message);
    json.end_object();
  }
  json.end_array();
  return out;
}

void begin(Report& report) { report.out.write("{\"version\": \"" + std::string(version()) + "\",\n\"findings\": ["); }

void add(Report& report, const Places& places, const Finding& finding) {
  if (report.statistics) return;
  report.out.write((report.written++ == 0 ? "\n" : ",\n") + object(places, finding));
}

void fail(Report& report, const std::string& path, const Trouble& trouble) { report.failures.emplace_back(path, trouble); }

void end(Report& report, const CheckSummary& summary) {
  report.out.write((report.written == 0 ? "],\n\"failures\": " : "\n],\n\"failures\": ") + failures(report) + ",\n\"summary\": " + numbers(summary) + "}\n");
}

void add_line(Report& report, const Places& places, const Finding& finding) { report.out.write(object(places, finding) + "\n"); }

}  // namespace

const ReportFormat json_format{.kind = ReportKind::json, .name = "json", .wants_context = true, .begin = begin, .finding = add, .failure = fail, .end = end};
const ReportFormat jsonl_format{.kind = ReportKind::jsonl, .name = "jsonl", .wants_context = true, .finding = add_line};

}  // namespace gongwen::cli
