#pragma once
// All programs of a set run over a text at once, to the leftmost, there the longest match; and one program over a match,
// to its captures.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/pattern.hpp"
#include "text/slots.hpp"

namespace gongwen::text {

/// Where a search may begin and end.
enum class SearchMode : std::uint8_t {
  here,    ///< begins at the position given
  whole,   ///< begins there, and ends at the end of the text
  onward,  ///< begins there or later
};

struct FoundProgram {
  std::uint32_t program = 0, begin = 0, end = 0;
};

class PatternSearch {
 public:
  PatternSearch(const PatternSet& set, std::string_view text, SearchMode mode);
  [[nodiscard]] std::optional<FoundProgram> run(std::uint32_t position);

 private:
  /// A program on its way: the next instruction, and where it began.
  struct Thread {
    std::uint32_t instruction, begin;
  };
  /// One that a slot has taken further than one character.
  struct LaterThread {
    std::uint32_t position;
    Thread thread;
  };

  void skip();
  void enter();
  void enter_slots(bool inside_number);
  void follow(Thread thread);
  void take(const PatternInstruction& instruction, Thread thread);
  void pass(Thread thread);
  void pass_slot(SlotKind kind, Thread thread);
  void forget_position();
  [[nodiscard]] bool in_set(const PatternInstruction& instruction) const;
  void accept(std::uint32_t program, std::uint32_t begin);
  bool advance();
  [[nodiscard]] bool mark(std::uint32_t instruction);
  [[nodiscard]] bool is_late(const Thread& thread) const noexcept { return found_ && thread.begin > best_.begin; }
  const SlotEnds& ends(SlotKind kind);

  const PatternSet& set_;
  std::string_view text_;
  SearchMode mode_;
  std::uint32_t position_ = 0, size_ = 0, packed_ = 0;   ///< the character here: its bytes, and they as one number
  char32_t here_ = 0;
  bool found_ = false;
  FoundProgram best_;
  std::vector<Thread> incoming_, next_;
  std::vector<LaterThread> later_;
  std::vector<std::uint32_t> marked_;
  std::vector<std::uint64_t> marks_;
  std::array<std::optional<SlotEnds>, kSlotKinds> ends_;   ///< at the position here
  std::vector<SlotKind> ends_known_;
};

/// The captures of `found`, by its program alone.
[[nodiscard]] std::vector<Capture> captures_of(const PatternSet& set, std::string_view text, const FoundProgram& found);

}  // namespace gongwen::text
