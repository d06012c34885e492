// `gongwen explain`: why the records of a notice have their values: for each the source text with a mark under it, where
// it stands, and the grammar entries that made it.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/explain.hpp>

#include "cli/commands/commands.hpp"
#include "cli/terminal.hpp"
#include "text/source_index.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kBefore = 30;   // columns of the line shown before the mark, where it does not all fit

// At most `columns` wide; what is cut off at its end is shown as ….
std::string cut(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string out;
  std::size_t used = 1;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view c = text.substr(i, text::decode(text, i).size);
    used += display_width(c);
    if (used > columns) break;
    out += c;
    i += c.size();
  }
  return out + "…";
}

// One line of source as a terminal can show it: no control characters, a tab as one space.
std::string flat(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return printable(line);
}

bool ends_line(std::string_view text, std::size_t at) {
  const char32_t c = text::decode(text, at).value;
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

class Explainer {
 public:
  Explainer(const Explanation& explanation, bool chinese) : explanation_(explanation), text_(explanation.notice.text), index_(text_), chinese_(chinese) {}

  [[nodiscard]] std::string task(const TaskReasons& reasons) {
    std::string out = "== " + reasons.task + "\n";
    for (const Reason& reason : reasons.reasons) out += "\n" + value(reason);
    return out;
  }

 private:
  [[nodiscard]] std::string value(const Reason& reason) {
    std::string out = std::string(name_of(reason)) + ": " + cut(flat(reason.value.text), columns_ - std::min(columns_, display_width(name_of(reason)) + 2)) + "\n";
    if (!reason.value.span.bytes.empty()) out += excerpt(reason.value.span.bytes);
    out += std::string(kIndent, ' ') + cut(place(reason), columns_ - kIndent) + "\n";
    for (const EntryUse& use : reason.entries) out += entry(use);
    return out;
  }

  [[nodiscard]] std::string name_of(const Reason& reason) const {
    return reason.key.empty() ? reason.field : reason.field + " " + flat(reason.key);
  }

  // The line that the value begins in, and ^ under it, as far as it goes in that line.
  [[nodiscard]] std::string excerpt(Range place) {
    std::size_t first = place.begin, last = place.begin;
    while (first > 0 && !ends_line(text_, first - text::decode_before(text_, first).size)) first -= text::decode_before(text_, first).size;
    while (last < text_.size() && !ends_line(text_, last)) last += text::decode(text_, last).size;
    const std::string head = std::string(kIndent, ' ') + (chinese_ ? "第 " : "line ") + std::to_string(index_.at(place.begin).breaks + 1) + (chinese_ ? " 行  " : "  ");
    const std::size_t room = columns_ - std::min(columns_ - 20, display_width(head));
    std::string before = flat(text_.substr(first, place.begin - first));
    const std::size_t end = std::clamp<std::size_t>(place.end, place.begin, last);
    if (const std::size_t most = std::min(kBefore, room / 3); display_width(before) > most) before = "…" + tail(before, most - 1);
    const std::string marked = cut(flat(text_.substr(place.begin, end - place.begin)), room - display_width(before));
    const std::size_t used = display_width(before) + display_width(marked);
    const std::string after = used + 2 < room ? cut(flat(text_.substr(end, last - end)), room - used) : "";
    return head + before + marked + after + "\n" + std::string(display_width(head) + display_width(before), ' ') +
           std::string(std::max<std::size_t>(display_width(marked), 1), '^') + "\n";
  }

  // The end of a text, at most `columns` wide.
  static std::string tail(std::string_view text, std::size_t columns) {
    std::size_t begin = text.size(), used = 0;
    while (begin > 0) {
      const std::size_t size = text::decode_before(text, begin).size;
      used += display_width(text.substr(begin - size, size));
      if (used > columns) break;
      begin -= size;
    }
    return std::string(text.substr(begin));
  }

  [[nodiscard]] std::string place(const Reason& reason) {
    std::string out(from(reason));
    if (!reason.header.empty()) out += chinese_ ? "“" + flat(reason.header) + "”" : " “" + flat(reason.header) + "”";
    if (const auto& cell = reason.value.span.cell) {
      const std::string table = std::to_string(cell->table), row = std::to_string(cell->row), column = std::to_string(cell->column);
      out += chinese_ ? "（表 " + table + " 第 " + row + " 行第 " + column + " 列）" : " (table " + table + ", row " + row + ", column " + column + ")";
    }
    if (!reason.annotation.bytes.empty()) {
      const Range inner = reason.annotation.bytes;
      out += (chinese_ ? "：" : ": ") + flat(text_.substr(inner.begin, inner.size()));
    }
    return out;
  }

  [[nodiscard]] std::string_view from(const Reason& reason) const {
    const std::string_view from = reason.from;
    if (from == "column") return chinese_ ? "表格栏目" : "the column";
    if (from == "section_row") return chinese_ ? "表格中的分节行" : "a section row of the table";
    if (from == "heading") return chinese_ ? "上级标题" : "a heading over it";
    if (from == "text") return chinese_ ? "标注所指的正文" : "what an annotation closes";
    if (from == "default") return chinese_ ? "关于未标注事项的规定" : "a rule about what is not annotated";
    if (from == "prose") return chinese_ ? "赋予单位职责的句子" : "a sentence that gives a unit a duty";
    if (from == "task") return chinese_ ? "任务内容本身" : "the task's own words";
    return chinese_ ? "标注" : "the annotation";
  }

  [[nodiscard]] std::string entry(const EntryUse& use) const {
    std::string says;
    for (const auto& [name, value] : use.attributes) says += " " + name + "=" + value;
    const std::string head = use.file + ":" + std::to_string(use.line) + "  " + use.kind + "/" + use.id + "  “" + use.matched + "”" + says;
    const std::string form = (chinese_ ? "形式 " : "form ") + use.form;
    return std::string(kIndent, ' ') + cut(flat(head), columns_ - kIndent) + "\n" + std::string(2 * kIndent, ' ') + cut(flat(form), columns_ - 2 * kIndent) + "\n";
  }

  const Explanation& explanation_;
  std::string_view text_;
  text::SourceIndex index_;
  bool chinese_;
  std::size_t columns_ = terminal_columns();
};

void report_no_task(Session& session, const std::string& path, const Notice& notice) {
  const bool chinese = session.arguments.language == Language::zh;
  const std::string& wanted = session.arguments.task;
  const std::string last = notice.tasks.empty() ? "" : notice.tasks.back().id;
  const std::string english = "there is no record “" + wanted + "” in " + path + (last.empty() ? ": it has none" : ": it has t1 to " + last);
  const std::string han = path + " 中没有任务记录“" + wanted + "”，" + (last.empty() ? "它没有任务记录" : "编号为 t1 至 " + last);
  session.reporter.line(printable(chinese ? "gongwen: 命令行有误：" + han : "gongwen: the command line is wrong: " + english));
  session.exit = kBadUsage;
}

}  // namespace

Failure explain_command(Session& session, const std::string& path, Bytes bytes) {
  const auto explanation = explain(bytes, session.options, session.arguments.task);
  if (!explanation) return explanation.error();
  const bool chinese = session.arguments.language == Language::zh;
  if (!session.arguments.task.empty() && explanation->tasks.empty()) {
    report_no_task(session, path, explanation->notice);
  } else if (session.arguments.format == Format::json) {
    session.output.write(to_json_lines(*explanation));
  } else if (explanation->tasks.empty()) {
    session.output.write(chinese ? "（没有任务记录）\n" : "(no records)\n");
  } else {
    Explainer explainer(*explanation, chinese);
    for (std::size_t i = 0; i < explanation->tasks.size(); ++i) session.output.write((i > 0 ? "\n" : "") + explainer.task(explanation->tasks[i]));
  }
  return std::nullopt;
}

}  // namespace gongwen::cli
