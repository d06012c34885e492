// Element names become tags, by a small hash table that is made when this is compiled: a document asks many thousand times.
#include "readers/docx/tags.hpp"

#include <array>
#include <bit>
#include <string_view>

namespace gongwen::docx {
namespace {

constexpr std::array<std::string_view, kTags> kNames = {
    "",
#define GONGWEN_TAG(name) #name,
    GONGWEN_WML_TAGS(GONGWEN_TAG)
#undef GONGWEN_TAG
};

// The letters of a name as a number; beyond eight of them they are laid over the first ones.
constexpr std::uint64_t with_letter(std::uint64_t letters, char letter) noexcept { return std::rotl(letters, 8) ^ static_cast<unsigned char>(letter); }

struct Slot {
  std::uint64_t letters = 0;
  std::uint8_t length = 0;   ///< of the name; 0: nothing here
  Tag tag = Tag::other;
};

constexpr std::size_t kSlots = 512;   // several times the number of tags: next to no two meet
constexpr std::size_t slot_of(std::uint64_t letters) noexcept { return static_cast<std::size_t>((letters * 0x9E37'79B9'7F4A'7C15u) >> 55); }

constexpr std::array<Slot, kSlots> made_slots() noexcept {
  std::array<Slot, kSlots> slots{};
  for (std::size_t tag = 1; tag < kTags; ++tag) {
    std::uint64_t letters = 0;
    for (const char letter : kNames[tag]) letters = with_letter(letters, letter);
    std::size_t at = slot_of(letters);
    while (slots[at].length != 0) at = (at + 1) % kSlots;
    slots[at] = {letters, static_cast<std::uint8_t>(kNames[tag].size()), static_cast<Tag>(tag)};
  }
  return slots;
}

constexpr auto kTable = made_slots();

// No two names are the same number and as long, so the first that fits is the one.
constexpr bool all_differ() noexcept {
  for (const Slot& a : kTable)
    for (const Slot& b : kTable)
      if (&a != &b && a.length != 0 && a.length == b.length && a.letters == b.letters) return false;
  return true;
}
static_assert(all_differ());

const char* local_begin(const char* name) noexcept {
  if (name[0] != '\0' && name[1] == ':') return name + 2;   // w:
  for (const char* at = name; *at != '\0'; ++at)
    if (*at == ':') return at + 1;
  return name;
}

}  // namespace

Tag tag_of(pugi::xml_node node) noexcept {
  const char* const begin = local_begin(node.name());
  const char* end = begin;
  std::uint64_t letters = 0;
  for (; *end != '\0'; ++end) letters = with_letter(letters, *end);
  const auto length = static_cast<std::size_t>(end - begin);
  std::size_t at = slot_of(letters);
  while (kTable[at].length != 0 && (kTable[at].letters != letters || kTable[at].length != length)) at = (at + 1) % kSlots;
  const Tag tag = kTable[at].tag;
  return length <= 8 || kNames[static_cast<std::size_t>(tag)] == std::string_view(begin, length) ? tag : Tag::other;
}

}  // namespace gongwen::docx
