#pragma once
// What the columns of a table are seen to hold, where a first layout of it is sure: by this the doubtful cells are laid out.
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/recovery/align.hpp"

namespace gongwen::recovery {

class Habits {
 public:
  Habits(std::span<const Piece> pieces, const Alignment& alignment, std::span<const ColumnField> columns);

  /// How much the piece is unlike what else stands in `column`: 0 if it is not, or if too little is known.
  [[nodiscard]] float surprise(const Piece& piece, std::size_t column) const;

  /// Whether the piece opens with what is to be done, as a section row without a label that is sure, and is about as long.
  [[nodiscard]] bool is_like_sections(const Piece& piece) const;

 private:
  struct Habit {
    std::uint32_t cells = 0;       // that are surely the column's
    std::uint32_t units = 0, deadlines = 0, sentences = 0, clauses = 0;
    std::uint32_t longest = 0;     // code points
  };
  void learn(const Piece& piece, std::size_t column);
  [[nodiscard]] bool belongs_elsewhere(const Piece& piece, std::size_t column) const;

  std::span<const ColumnField> columns_;
  std::vector<Habit> habits_;
  std::uint32_t longest_section_ = 0;
  std::unordered_map<std::string_view, std::uint64_t> seen_;   // words of groups and other columns: where, a bit a column
};

}  // namespace gongwen::recovery
