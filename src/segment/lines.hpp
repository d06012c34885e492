#pragma once
// The lines that the segmenter works on: the paragraphs of a document, split where a line break stands in them, and its
// tables. Each line ends up with exactly one owner.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/document.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

enum class Owner : std::uint8_t { none, metadata, heading, paragraph, table, furniture };

struct Line {
  Range source;
  std::string_view text;                  ///< folded; empty for a table
  const Paragraph* paragraph = nullptr;   ///< null for a table
  std::uint32_t table = 0;                ///< from 1, those nested in one counted after it; 0 for a paragraph
  std::uint32_t blank_before = 0;         ///< blank lines between the line before and this one
  Owner owner = Owner::none;

  [[nodiscard]] bool is_table() const noexcept { return table != 0; }
  [[nodiscard]] bool is_free() const noexcept { return owner == Owner::none && table == 0; }
};

using Lines = std::vector<Line>;

[[nodiscard]] Lines make_lines(const Document& document, const Folded& folded);

/// The texts of lines[begin, end) as one value with the span over them all.
[[nodiscard]] Value join_lines(const Lines& lines, std::size_t begin, std::size_t end, const Folded& folded);
[[nodiscard]] Value line_value(const Line& line);

}  // namespace gongwen
