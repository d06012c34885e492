// A file becomes a tree of XML or a text in UTF-8, by the shortest way and without a check. The container is the one that
// tools/make-bench-corpus wrote; anything else ends the program.
#include "floor.hpp"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string_view>

#include <benchmark/benchmark.h>
#include <libdeflate.h>
#include <pugixml.hpp>
#include <unicode/unistr.h>

namespace gongwen::bench {
namespace {

struct Entry {
  std::string_view deflated;
  std::size_t size = 0;
};

std::size_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::size_t value = 0;
  for (std::size_t i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// By the central directory (APPNOTE 4.3.12); the file has no comment, so that its end record is its last 22 bytes.
Entry main_part(std::string_view file) {
  constexpr std::string_view kName = "word/document.xml";
  const std::size_t end = file.size() - 22;
  for (std::size_t at = number(file, end + 16, 4); at < end;) {
    const std::size_t name = number(file, at + 28, 2);
    if (file.substr(at + 46, name) == kName) {
      const std::size_t local = number(file, at + 42, 4);
      const std::size_t data = local + 30 + number(file, local + 26, 2) + number(file, local + 28, 2);
      return {file.substr(data, number(file, at + 20, 4)), number(file, at + 24, 4)};
    }
    at += 46 + name + number(file, at + 30, 2) + number(file, at + 32, 2);
  }
  std::abort();
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(std::filesystem::file_size(path), '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size()))) std::abort();
  return text;
}

void floor_of_docx(const std::filesystem::path& path) {
  const std::string file = read_file(path);
  const Entry entry = main_part(file);
  const auto xml = std::make_unique_for_overwrite<char[]>(entry.size);
  libdeflate_decompressor* inflater = libdeflate_alloc_decompressor();
  if (libdeflate_deflate_decompress(inflater, entry.deflated.data(), entry.deflated.size(), xml.get(), entry.size, nullptr) !=
      LIBDEFLATE_SUCCESS)
    std::abort();
  libdeflate_free_decompressor(inflater);
  pugi::xml_document tree;
  if (!tree.load_buffer_inplace(xml.get(), entry.size, pugi::parse_default | pugi::parse_ws_pcdata_single)) std::abort();
  benchmark::DoNotOptimize(tree.document_element());
}

void floor_of_text(const std::filesystem::path& path, const char* encoding) {
  const std::string text = read_file(path);
  std::string back;
  if (std::string_view(encoding) == "UTF-8") icu::UnicodeString::fromUTF8(text).toUTF8String(back);
  else icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size()), encoding).toUTF8String(back);
  benchmark::DoNotOptimize(back.data());
}

}  // namespace gongwen::bench
