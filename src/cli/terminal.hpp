#pragma once
// What a terminal shows, and how wide.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongwen::cli {

[[nodiscard]] bool is_terminal(int descriptor) noexcept;
/// Whether colour is wanted there: a terminal that has it, and no NO_COLOR.
[[nodiscard]] bool wants_color(int descriptor) noexcept;
/// The columns of the terminal that standard output is, else of COLUMNS, else 120; never fewer than 40.
[[nodiscard]] std::size_t terminal_columns() noexcept;

/// Columns that `text` takes: Chinese characters and full-width forms two, marks that join none (UAX 11).
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// `text` in lines of at most `width` columns (at least 2), broken at '\n', after spaces, and between characters of which
/// one is wide, but not before closing punctuation where that can be helped.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` without control characters, so that no file name or quotation can steer the terminal. Line breaks stay.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace gongwen::cli
