// APPNOTE.TXT 6.3.10, 4.3.7 to 4.3.16. Every entry is stored.
#include "support/raw_zip.hpp"

#include <libdeflate.h>

namespace gongwen::test {
namespace {

void put(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i));
}

constexpr std::uint32_t kIn64 = 0xFFFF'FFFF;

struct Sizes {
  std::uint32_t checksum;
  std::uint64_t size, offset;
};

// The fields that a local header and a directory entry share, from "version needed" to the uncompressed size.
void put_common(std::string& out, const RawZip& how, const Sizes& sizes, bool local) {
  const bool later = local && how.descriptors;
  put(out, how.zip64 ? 45 : 20, 2);
  put(out, (how.descriptors ? 8u : 0u) | 0x800u, 2);
  put(out, how.method, 2);
  put(out, 0, 4);
  put(out, later ? 0 : sizes.checksum, 4);
  for (int i = 0; i < 2; ++i) put(out, how.zip64 ? kIn64 : later ? 0 : sizes.size, 4);
}

void put_local(std::string& out, const ZipEntry& entry, const RawZip& how, const Sizes& sizes) {
  put(out, 0x04034b50, 4);
  put_common(out, how, sizes, true);
  put(out, entry.name.size(), 2);
  put(out, how.zip64 ? 20 : 0, 2);
  out += entry.name;
  if (how.zip64) {
    put(out, 1, 2), put(out, 16, 2);
    for (int i = 0; i < 2; ++i) put(out, how.descriptors ? 0 : sizes.size, 8);
  }
  out += entry.bytes;
  if (!how.descriptors) return;
  put(out, 0x08074b50, 4), put(out, sizes.checksum, 4);
  for (int i = 0; i < 2; ++i) put(out, sizes.size, how.zip64 ? 8 : 4);
}

void put_directory_entry(std::string& out, const ZipEntry& entry, const RawZip& how, const Sizes& sizes) {
  put(out, 0x02014b50, 4), put(out, 45, 2);
  put_common(out, how, sizes, false);
  put(out, entry.name.size(), 2), put(out, how.zip64 ? 28 : 0, 2), put(out, 0, 2);
  put(out, how.disk, 2), put(out, 0, 2), put(out, 0, 4);
  put(out, how.zip64 ? kIn64 : sizes.offset, 4);
  out += entry.name;
  if (!how.zip64) return;
  put(out, 1, 2), put(out, 24, 2);
  for (const auto value : {sizes.size, sizes.size, sizes.offset}) put(out, value, 8);
}

void put_end64(std::string& out, std::size_t count, std::uint64_t size, std::uint64_t offset) {
  const auto at = out.size();
  put(out, 0x06064b50, 4), put(out, 44, 8), put(out, 45, 2), put(out, 45, 2), put(out, 0, 4), put(out, 0, 4);
  for (const std::uint64_t value : {std::uint64_t{count}, std::uint64_t{count}, size, offset}) put(out, value, 8);
  put(out, 0x07064b50, 4), put(out, 0, 4), put(out, at, 8), put(out, 1, 4);
}

}  // namespace

std::string raw_zip(const std::vector<ZipEntry>& entries, const RawZip& how) {
  std::string out = how.prefix;
  const std::uint64_t base = how.offsets_count_prefix ? 0 : how.prefix.size();
  std::vector<Sizes> sizes;
  for (const ZipEntry& entry : entries) {
    sizes.push_back({libdeflate_crc32(0, entry.bytes.data(), entry.bytes.size()) ^ how.wrong_checksum, entry.bytes.size(), out.size() - base});
    put_local(out, entry, how, sizes.back());
  }
  const auto directory = out.size();
  for (std::size_t i = 0; i < entries.size(); ++i) put_directory_entry(out, entries[i], how, sizes[i]);
  const auto size = out.size() - directory;
  if (how.zip64) put_end64(out, entries.size(), size, directory - base);
  put(out, 0x06054b50, 4), put(out, how.disk, 2), put(out, how.disk, 2);
  for (int i = 0; i < 2; ++i) put(out, how.zip64 ? 0xFFFF : entries.size(), 2);
  put(out, how.zip64 ? kIn64 : size, 4), put(out, how.zip64 ? kIn64 : directory - base, 4);
  put(out, how.comment.size(), 2);
  return out + how.comment;
}

}  // namespace gongwen::test
