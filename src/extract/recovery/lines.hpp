#pragma once
// The lines of a document, blank ones included, and the ways in which one line holds several cells.
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include <gongwen/document.hpp>

namespace gongwen::recovery {

inline constexpr std::uint32_t kNoBlock = std::numeric_limits<std::uint32_t>::max();

/// A line of the source text. A blank one has no ink and no block.
struct Line {
  Range range;                       ///< without the line break
  Range ink;                         ///< without white space at its ends
  std::uint32_t block = kNoBlock;    ///< of Document::blocks
  bool tab = false;                  ///< a tab stands before the ink, or in the blank line
  bool barrier = false;              ///< a block that is no line of text stands before it

  [[nodiscard]] bool blank() const noexcept { return ink.empty(); }
};

[[nodiscard]] std::vector<Line> read_lines(const Document& document);

/// Whether a block of lines that begin with a tab begins at `at`.
[[nodiscard]] bool opens_tab_block(const std::vector<Line>& lines, std::size_t at);

/// The next line with ink at or after `at`, or lines.size(); a barrier ends the search too, as lines.size().
[[nodiscard]] std::size_t next_ink(const std::vector<Line>& lines, std::size_t at);

/// How cells stand side by side on one line.
enum class Split : std::uint8_t { none, tab, bar, comma, semicolon, spaces, single_space };

/// The cells of a line, trimmed, empty ones included. Bars and white space at the line's ends make no cells, but for a
/// leading tab. Quotes do not count: read_separated (rows.hpp) knows them.
[[nodiscard]] std::vector<Range> split_line(std::string_view source, const Line& line, Split split);

/// Whether a line's ink begins or ends with a bar.
[[nodiscard]] bool begins_with_bar(std::string_view source, const Line& line);
[[nodiscard]] bool ends_with_bar(std::string_view source, const Line& line);

/// The lines of a cell between bars: <br> ends a line, \| is a bar, ** is nothing (Markdown).
[[nodiscard]] std::vector<Range> markdown_lines(std::string_view source, Range cell);

/// `range` without white space at its ends.
[[nodiscard]] Range trimmed(std::string_view source, Range range);

/// How many columns of a terminal a text takes, by East Asian width; a tab counts as one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Whether a line is only bars: a separator between cells that stand on lines of their own.
[[nodiscard]] bool is_bar_line(std::string_view source, const Line& line);

}  // namespace gongwen::recovery
