#pragma once
// Patterns of the grammar files, compiled once and matched in time linear in the text. A pattern knows literals, one of
// several (a|b), optional (x)?, one of these characters [底末], and slots {year}; no unbounded repetition, so that every
// pattern has a greatest length and no input can make it slow.
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/pattern_data.hpp"

namespace gongwen::text {

struct Capture {
  SlotKind slot;
  std::uint32_t value;       ///< 0 for text
  std::uint32_t begin, end;  ///< bytes of the text that was matched against
};

struct Match {
  std::uint32_t pattern = 0;  ///< index in the set, in the order of `add`
  std::uint32_t begin = 0, end = 0;
  std::vector<Capture> captures;
};

/// A match without its captures.
struct FoundProgram {
  std::uint32_t program = 0, begin = 0, end = 0;
};

/// Where a search may begin and end.
enum class SearchMode : std::uint8_t {
  here,    ///< begins at the position given
  whole,   ///< begins there, and ends at the end of the text
  onward,  ///< begins there or later
};

/// Where a pattern's text is wrong: an offset in it, and why.
struct PatternError {
  std::uint32_t offset;
  std::string reason;
};

/// Many patterns, looked up together. Immutable after the last `add` and `seal`; then any number of threads may match. No
/// pattern matches the empty text.
class PatternSet {
 public:
  PatternSet() = default;
  /// A set made beforehand; what `made` shows must stay.
  explicit PatternSet(const PatternData& made);

  /// Adds a pattern; its index is the number of those before it. Not to a set made beforehand.
  std::optional<PatternError> add(std::string_view pattern);
  /// Makes matching fast; to be called behind the last `add`. What matches is the same without it.
  void seal();
  [[nodiscard]] std::size_t size() const noexcept { return data_.programs.size(); }
  [[nodiscard]] const PatternData& data() const noexcept { return data_; }

  /// The longest match that begins at `position`; of equally long ones the first added.
  [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t position) const;
  /// A match of all of `text`.
  [[nodiscard]] std::optional<Match> match_whole(std::string_view text) const;
  /// The leftmost, there the longest, match that begins at or after `from`. A number is taken whole: no match begins
  /// with a slot for a number in the middle of one (`5年` in `2025年`, `五年` in `十五年`).
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;

  /// Whether a pattern may begin with the character: true where one does, and seldom where none does.
  [[nodiscard]] bool may_begin(char32_t c) const noexcept { return filter_.test(c % kFilterBits); }
  /// Of a sealed set, the state behind a pattern's first character; kNoState if none begins with it.
  [[nodiscard]] std::uint32_t behind_first(char32_t c) const noexcept {
    if (c > 0xFFFF) return behind_rare(c);
    const std::uint32_t state = pages_[page_[c / kPage]][c % kPage];
    return state == 0 ? kNoState : state;
  }

 private:
  static constexpr std::size_t kPage = 64;
  static constexpr std::size_t kFilterBits = 4096;

  [[nodiscard]] std::optional<Match> search(std::string_view text, std::size_t position, SearchMode mode) const;
  [[nodiscard]] std::optional<FoundProgram> walk(std::string_view text, std::uint32_t position, SearchMode mode) const;
  [[nodiscard]] std::uint32_t behind_rare(char32_t c) const noexcept;
  void set_filter();
  void set_pages();

  std::unique_ptr<PatternStore> store_;   ///< what data_ shows, unless it was made beforehand
  PatternData data_;
  std::bitset<kFilterBits> filter_;       ///< by the low bits of the first character
  /// The edges of the automaton's first state, as pages by character. No edge leads back to that state: 0 is none.
  std::array<std::uint16_t, 0x10000 / kPage> page_{};
  std::vector<std::array<std::uint16_t, kPage>> pages_;
};

}  // namespace gongwen::text
