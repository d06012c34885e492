#pragma once
// Every text of a finished notice, for passes that turn them all.
#include <cstdint>
#include <string>
#include <vector>

#include <gongwen/notice.hpp>

namespace gongwen {

enum class TextKind : std::uint8_t {
  value,   ///< read at its span
  name,    ///< of a column or an extra value: it stands before its span
};

template <class See>
class TextVisitor {
 public:
  explicit TextVisitor(See& see) : see_(see) {}

  void visit(Metadata& data) {
    for (Value* value : {&data.title, &data.publicity, &data.signatory, &data.urgency, &data.secrecy, &data.issued_document}) visit(*value);
    for (auto* values : {&data.issuers, &data.addressees, &data.copied_to}) visit(*values);
    if (data.document_number) visit(data.document_number->text);
    for (auto& attachment : data.attachments) visit(attachment.title);
  }

  void visit(Part& part) {
    visit(part.title);
    visit(part.paragraphs);
    for (Section& section : part.sections) {
      visit(section.label);
      visit(section.title);
      visit(section.paragraphs);
    }
  }

  void visit(Task& task) {
    if (task.number) visit(*task.number);
    for (auto* values : {&task.path, &task.lead_units, &task.responsible_units, &task.supporting_units}) visit(*values);
    visit(task.task);
    if (task.deadline) {
      visit(task.deadline->text, task.deadline->span);
      for (auto& milestone : task.deadline->milestones) visit(milestone.text, task.deadline->span);   // it has no span of its own
    }
    for (auto& [header, value] : task.extra) {
      visit(header, value.span, TextKind::name);
      visit(value);
    }
  }

  void visit(TableSummary& table) {
    visit(table.caption);
    for (auto& column : table.columns) visit(column.header, table.span, TextKind::name);
  }

 private:
  void visit(std::string& text, const Span& span, TextKind kind = TextKind::value) {
    if (!text.empty()) see_(text, span, kind);
  }
  void visit(Value& value) { visit(value.text, value.span); }
  void visit(std::vector<Value>& values) {
    for (Value& value : values) visit(value);
  }

  See& see_;
};

/// Calls `see(std::string& text, const Span&, TextKind)` for each text that is not empty.
template <class See>
void each_text(Notice& notice, See see) {
  TextVisitor<See> visitor(see);
  visitor.visit(notice.metadata);
  for (Part& part : notice.parts) visitor.visit(part);
  for (Task& task : notice.tasks) visitor.visit(task);
  for (TableSummary& table : notice.tables) visitor.visit(table);
}

}  // namespace gongwen
