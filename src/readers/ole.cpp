// A compound file is told by its signature, and what is in it by the stream names of its directory: entries of 128 bytes
// at multiples of 128, each with its name in UTF-16LE first and the name's length in bytes at offset 64 ([MS-CFB] 2.6.1).
#include "readers/ole.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongwen {
namespace {

constexpr std::array<unsigned char, 8> kSignature = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
constexpr std::size_t kEntry = 128;

unsigned char at(Bytes bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

bool is_entry_named(Bytes entry, std::string_view name) {
  const std::size_t length = at(entry, 64) + 256u * at(entry, 65);
  if (length != 2 * (name.size() + 1)) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (at(entry, 2 * i) != static_cast<unsigned char>(name[i]) || at(entry, 2 * i + 1) != 0) return false;
  }
  return true;
}

}  // namespace

bool is_ole(Bytes bytes) {
  return bytes.size() >= kSignature.size() &&
         std::equal(kSignature.begin(), kSignature.end(), bytes.begin(), [](unsigned char a, std::byte b) { return std::byte{a} == b; });
}

OleKind ole_kind(Bytes bytes) {
  if (!is_ole(bytes)) return OleKind::not_ole;
  OleKind kind = OleKind::other;
  for (std::size_t i = 512; i + kEntry <= bytes.size(); i += kEntry) {
    const auto entry = bytes.subspan(i, kEntry);
    if (is_entry_named(entry, "EncryptedPackage")) return OleKind::encrypted_package;
    if (is_entry_named(entry, "WordDocument")) kind = OleKind::word_binary;
  }
  return kind;
}

}  // namespace gongwen
