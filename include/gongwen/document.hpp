#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <gongwen/diagnostic.hpp>
#include <gongwen/text.hpp>

namespace gongwen {

/// What a reader found out about a paragraph beside its text.
enum class ParagraphRole : std::uint8_t {
  body,
  header,      ///< page header
  footer,      ///< page footer
  note,        ///< footnote or endnote
  contents,    ///< a line of a table of contents
};

/// The kind of typeface (字体) that most of a paragraph's text is set in. GB/T 9704-2012, 7.2.5 and 7.3: titles 小标宋,
/// headings of the first level 黑体, of the second 楷体, text 仿宋.
enum class Typeface : std::uint8_t {
  unknown,
  title_song,  ///< 小标宋
  hei,         ///< 黑体
  kai,         ///< 楷体
  fang_song,   ///< 仿宋
  song,        ///< 宋体
};

/// One paragraph (段落) of a document, or one line of a text file. Never empty of ink: white-space-only lines are not
/// blocks.
struct Paragraph {
  Range range;                             ///< in Document::source, without the line break
  Range label;                             ///< the automatic number that Word shows, as written into the source; empty if none
  std::uint32_t blank_lines_before = 0;    ///< empty lines (paragraphs) between this block and the one before
  ParagraphRole role = ParagraphRole::body;
  std::int8_t outline_level = -1;          ///< 0 to 8 (w:outlineLvl, or the heading style's), -1: body text
  bool joined = false;                     ///< of several lines that a page's width broke: its line breaks end nothing
  bool centered = false;
  bool bold = false;                       ///< every run is bold
  std::uint16_t half_points = 0;           ///< font size, in half points; 0: not known
  Typeface typeface = Typeface::unknown;
};

/// One cell (单元格) of a table's true grid, after merges are laid out: it covers row_span rows and column_span columns.
struct Cell {
  std::uint32_t row = 0, column = 0;       ///< of its top left corner, from 0
  std::uint32_t row_span = 1, column_span = 1;
  std::vector<Range> lines;                ///< its paragraphs or lines, in Document::source, the non-empty ones
};

/// A table (表格). Cells in row-major order of their top left corners; a grid position that no cell covers is absent.
struct Table {
  Range range;                             ///< everything from its first to its last cell
  std::uint32_t rows = 0, columns = 0;
  std::vector<Cell> cells;
  std::uint32_t header_rows = 0;           ///< rows marked as repeated headers (w:tblHeader); 0: not known
  std::vector<std::uint32_t> edges;        ///< where its columns end, from its left, in twentieths of a point; empty: not known
  std::vector<Table> nested;               ///< tables inside its cells, whose lines hold their text too: all of them in reading
                                           ///< order, those inside them included, each without any of its own
};

using Block = std::variant<Paragraph, Table>;

/// What every reader makes: the source text that all spans count in, and the blocks in it, in reading order.
struct Document {
  std::string format;                      ///< "txt", "docx"
  std::string encoding;                    ///< of a text file: "UTF-8", "GB18030", …; else empty
  std::string source;                      ///< UTF-8; for a text file the decoded file itself, unchanged
  std::vector<Block> blocks;               ///< ranges ascend and do not overlap
  std::vector<Diagnostic> diagnostics;
};

}  // namespace gongwen
