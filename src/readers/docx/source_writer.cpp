// Paragraphs and cells become lines of the source text and blocks that point at them.
#include "readers/docx/source_writer.hpp"

#include <algorithm>

#include "readers/docx/wml.hpp"

namespace gongwen::docx {

void SourceWriter::block(Paragraph paragraph) {
  paragraph.blank_lines_before = blank_lines_;
  blank_lines_ = 0;
  document_.blocks.emplace_back(paragraph);
}

void SourceWriter::paragraph(const Paragraph& like, const Label& label, std::string_view text) {
  const auto begin = position();
  document_.source.append(label.text).append(label.suffix).append(text).append("\n");
  const auto label_end = begin + static_cast<std::uint32_t>(label.text.size());
  for (auto from = begin; from < position();) {
    const auto end = static_cast<std::uint32_t>(document_.source.find('\n', from));
    if (has_ink(std::string_view(document_.source).substr(from, end - from))) {
      Paragraph line = like;
      line.range = {from, end};
      if (from == begin) line.label = {begin, label_end};
      block(line);
    } else {
      ++blank_lines_;
    }
    from = end + 1;
  }
}

void SourceWriter::blank_line() {
  ++blank_lines_;
  document_.source += '\n';
}

void SourceWriter::cell_line_break() {
  if (position() > cell_begin_) document_.source += '\n';
}

void SourceWriter::cell_paragraph(const Label& label, std::string_view text) {
  cell_line_break();
  auto tab = document_.source.size();
  document_.source.append(label.text).append(label.suffix).append(text);
  // Between cells, and there only, stands a tab.
  while ((tab = document_.source.find('\t', tab)) != std::string::npos) document_.source[tab] = ' ';
}

std::vector<Range> SourceWriter::lines(std::uint32_t begin, std::uint32_t end) const {
  std::vector<Range> lines;
  const std::string_view source = document_.source;
  while (begin < end) {
    const auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(source.find('\n', begin), end));
    if (has_ink(source.substr(begin, line_end - begin))) lines.push_back({begin, line_end});
    begin = line_end + 1;
  }
  return lines;
}

void SourceWriter::table(Table table) {
  blank_lines_ = 0;
  document_.blocks.emplace_back(std::move(table));
}

void SourceWriter::lines_as_paragraphs(std::uint32_t begin, const Paragraph& like) {
  for (const Range line : lines(begin, position())) {
    Paragraph paragraph = like;
    paragraph.range = line;
    block(paragraph);
  }
}

void SourceWriter::rewind(Mark mark) {
  document_.source.resize(mark.source);
  document_.blocks.resize(mark.blocks, Paragraph{});
}

}  // namespace gongwen::docx
