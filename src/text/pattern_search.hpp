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

class PatternSearch {
 public:
  PatternSearch(const PatternSet& set, std::string_view text, SearchMode mode);
  [[nodiscard]] std::optional<FoundProgram> run(std::uint32_t position);
  /// What it took: instructions tried, and ends of slots followed. A measure of work that is the same on every machine.
  [[nodiscard]] std::uint64_t steps() const noexcept { return steps_; }

 private:
  /// A program on its way: the next instruction, and where it began.
  struct Thread {
    std::uint32_t instruction, begin;
  };
  /// One that a slot has taken further than one character: a link of the list of its position.
  struct LaterThread {
    Thread thread;
    std::uint32_t next;
  };
  /// How far a {text} has been followed, by threads that began here or earlier.
  struct TextReach {
    std::uint32_t end = 0, begin = 0;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF, kPositions = 128;   // a slot takes fewer bytes than that

  void skip();
  void enter();
  void enter_slots(bool inside_number);
  void follow(Thread thread);
  void take(const PatternInstruction& instruction, Thread thread);
  void pass(Thread thread);
  void pass_slot(const PatternInstruction& instruction, Thread thread);
  void pass_text(const PatternInstruction& instruction, Thread thread);
  void wait(std::uint32_t position, Thread thread);
  void take_waiting();
  void look_ahead();
  void forget_position();
  [[nodiscard]] bool in_set(const PatternInstruction& instruction) const;
  void accept(std::uint32_t program, std::uint32_t begin);
  bool advance();
  [[nodiscard]] bool mark(std::uint32_t instruction);
  [[nodiscard]] bool is_late(const Thread& thread) const noexcept { return found_ && thread.begin > best_.begin; }
  const SlotEnds& ends(SlotKind kind);

  const PatternSet& patterns_;
  const PatternData& set_;
  std::string_view text_;
  SearchMode mode_;
  std::uint32_t position_ = 0, size_ = 0, packed_ = 0;   ///< the character here: its bytes, and they as one number
  char32_t here_ = 0;
  bool found_ = false;
  FoundProgram best_;
  std::vector<Thread> incoming_, next_;
  std::vector<LaterThread> later_;                         ///< links in lists, one for each position ahead
  std::array<std::uint32_t, kPositions> waiting_;          ///< the first link of the list of each position; set with the first link
  std::uint32_t free_ = kNone, waiting_count_ = 0;
  std::vector<TextReach> reaches_;                         ///< by the number of the {text}
  std::array<std::uint32_t, kSlotTextCharacters + 1> ahead_;   ///< ring of the places that {text} can come to from here
  std::uint32_t ahead_first_ = 0, ahead_count_ = 0;
  std::uint64_t steps_ = 0;
  std::vector<std::uint32_t> marked_;
  std::vector<std::uint64_t> marks_;
  std::array<std::optional<SlotEnds>, kSlotKinds> ends_;   ///< at the position here
  std::vector<SlotKind> ends_known_;
};

/// Whether the number that ends before `position` goes on with the character `here`, which stands there: 2|025, 十|五.
[[nodiscard]] bool splits_number(std::string_view text, std::uint32_t position, char32_t here) noexcept;

/// The captures of `found`, by its program alone.
[[nodiscard]] std::vector<Capture> captures_of(const PatternData& set, std::string_view text, const FoundProgram& found);

}  // namespace gongwen::text
