// `gongwen units`: the units of all notices given, with their counts by role, once the last notice has been read.
#include <string>
#include <string_view>

#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "grammar/caret.hpp"
#include "grammar/loader.hpp"
#include "writers/csv_row.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

using Unit = UnitCounts::Unit;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What was counted under a name beside the name itself.
std::string others_of(const Unit& unit) {
  std::string out;
  for (const auto& [text, count] : unit.written)
    if (text != unit.name) out.append(out.empty() ? "" : "、").append(text);
  return out;
}

std::string shown(std::size_t count) { return count == 0 ? "" : std::to_string(count); }

void write_table(Session& session, const std::vector<Unit>& units) {
  constexpr std::size_t kName = 0;
  const bool chinese = session.arguments.language == Language::zh;
  if (units.empty()) return session.output.write(chinese ? "（没有单位）\n" : "(no units)\n");
  std::vector<std::string> header{"unit", "lead", "responsible", "supporting", "total", "notices", "written"};
  if (chinese) header = {"单位", "牵头", "责任", "配合", "合计", "篇数", "写法"};
  TextTable table(std::move(header), kName);
  for (const Unit& unit : units)
    table.add_row({printable(unit.name), shown(unit.lead), shown(unit.responsible), shown(unit.supporting), std::to_string(unit.total()),
                   std::to_string(unit.notices), printable(others_of(unit))});
  session.output.write(table.render(terminal_columns()));
}

void write_csv(Session& session, const std::vector<Unit>& units) {
  std::string out;
  CsvRow header(out);
  for (const char* name : {"unit", "lead", "responsible", "supporting", "total", "notices", "written"}) header.field(name);
  header.end();
  for (const Unit& unit : units) {
    CsvRow row(out);
    row.field(unit.name);
    for (const std::size_t count : {unit.lead, unit.responsible, unit.supporting, unit.total(), unit.notices}) row.field(std::to_string(count));
    row.field(others_of(unit));
    row.end();
  }
  if (session.arguments.bom || session.output.is_file()) session.output.write(kByteOrderMark);
  session.output.write(out);
}

void write_unit(JsonStream& json, const Unit& unit) {
  const auto number = [&](std::string_view key, std::size_t count) { json.key(key), json.integer(static_cast<std::int64_t>(count)); };
  json.begin_object();
  json.key("unit"), json.string(unit.name);
  number("lead", unit.lead), number("responsible", unit.responsible), number("supporting", unit.supporting);
  number("total", unit.total()), number("notices", unit.notices);
  json.key("written"), json.begin_array();
  for (const auto& [text, count] : unit.written) {
    json.begin_object();
    json.key("text"), json.string(text);
    number("count", count);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_json(Session& session, const std::vector<Unit>& units) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("notices"), json.integer(static_cast<std::int64_t>(session.units.notices()));
  json.key("units"), json.begin_array();
  for (const Unit& unit : units) write_unit(json, unit);
  json.end_array();
  json.end_object();
  session.output.write(out + "\n");
}

void write_json_lines(Session& session, const std::vector<Unit>& units) {
  for (const Unit& unit : units) {
    std::string out;
    JsonStream json(out, 0);
    write_unit(json, unit);
    session.output.write(out + "\n");
  }
}

}  // namespace

Failure units_command(Session& session, const std::string&, Bytes bytes) {
  const auto notice = parse(bytes, session.options);
  if (!notice) return notice.error();
  session.units.add(*notice);
  return std::nullopt;
}

void write_units(Session& session) {
  const std::vector<Unit> units = session.units.sorted();
  switch (session.arguments.format) {
    case Format::csv: return write_csv(session, units);
    case Format::json: return write_json(session, units);
    case Format::jsonl: return write_json_lines(session, units);
    default: return write_table(session, units);
  }
}

Failure check_aliases(const Grammar::File& file) {
  const auto entries = parse_grammar_file(file);
  if (!entries) return entries.error();
  for (const KindedEntry& entry : *entries)
    if (entry.kind != GrammarKind::alias) return grammar_fault(file, {entry.entry.line, 1}, "only [[alias]] entries stand in a file of aliases");
  return std::nullopt;
}

}  // namespace gongwen::cli
