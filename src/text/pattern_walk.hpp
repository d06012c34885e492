#pragma once
// A walk through the automaton of a set, from one place in a text to the longest match there. Walks of more than kMostSteps
// are given up: then PatternSearch, whose work is bounded whatever the patterns say, is to be asked.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/pattern.hpp"

namespace gongwen::text {

class PatternWalk {
 public:
  static constexpr std::uint32_t kMostSteps = 512;

  /// Of a set that is sealed. Onward, no match begins with a slot for a number in the middle of one.
  PatternWalk(const PatternSet& set, std::string_view text, SearchMode mode) noexcept
      : patterns_(set), set_(set.data()), text_(text), mode_(mode) {}

  /// The longest program that matches at `position`; of equally long ones the first added.
  [[nodiscard]] std::optional<FoundProgram> run(std::uint32_t position);
  /// Whether the last run gave up.
  [[nodiscard]] bool gave_up() const noexcept { return gave_up_; }
  /// States visited, in all runs. A measure of work that is the same on every machine.
  [[nodiscard]] std::uint64_t steps() const noexcept { return steps_; }

 private:
  struct Way {
    std::uint32_t state, position;
  };
  void begin(std::uint32_t position);
  void follow(Way way);
  void accept(std::uint32_t program, std::uint32_t position) noexcept;
  void try_slots(const PatternState& state, std::uint32_t position, char32_t here, bool at_begin);
  void try_text(const PatternSlotEdge& edge, std::uint32_t position);
  void push(Way way) noexcept;
  [[nodiscard]] std::uint32_t next(const PatternState& state, char32_t c) const noexcept;

  const PatternSet& patterns_;
  const PatternData& set_;
  std::string_view text_;
  SearchMode mode_;
  bool gave_up_ = false;
  std::uint64_t steps_ = 0, most_steps_ = 0;
  std::uint32_t program_ = kNoState, end_ = 0;   ///< the best so far
  std::array<Way, 64> open_;                     ///< ways not yet taken; only open_count_ of them are set
  std::uint32_t open_count_ = 0;
};

}  // namespace gongwen::text
