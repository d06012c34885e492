#pragma once
// Patterns of the grammar files, compiled once and matched in time linear in the text. A pattern knows literals, one of
// several (a|b), optional (x)?, one of these characters [底末], and slots {year}; no unbounded repetition, so that every
// pattern has a greatest length and no input can make it slow.
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// Where a pattern's text is wrong: an offset in it, and why.
struct PatternError {
  std::uint32_t offset;
  std::string reason;
};

/// One step of a compiled pattern; see pattern_program.hpp.
struct PatternInstruction {
  enum class Op : std::uint8_t {
    character,   ///< `length` bytes, packed in `argument`
    set,         ///< one of the `length` code points from sets[argument]
    slot,        ///< a SlotKind, in `argument`; of {text} `jump` is its number in the set
    split,       ///< go on with the next instruction, or else `jump` further; see PatternSet::closures_
    jump,        ///< go on `jump` further
    accept,      ///< of the program `argument`
  };
  Op op = Op::accept;
  std::uint16_t length = 0;
  std::uint32_t jump = 0;
  std::uint32_t argument = 0;
};

/// Many patterns, looked up together by the first character that they can begin with. Immutable after the last `add`;
/// then any number of threads may match. No pattern matches the empty text.
class PatternSet {
 public:
  /// Adds a pattern; its index is the number of those before it.
  std::optional<PatternError> add(std::string_view pattern);
  [[nodiscard]] std::size_t size() const noexcept { return programs_.size(); }

  /// The longest match that begins at `position`; of equally long ones the first added.
  [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t position) const;
  /// A match of all of `text`.
  [[nodiscard]] std::optional<Match> match_whole(std::string_view text) const;
  /// The leftmost, there the longest, match that begins at or after `from`. A number is taken whole: no match begins
  /// with a slot for a number in the middle of one (`5年` in `2025年`, `五年` in `十五年`).
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;

 private:
  struct Program {
    std::uint32_t begin = 0, end = 0;   ///< in code_
    bool has_slots = false;
  };
  struct Link {
    std::uint32_t instruction, next;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kFilterBits = 2048;

  friend class PatternSearch;
  friend std::vector<Capture> captures_of(const PatternSet&, std::string_view, const struct FoundProgram&);
  void index(std::uint32_t begin);
  void add_closures(std::uint32_t begin);
  [[nodiscard]] std::vector<std::uint32_t> reachable(std::uint32_t from) const;
  void index_character(char32_t first, std::uint32_t instruction);
  [[nodiscard]] bool may_begin(char32_t c) const noexcept;

  std::vector<PatternInstruction> code_;
  std::vector<char32_t> sets_;
  /// Of each split that a match can come to: the instructions behind it, and behind further splits and jumps, that take
  /// text or accept. The split's `argument` is where they begin, its `length` how many they are.
  std::vector<std::uint32_t> closures_;
  std::vector<Program> programs_;
  std::unordered_map<char32_t, std::uint32_t> heads_;                ///< first character to the first of its links
  std::vector<Link> links_;                                          ///< the instructions that take it
  std::array<std::vector<std::uint32_t>, kSlotKinds> by_slot_;       ///< slots that programs begin with
  std::bitset<kFilterBits> filter_;                                  ///< by the low bits of the first character
  std::uint32_t texts_ = 0;                                          ///< slots {text}
  std::uint8_t classes_ = 0;                                         ///< of characters that such slots begin with
};

}  // namespace gongwen::text
