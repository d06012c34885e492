// A notice to its values, and each value to whether the source says it. Written apart from the library's normalizer, so that
// one does not repeat the other's faults.
#include "support/values.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace gongwen::test {
namespace {

bool is_blank(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  return u_isUWhiteSpace(u) || u_charType(u) == U_CONTROL_CHAR || u_charType(u) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

char32_t narrow(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E && c != U'［' && c != U'］') return c - 0xFEE0;
  switch (c) {
    case U'【': case U'〔': case U'［': case '[': return '(';   // the year of a document number stands in any of them
    case U'】': case U'〕': case U'］': case ']': return ')';
    default: return c;
  }
}

bool is_layout(char32_t c) { return c == '|' || c == U'│' || c == '\\' || c == '*'; }

// The length of what a converter left at `at`, or of a line break in markup; 0 if neither.
std::size_t artefact(std::u32string_view text, std::size_t at) {
  for (const std::u32string_view mark : {U"[bookmark:", U"[image:"}) {
    if (text.substr(at, mark.size()) != mark) continue;
    const std::size_t close = text.find(U']', at);
    return close == text.npos ? 0 : close + 1 - at;
  }
  for (const std::u32string_view mark : {U"<br>", U"<br/>", U"<br />"})
    if (text.substr(at, mark.size()) == mark) return mark.size();
  return 0;
}

// The character that an entity of HTML stands for and the entity's length; the length is 0 where none stands.
std::pair<char32_t, std::size_t> entity(std::u32string_view text, std::size_t at) {
  static constexpr std::pair<std::u32string_view, char32_t> kEntities[] = {
      {U"&lt;", U'<'},      {U"&gt;", U'>'},      {U"&quot;", U'"'},    {U"&ldquo;", U'“'},  {U"&rdquo;", U'”'},  {U"&lsquo;", U'‘'},
      {U"&rsquo;", U'’'},   {U"&mdash;", U'—'},   {U"&hellip;", U'…'},  {U"&middot;", U'·'}, {U"&bull;", U'•'},   {U"&#39;", U'\''}};
  for (const auto& [name, c] : kEntities)
    if (text.substr(at, name.size()) == name) return {c, name.size()};
  return {0, 0};
}

std::u32string squashed(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '[' || text[i] == '<')
      if (const std::size_t size = artefact(text, i); size != 0) {
        i += size;
        continue;
      }
    if (text[i] == '&')
      if (const auto [c, size] = entity(text, i); size != 0) {
        out += c;
        i += size;
        continue;
      }
    const char32_t c = narrow(text[i++]);
    if (!is_blank(c) && !is_layout(c)) out += c;
  }
  return out;
}

void see_all(const std::vector<Value>& values, const std::string& where, const auto& see) {
  for (std::size_t i = 0; i < values.size(); ++i) see(where + "[" + std::to_string(i) + "]", values[i]);
}

void see_metadata(const Metadata& m, const auto& see) {
  see("metadata.title", m.title);
  if (m.document_number) see("metadata.document_number", m.document_number->text);
  see_all(m.issuers, "metadata.issuer", see);
  see_all(m.addressees, "metadata.addressees", see);
  see_all(m.copied_to, "metadata.copied_to", see);
  see("metadata.publicity", m.publicity);
  see("metadata.signatory", m.signatory);
  see("metadata.urgency", m.urgency);
  see("metadata.secrecy", m.secrecy);
  for (const auto& attachment : m.attachments) see("metadata.attachments", attachment.title);
  see("metadata.issued_document", m.issued_document);
}

void see_part(const Part& part, const auto& see) {
  see("part.title", part.title);
  see_all(part.paragraphs, "part.paragraphs", see);
  for (const Section& section : part.sections) {
    see(section.id + ".label", section.label);
    see(section.id + ".title", section.title);
    see_all(section.paragraphs, section.id + ".paragraphs", see);
  }
}

void see_task(const Task& task, const auto& see) {
  if (task.number) see(task.id + ".number", *task.number);
  see_all(task.path, task.id + ".path", see);
  see(task.id + ".task", task.task);
  see_all(task.lead_units, task.id + ".lead_units", see);
  see_all(task.responsible_units, task.id + ".responsible_units", see);
  see_all(task.supporting_units, task.id + ".supporting_units", see);
  for (const auto& [key, value] : task.extra) see(task.id + ".extra." + key, value);
  if (task.deadline) see(task.id + ".deadline", Value{task.deadline->text, task.deadline->span});
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(utf8[static_cast<std::size_t>(i)]);
    UChar32 c = 0;
    U8_NEXT(utf8.data(), i, size, c);
    out += c < 0 ? char32_t{byte} : static_cast<char32_t>(c);
  }
  return out;
}

bool quotes(std::u32string_view quoted, std::u32string_view value) {
  const std::u32string source = squashed(quoted), wanted = squashed(value);
  if (wanted.empty()) return true;
  if (source.find(wanted) != source.npos) return true;
  if (source.size() > 8 * wanted.size() + 200) return false;
  std::size_t at = 0;
  for (const char32_t c : source)
    if (at < wanted.size() && c == wanted[at]) ++at;
  return at == wanted.size();
}

void for_each_value(const Notice& notice, const std::function<void(const std::string&, std::string_view, const Span&)>& see) {
  const auto see_value = [&](const std::string& where, const Value& value) {
    if (!value.text.empty()) see(where, value.text, value.span);
  };
  see_metadata(notice.metadata, see_value);
  for (const Part& part : notice.parts) see_part(part, see_value);
  for (const Task& task : notice.tasks) see_task(task, see_value);
}

std::vector<std::string> untrue_spans(const Notice& notice) {
  std::vector<std::string> untrue;
  for_each_value(notice, [&](const std::string& where, std::string_view text, const Span& span) {
    const Range place = span.bytes;
    const bool inside = place.begin < place.end && place.end <= notice.text.size();
    const std::string quoted = inside ? notice.text.substr(place.begin, place.size()) : std::string();
    if (quotes(code_points(quoted), code_points(text))) return;
    untrue.push_back(where + " is “" + std::string(text) + "” but bytes " + std::to_string(place.begin) + " to " + std::to_string(place.end) +
                     " say “" + quoted + "”");
  });
  return untrue;
}

std::uint64_t count_ink(std::string_view utf8) {
  const std::u32string text = code_points(utf8);
  return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char32_t c) { return !is_blank(c); }));
}

std::uint64_t covered(const Coverage& c) { return c.metadata + c.section + c.paragraph + c.table + c.furniture + c.unclassified; }

}  // namespace gongwen::test
