// A Notice becomes the JSON object of the output contract: every key in its order, none left out, every span counted in
// code points and lines. Sections come as a flat preorder vector and are nested here without recursion.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <gongwen/deadline.hpp>
#include <gongwen/explain.hpp>
#include <gongwen/version.hpp>
#include <gongwen/writer.hpp>

#include "text/source_index.hpp"
#include "writers/json_stream.hpp"
#include "writers/schema.hpp"

namespace gongwen {
namespace {

constexpr std::string_view name_of(PartKind kind) noexcept {
  switch (kind) {
    case PartKind::document: return "document";
    case PartKind::attachment: return "attachment";
    case PartKind::letter: break;
  }
  return "letter";
}

constexpr std::string_view name_of(DeadlineKind kind) noexcept {
  switch (kind) {
    case DeadlineKind::date: return "date";
    case DeadlineKind::ongoing: return "ongoing";
    case DeadlineKind::recurring: return "recurring";
    case DeadlineKind::relative: return "relative";
    case DeadlineKind::conditional: return "conditional";
    case DeadlineKind::immediate: return "immediate";
    case DeadlineKind::unknown: break;
  }
  return "unknown";
}

constexpr std::string_view name_of(TaskOrigin origin) noexcept {
  switch (origin) {
    case TaskOrigin::annotation: return "annotation";
    case TaskOrigin::prose: return "prose";
    case TaskOrigin::table: break;
  }
  return "table";
}

constexpr std::string_view name_of(DeadlineSource source) noexcept {
  switch (source) {
    case DeadlineSource::annotation: return "annotation";
    case DeadlineSource::task: return "task";
    case DeadlineSource::column: return "column";
    case DeadlineSource::none: break;
  }
  return "";
}

constexpr std::string_view name_of(Severity severity) noexcept {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::error: return "error";
    case Severity::warning: break;
  }
  return "warning";
}

void write_date(JsonStream& json, const Date& day) {
  const std::string iso = day.iso();
  json.string_or_null(iso);
}

void write_deadline(JsonStream& json, const Deadline& deadline) {
  json.begin_object();
  json.key("text"), json.string(deadline.text);
  json.key("kind"), json.string(name_of(deadline.kind));
  json.key("date"), write_date(json, deadline.date);
  json.key("start"), write_date(json, deadline.start);
  json.key("ongoing"), json.boolean(deadline.ongoing);
  json.key("recurrence"), json.string_or_null(deadline.recurrence);
  json.key("milestones"), json.begin_array();
  for (const Deadline::Milestone& milestone : deadline.milestones) {
    json.begin_object();
    json.key("date"), write_date(json, milestone.date);
    json.key("text"), json.string(milestone.text);
    json.end_object();
  }
  json.end_array();
  json.key("from"), json.string_or_null(name_of(deadline.source));
  json.end_object();
}

class NoticeWriter {
 public:
  NoticeWriter(std::string& out, const Notice& notice, const JsonOptions& options)
      : json_(out, options.indent), notice_(notice), index_(notice.text), language_(options.language) {}

  void write() {
    json_.begin_object();
    json_.key("schema_version"), json_.string(kSchemaVersion);
    json_.key("source"), source();
    json_.key("metadata"), metadata(notice_.metadata);
    json_.key("parts"), array(notice_.parts, [&](const Part& p) { part(p); });
    json_.key("tasks"), array(notice_.tasks, [&](const Task& t) { task(t); });
    json_.key("tables"), array(notice_.tables, [&](const TableSummary& t) { table(t); });
    json_.key("diagnostics"), array(notice_.diagnostics, [&](const Diagnostic& d) { diagnostic(d); });
    json_.end_object();
  }

  // A line for each record, with the notice that it is from.
  void write_task_lines(std::string& out, bool with_metadata) {
    for (const Task& task : notice_.tasks) {
      json_ = JsonStream(out, 0);
      json_.begin_object();
      json_.key("source"), json_.string(notice_.source.path);
      if (with_metadata) json_.key("metadata"), metadata(notice_.metadata);
      task_members(task);
      json_.end_object();
      out += '\n';
    }
  }

  // A line for each record explained.
  void write_reasons(std::string& out, const std::vector<TaskReasons>& tasks) {
    for (const TaskReasons& reasons : tasks) {
      json_ = JsonStream(out, 0);
      json_.begin_object();
      json_.key("source"), json_.string(notice_.source.path);
      json_.key("id"), json_.string(reasons.task);
      json_.key("values"), array(reasons.reasons, [&](const Reason& r) { reason(r); });
      json_.end_object();
      out += '\n';
    }
  }

 private:
  void reason(const Reason& reason) {
    const Range place = reason.value.span.bytes;
    json_.begin_object();
    json_.key("field"), json_.string(reason.field);
    json_.key("key"), json_.string_or_null(reason.key);
    json_.key("value"), json_.string(reason.value.text);
    json_.key("source_text"), json_.string(std::string_view(notice_.text).substr(place.begin, place.size()));
    json_.key("evidence"), place.empty() ? json_.null() : span(reason.value.span);
    json_.key("from"), json_.string(reason.from);
    json_.key("header"), json_.string_or_null(reason.header);
    json_.key("annotation"), reason.annotation.bytes.empty() ? json_.null() : span(reason.annotation);
    json_.key("entries"), array(reason.entries, [&](const EntryUse& use) { entry_use(use); });
    json_.end_object();
  }

  void entry_use(const EntryUse& use) {
    json_.begin_object();
    json_.key("kind"), json_.string(use.kind);
    json_.key("id"), json_.string(use.id);
    json_.key("file"), json_.string(use.file);
    json_.key("line"), json_.integer(use.line);
    json_.key("form"), json_.string(use.form);
    json_.key("matched"), json_.string(use.matched);
    json_.key("attributes"), json_.begin_object();
    for (const auto& [name, value] : use.attributes) json_.text_key(name), json_.string(value);
    json_.end_object();
    json_.end_object();
  }

  template <class Items, class Each>
  void array(const Items& items, Each each) {
    json_.begin_array();
    for (const auto& item : items) each(item);
    json_.end_array();
  }
  void texts(const std::vector<Value>& values) {
    array(values, [&](const Value& v) { json_.string(v.text); });
  }
  void spans(const std::vector<Value>& values) {
    array(values, [&](const Value& v) { span(v.span); });
  }

  void span(const Span& where) {
    const auto begin = index_.at(where.bytes.begin);
    json_.begin_object();
    json_.integer_of("begin", begin.code_points);
    json_.integer_of("end", index_.code_points(std::max(where.bytes.begin, where.bytes.end)));
    json_.integer_of("line", begin.breaks + 1);
    if (where.cell) {
      json_.key("cell"), json_.begin_object();
      json_.integer_of("table", where.cell->table);
      json_.integer_of("row", where.cell->row);
      json_.integer_of("column", where.cell->column);
      json_.end_object();
    }
    json_.end_object();
  }

  void source() {
    const Source& source = notice_.source;
    json_.begin_object();
    json_.key("path"), json_.string(source.path);
    json_.key("format"), json_.string(source.format);
    json_.key("encoding"), json_.string_or_null(source.encoding);
    json_.key("size"), json_.integer(static_cast<std::int64_t>(source.size));
    json_.key("sha256"), json_.string(source.sha256);
    json_.end_object();
  }

  void metadata(const Metadata& data) {
    json_.begin_object();
    json_.key("title"), json_.string_or_null(data.title.text);
    json_.key("document_number"), document_number(data);
    json_.key("issuer"), issuer(data.issuers);
    json_.key("issued_on"), write_date(json_, data.issued_on);
    json_.key("addressees"), texts(data.addressees);
    json_.key("copied_to"), texts(data.copied_to);
    json_.key("publicity"), json_.string_or_null(data.publicity.text);
    json_.key("signatory"), json_.string_or_null(data.signatory.text);
    json_.key("urgency"), json_.string_or_null(data.urgency.text);
    json_.key("secrecy"), json_.string_or_null(data.secrecy.text);
    json_.key("attachments"), array(data.attachments, [&](const Metadata::Attachment& a) { attachment(a); });
    json_.key("issued_document"), json_.string_or_null(data.issued_document.text);
    json_.end_object();
  }

  void document_number(const Metadata& data) {
    if (!data.document_number) return json_.null();
    const DocumentNumber& number = *data.document_number;
    json_.begin_object();
    json_.key("text"), json_.string(number.text.text);
    json_.key("agency"), json_.string(number.agency);
    json_.key("year"), json_.integer(number.year);
    json_.key("serial"), json_.integer(number.serial);
    json_.end_object();
  }

  void issuer(const std::vector<Value>& issuers) {
    std::string joined;
    for (const Value& value : issuers) joined.append(joined.empty() ? "" : "、").append(value.text);
    json_.string_or_null(joined);
  }

  void attachment(const Metadata::Attachment& attachment) {
    json_.begin_object();
    json_.key("number"), attachment.number > 0 ? json_.integer(attachment.number) : json_.null();
    json_.key("title"), json_.string(attachment.title.text);
    json_.end_object();
  }

  void part(const Part& part) {
    json_.begin_object();
    json_.key("kind"), json_.string(name_of(part.kind));
    json_.key("title"), json_.string_or_null(part.title.text);
    json_.key("paragraphs"), texts(part.paragraphs);
    json_.key("sections"), sections(part.sections);
    json_.end_object();
  }

  // Preorder with the end of each subtree: a section stays open until its end is reached.
  void sections(const std::vector<Section>& sections) {
    json_.begin_array();
    open_.clear();
    for (std::size_t i = 0; i < sections.size(); ++i) {
      close_sections(i);
      section_head(sections[i]);
      open_.push_back(sections[i].end);
    }
    close_sections(sections.size());
    while (!open_.empty()) close_section();
    json_.end_array();
  }
  void close_sections(std::size_t reached) {
    while (!open_.empty() && open_.back() <= reached) close_section();
  }
  void close_section() {
    open_.pop_back();
    json_.end_array();
    json_.end_object();
  }
  void section_head(const Section& section) {
    json_.begin_object();
    json_.key("id"), json_.string(section.id);
    json_.key("level"), json_.integer(section.level);
    json_.key("label"), json_.string(section.label.text);
    json_.key("number"), json_.integer(section.number);
    json_.key("title"), json_.string(section.title.text);
    json_.key("paragraphs"), texts(section.paragraphs);
    json_.key("span"), span(section.span);
    json_.key("children"), json_.begin_array();
  }

  void task(const Task& task) {
    json_.begin_object();
    task_members(task);
    json_.end_object();
  }
  void task_members(const Task& task) {
    json_.key("id"), json_.string(task.id);
    json_.key("origin"), json_.string(name_of(task.origin));
    json_.key("number"), task.number ? json_.string(task.number->text) : json_.null();
    json_.key("path"), texts(task.path);
    json_.key("section"), json_.string_or_null(task.section);
    json_.key("task"), json_.string(task.task.text);
    json_.key("lead_units"), texts(task.lead_units);
    json_.key("responsible_units"), texts(task.responsible_units);
    json_.key("supporting_units"), texts(task.supporting_units);
    json_.key("deadline"), task.deadline ? write_deadline(json_, *task.deadline) : json_.null();
    json_.key("extra"), extra(task, [&](const Value& v) { json_.string(v.text); });
    json_.key("evidence"), evidence(task);
  }

  void evidence(const Task& task) {
    json_.begin_object();
    json_.key("number"), task.number ? span(task.number->span) : json_.null();
    json_.key("path"), spans(task.path);
    json_.key("task"), span(task.task.span);
    json_.key("lead_units"), spans(task.lead_units);
    json_.key("responsible_units"), spans(task.responsible_units);
    json_.key("supporting_units"), spans(task.supporting_units);
    json_.key("deadline"), task.deadline ? span(task.deadline->span) : json_.null();
    json_.key("extra"), extra(task, [&](const Value& v) { span(v.span); });
    json_.end_object();
  }

  // Two columns may have the same header; a JSON key stands once. The second is 备注（2）, and so on.
  template <class Each>
  void extra(const Task& task, Each each) {
    constexpr std::size_t kFew = 16;   // up to here looking back is cheaper than a map
    json_.begin_object();
    seen_.clear();
    for (std::size_t i = 0; i < task.extra.size(); ++i) {
      const auto& [header, value] = task.extra[i];
      const auto is_same = [&name = header](const auto& other) { return other.first == name; };
      const auto here = task.extra.begin() + static_cast<std::ptrdiff_t>(i);
      const auto times = task.extra.size() <= kFew ? 1 + std::count_if(task.extra.begin(), here, is_same) : ++seen_[header];
      json_.text_key(times == 1 ? header : header + "（" + std::to_string(times) + "）");
      each(value);
    }
    json_.end_object();
  }

  void table(const TableSummary& table) {
    const std::string_view other = table.role == TableRole::tasks ? "extra" : "";
    json_.begin_object();
    json_.key("id"), json_.string(table.id);
    json_.key("role"), json_.string(table.role == TableRole::tasks ? "tasks" : "other");
    json_.key("caption"), json_.string_or_null(table.caption.text);
    json_.key("columns"), array(table.columns, [&](const TableSummary::Column& column) {
      json_.begin_object();
      json_.key("header"), json_.string(column.header);
      json_.key("field"), json_.string_or_null(column.field.empty() ? other : std::string_view(column.field));
      json_.end_object();
    });
    json_.key("rows"), json_.integer(table.rows);
    json_.key("span"), span(table.span);
    json_.end_object();
  }

  void diagnostic(const Diagnostic& diagnostic) {
    json_.begin_object();
    json_.key("rule"), json_.string(diagnostic.rule);
    json_.key("severity"), json_.string(name_of(diagnostic.severity));
    json_.key("message"), json_.string(message(diagnostic, language_));
    json_.key("span"), span(diagnostic.span);
    json_.end_object();
  }

  JsonStream json_;
  const Notice& notice_;
  text::SourceIndex index_;
  Language language_;
  std::vector<std::size_t> open_;                     // the ends of the open sections, from the outside in
  std::unordered_map<std::string_view, std::ptrdiff_t> seen_;   // how often a header came, in one record
};

}  // namespace

std::string to_json(const Notice& notice, const JsonOptions& options) {
  std::string out;
  out.reserve(notice.text.size() * 5 + 4096);
  NoticeWriter(out, notice, options).write();
  return out;
}

std::string tasks_to_json_lines(const Notice& notice) {
  std::string out;
  NoticeWriter(out, notice, {}).write_task_lines(out, false);
  return out;
}

std::string records_to_json_lines(const Notice& notice) {
  std::string out;
  NoticeWriter(out, notice, {}).write_task_lines(out, true);
  return out;
}

std::string to_json_lines(const Explanation& explanation) {
  std::string out;
  NoticeWriter(out, explanation.notice, {}).write_reasons(out, explanation.tasks);
  return out;
}

std::string to_json(const Deadline& deadline) {
  std::string out;
  JsonStream json(out, 0);
  write_deadline(json, deadline);
  return out;
}

std::string_view json_schema() noexcept { return kJsonSchema; }

}  // namespace gongwen
