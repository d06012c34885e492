#pragma once
// A set of compiled patterns as arrays of plain data: made by PatternSet::add and seal, or written out beforehand as
// constants (tools/embed_grammar.cpp).
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gongwen::text {

/// What a slot takes, and the value that it captures.
enum class SlotKind : std::uint8_t {
  year,     ///< {year}: 1900 to 2099 in digits, or 二〇二五, 二○二五, 二零二五
  month,    ///< {month}: 1 to 12, 01 to 12, 一 to 十二
  day,      ///< {day}: 1 to 31, 01 to 31, 一 to 三十一
  number,   ///< {n}: up to four digits, or a Chinese numeral to 9999, 两 included, 半 not
  han,      ///< {han}: a Chinese numeral to 9999, written with 一 to 九, 十, 百, 千, 〇, 零 (廿, 卅 too); also 壹, 貳 …
  digits,   ///< {digits}: up to four ASCII digits
  circled,  ///< {circled}: ① to ㊿ and ⑴ ⒈ forms: one character with a number in it
  letter,   ///< {letter}: one ASCII letter
  roman,    ///< {roman}: I to XX in ASCII, or the single characters Ⅰ to Ⅻ
  text,     ///< {text}: 1 to 24 characters, none of them punctuation, white space or a line break
};

inline constexpr std::size_t kSlotKinds = 10;

/// One step of a compiled pattern; see pattern_program.hpp.
struct PatternInstruction {
  enum class Op : std::uint8_t {
    character,   ///< `length` bytes, packed in `argument`
    set,         ///< one of the `length` code points from sets[argument]
    slot,        ///< a SlotKind, in `argument`; of {text} `jump` is its number in the set
    split,       ///< go on with the next instruction, or else `jump` further; see PatternData::closures
    jump,        ///< go on `jump` further
    accept,      ///< of the program `argument`
  };
  Op op = Op::accept;
  std::uint16_t length = 0;
  std::uint32_t jump = 0;
  std::uint32_t argument = 0;
};

inline constexpr std::uint32_t kNoState = 0xFFFFFFFF;

/// Where a program's instructions stand.
struct PatternProgram {
  std::uint32_t begin = 0, end = 0;
  bool has_slots = false;
};

/// A character that a program can begin with, and the instruction that takes it.
struct PatternHead {
  char32_t character;
  std::uint32_t instruction;
};

/// A state of the automaton (pattern_automaton.hpp), and its edges.
struct PatternState {
  std::uint32_t edges = 0, edge_count = 0;   ///< its own in `edges`, by character
  std::uint32_t slots = 0;                   ///< its own in `slot_edges`
  std::uint32_t accepts = kNoState;          ///< the first added of the programs that end here
  std::uint8_t slot_count = 0;
  std::uint8_t classes = 0;                  ///< of characters that its slots begin with
};
struct PatternEdge {
  char32_t character;
  std::uint32_t state;
};
struct PatternSlotEdge {
  SlotKind kind;
  std::uint32_t state;
};

/// The whole of a set; nobody owns the arrays.
struct PatternData {
  std::span<const PatternInstruction> code;
  std::span<const char32_t> sets;
  /// Of each split that a match can come to: the instructions behind it, and behind further splits and jumps, that take
  /// text or accept. The split's `argument` is where they begin, its `length` how many they are.
  std::span<const std::uint32_t> closures;
  std::span<const PatternProgram> programs;
  std::span<const PatternHead> heads;          ///< by character
  std::span<const std::uint32_t> slot_heads;   ///< the slots that programs begin with
  std::span<const PatternState> states;        ///< the first is where all programs begin; none where the set is not sealed
  std::span<const PatternEdge> edges;
  std::span<const PatternSlotEdge> slot_edges;
  std::uint32_t texts = 0;                     ///< slots {text}
  std::uint8_t classes = 0;                    ///< of characters that slots at the beginning take first
};

/// The same arrays while they are made.
struct PatternStore {
  std::vector<PatternInstruction> code;
  std::vector<char32_t> sets;
  std::vector<std::uint32_t> closures;
  std::vector<PatternProgram> programs;
  std::vector<PatternHead> heads;
  std::vector<std::uint32_t> slot_heads;
  std::vector<PatternState> states;
  std::vector<PatternEdge> edges;
  std::vector<PatternSlotEdge> slot_edges;
  std::uint32_t texts = 0;
  std::uint8_t classes = 0;

  [[nodiscard]] PatternData view() const noexcept {
    return {code, sets, closures, programs, heads, slot_heads, states, edges, slot_edges, texts, classes};
  }
};

}  // namespace gongwen::text
