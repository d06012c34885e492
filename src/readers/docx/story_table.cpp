// Tables of a story. In the body a table becomes a Table block: its text goes into the source row by row, cells
// separated by tabs, and TableGrid says where the cells stand. Inside a cell, a note or a header its rows are plain
// lines.
#include <algorithm>
#include <utility>

#include "readers/docx/revisions.hpp"
#include "readers/docx/story.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

std::uint32_t count_of(pugi::xml_node properties, std::string_view name, std::int64_t usual) {
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(child_number(properties, name).value_or(usual), 0, 1 << 24));
}

VerticalMerge merge_of(pugi::xml_node properties) {
  // A merge that a revision made goes before (17.13.5.3).
  const auto revised = attribute(child(properties, "cellMerge"), "vMerge");
  if (revised == "rest") return VerticalMerge::restart;
  if (revised == "cont") return VerticalMerge::cont;
  const auto merge = child(properties, "vMerge");
  if (!merge) return VerticalMerge::none;
  return value_of(merge) == "restart" ? VerticalMerge::restart : VerticalMerge::cont;
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

std::vector<pugi::xml_node> StoryReader::cells(pugi::xml_node row, std::uint32_t depth) {
  std::vector<pugi::xml_node> all, shown;
  collect(row, Tag::tc, depth, all);
  for (const auto cell : all) {
    const auto properties = child(cell, "tcPr");
    if (child(properties, "cellDel") || child(properties, "cellIns") || child(properties, "cellMerge"))
      inline_.note(Notice::revisions);
    if (has_property_change(properties)) inline_.note(Notice::revisions);
    if (!child(properties, "cellDel")) shown.push_back(cell);
  }
  return shown;
}

void StoryReader::table(pugi::xml_node node, std::uint32_t depth) {
  finish_paragraph(depth);
  if (place_.in_cell) return flat_table(node, depth);
  if (place_.role == ParagraphRole::body) return grid_table(node, depth);
  const auto begin = writer_.position();
  writer_.begin_cell();
  flat_table(node, depth);
  writer_.put('\n');
  Paragraph like;
  like.role = place_.role;
  writer_.lines_as_paragraphs(begin, like);
}

// A table of one cell is a frame around text, as saved web pages have them: what stands in it is read as if it stood
// alone.
pugi::xml_node StoryReader::only_cell(const std::vector<pugi::xml_node>& rows, std::uint32_t depth) {
  if (rows.size() != 1) return {};
  const auto all = cells(rows.front(), depth);
  return all.size() == 1 ? all.front() : pugi::xml_node();
}

void StoryReader::grid_table(pugi::xml_node node, std::uint32_t depth) {
  const auto begin = writer_.position();
  const auto shown = rows(node, depth);
  if (const auto frame = only_cell(shown, depth)) return blocks(frame, depth), finish_paragraph(depth);
  TableGrid grid;
  std::uint32_t headers = 0, count = 0;
  for (const auto row : shown) {
    if (!proceed(depth)) return;
    if (headers == count && is_on(child(row, "trPr"), "tblHeader")) ++headers;
    ++count;
    grid_row(row, grid, depth + 1);
    writer_.put('\n');
    if (grid.positions() > limits_.cells) return fail("cells", limits_.cells);
  }
  if (grid.cells.empty()) return;
  Table table = std::move(grid).finish(grid_widths(node));
  table.range = {begin, writer_.position() - 1};
  table.header_rows = headers;
  writer_.table(std::move(table));
  place_notices(begin);
}

void StoryReader::grid_row(pugi::xml_node row, TableGrid& grid, std::uint32_t depth) {
  grid.begin_row(count_of(child(row, "trPr"), "gridBefore", 0));
  bool first = true;
  for (const auto cell : cells(row, depth)) {
    if (!proceed(depth)) return;
    const auto properties = child(cell, "tcPr");
    const auto span = count_of(properties, "gridSpan", 1);
    const auto sideways = child(properties, "hMerge");
    if (sideways && value_of(sideways) != "restart") {
      grid.widen_last(span);
      covered_cell(cell, depth);
      continue;
    }
    if (!std::exchange(first, false)) writer_.put('\t');
    const auto index = grid.place(span, merge_of(properties));
    if (!index) {
      covered_cell(cell, depth);
      continue;
    }
    const auto begin = writer_.position();
    cell_content(cell, depth);
    grid.cells[*index].lines = writer_.lines(begin, writer_.position());
  }
}

// The cell's blocks, with a place of their own: fields and joined paragraphs do not cross its border.
void StoryReader::cell_content(pugi::xml_node cell, std::uint32_t depth) {
  Place inner;
  inner.role = place_.role;
  inner.in_cell = true;
  std::swap(place_, inner);
  writer_.begin_cell();
  blocks(cell, depth);
  finish_paragraph(depth);
  std::swap(place_, inner);
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

void StoryReader::flat_table(pugi::xml_node node, std::uint32_t depth) {
  const auto outer = writer_.cell_begin();
  for (const auto row : rows(node, depth)) {
    if (!proceed(depth)) return;
    writer_.resume_cell(outer);
    writer_.cell_line_break();
    bool first = true;
    for (const auto cell : cells(row, depth)) {
      if (!std::exchange(first, false)) writer_.put('\t');
      const auto properties = child(cell, "tcPr");
      if (merge_of(properties) == VerticalMerge::cont) covered_cell(cell, depth);
      else cell_content(cell, depth + 1);
    }
  }
  writer_.resume_cell(outer);
}

}  // namespace gongwen::docx
