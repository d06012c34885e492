// Costs of a layout. The figures were set by the cases of tests/spec/table-recovery.md; what matters is their order:
// a missing task is worse than any oddity, a broken value is likelier than a missing unit, a merged group costs next to
// nothing, and of two like columns the later is left empty.
#include "extract/recovery/costs.hpp"

#include <algorithm>

#include "extract/recovery/habits.hpp"

namespace gongwen::recovery {
namespace {

constexpr float kInnerGroup = 2.0F;      // a group anew, and the one inside it not
constexpr float kNumberOfGroup = 4.5F;   // by how much a number is sooner left out where its group is too: it counts the groups

bool looks_like_units(const CellShape& shape) { return shape.units >= kUnitShare; }

float skip_cost(ColumnField field) {
  switch (field) {
    case ColumnField::number: return 6.5F;
    case ColumnField::group: return 0.6F;
    case ColumnField::task: return 25.0F;
    case ColumnField::lead: return 3.2F;
    case ColumnField::responsible: return 3.0F;
    case ColumnField::supporting: return 1.6F;
    case ColumnField::deadline: return 3.0F;
    case ColumnField::extra: case ColumnField::unknown: return 1.2F;
  }
  return 1.2F;
}

bool alike(ColumnField a, ColumnField b) {
  return (is_units(a) && is_units(b)) || (a == b && a == ColumnField::extra);
}

float wide_gap(const Piece& piece) { return piece.far ? 3.0F : 0.0F; }

}  // namespace

Costs::Costs(std::span<const ColumnField> columns, const AlignOptions& options)
    : columns_(columns), habits_(options.habits), unit_columns_(options.unit_columns), shows_empty_(options.shows_empty) {
  for (std::size_t c = columns.size(); c-- > 0;) {
    numbered_ = numbered_ || columns[c] == ColumnField::number;
    skip_[c] = skip_cost(columns[c]);
    if (c + 1 < columns.size() && alike(columns[c], columns[c + 1])) skip_[c] = std::max(skip_[c], skip_[c + 1] + 0.15F);
  }
  for (std::size_t c = columns.size(); c-- > 0;) trailing_[c] = trailing_[c + 1] + skip_[c];
  if (shows_empty_)
    for (std::size_t c = 0; c < columns.size(); ++c) skip_[c] += 3.0F;
  for (std::size_t begin = 0; begin <= columns.size(); ++begin)
    for (std::size_t end = begin; end <= columns.size(); ++end) between_[begin][end] = left_empty(begin, end, false);
}

float Costs::fit_number(const Piece& piece, ColumnField field) const {
  if (!numbered_ && field == ColumnField::extra) return 0.5F;
  switch (field) {
    case ColumnField::number: return piece.in_series ? 0.0F : 1.2F;
    case ColumnField::deadline: return piece.shape.number >= 1900 ? 1.0F : piece.in_series ? 9.0F : 6.0F;
    case ColumnField::extra: return piece.in_series ? 3.0F : 1.0F;
    case ColumnField::task: return 12.0F;
    default: return 10.0F;
  }
}

float Costs::fit_units(const CellShape& shape) const {
  if (looks_like_units(shape)) return 0.0F;
  if (shape.is_mark) return 0.4F;
  if (shape.deadline) return 6.0F;
  if (shape.is_amount) return 9.0F;
  if (shape.sentence || shape.verb || shape.characters > 60) return 8.0F;
  if (shape.chapter || shape.item) return 5.0F;
  return (shape.characters <= 14 ? 2.8F : 4.0F) - 2.0F * shape.units;
}

float Costs::fit_text(const CellShape& shape, ColumnField field) const {
  switch (field) {
    case ColumnField::task:
      if (shape.is_mark) return 12.0F;
      if (shape.sentence && !shape.deadline) return 0.0F;
      if (looks_like_units(shape)) return shape.characters > 24 ? 4.0F : 8.0F;
      if (shape.deadline) return 4.0F;
      if (shape.is_amount) return 10.0F;
      if (shape.chapter) return 1.2F;
      return shape.characters >= 10 ? 0.2F : 0.9F;
    case ColumnField::group:
      if (shape.is_mark) return 3.0F;
      if (looks_like_units(shape)) return 3.5F;
      if (shape.deadline || shape.is_amount) return 4.0F;
      if (shape.sentence) return shape.cut_off ? 4.0F : 2.5F;
      if (shape.verb && shape.characters > 16) return shape.clauses ? 4.5F : 3.0F;
      return (shape.characters <= 40 ? 0.0F : 1.5F) + (shape.clauses ? 1.2F : 0.0F);
    case ColumnField::deadline:
      if (shape.deadline) return 0.0F;
      if (shape.is_mark) return 0.4F;
      if (looks_like_units(shape)) return 6.0F;
      if (shape.is_amount) return 3.0F;
      if (shape.sentence || shape.characters > 40) return 6.0F;
      if (shape.chapter || shape.item || shape.verb) return 6.0F;
      return 3.4F;
    case ColumnField::number:
      return shape.is_mark ? 2.0F : 12.0F;
    default: break;
  }
  if (looks_like_units(shape) || shape.deadline) return 2.0F;
  if (shape.chapter) return 3.0F;
  if (shape.verb && shape.characters > 8) return 2.0F;
  return shape.sentence ? 1.5F : shape.characters <= 20 ? 0.5F : 1.0F;   // in doubt a group is gone, and this is filled
}

float Costs::fit(const Piece& piece, std::size_t column) const {
  if (piece.column >= 0) return static_cast<std::size_t>(piece.column) == column ? 0.0F : kForbidden;
  if (piece.lines.empty()) return std::min(skip_[column], 12.0F) * 0.25F;
  float cost = wide_gap(piece);
  if (piece.shape.note) cost += 5.0F;
  if (piece.shape.attachment) cost += 8.0F;
  if (habits_ != nullptr) cost += habits_->surprise(piece, column);
  return cost + fit_shape(piece, column);
}

float Costs::fit_shape(const Piece& piece, std::size_t column) const {
  const ColumnField field = columns_[column];
  if (piece.shape.is_number) return fit_number(piece, field);
  const bool no_office = field == ColumnField::extra && column < 64 && (unit_columns_ >> column & 1) == 0;
  if (no_office && looks_like_units(piece.shape)) return 4.5F;
  return is_units(field) ? fit_units(piece.shape) : fit_text(piece.shape, field);
}

float Costs::more(const Piece& before, const Piece& piece, std::size_t column) const {
  if (piece.before == Join::row || piece.column >= 0) return kForbidden;
  if (piece.lines.empty()) return 0.6F;
  const ColumnField field = columns_[column];
  const CellShape& was = before.shape;
  const CellShape& now = piece.shape;
  float cost = piece.before == Join::glued ? 0.0F : piece.before == Join::soft_row ? 2.5F : 4.0F;
  const bool hurt = was.ends_broken || now.opens_broken;
  if (hurt) cost = std::min(cost, 0.3F);
  if (!now.is_number && field == ColumnField::deadline && ((now.characters <= 2 && piece.joined.all_deadline) || (piece.joined.deadline && !was.deadline && !now.deadline)))
    return std::min(cost, 0.5F) + wide_gap(piece);
  if (!now.is_number && is_units(field) && piece.joined.units > std::max(was.units, now.units)) return std::min(cost, 0.5F) + wide_gap(piece);
  if (field == ColumnField::task && !was.sentence && was.characters >= 18 && !now.deadline) cost = std::min(cost, 1.2F);
  if (field == ColumnField::task && was.sentence && now.sentence) cost = std::min(cost, was.cut_off ? 1.0F : 3.0F);
  if (is_units(field) && looks_like_units(was) && looks_like_units(now))
    cost = std::min(cost, field == ColumnField::lead ? 2.3F : 1.8F);
  if (piece.before == Join::soft_row && now.verb && !hurt && (field != ColumnField::task || was.sentence)) cost += 2.0F;   // a section row
  const bool sentence = piece.before == Join::glued && now.sentence && now.characters > 8 && field != ColumnField::task;
  if (sentence && (is_units(field) || field == ColumnField::deadline)) cost += 6.0F;
  if (piece.before == Join::glued || hurt) return cost + (now.is_number && field != ColumnField::extra ? 4.0F : 0.0F);
  cost += wide_gap(piece) + (now.note ? 5.0F : 0.0F) + (now.attachment ? 8.0F : 0.0F);
  if (now.is_number) return cost + (field == ColumnField::extra ? 2.0F : 10.0F);
  if (is_units(field)) return cost + fit_units(now);
  if (field == ColumnField::task && (now.person || now.verb)) cost += 1.5F;
  return cost + fit_text(now, field) * (field == ColumnField::task || field == ColumnField::group ? 0.6F : 1.0F);
}

float Costs::section(const Piece& piece, const Piece* next) const {
  if (piece.column >= 0 || piece.lines.empty()) return kForbidden;
  if (piece.before == Join::cell || piece.before == Join::glued) return kForbidden;
  const CellShape& shape = piece.shape;
  float cost = wide_gap(piece);
  if (shape.is_number || shape.is_amount) return cost + 10.0F;
  if (shape.note || shape.attachment) return cost + 7.0F;
  if (shape.characters > 60) cost += 3.0F;
  if (shape.sentence) cost += shape.chapter ? 2.0F : 4.0F;
  if (piece.alone) return cost + 0.4F;
  if (shape.chapter) return cost + (piece.out_of_order ? 2.4F : 0.4F);
  if (habits_ != nullptr && habits_->is_like_sections(piece)) cost -= 1.5F;
  if (looks_like_units(shape) || shape.deadline) return cost + 6.0F;
  const bool before_number = next != nullptr && next->in_series;
  if (before_number && shape.characters > 3) return cost + 2.5F;
  return cost + (shape.verb && shape.characters < 20 ? 3.2F : 4.0F);
}

float Costs::section_more(const Piece& before, const Piece& piece) const {
  if (piece.column >= 0 || piece.lines.empty() || piece.before == Join::row || piece.before == Join::cell) return kForbidden;
  if (piece.shape.is_number || piece.shape.chapter) return kForbidden;
  if (piece.before == Join::glued) return 0.2F;
  return before.shape.ends_broken || piece.shape.opens_broken ? 0.4F : 5.0F;
}

float Costs::out(const Piece& piece) const {
  if (piece.column >= 0) return 12.0F;
  if (piece.lines.empty()) return 0.1F;
  if (piece.shape.note || piece.shape.attachment || piece.before == Join::glued) return 0.2F;
  if (piece.shape.is_number) return piece.in_series ? 3.0F : 1.0F;
  if (looks_like_units(piece.shape)) return 1.9F;   // rather more of a list
  if (piece.shape.all_deadline) return 2.5F;
  return piece.shape.verb ? 2.5F : 1.0F;
}

float Costs::left_empty(std::size_t begin, std::size_t end, bool first_row) const {
  float cost = 0;
  bool group = false, number = false;
  if (begin > 0 && begin < end && columns_[begin - 1] == ColumnField::group && columns_[begin] == ColumnField::group) cost += kInnerGroup;
  for (std::size_t c = begin; c < end; ++c) {
    cost += first_row && columns_[c] == ColumnField::group ? 3.0F : skip_[c];
    group = group || columns_[c] == ColumnField::group;
    number = number || columns_[c] == ColumnField::number;
  }
  if (group && number && !first_row) cost -= kNumberOfGroup;
  return cost;
}

float Costs::skip(std::size_t begin, std::size_t end, std::uint32_t empties, bool first_row) const {
  const float cost = first_row ? left_empty(begin, end, true) : between_[begin][end];
  const auto count = static_cast<std::uint32_t>(end - begin);
  if (empties == 0) return cost;
  if (empties >= count) return 0.15F * static_cast<float>(count) + 0.4F * static_cast<float>(empties - count);
  return cost * static_cast<float>(count - empties) / static_cast<float>(count);
}

float Costs::broken(const Piece& before, const Piece& piece) const {
  if (before.lines.empty() || piece.lines.empty() || piece.column >= 0) return 0;
  if (piece.before == Join::cell || piece.before == Join::row) return 0;
  const bool listed = before.words.ends_with("、") || before.words.ends_with("，");
  float cost = before.shape.bracket_open ? 5.0F : before.shape.ends_broken ? (listed ? 4.0F : 2.0F) : 0.0F;
  if (piece.shape.opens_broken && !piece.shape.is_mark) cost += 5.0F;
  if (piece.joined.all_deadline && !piece.shape.deadline && piece.shape.characters <= 2) cost += 3.0F;   // 底前 under 2025年6月
  return cost + (piece.before == Join::glued ? 6.0F : 0.0F);
}

}  // namespace gongwen::recovery
