#pragma once
// What it costs to put a piece somewhere. One unit is about one small surprise; a margin under one is a close call.
#include <array>
#include <span>

#include "extract/recovery/align.hpp"

namespace gongwen::recovery {

inline constexpr float kForbidden = 40.0F;

class Costs {
 public:
  Costs(std::span<const ColumnField> columns, const AlignOptions& options);

  /// The piece as the first of a cell in `column`.
  [[nodiscard]] float fit(const Piece& piece, std::size_t column) const;
  /// The piece as more of the cell that `before` belongs to.
  [[nodiscard]] float more(const Piece& before, const Piece& piece, std::size_t column) const;
  /// The piece as a section row; `next` follows it, or null.
  [[nodiscard]] float section(const Piece& piece, const Piece* next) const;
  [[nodiscard]] float section_more(const Piece& before, const Piece& piece) const;
  /// The piece as what follows the table.
  [[nodiscard]] float out(const Piece& piece) const;
  /// Columns begin to end left empty within or before a row, and at the end of one, where `empties` may be shown.
  [[nodiscard]] float skip(std::size_t begin, std::size_t end, std::uint32_t empties, bool first_row) const;
  [[nodiscard]] float trail(std::size_t begin) const { return trailing_[begin]; }
  /// A new cell after a value that seems to go on.
  [[nodiscard]] float broken(const Piece& before, const Piece& piece) const;

 private:
  [[nodiscard]] float left_empty(std::size_t begin, std::size_t end, bool first_row) const;
  [[nodiscard]] float fit_shape(const Piece& piece, std::size_t column) const;
  [[nodiscard]] float fit_units(const CellShape& shape) const;
  [[nodiscard]] float fit_text(const CellShape& shape, ColumnField field) const;
  [[nodiscard]] float fit_number(const Piece& piece, ColumnField field) const;

  std::span<const ColumnField> columns_;
  const Habits* habits_;
  std::uint64_t unit_columns_;
  bool numbered_ = false;
  bool shows_empty_ = false;
  std::array<float, kMostColumns + 1> skip_{}, trailing_{};
  std::array<std::array<float, kMostColumns + 1>, kMostColumns + 1> between_{};   ///< columns left empty, by begin and end
};

}  // namespace gongwen::recovery
