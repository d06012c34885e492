// A notice, read and checked: what the stages report and what the checks find, by the rules that were asked for.
#include <gongwen/check.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "checks/check.hpp"
#include "checks/precedence.hpp"
#include "parse.hpp"
#include "script.hpp"

namespace gongwen {
namespace {

bool names(std::string_view name, const Rule& rule) noexcept { return name == rule.name || name == rule.group || name == "all"; }

bool any_names(const std::vector<std::string>& all, const Rule& rule) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& name) { return names(name, rule); });
}

bool is_wanted(const Diagnostic& finding, const CheckOptions& options) {
  const Rule* rule = find_rule(finding.rule);
  if (rule == nullptr) return options.select.empty();
  return (options.select.empty() || any_names(options.select, *rule)) && !any_names(options.ignore, *rule);
}

void set_severity(Diagnostic& finding, const CheckOptions& options) {
  const Rule* rule = find_rule(finding.rule);
  if (rule == nullptr) return;
  for (const auto& [name, severity] : options.severities)
    if (names(name, *rule)) finding.severity = severity;
}

bool is_before(const Diagnostic& a, const Diagnostic& b) {
  if (a.span.bytes.begin != b.span.bytes.begin) return a.span.bytes.begin < b.span.bytes.begin;
  return a.rule < b.rule;
}

}  // namespace

Result<Notice> check(std::span<const std::byte> bytes, const ParseOptions& parsing, const CheckOptions& checking) {
  checks::Findings findings;
  auto notice = parse(bytes, parsing, [&](const Stages& stages) {
    const Segmentation& outline = stages.segmentation;
    findings = checks::run({stages.document, stages.folded, outline.lines, outline.metadata, outline.parts, outline.tables,
                            stages.notice.tasks, stages.notice.tables, parsing.grammar, checking});
    restore_script(findings, stages.folded);
  });
  if (!notice) return notice;
  auto& all = notice->diagnostics;
  all.insert(all.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
  std::erase_if(all, [&](const Diagnostic& finding) { return !is_wanted(finding, checking); });
  checks::drop_less_precise(*notice, all);
  for (Diagnostic& finding : all) set_severity(finding, checking);
  std::stable_sort(all.begin(), all.end(), is_before);
  return notice;
}

}  // namespace gongwen
