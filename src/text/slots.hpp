#pragma once
// What each slot of a pattern takes, and the values that it reads.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/pattern.hpp"

namespace gongwen::text {

/// The slot's kind by the name that stands between its braces.
[[nodiscard]] std::optional<SlotKind> slot_kind(std::string_view name) noexcept;

inline constexpr std::size_t kSlotTextCharacters = 24;

/// One way for a slot to match: its end in the text, and the value.
struct SlotEnd {
  std::uint32_t end;
  std::uint32_t value;
};

/// All the ways, the longest first.
class SlotEnds {
 public:
  SlotEnds(SlotKind kind, std::string_view text, std::uint32_t position) noexcept;
  [[nodiscard]] std::uint32_t size() const noexcept { return count_; }
  [[nodiscard]] const SlotEnd& operator[](std::uint32_t index) const noexcept { return ends_[index]; }

 private:
  void add(std::uint32_t end, std::uint32_t value) noexcept { if (count_ < ends_.size()) ends_[count_++] = {end, value}; }
  void add_digits(std::string_view text, std::uint32_t position, std::uint32_t least, std::uint32_t most_digits, std::uint32_t most) noexcept;
  void add_numerals(std::string_view text, std::uint32_t position, std::uint32_t most) noexcept;
  void add_year(std::string_view text, std::uint32_t position) noexcept;
  void add_roman(std::string_view text, std::uint32_t position) noexcept;
  void add_text(std::string_view text, std::uint32_t position) noexcept;

  std::array<SlotEnd, kSlotTextCharacters> ends_;   // only count_ of them are set
  std::uint32_t count_ = 0;
};

/// Whether {text} takes the character: no punctuation, white space or line break.
[[nodiscard]] bool takes_text(char32_t c) noexcept;

/// The most bytes that a slot can take.
[[nodiscard]] std::uint32_t slot_max_bytes(SlotKind kind) noexcept;

/// A character by the slots that can begin with it; a bit each.
enum CharacterClass : std::uint8_t {
  kClassDigit = 1,
  kClassHan = 2,
  kClassCircled = 4,
  kClassLetter = 8,
  kClassRoman = 16,
  kClassText = 32,
};

/// The classes that a slot can begin with.
[[nodiscard]] std::uint8_t slot_first_classes(SlotKind kind) noexcept;
/// The classes that a character belongs to.
[[nodiscard]] std::uint8_t character_classes(char32_t c) noexcept;

/// Every character that is of a class, but for those that only {text} takes.
[[nodiscard]] std::u32string slot_first_characters();
/// A slot for a number, in digits or Chinese.
[[nodiscard]] inline bool takes_number(SlotKind kind) noexcept { return (slot_first_classes(kind) & (kClassDigit | kClassHan)) != 0; }

/// The number in a character such as ① ⑵ ⒊ ㉑ ㈠; 0 if there is none.
[[nodiscard]] std::uint32_t circled_value(char32_t c) noexcept;

}  // namespace gongwen::text
