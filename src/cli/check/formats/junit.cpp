// JUnit's XML, as CI servers read it: a suite a file, a case a finding. What --fail-on lets pass is a case that passes, what the
// baseline knows one that is skipped, and a file that could not be read an error.
#include "cli/check/formats/format.hpp"
#include "cli/check/formats/paths.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

// XML 1.0, 2.2: what is no Char cannot even be escaped.
bool is_char(char32_t c) noexcept {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    i += c.size;
    switch (c.value) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\t': out += "&#9;"; break;
      case U'\n': out += "&#10;"; break;
      case U'\r': out += "&#13;"; break;
      default: text::append(out, is_char(c.value) ? c.value : text::kReplacement);
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) { return " " + std::string(name) + "=\"" + escaped(value) + "\""; }
std::string attribute(std::string_view name, std::uint64_t value) { return attribute(name, std::to_string(value)); }

void begin(Report& report) { report.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gongwen check\">\n"); }

void open(Report& report, const Checked& file, const FileCounts& counts) {
  const std::string path = report_path(file.path);
  const std::uint64_t tests = counts.findings + counts.known;
  report.out.write("<testsuite" + attribute("name", path) + attribute("tests", tests == 0 ? 1 : tests) + attribute("failures", counts.failing) +
                   attribute("errors", 0) + attribute("skipped", counts.known) + ">\n");
  if (tests == 0) report.out.write("<testcase" + attribute("name", "check") + attribute("classname", path) + "/>\n");
}

void add(Report& report, const Places& places, const Finding& finding) {
  const std::string path = report_path(finding.file.path);
  const std::string place = std::to_string(finding.begin.line) + ":" + std::to_string(finding.begin.column);
  const std::string where = places.whereabouts(finding.what.span, report.language);
  const std::string body = escaped(path + ":" + place + ": " + finding.message + (where.empty() ? "" : "\n" + where));
  report.out.write("<testcase" + attribute("name", std::string(finding.what.rule) + " " + place) + attribute("classname", path) + attribute("file", path) +
                   attribute("line", finding.begin.line) + ">");
  if (finding.known) report.out.write("<skipped" + attribute("message", finding.message) + "/>");
  else if (finding.what.severity >= report.fail_on)
    report.out.write("<failure" + attribute("type", severity_name(finding.what.severity)) + attribute("message", finding.message) + ">" + body + "</failure>");
  else report.out.write("<system-out>" + body + "</system-out>");
  report.out.write("</testcase>\n");
}

void close(Report& report, const Checked&) { report.out.write("</testsuite>\n"); }

void fail(Report& report, const std::string& name, const Trouble& trouble) {
  const std::string path = report_path(name);
  report.out.write("<testsuite" + attribute("name", path) + attribute("tests", 1) + attribute("failures", 0) + attribute("errors", 1) +
                   attribute("skipped", 0) + "><testcase" + attribute("name", "read") + attribute("classname", path) + "><error" +
                   attribute("type", trouble.code) + attribute("message", trouble.message) + "/></testcase></testsuite>\n");
}

void end(Report& report, const CheckSummary&) { report.out.write("</testsuites>\n"); }

}  // namespace

const ReportFormat junit_format{
    .kind = ReportKind::junit, .name = "junit", .begin = begin, .open = open, .finding = add, .close = close, .failure = fail, .end = end};

}  // namespace gongwen::cli
