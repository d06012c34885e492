// `gongwen tasks`: the records of a notice, as a table for people, or as CSV or JSON Lines for programs.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/writer.hpp>

#include "cli/commands/commands.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kTaskColumn = 2;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string joined(const std::vector<Value>& values, std::string_view glue) {
  std::string out;
  for (const Value& value : values) out.append(out.empty() ? "" : glue).append(value.text);
  return out;
}

// The day first, where there is one: it is what people look for.
std::string deadline_of(const Task& task) {
  if (!task.deadline) return "";
  const std::string day = task.deadline->date.iso();
  return day.empty() || day == task.deadline->text ? task.deadline->text : day + "\n" + task.deadline->text;
}

std::vector<std::string> header(bool chinese) {
  if (chinese) return {"编号", "序号", "任务", "牵头单位", "责任单位", "配合单位", "完成时限"};
  return {"id", "no.", "task", "lead", "responsible", "supporting", "deadline"};
}

std::string table_of(const Notice& notice, bool chinese) {
  TextTable table(header(chinese), kTaskColumn);
  std::string path;
  for (const Task& task : notice.tasks) {
    if (std::string here = joined(task.path, " / "); here != path) {
      path = std::move(here);
      table.add_section("\n" + (path.empty() ? std::string("-") : path));
    }
    table.add_row({task.id, task.number ? task.number->text : "", task.task.text, joined(task.lead_units, "、"),
                   joined(task.responsible_units, "、"), joined(task.supporting_units, "、"), deadline_of(task)});
  }
  return table.render(terminal_columns());
}

std::string records(std::size_t count, bool chinese) {
  if (chinese) return count == 0 ? "（没有任务记录）" : "（" + std::to_string(count) + " 条任务记录）";
  return count == 0 ? "(no records)" : count == 1 ? "(1 record)" : "(" + std::to_string(count) + " records)";
}

void write_table(Session& session, const std::string& path, const Notice& notice) {
  const bool chinese = session.arguments.language == Language::zh;
  if (session.arguments.files.size() > 1) {
    if (session.done > 0) session.output.write("\n");
    const std::string title = notice.metadata.title.text.empty() ? "" : " " + notice.metadata.title.text;
    session.output.write("== " + printable(path) + title + " " + records(notice.tasks.size(), chinese) + "\n");
  } else if (notice.tasks.empty()) {
    session.output.write(records(0, chinese) + "\n");
  }
  if (!notice.tasks.empty()) session.output.write(table_of(notice, chinese));
}

void write_csv(Session& session, const Notice& notice) {
  const bool first = session.done == 0;
  if (first && (session.arguments.bom || session.output.is_file())) session.output.write(kByteOrderMark);
  session.output.write(tasks_to_csv(notice, first));
}

void keep(Notice& notice, Origins origins) {
  if (origins == Origins::all) return;
  const TaskOrigin wanted = origins == Origins::table ? TaskOrigin::table : origins == Origins::prose ? TaskOrigin::prose : TaskOrigin::annotation;
  std::erase_if(notice.tasks, [&](const Task& task) { return task.origin != wanted; });
}

}  // namespace

Failure tasks_command(Session& session, const std::string& path, Bytes bytes) {
  auto notice = parse(bytes, session.options);
  if (!notice) return notice.error();
  keep(*notice, session.arguments.origins);
  switch (session.arguments.format) {
    case Format::csv: write_csv(session, *notice); break;
    case Format::jsonl: session.output.write(tasks_to_json_lines(*notice)); break;
    default: write_table(session, path, *notice); break;
  }
  return std::nullopt;
}

}  // namespace gongwen::cli
