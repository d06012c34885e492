// A notice against the promises of ARCHITECTURE.md, "Invariants".
#include "notice_check.hpp"

#include <string_view>
#include <vector>

#include "text/characters.hpp"

namespace gongwen::test {
namespace {

using text::CharClass;

bool has_ink(char32_t c) {
  const CharClass kind = text::char_class(c);
  return kind != CharClass::space && kind != CharClass::line_end && kind != CharClass::dropped;
}

// What a reader would see as the same: width, brackets and white space folded away.
std::u32string seen(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::CodePoint c = text::decode(utf8, i);
    i += c.size;
    if (!has_ink(c.value)) continue;
    char32_t folded = c.value > 0xFF00 && c.value < 0xFF5F ? c.value - 0xFEE0 : c.value;
    if (folded == U'〔' || folded == U'【') folded = U'[';
    if (folded == U'〕' || folded == U'】') folded = U']';
    out += folded;
  }
  return out;
}

// The place holds the value's characters in their order.
bool quotes(std::u32string_view place, std::u32string_view value) {
  if (place.find(value) != std::u32string_view::npos) return true;
  std::size_t at = 0;
  for (const char32_t c : value) {
    at = place.find(c, at);
    if (at == std::u32string_view::npos) return false;
    ++at;
  }
  return true;
}

class Inspector {
 public:
  explicit Inspector(const Notice& notice) : notice_(notice) {}

  std::string broken() {
    metadata(notice_.metadata);
    for (const Part& one : notice_.parts) part(one);
    for (const Task& one : notice_.tasks) task(one);
    for (const Diagnostic& one : notice_.diagnostics) {
      inside("diagnostic " + std::string(one.rule), one.span);
      require(!message(one, Language::zh).empty(), "a diagnostic without a message");
    }
    for (const TableSummary& one : notice_.tables) inside(one.id, one.span);
    coverage();
    return broken_;
  }

 private:
  void require(bool holds, const std::string& what) {
    if (!holds && broken_.empty()) broken_ = what;
  }
  void inside(const std::string& what, const Span& span) {
    require(span.bytes.begin <= span.bytes.end && span.bytes.end <= notice_.text.size(), what + ": the span is outside of the text");
  }
  void value(const std::string& what, const std::string& text, const Span& span) {
    inside(what, span);
    if (!broken_.empty() || text.empty()) return;
    const auto place = std::string_view(notice_.text).substr(span.bytes.begin, span.bytes.size());
    require(quotes(seen(place), seen(text)), what + ": “" + text + "” is not in “" + std::string(place) + "”");
  }
  void value(const std::string& what, const Value& v) { value(what, v.text, v.span); }
  void values(const std::string& what, const std::vector<Value>& all) {
    for (const Value& v : all) value(what, v), require(!v.text.empty(), what + " has an empty element");
  }

  void metadata(const Metadata& data) {
    value("title", data.title);
    if (data.document_number) value("document_number", data.document_number->text);
    values("issuers", data.issuers);
    values("addressees", data.addressees);
    values("copied_to", data.copied_to);
    value("publicity", data.publicity);
    value("signatory", data.signatory);
    value("urgency", data.urgency);
    value("secrecy", data.secrecy);
    value("issued_document", data.issued_document);
    for (const auto& attachment : data.attachments) value("attachment", attachment.title);
    inside("issued_on", data.issued_on_span);
  }

  void part(const Part& part) {
    value("part title", part.title);
    values("paragraphs", part.paragraphs);
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < part.sections.size(); ++i) {
      const Section& section = part.sections[i];
      while (!ends.empty() && ends.back() <= i) ends.pop_back();
      const std::size_t limit = ends.empty() ? part.sections.size() : ends.back();
      require(section.end > i && section.end <= limit, section.id + ": its subtree ends outside of its parent's");
      ends.push_back(section.end);
      require(section.level == ends.size(), section.id + ": its level is not its depth");
      value(section.id + " label", section.label);
      value(section.id + " title", section.title);
      values(section.id + " paragraphs", section.paragraphs);
      inside(section.id, section.span);
    }
  }

  void task(const Task& task) {
    require(!task.task.text.empty(), task.id + ": an empty task");
    value(task.id + " task", task.task);
    if (task.number) value(task.id + " number", *task.number);
    values(task.id + " path", task.path);
    values(task.id + " lead_units", task.lead_units);
    values(task.id + " responsible_units", task.responsible_units);
    values(task.id + " supporting_units", task.supporting_units);
    if (task.deadline) value(task.id + " deadline", task.deadline->text, task.deadline->span);
    for (const auto& [header, v] : task.extra) value(task.id + " " + header, v);
  }

  void coverage() {
    std::uint64_t ink = 0;
    for (std::size_t i = 0; i < notice_.text.size();) {
      const text::CodePoint c = text::decode(notice_.text, i);
      ink += has_ink(c.value);
      i += c.size;
    }
    const Coverage& c = notice_.coverage;
    require(ink == c.metadata + c.section + c.paragraph + c.table + c.furniture + c.unclassified,
            "the characters counted are not those of the text");
  }

  const Notice& notice_;
  std::string broken_;
};

}  // namespace

std::string broken_promise(std::span<const std::byte> bytes, const ParseOptions& options) {
  const auto notice = parse(bytes, options);
  if (!notice) return code_name(notice.error().code).empty() || message(notice.error(), Language::zh).empty() ? "an error without a name" : "";
  const std::string json = to_json(*notice);
  if (json.size() < 2 || json.back() != '}') return "the JSON is cut short";
  return Inspector(*notice).broken();
}

}  // namespace gongwen::test
