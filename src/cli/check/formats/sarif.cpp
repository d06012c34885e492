// SARIF 2.1.0 (OASIS), for GitHub code scanning and whatever else reads it. All rules are declared first; results are written
// as they come; inputs that could not be read are notifications of the invocation, at the end.
#include "cli/check/formats/format.hpp"
#include "cli/check/formats/paths.hpp"
#include "cli/check/rule_words.hpp"
#include <gongwen/version.hpp>
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kMostSnippet = 600;   // bytes

std::string_view level(Severity severity) { return severity == Severity::info ? "note" : severity_name(severity); }

void write_text(JsonStream& json, const char* key, std::string_view text) {
  json.key(key), json.begin_object();
  json.key("text"), json.string(text);
  json.end_object();
}

std::string help_of(const Rule& rule, Language language) {
  std::string out(rule.why.in(language));
  if (!rule.mend.in(language).empty()) out.append(out.empty() ? "" : "\n\n").append(rule.mend.in(language));
  return out.append(out.empty() ? "" : "\n\n").append(basis_words(rule, language));
}

void write_rule(JsonStream& json, const Rule& rule, Language language) {
  const std::string_view what = rule.what.in(language).empty() ? rule.message.in(language) : rule.what.in(language);
  json.begin_object();
  json.key("id"), json.string(rule.name);
  write_text(json, "shortDescription", what);
  write_text(json, "help", help_of(rule, language));
  json.key("defaultConfiguration"), json.begin_object();
  json.key("level"), json.string(level(rule.severity));
  json.end_object();
  json.key("properties"), json.begin_object();
  json.key("tags"), json.begin_array();
  json.string(rule.group), json.string(basis_name(rule.basis));
  if (scope_name(rule.scope) != rule.group) json.string(scope_name(rule.scope));   // a tag stands once
  json.end_array();
  json.end_object();
  json.end_object();
}

void begin(Report& report) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("name"), json.string("gongwen");
  json.key("version"), json.string(version());
  json.key("rules"), json.begin_array();
  for (const Rule* rule : rules()) write_rule(json, *rule, report.language);
  json.end_array();
  json.end_object();
  report.out.write("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n\"version\": \"2.1.0\",\n\"runs\": [{\n\"tool\": {\"driver\": " + out +
                   "},\n\"language\": \"" + (report.language == Language::zh ? "zh-CN" : "en-US") + "\",\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [");
}

void write_artifact(JsonStream& json, const std::string& path) {
  const std::string uri = report_uri(path);
  json.key("artifactLocation"), json.begin_object();
  json.key("uri"), json.string(uri);
  if (!uri.starts_with("file://")) json.key("uriBaseId"), json.string("%SRCROOT%");
  json.end_object();
}

void write_region(JsonStream& json, const char* key, const Finding& finding, bool with_snippet) {
  json.key(key), json.begin_object();
  json.key("startLine"), json.integer(finding.begin.line);
  json.key("startColumn"), json.integer(finding.begin.column);
  json.key("endLine"), json.integer(finding.end.line);
  json.key("endColumn"), json.integer(finding.end.column);
  json.key("charOffset"), json.integer(finding.begin_code_point);
  json.key("charLength"), json.integer(finding.end_code_point - finding.begin_code_point);
  const Range bytes = finding.what.span.bytes;
  if (with_snippet && !bytes.empty() && bytes.size() <= kMostSnippet)
    write_text(json, "snippet", std::string_view(finding.file.notice.text).substr(bytes.begin, bytes.size()));
  json.end_object();
}

void write_location(JsonStream& json, const Report& report, const Places& places, const Finding& finding) {
  json.key("locations"), json.begin_array(), json.begin_object();
  json.key("physicalLocation"), json.begin_object();
  write_artifact(json, finding.file.path);
  write_region(json, "region", finding, true);
  json.end_object();
  if (const std::string where = places.whereabouts(finding.what.span, report.language); !where.empty()) {
    json.key("logicalLocations"), json.begin_array(), json.begin_object();
    const std::size_t last = where.rfind(" > ");
    json.key("name"), json.string(last == where.npos ? where : where.substr(last + 3));
    json.key("fullyQualifiedName"), json.string(where);
    json.key("kind"), json.string("element");
    json.end_object(), json.end_array();
  }
  json.end_object(), json.end_array();
}

void write_suppressions(JsonStream& json, const Report& report, const Finding& finding) {
  json.key("suppressions"), json.begin_array();
  if (finding.known) {
    json.begin_object();
    json.key("kind"), json.string("external");
    json.key("status"), json.string("accepted");
    json.key("justification"), json.string(report.language == Language::zh ? "见基线文件" : "known by the baseline");
    json.end_object();
  }
  json.end_array();
}

void write_fix(JsonStream& json, const Finding& finding) {
  json.key("fixes"), json.begin_array(), json.begin_object();
  json.key("artifactChanges"), json.begin_array(), json.begin_object();
  write_artifact(json, finding.file.path);
  json.key("replacements"), json.begin_array(), json.begin_object();
  write_region(json, "deletedRegion", finding, false);
  write_text(json, "insertedContent", *finding.replacement());
  json.end_object(), json.end_array();
  json.end_object(), json.end_array();
  json.end_object(), json.end_array();
}

void add(Report& report, const Places& places, const Finding& finding) {
  std::string out = report.written++ == 0 ? "\n" : ",\n";
  JsonStream json(out, 0);
  json.begin_object();
  json.key("ruleId"), json.string(finding.what.rule);
  for (std::size_t i = 0; finding.rule != nullptr && i < rules().size(); ++i)
    if (rules()[i] == finding.rule) json.key("ruleIndex"), json.integer(static_cast<std::int64_t>(i));
  json.key("level"), json.string(level(finding.what.severity));
  write_text(json, "message", finding.message);
  write_location(json, report, places, finding);
  json.key("partialFingerprints"), json.begin_object();
  json.key("gongwenContext/v1"), json.string(finding.context + ":" + std::to_string(finding.occurrence));
  json.end_object();
  if (report.has_baseline) write_suppressions(json, report, finding);   // of all results or of none
  if (finding.replacement() != nullptr) write_fix(json, finding);
  json.end_object();
  report.out.write(out);
}

void fail(Report& report, const std::string& path, const Trouble& trouble) { report.failures.emplace_back(path, trouble); }

void end(Report& report, const CheckSummary& summary) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("executionSuccessful"), json.boolean(summary.failed == 0);
  json.key("toolExecutionNotifications"), json.begin_array();
  for (const auto& [path, trouble] : report.failures) {
    json.begin_object();
    json.key("level"), json.string("error");
    write_text(json, "message", trouble.code + ": " + trouble.message);
    json.key("locations"), json.begin_array(), json.begin_object();
    json.key("physicalLocation"), json.begin_object();
    write_artifact(json, path);
    json.end_object();
    json.end_object(), json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  report.out.write(std::string(report.written == 0 ? "" : "\n") + "],\n\"invocations\": [" + out + "]\n}]}\n");
}

}  // namespace

const ReportFormat sarif_format{.kind = ReportKind::sarif, .name = "sarif", .wants_context = true, .begin = begin, .finding = add, .failure = fail, .end = end};

}  // namespace gongwen::cli
