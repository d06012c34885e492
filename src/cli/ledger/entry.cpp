// The JSON of a notice becomes an Entry.
#include "cli/ledger/entry.hpp"

#include <nlohmann/json.hpp>

#include <gongwen/version.hpp>

namespace gongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

const Json& at(const Json& object, const char* key) {
  static const Json kNone;
  if (!object.is_object()) return kNone;
  const auto found = object.find(key);
  return found == object.end() ? kNone : *found;
}

std::string text(const Json& object, const char* key) {
  const Json& value = at(object, key);
  return value.is_string() ? value.get<std::string>() : "";
}
std::int64_t number(const Json& object, const char* key) {
  const Json& value = at(object, key);
  return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}
std::vector<std::string> texts(const Json& object, const char* key) {
  std::vector<std::string> out;
  if (const Json& values = at(object, key); values.is_array())
    for (const Json& value : values)
      if (value.is_string()) out.push_back(value.get<std::string>());
  return out;
}
std::int64_t line_of(const Json& span) { return number(span, "line"); }

void read_metadata(Entry& entry, const Json& data) {
  entry.title = text(data, "title");
  const Json& number_of = at(data, "document_number");
  entry.document_number = text(number_of, "text");
  entry.agency = text(number_of, "agency");
  entry.year = number(number_of, "year");
  entry.serial = number(number_of, "serial");
  entry.issuer = text(data, "issuer");
  entry.issued_on = text(data, "issued_on");
  entry.issued_document = text(data, "issued_document");
  entry.publicity = text(data, "publicity");
  entry.signatory = text(data, "signatory");
  entry.urgency = text(data, "urgency");
  entry.secrecy = text(data, "secrecy");
  entry.addressees = texts(data, "addressees");
  entry.copied_to = texts(data, "copied_to");
}

void read_deadline(Record& record, const Json& deadline) {
  record.deadline = text(deadline, "text");
  record.deadline_kind = text(deadline, "kind");
  record.deadline_date = text(deadline, "date");
  record.deadline_start = text(deadline, "start");
  record.recurrence = text(deadline, "recurrence");
  record.ongoing = at(deadline, "ongoing") == true;
}

Record read_record(const Json& task) {
  Record record;
  record.id = text(task, "id");
  record.origin = text(task, "origin");
  record.number = text(task, "number");
  record.section = text(task, "section");
  record.task = text(task, "task");
  record.path = texts(task, "path");
  record.lead = texts(task, "lead_units");
  record.responsible = texts(task, "responsible_units");
  record.supporting = texts(task, "supporting_units");
  read_deadline(record, at(task, "deadline"));
  if (const Json& extra = at(task, "extra"); extra.is_object())
    for (const auto& [key, value] : extra.items()) record.extra.emplace_back(key, value.is_string() ? value.get<std::string>() : "");
  record.line = line_of(at(at(task, "evidence"), "task"));
  return record;
}

// The tree in reading order, without recursion: what is still to be visited stands on a stack, the next one on top.
void read_sections(Entry& entry, const Json& sections, std::int64_t part) {
  struct Waiting {
    const Json* section;
    std::string parent;
  };
  std::vector<Waiting> waiting;
  const auto push = [&](const Json& children, const std::string& parent) {
    if (!children.is_array()) return;
    for (auto child = children.rbegin(); child != children.rend(); ++child) waiting.push_back({&*child, parent});
  };
  push(sections, "");
  while (!waiting.empty()) {
    const Waiting next = std::move(waiting.back());
    waiting.pop_back();
    const Json& json = *next.section;
    EntrySection section{text(json, "id"), next.parent, text(json, "label"), text(json, "title"), joined(texts(json, "paragraphs"), "\n"),
                         part,             number(json, "level"), number(json, "number"), line_of(at(json, "span"))};
    push(at(json, "children"), section.id);
    entry.sections.push_back(std::move(section));
  }
}

}  // namespace

std::optional<Entry> read_entry(std::string_view json) {
  const Json notice = Json::parse(json, nullptr, false);
  if (!notice.is_object() || text(notice, "schema_version") != kSchemaVersion || !at(notice, "tasks").is_array()) return std::nullopt;
  Entry entry;
  const Json& source = at(notice, "source");
  entry.path = text(source, "path");
  entry.format = text(source, "format");
  entry.encoding = text(source, "encoding");
  entry.sha256 = text(source, "sha256");
  entry.size = number(source, "size");
  read_metadata(entry, at(notice, "metadata"));
  std::int64_t part = 0;
  for (const Json& each : at(notice, "parts")) read_sections(entry, at(each, "sections"), ++part);
  for (const Json& task : at(notice, "tasks")) entry.records.push_back(read_record(task));
  for (const Json& finding : at(notice, "diagnostics"))
    entry.findings.push_back({text(finding, "rule"), text(finding, "severity"), text(finding, "message"), line_of(at(finding, "span"))});
  return entry;
}

std::string joined(const std::vector<std::string>& values, std::string_view glue) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) out.append(i == 0 ? "" : glue).append(values[i]);
  return out;
}

std::string joined_extra(const Record& record) {
  std::string out;
  for (const auto& [header, value] : record.extra)
    if (!value.empty()) out.append(out.empty() ? "" : "；").append(header).append("：").append(value);
  return out;
}

}  // namespace gongwen::cli
