// Element names become tags, by a small hash table that is made when this is compiled: a document asks for many thousands.
#include "readers/docx/tags.hpp"

#include <string_view>

namespace gongwen::docx {
namespace {

// A local name as it is read: its length, and its last eight letters as a number. Up to eight letters that is all of it.
struct Name {
  std::uint64_t letters = 0;
  std::size_t length = 0;

  constexpr void put(char letter) noexcept {
    letters = letters << 8 | static_cast<unsigned char>(letter);
    ++length;
  }
  friend constexpr bool operator==(const Name&, const Name&) = default;
};

constexpr Name name_of(std::string_view text) noexcept {
  Name name;
  for (const char letter : text) name.put(letter);
  return name;
}

constexpr std::size_t kSlots = 512;   // several times the number of tags: next to no two share one

constexpr std::size_t slot_of(const Name& name) noexcept {
  return static_cast<std::size_t>(((name.letters + name.length) * 0x9E37'79B9'7F4A'7C15u) >> 55);
}

struct Entry {
  std::string_view text;
  Name name;
};

constexpr std::array kEntries = {
    Entry{},   // Tag::other
#define GONGWEN_TAG(name) Entry{#name, name_of(#name)},
    GONGWEN_WML_TAGS(GONGWEN_TAG)
#undef GONGWEN_TAG
};

constexpr std::array<std::uint8_t, kSlots> made_slots() noexcept {
  std::array<std::uint8_t, kSlots> slots{};
  for (std::size_t i = 1; i < kEntries.size(); ++i) {
    std::size_t slot = slot_of(kEntries[i].name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(i);
  }
  return slots;
}

constexpr auto kTagAt = made_slots();
static_assert(kEntries.size() < 256);

}  // namespace

Tag tag_of(pugi::xml_node node) noexcept {
  Name name;
  const char* begin = node.name();
  bool prefixed = false;
  for (const char* at = begin; *at != '\0'; ++at) {
    if (*at == ':' && !prefixed) {
      prefixed = true;
      begin = at + 1;
      name = {};
    } else {
      name.put(*at);
    }
  }
  for (std::size_t slot = slot_of(name); kTagAt[slot] != 0; slot = (slot + 1) % kSlots) {
    const Entry& entry = kEntries[kTagAt[slot]];
    if (entry.name == name && (name.length <= 8 || entry.text == std::string_view(begin, name.length)))
      return static_cast<Tag>(kTagAt[slot]);
  }
  return Tag::other;
}

}  // namespace gongwen::docx
