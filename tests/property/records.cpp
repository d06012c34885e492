// A random table, or a record of a notice, becomes text that is the same where they say the same.
#include "records.hpp"

namespace gongwen::test {
namespace {

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::number: return "number";
    case Kind::group: return "path";
    case Kind::task: return "task";
    case Kind::lead: return "lead";
    case Kind::responsible: return "responsible";
    case Kind::supporting: return "supporting";
    case Kind::deadline: return "deadline";
    case Kind::extra: return "extra";
  }
  return "";
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "、") + value;
  return text;
}

std::string joined(const std::vector<Value>& values) {
  std::string text;
  for (const Value& value : values) text += (text.empty() ? "" : "、") + value.text;
  return text;
}

void add(std::string& rest, const std::string& name, const std::string& value) {
  if (!value.empty()) rest += "  " + name + " = " + value + "\n";
}

}  // namespace

std::vector<Record> expected_records(const RandomTable& table) {
  std::vector<Record> records;
  std::vector<const TableCell*> above(table.columns.size(), nullptr);
  std::string section;
  for (const TableRow& row : table.rows) {
    if (!row.section.empty()) {
      section = row.section;
      continue;
    }
    Record record;
    add(record.rest, "path", section);
    // In the order of record_of, whatever that of the columns.
    for (const Kind kind : {Kind::number, Kind::group, Kind::task, Kind::lead, Kind::responsible, Kind::supporting, Kind::deadline, Kind::extra})
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c] != kind) continue;
        if (!row.cells[c].merged) above[c] = &row.cells[c];
        const std::vector<std::string>& values = above[c]->values;
        if (kind == Kind::number) record.number = joined(values);
        else add(record.rest, kind == Kind::extra ? "extra " + table.names[c] : name_of(kind), joined(values));
        if (kind == Kind::task) record.task = joined(values);
      }
    records.push_back(std::move(record));
  }
  return records;
}

Record record_of(const Task& task) {
  Record record;
  if (task.number) record.number = task.number->text;
  for (const Value& value : task.path) add(record.rest, "path", value.text);
  add(record.rest, "task", task.task.text);
  record.task = task.task.text;
  add(record.rest, "lead", joined(task.lead_units));
  add(record.rest, "responsible", joined(task.responsible_units));
  add(record.rest, "supporting", joined(task.supporting_units));
  if (task.deadline && task.deadline->source != DeadlineSource::task) add(record.rest, "deadline", task.deadline->text);
  for (const auto& [name, value] : task.extra) add(record.rest, "extra " + name, value.text);
  return record;
}

}  // namespace gongwen::test
