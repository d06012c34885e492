// The cells of a first layout become what each column holds: units, deadlines, sentences, words of a certain length; and
// which words stand in which column. A reader who has seen four rows knows it too.
#include "extract/recovery/habits.hpp"

#include <algorithm>

namespace gongwen::recovery {
namespace {

constexpr float kSureMargin = 1.0F;          // of a cell that is learned from
constexpr std::uint32_t kFewest = 3;         // cells from which a column has a habit
constexpr float kUnlike = 2.0F;              // a word among units, a unit among words
constexpr float kUnusual = 1.5F;             // a sentence or clauses among words; words that stand in another column
constexpr float kLong = 1.0F;                // words half as long again as any

bool looks_like_units(const Piece& piece) { return piece.shape.units >= kUnitShare; }
bool holds_words(ColumnField field) { return field == ColumnField::group || field == ColumnField::extra; }
bool mostly(std::uint32_t count, std::uint32_t of) { return count * 4 >= of * 3; }
bool hardly(std::uint32_t count, std::uint32_t of) { return count * 4 <= of; }

}  // namespace

Habits::Habits(std::span<const Piece> pieces, const Alignment& alignment, std::span<const ColumnField> columns)
    : columns_(columns), habits_(columns.size()) {
  for (std::size_t i = 0; i < pieces.size() && alignment.places[i].kind != Place::Kind::out; ++i) {
    const Place& place = alignment.places[i];
    if (place.kind == Place::Kind::section && !pieces[i].shape.chapter && place.margin >= kSureMargin)
      longest_section_ = std::max(longest_section_, pieces[i].shape.characters);
    if (place.kind == Place::Kind::cell && place.margin >= kSureMargin) learn(pieces[i], place.column);
  }
}

void Habits::learn(const Piece& piece, std::size_t column) {
  if (piece.lines.empty() || piece.shape.is_mark) return;
  Habit& habit = habits_[column];
  ++habit.cells;
  habit.units += looks_like_units(piece);
  habit.deadlines += piece.shape.deadline;
  habit.sentences += piece.shape.sentence;
  habit.clauses += piece.shape.clauses;
  habit.longest = std::max(habit.longest, piece.shape.characters);
  if (holds_words(columns_[column]) && column < 64) seen_[piece.words] |= std::uint64_t{1} << column;
}

bool Habits::is_like_sections(const Piece& piece) const {
  return piece.shape.verb && !piece.shape.chapter && piece.shape.characters * 2 <= longest_section_ * 3;
}

bool Habits::belongs_elsewhere(const Piece& piece, std::size_t column) const {
  const auto seen = seen_.find(piece.words);
  return seen != seen_.end() && !(column < 64 && (seen->second >> column & 1) != 0);
}

float Habits::surprise(const Piece& piece, std::size_t column) const {
  if (piece.lines.empty() || piece.shape.is_mark) return 0;
  const ColumnField field = columns_[column];
  const Habit& habit = habits_[column];
  const bool known = habit.cells >= kFewest, units = looks_like_units(piece);
  float cost = 0;
  if (field != ColumnField::number && field != ColumnField::task && !units && belongs_elsewhere(piece, column)) cost += kUnusual;
  if (!known) return cost;
  if (is_units(field)) return cost + (!units && mostly(habit.units, habit.cells) ? kUnlike : 0);
  if (field == ColumnField::deadline) return cost + (!piece.shape.deadline && mostly(habit.deadlines, habit.cells) ? kUnlike : 0);
  if (!holds_words(field)) return cost;
  if (units && hardly(habit.units, habit.cells)) cost += kUnlike;
  if ((piece.shape.sentence && habit.sentences == 0) || (piece.shape.clauses && habit.clauses == 0)) cost += kUnusual;
  if (piece.shape.characters * 2 > habit.longest * 3) cost += kLong;
  return cost;
}

}  // namespace gongwen::recovery
