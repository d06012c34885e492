#pragma once
// The source text of a Document as it grows, and the blocks that point into it.
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/document.hpp>

#include "readers/docx/numbering.hpp"

namespace gongwen::docx {

class SourceWriter {
 public:
  explicit SourceWriter(Document& document) : document_(document) {}

  [[nodiscard]] std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(document_.source.size()); }

  /// A paragraph on lines of its own. Each line of it with ink is a block with `like`'s properties; the label belongs
  /// to the first.
  void paragraph(const Paragraph& like, const Label& label, std::string_view text);
  /// A paragraph without ink.
  void blank_line();
  /// A paragraph of the cell that is open.
  void cell_paragraph(const Label& label, std::string_view text);

  void begin_cell() noexcept { cell_begin_ = position(); }
  void put(char separator) { document_.source += separator; }
  /// A line break, unless nothing stands in the cell yet.
  void cell_line_break();
  [[nodiscard]] std::uint32_t cell_begin() const noexcept { return cell_begin_; }
  void resume_cell(std::uint32_t begin) noexcept { cell_begin_ = begin; }

  /// The lines with ink between two places.
  [[nodiscard]] std::vector<Range> lines(std::uint32_t begin, std::uint32_t end) const;
  void table(Table table);
  /// Makes every inked line since `begin` a paragraph like `like`.
  void lines_as_paragraphs(std::uint32_t begin, const Paragraph& like);

  /// Takes back everything since a mark.
  struct Mark {
    std::uint32_t source;
    std::size_t blocks;
  };
  [[nodiscard]] Mark mark() const noexcept { return {position(), document_.blocks.size()}; }
  void rewind(Mark mark);

 private:
  void block(Paragraph paragraph);
  Document& document_;
  std::uint32_t blank_lines_ = 0;
  std::uint32_t cell_begin_ = 0;
};

}  // namespace gongwen::docx
