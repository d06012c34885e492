#pragma once
// The layouts in which a task table reaches people.
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "property/random_table.hpp"

namespace gongwen::test {

/// What of a table a layout shows.
enum class Shows : std::uint8_t {
  all,        ///< every cell has its place, and a merged one is seen to be merged
  empties,    ///< every cell has its place; a merged one comes as an empty one
  lines,      ///< every cell that is not empty, one a line, with nothing to tell where it stands or where a row ends
  blocks,     ///< the same, but a cell's lines stay together
  places,     ///< where a cell stands on its line, but not where a row ends
  labels,     ///< labelled lines under each item
};

struct Layout {
  std::string_view name;
  Shows shows;
  std::string (*print)(const RandomTable& table);
};

/// All layouts in text.
[[nodiscard]] std::span<const Layout> text_layouts();

/// w:tbl and the paragraphs around it.
[[nodiscard]] std::string word_table(const RandomTable& table);
[[nodiscard]] std::string word_paragraph(std::string_view text);

/// How many columns of a terminal a text takes, in a Chinese font.
[[nodiscard]] std::size_t terminal_width(std::string_view text);

/// The layouts of drawn tables (drawn_layouts.cpp).
[[nodiscard]] std::string print_rst(const RandomTable& table);
[[nodiscard]] std::string print_pandoc(const RandomTable& table);
[[nodiscard]] std::string print_box(const RandomTable& table);
[[nodiscard]] std::string print_wide_box(const RandomTable& table);
[[nodiscard]] std::string print_spaces(const RandomTable& table);

/// Of each record of a table in columns of spaces: whether a line of its task but the last ends a sentence, or is not full.
[[nodiscard]] std::vector<bool> parted_tasks(const RandomTable& table);

}  // namespace gongwen::test
