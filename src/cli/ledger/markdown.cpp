// An Entry becomes a chapter of Markdown. Whatever the notice says stays text: nothing in it can open a tag, a table or a link.
#include "cli/ledger/markdown.hpp"

namespace gongwen::cli {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += "<br>";
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|!~").find(c) != std::string_view::npos) out += '\\';
    if (c == '&') out += "&amp;";
    else out += c;
  }
  return out;
}

void line(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out.append("- ").append(name).append(escaped(value)).append("\n");
}

std::string deadline_of(const Record& record) {
  if (record.deadline_date.empty() || record.deadline_date == record.deadline) return record.deadline;
  return record.deadline_date + "\n" + record.deadline;
}

void table(std::string& out, const Entry& entry, bool chinese) {
  if (entry.records.empty()) return;
  out += chinese ? "\n| 编号 | 序号 | 任务 | 牵头单位 | 责任单位 | 配合单位 | 完成时限 |\n" : "\n| id | no. | task | lead | responsible | supporting | deadline |\n";
  out += "|---|---|---|---|---|---|---|\n";
  for (const Record& record : entry.records) {
    for (const std::string& cell : {record.id, record.number, record.task, joined(record.lead, "、"), joined(record.responsible, "、"),
                                    joined(record.supporting, "、"), deadline_of(record)})
      out.append("| ").append(escaped(cell)).append(cell.empty() ? "" : " ");
    out += "|\n";
  }
}

}  // namespace

std::string markdown(const Entry& entry, Language language) {
  const bool chinese = language == Language::zh;
  std::string out = "## " + escaped(entry.title.empty() ? entry.path : entry.title) + "\n\n";
  line(out, chinese ? "来源：" : "source: ", entry.path);
  line(out, chinese ? "发文字号：" : "number: ", entry.document_number);
  line(out, chinese ? "发文机关：" : "issuer: ", entry.issuer);
  line(out, chinese ? "成文日期：" : "issued on: ", entry.issued_on);
  table(out, entry, chinese);
  if (!entry.findings.empty()) out += "\n";
  for (const Finding& finding : entry.findings)
    line(out, finding.rule + (chinese ? "，第 " : ", line ") + std::to_string(finding.line) + (chinese ? " 行：" : ": "), finding.message);
  return out + "\n";
}

}  // namespace gongwen::cli
