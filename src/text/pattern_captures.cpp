// A match to its captures: its program is run once more, alone, trying one way after the other, the longest first, until
// it ends where the match does. A run that takes more than a few steps starts over with a record of the states
// (instruction, position) it has been in, so that none is tried twice.
#include <algorithm>
#include <span>

#include "text/pattern_search.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

constexpr std::uint32_t kUnrecordedSteps = 512;

class Replay {
 public:
  Replay(std::span<const PatternInstruction> code, std::span<const char32_t> sets, std::uint32_t begin, std::uint32_t end,
         std::string_view text, const FoundProgram& found)
      : code_(code), sets_(sets), begin_(begin), instructions_(end - begin), text_(text.substr(0, found.end)), start_(found.begin) {}

  std::vector<Capture> run() {
    if (!attempt()) {
      visited_.assign(std::size_t{instructions_} * (text_.size() - start_ + 1), false);
      attempt();
    }
    return std::move(captures_);
  }

 private:
  static constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;

  /// A way not yet taken. One that begins behind a slot brings that slot's capture.
  struct Way {
    std::uint32_t instruction, position, captures;
    std::uint32_t slot_begin = kNoSlot, slot_value = 0;
  };
  enum class Outcome : std::uint8_t { goes_on, fails, arrives };

  /// False if the budget for a run without a record was not enough.
  bool attempt() {
    ways_.assign(1, {begin_, start_, 0});
    std::uint32_t steps = 0;
    while (!ways_.empty()) {
      Way way = ways_.back();
      ways_.pop_back();
      captures_.resize(way.captures);
      if (way.slot_begin != kNoSlot) capture(way);
      Outcome outcome = Outcome::goes_on;
      while (outcome == Outcome::goes_on) {
        if (visited_.empty() && ++steps > kUnrecordedSteps) return false;
        outcome = visited_.empty() || visit(way) ? step(way) : Outcome::fails;
      }
      if (outcome == Outcome::arrives) return true;
    }
    return true;
  }

  bool visit(const Way& way) {
    const std::size_t state = std::size_t{way.position - start_} * instructions_ + (way.instruction - begin_);
    if (visited_[state]) return false;
    return visited_[state] = true;
  }

  Outcome step(Way& way) {
    const PatternInstruction& instruction = code_[way.instruction];
    switch (instruction.op) {
      case Op::character:
      case Op::set: return take_character(instruction, way) ? Outcome::goes_on : Outcome::fails;
      case Op::slot: return take_slot(static_cast<SlotKind>(instruction.argument), way) ? Outcome::goes_on : Outcome::fails;
      case Op::split:
        ways_.push_back({way.instruction + instruction.jump, way.position, static_cast<std::uint32_t>(captures_.size())});
        ++way.instruction;
        return Outcome::goes_on;
      case Op::jump: way.instruction += instruction.jump; return Outcome::goes_on;
      case Op::accept: return way.position == text_.size() ? Outcome::arrives : Outcome::fails;
    }
    return Outcome::fails;
  }

  bool take_character(const PatternInstruction& instruction, Way& way) const {
    const CodePoint c = decode(text_, way.position);
    if (c.size == 0) return false;
    if (instruction.op == Op::set) {
      const auto first = sets_.begin() + instruction.argument, last = first + instruction.length;
      if (std::find(first, last, c.value) == last) return false;
    } else {
      if (c.size != instruction.length) return false;
      for (std::uint32_t i = 0; i < c.size; ++i) {
        if (static_cast<unsigned char>(text_[way.position + i]) != ((instruction.argument >> (8 * i)) & 0xFF)) return false;
      }
    }
    way.position += c.size;
    ++way.instruction;
    return true;
  }

  /// The longest way is gone first, the others wait.
  bool take_slot(SlotKind kind, Way& way) {
    const SlotEnds ends(kind, text_, way.position);
    for (std::uint32_t i = ends.size(); i-- > 1;) {
      ways_.push_back({way.instruction + 1, ends[i].end, static_cast<std::uint32_t>(captures_.size()), way.position, ends[i].value});
    }
    if (ends.size() == 0) return false;
    way = {way.instruction + 1, ends[0].end, way.captures, way.position, ends[0].value};
    capture(way);
    return true;
  }

  void capture(const Way& behind) {
    const auto kind = static_cast<SlotKind>(code_[behind.instruction - 1].argument);
    captures_.push_back({kind, behind.slot_value, behind.slot_begin, behind.position});
  }

  std::span<const PatternInstruction> code_;
  std::span<const char32_t> sets_;
  std::uint32_t begin_, instructions_;
  std::string_view text_;
  std::uint32_t start_;
  std::vector<Way> ways_;
  std::vector<Capture> captures_;
  std::vector<bool> visited_;
};

}  // namespace

std::vector<Capture> captures_of(const PatternData& set, std::string_view text, const FoundProgram& found) {
  const PatternProgram& program = set.programs[found.program];
  if (!program.has_slots) return {};
  return Replay(set.code, set.sets, program.begin, program.end, text, found).run();
}

}  // namespace gongwen::text
