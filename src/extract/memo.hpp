#pragma once
// What has been read once in a notice and would be read the same again: names of units and deadlines repeat from row to row.
// Both are kept by their text alone, so that nothing may be kept that depends on where it stands.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/deadlines.hpp"
#include "grammar/tables.hpp"

namespace gongwen {

/// Values by short texts.
template <class T>
class TextMemo {
 public:
  [[nodiscard]] const T* find(std::string_view text) const {
    const auto known = values_.find(text);
    return known == values_.end() ? nullptr : &known->second;
  }
  void keep(std::string_view text, T value) {
    constexpr std::size_t kLongest = 160;   // bytes: longer ones seldom come again
    if (text.size() <= kLongest) values_.emplace(text, std::move(value));
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, T, Hash, std::equal_to<>> values_;
};

/// A word of duty at the end of a piece. Places are bytes of the text that the piece is of.
struct DutyMark {
  std::uint32_t begin;
  std::string_view role, key;
  GrammarUse by;
};

/// A piece of a list that is one name and nothing else, but for a word of duty behind it. Places count from the piece's begin.
struct PlainPiece {
  Range name;
  std::optional<DutyMark> duty;
};

/// Of one notice and its grammar.
struct ReadingMemo {
  TextMemo<PlainPiece> pieces;
  TextMemo<std::optional<DeadlineReading>> deadlines;
};

}  // namespace gongwen
