// Findings become counts, and counts a sentence.
#include "cli/check/summary.hpp"

#include <vector>

#include <gongwen/rule.hpp>

namespace gongwen::cli {
namespace {

std::string counted(std::uint64_t number, const char* one, const char* many) { return std::to_string(number) + " " + (number == 1 ? one : many); }

std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string out;
  for (const std::string& piece : pieces) out.append(out.empty() ? "" : between).append(piece);
  return out;
}

std::string english(const CheckSummary& s) {
  std::vector<std::string> kinds;
  if (s.findings[2] > 0) kinds.push_back(counted(s.findings[2], "error", "errors"));
  if (s.findings[1] > 0) kinds.push_back(counted(s.findings[1], "warning", "warnings"));
  if (s.findings[0] > 0) kinds.push_back(std::to_string(s.findings[0]) + " info");
  std::string out = s.all() == 0 ? (s.known > 0 ? "No new findings in " : "No findings in ") + counted(s.files, "file", "files")
                                 : counted(s.all(), "finding", "findings") + " (" + joined(kinds, ", ") + ") in " + std::to_string(s.files_with_findings) +
                                       " of " + counted(s.files, "file", "files");
  if (s.known > 0) out += "; " + std::to_string(s.known) + " known by the baseline";
  if (s.fixed > 0) out += "; " + std::to_string(s.fixed) + (s.would_fix ? " would be mended" : " mended");
  if (s.unfixed > 0) out += "; " + std::to_string(s.unfixed) + " not mended, since a record would change or another fix stands in the way";
  if (s.fixable > 0) out += "; " + std::to_string(s.fixable) + " can be mended with --fix";
  if (s.failed > 0) out += "; " + counted(s.failed, "file", "files") + " could not be read";
  if (s.left_out > 0) out += "; " + counted(s.left_out, "file of another kind", "files of other kinds") + " left out";
  return out + ".";
}

std::string chinese(const CheckSummary& s) {
  std::vector<std::string> kinds;
  if (s.findings[2] > 0) kinds.push_back("错误 " + std::to_string(s.findings[2]));
  if (s.findings[1] > 0) kinds.push_back("警告 " + std::to_string(s.findings[1]));
  if (s.findings[0] > 0) kinds.push_back("提示 " + std::to_string(s.findings[0]));
  std::string out = std::to_string(s.files) + " 个文件中";
  out += s.all() == 0 ? s.known > 0 ? "未发现新问题" : "未发现问题" : "有 " + std::to_string(s.files_with_findings) + " 个发现 " + std::to_string(s.all()) + " 处问题（" + joined(kinds, "，") + "）";
  if (s.known > 0) out += "；基线中已知 " + std::to_string(s.known) + " 处";
  if (s.fixed > 0) out += (s.would_fix ? "；可修正 " : "；已修正 ") + std::to_string(s.fixed) + " 处";
  if (s.unfixed > 0) out += "；" + std::to_string(s.unfixed) + " 处未修正，因为会改变任务记录或与另一处修正重叠";
  if (s.fixable > 0) out += "；" + std::to_string(s.fixable) + " 处可用 --fix 修正";
  if (s.failed > 0) out += "；" + std::to_string(s.failed) + " 个文件无法读取";
  if (s.left_out > 0) out += "；略过其他类型的文件 " + std::to_string(s.left_out) + " 个";
  return out + "。";
}

}  // namespace

void CheckSummary::count(const Diagnostic& finding, bool is_known) {
  if (is_known) return void(++known);
  ++findings[static_cast<std::size_t>(finding.severity)];
  const auto at = by_rule.find(finding.rule);
  at == by_rule.end() ? void(by_rule.emplace(finding.rule, 1)) : void(++at->second);
}

bool CheckSummary::reaches(Severity severity) const noexcept {
  for (auto i = static_cast<std::size_t>(severity); i < findings.size(); ++i)
    if (findings[i] > 0) return true;
  return false;
}

std::string CheckSummary::text(Language language) const { return language == Language::zh ? chinese(*this) : english(*this); }

std::string_view severity_name(Severity severity) noexcept {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

std::string_view severity_word(Severity severity, Language language) noexcept {
  if (language == Language::en) return severity_name(severity);
  return severity == Severity::error ? "错误" : severity == Severity::warning ? "警告" : "提示";
}

}  // namespace gongwen::cli
