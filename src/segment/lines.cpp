// A document's blocks to lines.
#include "segment/lines.hpp"

#include <variant>

#include "text/characters.hpp"

namespace gongwen {
namespace {

// Page headers and footers and a table of contents are furniture from the start.
Owner first_owner(const Paragraph& paragraph, std::string_view text) {
  if (text.empty()) return Owner::furniture;
  switch (paragraph.role) {
    case ParagraphRole::header:
    case ParagraphRole::footer:
    case ParagraphRole::contents: return Owner::furniture;
    case ParagraphRole::note: return Owner::paragraph;   // of the section that refers to it
    default: return Owner::none;
  }
}

void add_paragraph(Lines& lines, const Paragraph& paragraph, const Folded& folded) {
  const std::string_view source = folded.source();
  std::uint32_t begin = paragraph.range.begin;
  std::uint32_t blank = paragraph.blank_lines_before;
  while (begin <= paragraph.range.end) {
    std::uint32_t end = begin;
    while (end < paragraph.range.end && (paragraph.joined || (source[end] != '\n' && source[end] != '\r'))) ++end;
    while (begin < end && source[begin] == '#') ++begin;   // the mark of a Markdown heading
    const Range range{begin, end};
    const std::string_view text = folded.view(range);
    if (!text::trim(source.substr(begin, end - begin)).empty()) {
      lines.push_back({.source = range, .text = text, .paragraph = &paragraph, .blank_before = blank,
                       .owner = first_owner(paragraph, text)});
      blank = 0;
    }
    begin = end + 1;
  }
}

}  // namespace

Lines make_lines(const Document& document, const Folded& folded) {
  Lines lines;
  lines.reserve(document.blocks.size());
  std::uint32_t number = 1;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      add_paragraph(lines, *paragraph, folded);
    } else {
      const Table& table = std::get<Table>(block);
      lines.push_back({.source = table.range, .text = {}, .table = number, .owner = Owner::table});
      number += 1 + static_cast<std::uint32_t>(table.nested.size());
    }
  }
  return lines;
}

Value join_lines(const Lines& lines, std::size_t begin, std::size_t end, const Folded& folded) {
  std::vector<Range> ranges;
  for (std::size_t i = begin; i < end; ++i)
    if (!lines[i].is_table()) ranges.push_back(lines[i].source);
  const Passage passage(folded, ranges);
  return {std::string(passage.text()), {passage.source(), {}}};
}

Value line_value(const Line& line) { return {std::string(line.text), {line.source, {}}}; }

}  // namespace gongwen
