#pragma once
// The cells of a header as names: what each can be, and how one row of them, or two, make a header.
#include <cstddef>
#include <vector>

#include "extract/recovery/header.hpp"

namespace gongwen::recovery {

inline constexpr std::size_t kLongestCell = 60;     // code points of a header cell
inline constexpr std::size_t kMostPieces = 4;       // lines of one that is broken
inline constexpr std::size_t kMostCells = 20;       // of a header row

using HeaderRow = std::vector<HeaderCell>;

[[nodiscard]] HeaderCell make_cell(const Context& context, std::vector<Range> lines);

/// Whether the grammar knows the cell's name, and whether one that it does not know may be a name: short, and no value.
[[nodiscard]] bool is_known(const HeaderCell& cell);
[[nodiscard]] bool may_name(const Context& context, const HeaderCell& cell);

[[nodiscard]] std::size_t count_known(const HeaderRow& row);
[[nodiscard]] std::size_t count_filled(const HeaderRow& row);

/// Whether `row` is the second row of a header: names under empty places or under a cell across several columns.
[[nodiscard]] bool is_second_row(const HeaderRow& first, const HeaderRow& row);

/// One row, or two laid over one another, as a header whose lines are not yet known. Where the first of two is shorter, its
/// cell over the names of the second spans them.
[[nodiscard]] Header single(const HeaderRow& row);
[[nodiscard]] Header combine(const HeaderRow& first, const HeaderRow& second);

/// Sets the fields of its columns; false if they are not those of a task table.
bool finish(Header& header, std::size_t columns);

}  // namespace gongwen::recovery
