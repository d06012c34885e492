// The records of a notice become rows of CSV (RFC 4180) that a spreadsheet can open without changing a value.
#include "cli/ledger/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gongwen::cli {
namespace {

constexpr std::array<std::string_view, 20> kHeader{
    "source",     "title",      "document_number",   "issuer",           "issued_on", "id",            "origin",        "number",           "path",       "section",
    "task",       "lead_units", "responsible_units", "supporting_units", "deadline",  "deadline_kind", "deadline_date", "deadline_ongoing", "recurrence", "extra"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "2024年6月30日", "6月30日", "2024年6月": Chinese spreadsheets know them all.
bool is_chinese_date(std::string_view text) {
  std::size_t marks = 0, digits = 0;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      ++digits;
      text.remove_prefix(1);
      continue;
    }
    const bool known = text.starts_with("年") || text.starts_with("月") || text.starts_with("日") || text.starts_with("时") || text.starts_with("分");
    if (!known || digits == 0) return false;
    ++marks;
    text.remove_prefix(std::string_view("年").size());
  }
  return marks > 1;
}

// Digits with - / . : or an e between: dates, times, and numbers whose digits would not all be kept.
bool is_number_or_date(std::string_view text) {
  if (!is_digit(text.front()) || text.size() > 40) return false;
  const bool plain = std::all_of(text.begin(), text.end(), is_digit);
  if (plain) return text.size() > 15 || (text.size() > 1 && text.front() == '0');
  const bool numeric = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == '-' || c == '/' || c == '.' || c == ':' || c == ',' || c == ' ' || c == '+' || c == 'e' || c == 'E';
  });
  if (!numeric) return false;
  const auto dots = std::count(text.begin(), text.end(), '.');
  const bool decimal = dots == 1 && text.find_first_not_of("0123456789.") == text.npos;
  return !decimal || text.ends_with('0') || text.ends_with('.') || (text.size() > 1 && text.front() == '0' && text[1] != '.') || text.size() > 16;
}

// "Mar-1", "MAR1".
bool is_month_name(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (text.size() < 4 || text.size() > 16) return false;
  std::string head(text.substr(0, 3));
  for (char& c : head) c = static_cast<char>(c | 0x20);
  if (std::find(kMonths.begin(), kMonths.end(), head) == kMonths.end()) return false;
  const auto rest = std::find_if_not(text.begin(), text.end(), is_letter);
  return rest != text.end() && std::all_of(rest, text.end(), [](char c) { return is_digit(c) || c == '-' || c == ' ' || c == '/' || c == ','; });
}

class Row {
 public:
  Row(std::string& out, bool guard) : out_(out), guard_(guard) {}

  /// A text from the notice.
  Row& text(std::string_view value) {
    if (guard_ && is_unsafe_in_spreadsheet(value)) return field("'" + std::string(value));
    return field(value);
  }
  /// What gongwen itself says: a date, a name of a kind.
  Row& field(std::string_view value) {
    if (!first_) out_ += ',';
    first_ = false;
    if (value.find_first_of(",\"\r\n") == value.npos) return out_ += value, *this;
    out_ += '"';
    for (const char c : value) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
    return *this;
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool guard_, first_ = true;
};

}  // namespace

bool is_unsafe_in_spreadsheet(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos) return true;
  if (text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") || text.starts_with("＠")) return true;
  return is_number_or_date(text) || is_chinese_date(text) || is_month_name(text);
}

std::string csv_header(bool bom) {
  std::string out(bom ? kByteOrderMark : "");
  Row row(out, false);
  for (const std::string_view name : kHeader) row.field(name);
  row.end();
  return out;
}

std::string csv_rows(const Entry& entry, bool guard) {
  std::string out;
  for (const Record& record : entry.records) {
    const bool timed = !record.deadline_kind.empty();
    Row row(out, guard);
    row.text(entry.path).text(entry.title).text(entry.document_number).text(entry.issuer).field(entry.issued_on);
    row.field(record.id).field(record.origin).text(record.number).text(joined(record.path, " / ")).field(record.section);
    row.text(record.task).text(joined(record.lead, "、")).text(joined(record.responsible, "、")).text(joined(record.supporting, "、"));
    row.text(record.deadline).field(record.deadline_kind).field(record.deadline_date);
    row.field(!timed ? "" : record.ongoing ? "true" : "false").field(record.recurrence).text(joined_extra(record));
    row.end();
  }
  return out;
}

}  // namespace gongwen::cli
