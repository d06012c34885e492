// A table header cell becomes the field that it names: the grammar's column forms against the cell's text without its
// white space, first as a whole, then without a bracket at its end (责任单位（排在第一位的为牵头单位）).
#include "extract/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "grammar/tables.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestHeader = 60;   // code points; a longer cell is no header, and is not looked at
constexpr std::size_t kLongestName = 24;     // the same for one without a bracket at its end
constexpr int kSure = 40;                    // rank from which a later task column is the task, and not only its goal
constexpr int kSurest = 80;                  // rank from which a column behind the units is the task, and not the goal before them
constexpr std::size_t kNamedBesides = 2;     // numbers, units and deadlines beside a task that is not named
constexpr std::string_view kOpen = "（", kClose = "）";

constexpr std::array<std::pair<std::string_view, ColumnField>, 8> kFields = {{
    {"number", ColumnField::number},
    {"group", ColumnField::group},
    {"task", ColumnField::task},
    {"lead_units", ColumnField::lead},
    {"responsible_units", ColumnField::responsible},
    {"supporting_units", ColumnField::supporting},
    {"deadline", ColumnField::deadline},
    {"extra", ColumnField::extra},
}};

// Without white space, and with full-width brackets and slashes, whichever way the header was typed.
std::string compact(std::string_view header) {
  std::string out;
  for (std::size_t at = 0; at < header.size();) {
    const auto [value, size] = text::decode(header, at);
    const text::CharClass cls = text::char_class(value);
    if (value == '(') {
      out += kOpen;
    } else if (value == ')') {
      out += kClose;
    } else if (value == U'／') {
      out += '/';
    } else if (cls != text::CharClass::space && cls != text::CharClass::line_end && cls != text::CharClass::dropped) {
      out += header.substr(at, size);
    }
    at += size;
  }
  return out;
}

// Cheap to see: most texts are no headers.
bool may_be_header(std::string_view text) {
  if (text.empty() || text.size() > kLongestHeader * 4) return false;
  for (const std::string_view mark : {"。", "，", "；", "："})
    if (!text.ends_with(kClose) && text.find(mark) != std::string_view::npos) return false;
  const std::size_t size = text::count_code_points(text);
  return size <= kLongestName || (size <= kLongestHeader && (text.ends_with(kClose) || text.ends_with(')')));
}

HeaderReading reading_of(const GrammarEntry& entry) {
  HeaderReading reading;
  for (const auto& [name, field] : kFields)
    if (entry.attribute("field") == name) reading.field = field;
  const std::string_view rank = entry.attribute("rank");
  std::from_chars(rank.data(), rank.data() + rank.size(), reading.rank);
  return reading;
}

// The first column of units, or of units and deadlines.
std::size_t first_assigned(std::span<const HeaderReading> header, bool deadlines) {
  std::size_t column = 0;
  while (column < header.size() && !is_units(header[column].field) && !(deadlines && header[column].field == ColumnField::deadline)) ++column;
  return column;
}

// Of the task columns before `end` the last whose name is sure enough, else the surest; header.size() if there is none.
std::size_t last_task(std::span<const HeaderReading> header, std::size_t end) {
  std::size_t task = header.size();
  for (std::size_t column = 0; column < end; ++column) {
    if (header[column].field != ColumnField::task) continue;
    if (task == header.size() || header[column].rank >= std::min(header[task].rank, kSure)) task = column;
  }
  return task;
}

// Where units are named and no task is: the widest of the unknown columns left of them, or, unmeasured, the last.
std::size_t nameless_task(std::span<const HeaderReading> header, std::span<const std::size_t> widths) {
  std::size_t task = header.size();
  std::size_t named = 0;
  for (const HeaderReading& reading : header)
    named += reading.field == ColumnField::number || reading.field == ColumnField::deadline || is_units(reading.field);
  const std::size_t end = first_assigned(header, false);
  if (end == header.size() || header[end].field == ColumnField::supporting || named < kNamedBesides) return task;
  for (std::size_t column = 0; column < end; ++column) {
    const ColumnField field = header[column].field;
    if (field != ColumnField::unknown && field != ColumnField::group) continue;
    if (task == header.size() || widths.empty() || widths[column] > widths[task]) task = column;
  }
  return task;
}

// Of the task columns the last of the surest.
std::size_t surest_task(std::span<const HeaderReading> header) {
  std::size_t task = header.size();
  for (std::size_t column = 0; column < header.size(); ++column)
    if (header[column].field == ColumnField::task && (task == header.size() || header[column].rank >= header[task].rank)) task = column;
  return task;
}

std::size_t task_column(std::span<const HeaderReading> header, std::span<const std::size_t> widths) {
  const std::size_t surest = surest_task(header);
  for (const std::size_t end : {first_assigned(header, true), first_assigned(header, false)})
    if (const std::size_t task = last_task(header, end); task < header.size())
      return header[task].rank <= kSure && header[surest].rank >= kSurest ? surest : task;   // a goal, its units, what they do
  return surest < header.size() ? surest : nameless_task(header, widths);   // units come first
}

}  // namespace

HeaderReading read_header(std::string_view header, const Grammar& grammar) {
  if (!may_be_header(header)) return {};
  std::string name = compact(header);
  const GrammarTable& columns = grammar.tables()[GrammarKind::column];
  if (const auto whole = columns.match_whole(name)) return reading_of(*whole->entry);
  if (!name.ends_with(kClose)) return {};
  const std::size_t open = name.find(kOpen);
  if (open == std::string::npos || open == 0) return {};
  name.resize(open);
  const auto before = columns.match_whole(name);
  return before ? reading_of(*before->entry) : HeaderReading{};
}

void settle_fields(std::span<HeaderReading> header, std::span<const std::size_t> widths) {
  const std::size_t task = task_column(header, widths);
  for (std::size_t column = 0; column < header.size(); ++column) {
    ColumnField& field = header[column].field;
    if (column == task) {
      field = ColumnField::task;
    } else if (field == ColumnField::task || field == ColumnField::group || field == ColumnField::unknown) {
      field = column < task && task < header.size() ? ColumnField::group : ColumnField::extra;
    }
  }
}

bool names_tasks(std::span<const HeaderReading> settled) {
  bool task = false, other = false;
  for (const HeaderReading& reading : settled) {
    task = task || reading.field == ColumnField::task;
    other = other || is_units(reading.field) || reading.field == ColumnField::deadline;
  }
  return task && other;
}

}  // namespace gongwen
