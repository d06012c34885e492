// Tables of a story. In the body a table becomes a Table block: its text goes into the source row by row, cells
// separated by tabs, and TableGrid says where the cells stand. Inside a cell its rows are lines of that cell, and a nested
// table; in a note or a header they are plain lines.
#include <algorithm>
#include <utility>

#include "readers/docx/revisions.hpp"
#include "readers/docx/story.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

// Each level of tables in tables has its own copy of what its cells say; people use two.
constexpr std::uint32_t kMaxTableLevel = 8;

std::uint32_t count_of(pugi::xml_node element, std::int64_t usual) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number(value_of(element)).value_or(usual), 0, 1 << 24));
}

// More than one paragraph and the empty one that closes a cell.
bool holds_blocks(pugi::xml_node cell) {
  std::size_t paragraphs = 0;
  for (auto node = cell.first_child(); node && paragraphs < 3; node = node.next_sibling()) {
    if (tag_of(node) == Tag::tbl) return true;
    paragraphs += tag_of(node) == Tag::p;
  }
  return paragraphs >= 3;
}

// Of a w:cellMerge: the merge that a revision made.
std::optional<VerticalMerge> revised_merge(pugi::xml_node merge) {
  const auto made = attribute(merge, "vMerge");
  if (made == "rest") return VerticalMerge::restart;
  if (made == "cont") return VerticalMerge::cont;
  return std::nullopt;
}

std::vector<std::int64_t> grid_widths(pugi::xml_node table) {
  std::vector<std::int64_t> widths;
  for (const auto column : child(table, "tblGrid").children()) {
    if (local(column.name()) == "gridCol") widths.push_back(length(attribute(column, "w"), 20).value_or(0));
  }
  return widths;
}

}  // namespace

void StoryReader::collect(pugi::xml_node parent, Tag wanted, std::uint32_t depth, std::vector<pugi::xml_node>& into) {
  if (!proceed(depth)) return;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const Tag tag = tag_of(node);
    if (tag == wanted) into.push_back(node);
    else if (tag == Tag::sdt) collect(child(node, "sdtContent"), wanted, depth + 1, into);
    else if (tag == Tag::AlternateContent) collect(preferred_branch(node), wanted, depth + 1, into);
    else if (tag == Tag::customXml || tag == Tag::ins || tag == Tag::moveTo) collect(node, wanted, depth + 1, into);
  }
}

std::vector<pugi::xml_node> StoryReader::rows(pugi::xml_node table, std::uint32_t depth) {
  std::vector<pugi::xml_node> all, shown;
  collect(table, Tag::tr, depth, all);
  for (const auto* name : {"tblPr", "tblGrid"}) {
    if (has_property_change(child(table, name))) inline_.note(Notice::revisions);
  }
  for (const auto row : all) {
    const auto properties = child(row, "trPr");
    if (child(properties, "del") || child(properties, "ins")) inline_.note(Notice::revisions);
    if (has_property_change(properties) || has_property_change(child(row, "tblPrEx"))) inline_.note(Notice::revisions);
    if (is_on(properties, "hidden")) inline_.note(Notice::hidden_text);
    else if (!child(properties, "del")) shown.push_back(row);
  }
  return shown;
}

StoryReader::CellMarkup StoryReader::read_cell_markup(pugi::xml_node cell) {
  CellMarkup markup{cell};
  std::optional<VerticalMerge> revised;
  for_each_property(child(cell, "tcPr"), [&](Tag tag, pugi::xml_node node) {
    switch (tag) {
      case Tag::gridSpan: markup.span = count_of(node, 1); break;
      case Tag::vMerge: markup.merge = value_of(node) == "restart" ? VerticalMerge::restart : VerticalMerge::cont; break;
      case Tag::hMerge: markup.goes_on = value_of(node) != "restart"; break;
      case Tag::cellMerge: revised = revised_merge(node), markup.revised = true; break;
      case Tag::cellDel: markup.deleted = markup.revised = true; break;
      case Tag::cellIns:
      case Tag::tcPrChange: markup.revised = true; break;
      default: break;
    }
  });
  markup.merge = revised.value_or(markup.merge);  // a merge that a revision made goes before (17.13.5.3)
  return markup;
}

std::vector<StoryReader::CellMarkup> StoryReader::cells(pugi::xml_node row, std::uint32_t depth, bool noting) {
  std::vector<pugi::xml_node> all;
  all.reserve(16);
  collect(row, Tag::tc, depth, all);
  std::vector<CellMarkup> shown;
  shown.reserve(all.size());
  for (const auto cell : all) {
    const CellMarkup markup = read_cell_markup(cell);
    if (noting && markup.revised) inline_.note(Notice::revisions);
    if (!markup.deleted) shown.push_back(markup);
  }
  return shown;
}

void StoryReader::table(pugi::xml_node node, std::uint32_t depth) {
  finish_paragraph(depth);
  const auto shown = rows(node, depth);
  if (const auto frames = framed_cells(shown, depth); !frames.empty()) {
    for (const auto cell : frames) blocks(cell, depth), finish_paragraph(depth);
    return;
  }
  if (place_->in_cell) return nested_table(node, shown, depth);
  if (place_->role == ParagraphRole::body) return body_table(node, shown, depth);
  const auto begin = writer_.position();
  lay_out(node, shown, depth);
  writer_.lines_as_paragraphs(begin, plain());
}

// A table of one cell is a frame around text, and one of one column is, where a cell holds more than a line: saved web
// pages are laid out so. What stands in it is read as if it stood alone.
std::vector<pugi::xml_node> StoryReader::framed_cells(const std::vector<pugi::xml_node>& rows, std::uint32_t depth) {
  std::vector<pugi::xml_node> framed;
  bool holds_text = rows.size() == 1;
  for (const auto row : rows) {
    const auto all = cells(row, depth, false);
    if (all.size() != 1 || all.front().merge != VerticalMerge::none) return {};
    framed.push_back(all.front().node);
    holds_text = holds_text || holds_blocks(all.front().node);
  }
  if (!holds_text) return {};
  for (const auto row : rows) cells(row, depth);  // counts their revisions
  return framed;
}

void StoryReader::body_table(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth) {
  const auto begin = writer_.position();
  std::vector<Table> nested;
  place_->nested = &nested;
  Table table = lay_out(node, rows, depth);
  place_->nested = nullptr;
  if (table.cells.empty()) return;
  table.range = {begin, writer_.position() - 1};
  table.nested = std::move(nested);
  writer_.table(std::move(table));
  place_notices(begin);
}

// Its rows are lines of the cell around it, and a table of its own that points at them.
void StoryReader::nested_table(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth) {
  writer_.cell_line_break();
  const auto begin = writer_.position();
  auto* const kept = std::exchange(place_->nested, place_->table_level < kMaxTableLevel ? place_->nested : nullptr);
  const auto index = place_->nested ? place_->nested->size() : 0;
  if (place_->nested) place_->nested->emplace_back();  // before the tables in its cells
  Table table = lay_out(node, rows, depth);
  if (place_->nested) {
    table.range = {begin, writer_.position()};
    if (table.cells.empty()) place_->nested->resize(index);
    else (*place_->nested)[index] = std::move(table);
  }
  place_->nested = kept;
}

// In a cell rows are parted by line breaks, elsewhere each ends with one.
Table StoryReader::lay_out(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth) {
  const bool nested = place_->in_cell;
  const auto outer = writer_.cell_begin();
  TableGrid grid;
  std::uint32_t headers = 0, count = 0;
  for (const auto row : rows) {
    if (!proceed(depth)) return {};
    if (headers == count && is_on(child(row, "trPr"), "tblHeader")) ++headers;
    writer_.resume_cell(outer);
    if (nested && count > 0) writer_.cell_line_break();
    ++count;
    grid_row(row, grid, depth + 1);
    if (!nested) writer_.put('\n');
  }
  writer_.resume_cell(outer);
  if (grid.cells.empty()) return {};
  Table table = std::move(grid).finish(grid_widths(node));
  table.header_rows = headers;
  if (std::uint64_t{table.rows} * table.columns > limits_.cells) fail("cells", limits_.cells);
  return table;
}

void StoryReader::grid_row(pugi::xml_node row, TableGrid& grid, std::uint32_t depth) {
  grid.begin_row(count_of(child(child(row, "trPr"), "gridBefore"), 0));
  bool first = true;
  for (const CellMarkup& cell : cells(row, depth)) {
    if (!proceed(depth)) return;
    if (cell.goes_on) {
      grid.widen_last(cell.span);
      covered_cell(cell.node, depth);
      continue;
    }
    if (!std::exchange(first, false)) writer_.put('\t');
    const auto index = grid.place(cell.span, cell.merge);
    if (!index) {
      covered_cell(cell.node, depth);
      continue;
    }
    const auto begin = writer_.position();
    cell_content(cell.node, depth);
    grid.cells[*index].lines = writer_.lines(begin, writer_.position());
  }
}

// The cell's blocks, with a place of their own: fields and joined paragraphs do not cross its border.
void StoryReader::cell_content(pugi::xml_node cell, std::uint32_t depth) {
  open_place();
  place_->in_cell = true;
  ++place_->table_level;
  writer_.begin_cell();
  const auto control = cell.parent().parent();  // a w:sdt around the whole cell
  if (tag_of(control) == Tag::sdt && shows_placeholder(control)) placeholder(cell, depth);
  else blocks(cell, depth);
  finish_paragraph(depth);
  close_place();
}

// What stands in a cell that a merge covers is not shown by Word. It is not in the source, but it is not passed over
// either.
void StoryReader::covered_cell(pugi::xml_node cell, std::uint32_t depth) {
  InlineText text;
  FieldStack fields;
  for (const auto node : cell.children()) {
    if (tag_of(node) != Tag::p) continue;
    inline_.read(node, styles_.paragraph(value_of(child(child(node, "pPr"), "pStyle"))), depth, fields, text);
  }
  if (!has_ink(text.text)) return;
  const auto at = writer_.position();
  document_.diagnostics.push_back(diagnose("docx-covered-cell-text", {{at, at}, {}}, {text.text}));
}

}  // namespace gongwen::docx
