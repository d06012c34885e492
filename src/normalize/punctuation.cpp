// Finished values to values with the punctuation asked for.
#include "normalize/punctuation.hpp"

#include "text/utf8.hpp"

namespace gongwen {
namespace {

// The half-width form of a mark that folding may have widened; 0 for every other character.
char half_width(char32_t c) {
  switch (c) {
    case U'，': case U'；': case U'：': case U'？': case U'！': case U'（': case U'）': return static_cast<char>(c - 0xFEE0);
    default: return 0;
  }
}

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (const char half = half_width(c.value)) out += half;
    else out += text.substr(i, c.size);
    i += c.size;
  }
  return out;
}

// Walks the source beside the value: the next mark of either width is the one that the value's stands for.
std::string as_in_source(std::string_view text, std::string_view source) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const std::string_view wide = text.substr(i, c.size);
    i += c.size;
    const char half = half_width(c.value);
    const std::size_t same = source.find(wide, at);
    // Only what stands before the wide one counts, so that the walk stays linear.
    const std::size_t narrow = half != 0 ? source.substr(0, same).find(half, at) : source.npos;
    if (narrow < same) {
      out += half;
      at = narrow + 1;
    } else {
      out += wide;
      if (same != source.npos) at = same + wide.size();
    }
  }
  return out;
}

class Punctuator {
 public:
  Punctuator(Notice& notice, Punctuation punctuation) : notice_(notice), ascii_(punctuation == Punctuation::ascii) {}

  void run() {
    metadata();
    for (Part& part : notice_.parts) {
      value(part.title);
      values(part.paragraphs);
      for (Section& section : part.sections) {
        value(section.label);
        value(section.title);
        values(section.paragraphs);
      }
    }
    for (Task& each : notice_.tasks) task(each);
    for (TableSummary& table : notice_.tables) {
      name(table.caption);
      for (auto& column : table.columns) name(column.header);
    }
  }

 private:
  void metadata() {
    Metadata& m = notice_.metadata;
    for (Value* each : {&m.title, &m.publicity, &m.signatory, &m.urgency, &m.secrecy, &m.issued_document}) value(*each);
    for (auto* list : {&m.issuers, &m.addressees, &m.copied_to}) values(*list);
    for (auto& attachment : m.attachments) value(attachment.title);
  }

  void task(Task& task) {
    if (task.number) value(*task.number);
    value(task.task);
    for (auto* list : {&task.path, &task.lead_units, &task.responsible_units, &task.supporting_units}) values(*list);
    if (task.deadline) {
      task.deadline->text = changed(task.deadline->text, task.deadline->span);
      for (auto& milestone : task.deadline->milestones) name(milestone.text);
    }
    for (auto& [header, each] : task.extra) {
      name(header);
      value(each);
    }
  }

  void values(std::vector<Value>& list) {
    for (Value& each : list) value(each);
  }
  void value(Value& value) { value.text = changed(value.text, value.span); }
  void name(std::string& text) {
    if (ascii_) text = to_ascii(text);
  }
  [[nodiscard]] std::string changed(const std::string& text, const Span& span) const {
    if (ascii_) return to_ascii(text);
    return as_in_source(text, std::string_view(notice_.text).substr(span.bytes.begin, span.bytes.size()));
  }

  Notice& notice_;
  bool ascii_;
};

}  // namespace

void punctuate(Notice& notice, Punctuation punctuation) {
  if (punctuation != Punctuation::chinese) Punctuator(notice, punctuation).run();
}

}  // namespace gongwen
