// The lines and tables of an inspection to its own texts, and places to quotations.
#include "checks/own_text.hpp"

#include <variant>

#include "segment/elements.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

// Not what a page says of itself: 来源：…, 索引号：…, a table of such.
bool is_own(const Line& line, const Inspection& inspection) {
  if (line.is_table()) return !is_field_table(inspection.folded.view(line.source), inspection.grammar);
  if (line.source.empty() || is_field_line(line.text, inspection.grammar)) return false;
  return line.owner == Owner::metadata || line.owner == Owner::heading || line.owner == Owner::paragraph;
}

void add_cells(const Table& table, const Line& line, std::vector<OwnText>& out) {
  for (const Cell& cell : table.cells) {
    OwnText text{{}, CellPlace{line.table, cell.row + 1, cell.column + 1}, &line};
    for (const Range& piece : cell.lines)
      if (!piece.empty()) text.pieces.push_back(piece);
    if (!text.pieces.empty()) out.push_back(std::move(text));
  }
}

}  // namespace

std::vector<OwnText> own_texts(const Inspection& inspection) {
  std::vector<OwnText> out;
  std::vector<const Table*> tables;
  for (const Block& block : inspection.document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
  std::size_t next = 0;
  for (const Line& line : inspection.lines) {
    const Table* table = line.is_table() && next < tables.size() ? tables[next++] : nullptr;
    if (!is_own(line, inspection)) continue;
    if (table != nullptr) add_cells(*table, line, out);
    else if (!line.is_table()) out.push_back({{line.source}, {}, &line});
  }
  return out;
}

std::string quote(const Inspection& inspection, Range source) {
  return std::string(inspection.folded.written(inspection.folded.to_folded(source)));
}

std::string quote_around(const Inspection& inspection, Range source, Range bounds, std::size_t before, std::size_t after) {
  const std::string_view text = inspection.document.source;
  Range range = source;
  for (; before > 0 && range.begin > bounds.begin; --before) range.begin -= text::decode_before(text, range.begin).size;
  for (; after > 0 && range.end < bounds.end; --after) range.end += text::decode(text, range.end).size;
  return quote(inspection, range);
}

}  // namespace gongwen::checks
