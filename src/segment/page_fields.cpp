// The fields of a page to metadata: name and value on one line, on two, between bars, in a table, several on a line.
#include "segment/page_fields.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "segment/elements.hpp"
#include "segment/names.hpp"
#include "segment/title.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kDateWidth = 24;   // bytes within which a field's date stands

// Everything above the text, its line breaks and the spaces between its fields kept.
Passage page_top(const Lines& lines, std::size_t end, const Folded& folded) {
  if (end == 0) return {};
  return Passage(folded, Range{0, lines[end - 1].source.end}, Passage::Glue::lines);
}

bool parts_fields(char c) { return c == ' ' || c == '\n' || c == '|'; }

// Where the value of a field begins, past the colon, the bar or the end of the line behind its name; npos behind another word.
std::size_t value_begin(std::string_view text, std::size_t name_end) {
  std::size_t at = name_end;
  bool parted = false;
  while (at < text.size()) {
    const std::size_t size = text.substr(at).starts_with("：") || text.substr(at).starts_with("】") ? 3 : parts_fields(text[at]) ? 1 : 0;
    if (size == 0) break;
    parted = true;
    at += size;
  }
  return parted && at < text.size() ? at : text.npos;
}

// 成文日期 | 2024-06-24 |
void read_date(const Passage& top, const Grammar& grammar, Metadata& metadata) {
  const std::string_view text = searched(top.text());
  for (Found field = find_element(text, "issued_on", grammar); field;) {
    const auto date = find_any_date(text.substr(0, field.end + kDateWidth), field.end);
    if (date) {
      metadata.issued_on = date->date;
      metadata.issued_on_span = {top.source({date->begin, date->end}), {}};
      return;
    }
    const std::size_t from = field.end;
    field = find_element(text.substr(from), "issued_on", grammar);
    if (field) field = {field.begin + from, field.end + from};
  }
}

// 标题 | 关于…的通知 |: a page that shows the title only among its fields.
void read_title(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  for (std::size_t i = 0; i < end; ++i) {
    const Range all = folded.to_folded(lines[i].source);
    const std::string_view text = folded.view_folded(all);
    const Found field = find_element(text, "title", grammar);
    if (!field) continue;
    const std::size_t begin = text.find_first_not_of("| \n", field.end + (text.substr(field.end).starts_with("：") ? 3 : 0));
    if (begin == text.npos) continue;
    const std::size_t to = std::min(text.find_first_of("|\n", begin), text.size());
    const std::string_view title = text.substr(begin, to - begin);
    if (!is_whole_title(title, grammar)) continue;
    const Range place{all.begin + static_cast<std::uint32_t>(begin), all.begin + static_cast<std::uint32_t>(to)};
    metadata.title = {std::string(title), {folded.to_source(place), {}}};
    return;
  }
}

void read_number(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  for (std::size_t i = 0; i < end; ++i) {
    const Range all = folded.to_folded(lines[i].source);
    const std::string_view text = folded.view_folded(all);
    if (!find_element(text, "document_number", grammar)) continue;
    const auto number = find_document_number(text);
    if (!number) continue;
    const Range place = folded.to_source({all.begin + number->begin, all.begin + number->end});
    metadata.document_number = DocumentNumber{{number->text, {place, {}}}, number->agency, number->year, number->serial};
    return;
  }
}

}  // namespace

void read_page_fields(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  if (metadata.title.text.empty()) read_title(lines, end, folded, grammar, metadata);
  if (!metadata.document_number) read_number(lines, end, folded, grammar, metadata);
  if (metadata.issued_on.empty()) read_date(page_top(lines, end, folded), grammar, metadata);
}

void read_issuer_field(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  const Passage top = page_top(lines, end, folded);
  const std::string_view text = searched(top.text());
  const Found field = find_element(text, "issuer", grammar);
  if (!field) return;
  const std::size_t begin = value_begin(text, field.end);
  if (begin == text.npos) return;
  const std::size_t to = std::min(text.find_first_of(" |\n", begin), text.size());
  const std::string_view office = text.substr(begin, to - begin);
  if (!is_office_line(office, grammar)) return;
  metadata.issuers.push_back({std::string(office), {top.source({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(to)}), {}}});
}

}  // namespace gongwen
