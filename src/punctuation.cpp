// The values of a notice get the punctuation that was asked for. All of them are visited here; what has no span of its own
// (a caption, a milestone) takes that of what it belongs to.
#include "punctuation.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr char32_t kWidth = 0xFEE0;   // from an ASCII mark to its full-width form

// The ASCII form of one of the seven marks, else 0.
char32_t ascii_mark(char32_t c) noexcept {
  switch (c) {
    case U'，': case U'；': case U'：': case U'？': case U'！': case U'（': case U'）': return c - kWidth;
    default: return 0;
  }
}

std::string with_ascii_marks(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size();) {
    const text::CodePoint c = text::decode(value, i);
    const char32_t ascii = ascii_mark(c.value);
    if (ascii != 0) text::append(out, ascii);
    else out.append(value, i, c.size);
    i += c.size;
  }
  return out;
}

// What a character is, whatever its width.
char32_t narrow(char32_t c) noexcept { return c > 0xFF00 && c < 0xFF5F ? c - kWidth : c; }

}  // namespace

// Both texts run side by side: the value's characters stand in the source in the same order, with others between them.
// A character that the source does not have (it was put in) moves nothing.
std::string with_marks_of(std::string_view value, std::string_view source) {
  constexpr std::size_t kFar = 4096;   // how far a character is looked for
  std::string out;
  out.reserve(value.size());
  std::size_t here = 0;
  for (std::size_t i = 0; i < value.size();) {
    const text::CodePoint c = text::decode(value, i);
    std::size_t at = here;
    text::CodePoint found;
    while (at < source.size() && at - here < kFar) {
      found = text::decode(source, at);
      if (narrow(found.value) == narrow(c.value)) break;
      at += found.size;
    }
    const bool met = at < source.size() && at - here < kFar;
    if (met && ascii_mark(c.value) != 0) text::append(out, found.value);
    else out.append(value, i, c.size);
    if (met) here = at + found.size;
    i += c.size;
  }
  return out;
}

namespace {

class Turner {
 public:
  Turner(std::string_view source, Punctuation punctuation) : source_(source), ascii_(punctuation == Punctuation::ascii) {}

  void turn(std::string& text, const Span& span) const {
    if (text.empty()) return;
    const std::size_t begin = std::min<std::size_t>(span.bytes.begin, source_.size());
    text = ascii_ ? with_ascii_marks(text) : with_marks_of(text, source_.substr(begin, span.bytes.end - begin));
  }
  void turn(Value& value) const { turn(value.text, value.span); }
  void turn(std::vector<Value>& values) const {
    for (Value& value : values) turn(value);
  }

  void turn(Metadata& data) const {
    for (Value* value : {&data.title, &data.publicity, &data.signatory, &data.urgency, &data.secrecy, &data.issued_document}) turn(*value);
    for (auto* values : {&data.issuers, &data.addressees, &data.copied_to}) turn(*values);
    if (data.document_number) turn(data.document_number->text);
    for (auto& attachment : data.attachments) turn(attachment.title);
  }

  void turn(Part& part) const {
    turn(part.title);
    turn(part.paragraphs);
    for (Section& section : part.sections) {
      turn(section.label);
      turn(section.title);
      turn(section.paragraphs);
    }
  }

  void turn(Task& task) const {
    if (task.number) turn(*task.number);
    for (auto* values : {&task.path, &task.lead_units, &task.responsible_units, &task.supporting_units}) turn(*values);
    turn(task.task);
    if (task.deadline) {
      turn(task.deadline->text, task.deadline->span);
      for (auto& milestone : task.deadline->milestones) turn(milestone.text, task.deadline->span);
    }
    for (auto& [header, value] : task.extra) {
      if (ascii_) header = with_ascii_marks(header);
      turn(value);
    }
  }

  void turn(TableSummary& table) const {
    turn(table.caption);
    for (auto& column : table.columns)
      if (ascii_) column.header = with_ascii_marks(column.header);
  }

 private:
  std::string_view source_;
  bool ascii_;
};

}  // namespace

void turn_punctuation(Notice& notice, Punctuation punctuation) {
  if (punctuation == Punctuation::chinese) return;
  const Turner turner(notice.text, punctuation);
  turner.turn(notice.metadata);
  for (Part& part : notice.parts) turner.turn(part);
  for (Task& task : notice.tasks) turner.turn(task);
  for (TableSummary& table : notice.tables) turner.turn(table);
}

}  // namespace gongwen
