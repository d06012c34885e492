// The tables of a document to those that hold tasks, with the record that was made of each row: the row in which the last of
// its values begins.
#include "checks/task_tables.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace gongwen::checks {
namespace {

std::uint32_t last_row(const Task& task, std::uint32_t table) {
  std::uint32_t row = 0;
  const auto see = [&](const Span& span) {
    if (span.cell && span.cell->table == table) row = std::max(row, span.cell->row);
  };
  if (task.number) see(task.number->span);
  see(task.task.span);
  for (const auto* list : {&task.path, &task.lead_units, &task.responsible_units, &task.supporting_units})
    for (const Value& value : *list) see(value.span);
  if (task.deadline) see(task.deadline->span);
  for (const auto& extra : task.extra) see(extra.second.span);
  return row;
}

void place_records(const Inspection& inspection, std::vector<TaskTable>& tables) {
  std::vector<TaskTable*> by_number(inspection.tables.size() + 1, nullptr);
  for (TaskTable& table : tables) by_number[table.number] = &table;
  for (const Task& task : inspection.tasks) {
    if (task.origin != TaskOrigin::table || !task.task.span.cell) continue;
    const std::uint32_t number = task.task.span.cell->table;
    if (number >= by_number.size() || by_number[number] == nullptr) continue;
    auto& records = by_number[number]->records;
    const std::uint32_t row = last_row(task, number);
    if (row > 0 && row <= records.size() && records[row - 1] == nullptr) records[row - 1] = &task;
  }
}

}  // namespace

bool TaskTable::is_filled(std::uint32_t row, ColumnField field) const {
  for (std::uint32_t column = 0; column < grid.columns(); ++column)
    if (header.columns[column].field == field && !grid.text(row, column).empty()) return true;
  return false;
}

bool TaskTable::begins(std::uint32_t row, ColumnField field) const {
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const Cell* cell = header.columns[column].field == field ? grid.at(row, column) : nullptr;
    if (cell != nullptr && cell->row == row && !grid.text(*cell).empty()) return true;
  }
  return false;
}

bool TaskTable::is_header_again(std::uint32_t row) const {
  bool any = false;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::string_view text = grid.text(row, column);
    if (text.empty()) continue;
    if (text != header.columns[column].header && text != grid.text(header.first, column)) return false;
    any = true;
  }
  return any;
}

const Cell* TaskTable::first_text(std::uint32_t row) const {
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const Cell* cell = grid.at(row, column);
    if (cell != nullptr && cell->row == row && !grid.text(*cell).empty()) return cell;
  }
  return nullptr;
}

Span TaskTable::span_of(const Cell& cell) const {
  Range range;
  for (const Range line : cell.lines) range = cover(range, line);
  return {range, CellPlace{number, cell.row + 1, cell.column + 1}};
}

std::vector<TaskTable> task_tables(const Inspection& inspection) {
  std::vector<TaskTable> tables;
  std::uint32_t number = 0;
  const auto add = [&](const Table& table) {
    const std::size_t index = number++;
    if (inspection.tables[index].role != TableRole::tasks) return;
    Grid grid(table, inspection.folded);
    auto header = find_header(grid, inspection.grammar);
    if (!header) return;   // one that names its fields in the first column
    const std::size_t rows = grid.rows();
    tables.push_back({number, inspection.tables[index], inspection.places[index], std::move(grid), std::move(*header), std::vector<const Task*>(rows)});
  };
  for (const Block& block : inspection.document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    add(*table);
    for (const Table& nested : table->nested) add(nested);
  }
  place_records(inspection, tables);
  return tables;
}

}  // namespace gongwen::checks
