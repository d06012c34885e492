// A notice to lines.
#include "support/outline_text.hpp"

#include <vector>

namespace gongwen::test {
namespace {

std::string list(const std::vector<Value>& values) {
  std::string out;
  for (const Value& value : values) out += (out.empty() ? "" : " | ") + value.text;
  return out;
}

std::string date(const Date& date) {
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

void say_metadata(const Metadata& m, std::string& out) {
  out += "title " + m.title.text + "\nnumber " + (m.document_number ? m.document_number->text.text : "") + "\nissuer " + list(m.issuers);
  out += "\nissued " + date(m.issued_on) + "\nto " + list(m.addressees) + "\ncopies " + list(m.copied_to) + "\npublicity " + m.publicity.text;
  for (const auto& attachment : m.attachments) out += "\nattachment " + std::to_string(attachment.number) + " " + attachment.title.text;
  out += '\n';
}

void say_paragraphs(const std::vector<Value>& paragraphs, bool in_full, std::string& out) {
  if (!in_full) return;
  for (const Value& paragraph : paragraphs) out += "  " + paragraph.text + "\n";
}

void say_task(const Task& task, std::string& out) {
  out += "task " + (task.number ? task.number->text : "") + " [" + list(task.path) + "] " + task.task.text + "\n  lead " + list(task.lead_units);
  out += "\n  responsible " + list(task.responsible_units) + "\n  supporting " + list(task.supporting_units);
  if (task.deadline) out += "\n  deadline " + task.deadline->text;
  for (const auto& [key, value] : task.extra) out += "\n  " + key + " " + value.text;
  out += '\n';
}

std::string say(const Notice& notice, bool in_full) {
  std::string out;
  say_metadata(notice.metadata, out);
  for (const Part& part : notice.parts) {
    out += "part " + part.title.text + "\n";
    say_paragraphs(part.paragraphs, in_full, out);
    for (const Section& section : part.sections) {
      out += std::string(section.level, '#') + " " + section.label.text + " " + section.title.text + "\n";
      say_paragraphs(section.paragraphs, in_full, out);
    }
  }
  if (!in_full) return out;
  for (const Task& task : notice.tasks) say_task(task, out);
  return out;
}

}  // namespace

std::string said(const Notice& notice) { return say(notice, true); }
std::string outline_said(const Notice& notice) { return say(notice, false); }

}  // namespace gongwen::test
