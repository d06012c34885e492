// The first bytes of a file become the name of a format that gongwen does not read.
#include "readers/formats.hpp"

#include <algorithm>
#include <cstdint>

namespace gongwen {
namespace {

struct Signature {
  std::string_view bytes, name;
};

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "PDF"},
    {"{\\rtf"sv, "RTF"},
    {"\x89PNG\r\n"sv, "PNG image"},
    {"\xFF\xD8\xFF"sv, "JPEG image"},
    {"GIF87a"sv, "GIF image"},
    {"GIF89a"sv, "GIF image"},
    {"II*\0"sv, "TIFF image"},
    {"MM\0*"sv, "TIFF image"},
    {"\x1F\x8B\x08"sv, "gzip"},
    {"BZh91AY&SY"sv, "bzip2"},
    {"\xFD"
     "7zXZ\0"sv, "xz"},
    {"\x28\xB5\x2F\xFD"sv, "zstd"},
    {"7z\xBC\xAF\x27\x1C"sv, "7z"},
    {"Rar!\x1A\x07"sv, "RAR"},
    {"%!PS-Adobe"sv, "PostScript"},
    {"AT&TFORM"sv, "DjVu"},
    {"\x7F"
     "ELF"sv, "ELF program"},
    {"SQLite format 3\0"sv, "SQLite database"},
    {"MIME-Version:"sv, "MHTML web archive"},
};

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i)
    if (lower(text[i]) != lower_case[i]) return false;
  return true;
}

std::uint32_t little_endian_32(std::string_view bytes, std::size_t at) noexcept {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string_view from(std::string_view bytes, std::size_t at) noexcept { return bytes.substr(std::min(at, bytes.size())); }

// Formats whose signature is letters only, told by what follows it.
std::string_view by_structure(std::string_view bytes) noexcept {
  const std::string_view head = bytes.substr(0, 64);
  const bool zeros = head.find('\0') != std::string_view::npos;
  if (head.starts_with("BM") && bytes.size() >= 26 && little_endian_32(bytes, 2) == bytes.size()) return "BMP image";
  if (head.starts_with("RIFF") && from(head, 8).starts_with("WEBP")) return "WebP image";
  if (from(head, 4).starts_with("ftyp") && zeros) return "HEIF image or MP4 video";
  if (head.starts_with("MZ") && zeros) return "Windows program";
  if (from(bytes, 257).starts_with("ustar")) return "tar";
  return {};
}

// Markup, after a byte order mark and white space.
std::string_view by_markup(std::string_view bytes) noexcept {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (starts_with_ignoring_case(bytes, "<!doctype html") || starts_with_ignoring_case(bytes, "<html")) return "HTML";
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view head = bytes.substr(0, 2048);
  const auto has = [&](std::string_view text) { return head.find(text) != std::string_view::npos; };
  if (has("progid=\"Word.Document\"") || has("<w:wordDocument")) return "Word 2003 XML";
  if (has("urn:oasis:names:tc:opendocument:xmlns:office")) return "OpenDocument text";
  if (has("uof:UOF")) return "UOF document";
  if (has("<!DOCTYPE html") || has("<html")) return "HTML";
  return {};
}

}  // namespace

std::string_view foreign_format(Bytes input) noexcept {
  const std::string_view bytes(reinterpret_cast<const char*>(input.data()), input.size());
  for (const Signature& signature : kSignatures)
    if (bytes.starts_with(signature.bytes)) return signature.name;
  if (const auto name = by_structure(bytes); !name.empty()) return name;
  return by_markup(bytes);
}

}  // namespace gongwen
