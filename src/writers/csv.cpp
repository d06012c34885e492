// The records of a notice become rows of CSV.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/writer.hpp>

namespace gongwen {
namespace {

constexpr std::array<std::string_view, 15> kHeader{
    "source",            "id",       "origin",        "number",        "path",             "section",
    "task",              "lead_units", "responsible_units", "supporting_units", "deadline", "deadline_kind",
    "deadline_date",     "deadline_ongoing", "extra"};

std::string_view origin_name(TaskOrigin origin) noexcept {
  switch (origin) {
    case TaskOrigin::annotation: return "annotation";
    case TaskOrigin::prose: return "prose";
    case TaskOrigin::table: break;
  }
  return "table";
}

// One row. A field is quoted where its text would be taken for something else.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}

  void field(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string joined(const std::vector<Value>& values, std::string_view glue) {
  std::string out;
  for (const Value& value : values) out.append(out.empty() ? "" : glue).append(value.text);
  return out;
}

std::string extra_of(const Task& task) {
  std::string out;
  for (const auto& [header, value] : task.extra)
    if (!value.text.empty()) out.append(out.empty() ? "" : "；").append(header).append("：").append(value.text);
  return out;
}

constexpr std::string_view name_of(DeadlineKind kind) noexcept {
  constexpr std::array<std::string_view, 7> kNames{"date", "ongoing", "recurring", "relative", "conditional", "immediate", "unknown"};
  return kNames[static_cast<std::size_t>(kind)];
}

void write_task(std::string& out, const Notice& notice, const Task& task) {
  const Deadline* deadline = task.deadline ? &*task.deadline : nullptr;
  Row row(out);
  row.field(notice.source.path);
  row.field(task.id);
  row.field(origin_name(task.origin));
  row.field(task.number ? std::string_view(task.number->text) : "");
  row.field(joined(task.path, " / "));
  row.field(task.section);
  row.field(task.task.text);
  row.field(joined(task.lead_units, "、"));
  row.field(joined(task.responsible_units, "、"));
  row.field(joined(task.supporting_units, "、"));
  row.field(deadline != nullptr ? std::string_view(deadline->text) : "");
  row.field(deadline != nullptr ? name_of(deadline->kind) : "");
  row.field(deadline != nullptr ? deadline->date.iso() : "");
  row.field(deadline == nullptr ? "" : deadline->ongoing ? "true" : "false");
  row.field(extra_of(task));
  row.end();
}

}  // namespace

std::string tasks_to_csv(const Notice& notice, bool header) {
  std::string out;
  if (header) {
    Row row(out);
    for (const std::string_view name : kHeader) row.field(name);
    row.end();
  }
  for (const Task& task : notice.tasks) write_task(out, notice, task);
  return out;
}

}  // namespace gongwen
