#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace gongwen {

/// A half-open range of UTF-8 bytes, in the source text unless it says otherwise.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// The smallest range that holds both; an empty one counts for nothing.
[[nodiscard]] constexpr Range cover(Range a, Range b) noexcept {
  if (a.begin == a.end) return b;
  if (b.begin == b.end) return a;
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

/// A cell of a table's grid, all from 1. `table` counts the tables of the notice in reading order.
struct CellPlace {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

/// Where something was read: bytes of the source text (code points and lines are counted when it is written out),
/// and the cell, inside a table.
struct Span {
  Range bytes;
  std::optional<CellPlace> cell;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A normalized text beside the place where it was read.
struct Value {
  std::string text;
  Span span;
};

}  // namespace gongwen
