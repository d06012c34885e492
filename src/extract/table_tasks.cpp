// The rows of a task table to records (contract, "Tables").
#include <algorithm>

#include "extract/cell_shapes.hpp"
#include "extract/cell_words.hpp"
#include "extract/extract.hpp"
#include "extract/grid.hpp"
#include "extract/record.hpp"
#include "extract/table_header.hpp"
#include "extract/table_joins.hpp"
#include "grammar/tables.hpp"
#include "segment/assignments.hpp"
#include "segment/labels.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestSection = 60;   // code points of a section row; beyond, and not labelled, it is a note

std::string_view field_name(ColumnField field) {
  switch (field) {
    case ColumnField::number: return "number";
    case ColumnField::group: return "path";
    case ColumnField::task: return "task";
    case ColumnField::lead: return "lead_units";
    case ColumnField::responsible: return "responsible_units";
    case ColumnField::supporting: return "supporting_units";
    case ColumnField::deadline: return "deadline";
    default: return "";
  }
}

bool is_note(std::string_view text) {
  for (const std::string_view opening : {"注：", "注:", "备注：", "说明：", "联系人：", "联系电话：", "填表", "注1", "备 注"})
    if (text.starts_with(opening)) return true;
  return false;
}

class TableReader {
 public:
  /// `turned`: the table names its fields in the first column, and its rows and columns have changed places.
  TableReader(const Table& table, const Grid& grid, bool turned, std::uint32_t number, const ExtractContext& context, std::vector<Task>& tasks,
              std::vector<Diagnostic>& diagnostics)
      : grid_(grid), turned_(turned), number_(number), context_(context), tasks_(tasks), diagnostics_(diagnostics) {
    summary_.id = "table" + std::to_string(number);
    summary_.span.bytes = table.range;
    summary_.rows = table.rows;
  }

  TableSummary read(std::optional<TableHeader> header) {
    if (!header) {
      name_plain_columns();
      return std::move(summary_);
    }
    header_ = std::move(*header);
    summary_.role = TableRole::tasks;
    read_caption();
    for (const auto& column : header_.columns) summary_.columns.push_back({column.header, std::string(field_name(column.field))});
    arabic_ = has_arabic_number();
    first_leads_ = rule_in_force();
    const std::size_t before = tasks_.size();
    for (std::uint32_t row = header_.end; row < grid_.rows(); ++row) read_row(row);
    summary_.rows = static_cast<std::uint32_t>(tasks_.size() - before);
    return std::move(summary_);
  }

 private:
  void name_plain_columns() {
    for (std::uint32_t column = 0; grid_.rows() > 0 && column < grid_.columns(); ++column)
      summary_.columns.push_back({std::string(grid_.text(0, column)), ""});
  }

  void read_caption() {
    for (std::uint32_t row = 0; row < header_.first; ++row) {
      const Cell* cell = grid_.full_row(row);
      if (cell == nullptr) continue;
      if (summary_.caption.text.empty()) summary_.caption = cell_value(*cell);
      captions_.emplace_back(grid_.text(*cell));
    }
  }

  // A rule above the table or in its header; a table with a column of leads has no use for one.
  [[nodiscard]] bool rule_in_force() const {
    if (header_.has(ColumnField::lead)) return false;
    if (summary_.span.bytes.begin >= context_.first_leads_from) return true;
    return std::any_of(header_.columns.begin(), header_.columns.end(), [&](const TableHeader::Column& column) {
      return find_first_leads_rule(column.header, context_.grammar) != std::string_view::npos;
    });
  }

  void read_row(std::uint32_t row) {
    if (is_header_again(row)) return;
    if (const Cell* cell = grid_.full_row(row)) {
      if (!is_caption_again(grid_.text(*cell), captions_, context_.grammar)) enter_section(*cell);
      return;
    }
    if (const Cell* cell = numbered_section(row)) return enter_section(*cell);
    add_record(row);
  }

  [[nodiscard]] bool is_header_again(std::uint32_t row) const {
    bool any = false;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      const std::string_view text = grid_.text(row, column);
      if (text.empty()) continue;
      if (text != header_.columns[column].header && text != grid_.text(header_.first, column)) return false;
      any = true;
    }
    return any;
  }

  // A section row may leave the 序号 cell alone: 一 | 加强组织领导 over all other columns, or beside empty ones.
  [[nodiscard]] const Cell* numbered_section(std::uint32_t row) const {
    if (const Cell* cell = chapter_section(row)) return cell;
    if (grid_.columns() < 3 || header_.columns[0].field != ColumnField::number) return nullptr;
    const Cell* cell = grid_.at(row, 1);
    if (cell == nullptr || cell->column != 1 || cell->column_span + 1 < grid_.columns() || cell->row_span > 1) return nullptr;
    return grid_.text(*cell).empty() ? nullptr : cell;
  }

  // 一 among 1, 2, 3, with one text beside it and neither units nor a deadline.
  [[nodiscard]] const Cell* chapter_section(std::uint32_t row) const {
    const Cell* title = nullptr;
    bool chapter = false;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      const Cell* cell = grid_.at(row, column);
      if (cell == nullptr || cell == title || grid_.text(*cell).empty()) continue;
      const ColumnField field = header_.columns[column].field;
      if (field == ColumnField::number) {
        chapter = chapter || (cell->row_span == 1 && is_han_serial(grid_.text(*cell)));
      } else if (title != nullptr || (field != ColumnField::group && field != ColumnField::task)) {
        return nullptr;
      } else {
        title = cell;
      }
    }
    return chapter && arabic_ ? title : nullptr;
  }

  [[nodiscard]] bool has_arabic_number() const {
    for (std::uint32_t column = 0; column < grid_.columns(); ++column)
      for (std::uint32_t row = header_.end; header_.columns[column].field == ColumnField::number && row < grid_.rows(); ++row)
        if (is_arabic_serial(grid_.text(row, column))) return true;
    return false;
  }

  void enter_section(const Cell& cell) {
    const std::string_view text = grid_.text(cell);
    if (is_note(text)) return;
    const auto label = read_label(text, context_.grammar);
    if (!label && text::count_code_points(text) > kLongestSection) return;
    const int rank = label ? label->rank : 0;
    while (!sections_.empty() && (rank == 0 || sections_.back().rank == 0 || sections_.back().rank >= rank)) sections_.pop_back();
    sections_.push_back({rank, cell_value(cell)});
  }

  [[nodiscard]] CellPlace place(const Cell& cell) const {
    return turned_ ? CellPlace{number_, cell.column + 1, cell.row + 1} : CellPlace{number_, cell.row + 1, cell.column + 1};
  }

  [[nodiscard]] Value cell_value(const Cell& cell) const {
    const Passage& passage = grid_.passage(cell);
    return {std::string(passage.text()), {passage.source(), place(cell)}};
  }

  [[nodiscard]] bool is_empty_row(std::uint32_t row) const {
    for (std::uint32_t column = 0; column < grid_.columns(); ++column)
      if (header_.columns[column].field != ColumnField::number && !grid_.text(row, column).empty()) return false;
    return true;
  }

  // 合计 | 12项: the first text of the row says that it adds up others.
  [[nodiscard]] bool is_total_row(std::uint32_t row) const {
    for (std::uint32_t column = 0; column < grid_.columns(); ++column)
      if (const std::string_view text = grid_.text(row, column); !text.empty()) return is_total(compact_header(text), context_.grammar);
    return false;
  }

  void add_record(std::uint32_t row) {
    if (is_empty_row(row) || is_total_row(row)) return;
    Task task;
    task.origin = TaskOrigin::table;
    for (const Section& section : sections_) task.path.push_back(section.value);
    const Cell* before = nullptr;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      const Cell* cell = grid_.at(row, column);
      if (cell == before && cell != nullptr) {
        report_wide_cell(*cell, column);
        continue;
      }
      before = cell;
      read_cell(task, cell, column);
    }
    if (task.task.text.empty()) {
      if (task.path.empty()) return;
      task.task = task.path.back();
      task.path.pop_back();
    }
    if (!task.deadline) find_task_deadline(task, row);
    tasks_.push_back(std::move(task));
  }

  void find_task_deadline(Task& task, std::uint32_t row) const {
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (header_.columns[column].field != ColumnField::task) continue;
      if (const Cell* cell = grid_.at(row, column)) find_own_deadline(task, grid_.passage(*cell), context_, place(*cell));
    }
  }

  void read_cell(Task& task, const Cell* cell, std::uint32_t column) {
    const TableHeader::Column& head = header_.columns[column];
    if (head.field == ColumnField::extra || head.field == ColumnField::unknown) {
      if (!head.header.empty()) task.extra.emplace_back(head.header, cell != nullptr && !is_empty_mark(grid_.text(*cell)) ? cell_value(*cell) : Value{});
      return;
    }
    if (cell == nullptr || grid_.text(*cell).empty()) return;
    switch (head.field) {
      case ColumnField::number:
        if (!task.number) task.number = cell_value(*cell);
        break;
      case ColumnField::group:
        if (task.path.empty() || task.path.back().text != grid_.text(*cell)) task.path.push_back(cell_value(*cell));
        break;
      case ColumnField::task: task.task = cell_value(*cell); break;
      case ColumnField::deadline: read_deadline_cell(task, *cell); break;
      case ColumnField::lead: read_unit_cell(task, *cell, UnitRole::lead); break;
      case ColumnField::responsible: read_unit_cell(task, *cell, UnitRole::responsible); break;
      case ColumnField::supporting: read_unit_cell(task, *cell, UnitRole::supporting); break;
      default: break;
    }
  }

  // /, —, 无: an empty cell; 同上: the one above (grammars/units.toml).
  [[nodiscard]] bool is_word(std::string_view text, std::string_view use) const {
    const auto match = context_.grammar.tables()[GrammarKind::unit_word].match_whole(text);
    return match && match->entry->attribute("use") == use;
  }
  [[nodiscard]] bool is_empty_mark(std::string_view text) const { return is_word(text, "empty"); }

  void read_deadline_cell(Task& task, const Cell& cell) {
    if (is_word(grid_.text(cell), "same")) {
      if (!tasks_.empty() && tasks_.back().origin == TaskOrigin::table) task.deadline = tasks_.back().deadline;
      return;
    }
    const Passage& passage = grid_.passage(cell);
    set_deadline(task, passage, {0, static_cast<std::uint32_t>(passage.text().size())}, DeadlineSource::column, context_, diagnostics_, place(cell));
  }

  void read_unit_cell(Task& task, const Cell& cell, UnitRole role) {
    const Passage passage(context_.folded, cell.lines, Passage::Glue::lines);
    const UnitReading reading = read_units(passage.text(), role, first_leads_ && role == UnitRole::responsible, context_.grammar, pieces_of(context_));
    if (reading.same_as_above && !tasks_.empty() && tasks_.back().origin == TaskOrigin::table) {
      auto& above = role == UnitRole::lead ? tasks_.back().lead_units : role == UnitRole::responsible ? tasks_.back().responsible_units
                                                                                                     : tasks_.back().supporting_units;
      auto& list = role == UnitRole::lead ? task.lead_units : role == UnitRole::responsible ? task.responsible_units : task.supporting_units;
      list.insert(list.end(), above.begin(), above.end());
    }
    add_units(task, reading, passage, place(cell));
    if (reading.deadline && !task.deadline)
      set_deadline(task, passage, *reading.deadline, DeadlineSource::column, context_, diagnostics_, place(cell));
  }

  // A cell across columns of different fields counts for the first.
  void report_wide_cell(const Cell& cell, std::uint32_t column) {
    const ColumnField here = header_.columns[column].field, first = header_.columns[cell.column].field;
    const bool units = (here == ColumnField::lead || here == ColumnField::responsible || here == ColumnField::supporting) && here != first;
    if (!units || grid_.text(cell).empty()) return;
    diagnostics_.push_back(diagnose("table-cell-across-units", {cell_value(cell).span},
                                    {std::string(grid_.text(cell)), header_.columns[cell.column].header, header_.columns[column].header}));
  }

  struct Section {
    int rank;      // of its label; 0 without one
    Value value;
  };

  const Grid& grid_;
  bool turned_;
  std::uint32_t number_;
  const ExtractContext& context_;
  std::vector<Task>& tasks_;
  std::vector<Diagnostic>& diagnostics_;
  TableSummary summary_;
  TableHeader header_;
  std::vector<std::string> captions_;   // the full rows above the header
  std::vector<Section> sections_;
  bool arabic_ = false;          // some rows are numbered 1, 2, 3
  bool first_leads_ = false;
};

}  // namespace

TableSummary extract_table(const Table& table, std::uint32_t number, const ExtractContext& context, std::vector<Task>& tasks,
                           std::vector<Diagnostic>& diagnostics) {
  const Grid grid(table, context.folded);
  auto header = find_header(grid, context.grammar);
  if (!header) {
    if (const auto made = turned(table, grid, context.grammar)) {
      const Grid turned_grid(*made, context.folded);
      return TableReader(*made, turned_grid, true, number, context, tasks, diagnostics).read(find_header(turned_grid, context.grammar));
    }
  }
  return TableReader(table, grid, false, number, context, tasks, diagnostics).read(std::move(header));
}

}  // namespace gongwen
