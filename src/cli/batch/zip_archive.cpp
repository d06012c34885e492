// A .zip becomes names and bytes of its entries; libzip reads them and checks the checksums.
#include "cli/batch/zip_archive.hpp"

#include <algorithm>

#include <zip.h>

#include "text/convert.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint64_t kRatioFrom = 16 << 20;   // smaller ones may be as dense as they like
constexpr std::size_t kHead = 64;
constexpr std::size_t kFirstRead = 1 << 20;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Valid UTF-8 in which every character beyond ASCII takes three bytes or more, as Chinese does: text in GB18030 hardly ever is.
bool is_chinese_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (c.value >= 0x80 && c.size < 3) return false;
    i += c.size;
  }
  return true;
}

std::string with_slashes(std::string name) {
  if (name.find('/') == name.npos) std::replace(name.begin(), name.end(), '\\', '/');   // as some tools of Windows write
  return name;
}

bool same_ignoring_case(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

Error read_error(struct zip* archive, int code) {
  switch (code) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return {ErrorCode::encrypted, ""};
    case ZIP_ER_COMPNOTSUPP: return {ErrorCode::unsupported_format, "a compression method of .zip"};
    case ZIP_ER_EOF: return {ErrorCode::truncated, ""};
    case ZIP_ER_MEMORY: return {ErrorCode::too_large, "out of memory"};
    default: return {ErrorCode::corrupt, archive != nullptr ? zip_strerror(archive) : ""};
  }
}

std::string over(std::string_view option, std::uint64_t limit) { return "over " + std::string(option) + " " + std::to_string(limit); }

}  // namespace

bool begins_as_zip(std::string_view head) noexcept { return head.starts_with("PK\3\4") || head.starts_with("PK\5\6"); }

std::string zip_name(std::string_view raw) {
  if (is_chinese_utf8(raw)) return std::string(raw);
  if (auto name = text::convert(raw, "GB18030", true)) return *std::move(name);
  if (auto name = text::convert(raw, "ibm-437_P100-1995", false)) return *std::move(name);
  return std::string(raw);
}

void ZipArchive::Closer::operator()(struct zip* archive) const noexcept { zip_discard(archive); }

std::optional<ZipArchive> ZipArchive::open(const std::string& path) {
  int error = 0;
  ZipArchive archive;
  archive.archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &error));
  if (!archive.archive_) return std::nullopt;
  return archive;
}

std::optional<ZipArchive> ZipArchive::open_bytes(const FileBytes& bytes) {
  ZipArchive archive;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) archive.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (source != nullptr && !archive.archive_) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive.archive_) return std::nullopt;
  return archive;
}

std::uint64_t ZipArchive::size() const noexcept {
  return static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_.get(), 0)));
}

bool ZipArchive::is_document() const {
  for (std::uint64_t i = 0; i < size(); ++i) {
    const char* name = zip_get_name(archive_.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr) continue;
    for (const std::string_view mark : {"[Content_Types].xml", "mimetype", "word/document.xml"})
      if (same_ignoring_case(name, mark)) return true;
  }
  return size() == 0;
}

std::optional<Error> ZipArchive::fault(const ArchiveLimits& limits, std::uint64_t& budget) const {
  if (size() > limits.entries) return Error{ErrorCode::too_large, over("--max-entries", limits.entries)};
  std::uint64_t expanded = 0, packed = 0;
  for (std::uint64_t i = 0; i < size(); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), i, 0, &stat) != 0) continue;
    const std::uint64_t bytes = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
    if (bytes > budget) return Error{ErrorCode::too_large, over("--max-expanded", limits.expanded_bytes)};
    expanded += bytes;
    budget -= bytes;
    packed += (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? std::min<std::uint64_t>(stat.comp_size, bytes) : 0;
  }
  if (expanded > kRatioFrom && expanded / limits.ratio > packed) return Error{ErrorCode::too_large, over("--max-ratio", limits.ratio)};
  return std::nullopt;
}

std::string ZipArchive::name(std::uint64_t index) const {
  const char* raw = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
  if (raw == nullptr) return "";
  const std::string bytes(raw);
  if (is_ascii(bytes)) return with_slashes(bytes);
  // By the letter of the format: as it is if the UTF-8 flag is set, else turned from code page 437, which changes it.
  const char* strict = zip_get_name(archive_.get(), index, ZIP_FL_ENC_STRICT);
  return with_slashes(strict != nullptr && bytes == strict ? bytes : zip_name(bytes));
}

std::string ZipArchive::head(std::uint64_t index) const {
  zip_file_t* file = zip_fopen_index(archive_.get(), index, 0);
  if (file == nullptr) return "";
  std::string bytes(kHead, '\0');
  const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
  zip_fclose(file);
  bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
  return bytes;
}

Result<FileBytes> ZipArchive::read(std::uint64_t index, std::uint64_t limit) const {
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return Error{ErrorCode::corrupt, "no directory entry"};
  if (stat.size > limit) return Error{ErrorCode::too_large, over("--max-bytes", limit)};
  zip_file_t* file = zip_fopen_index(archive_.get(), index, 0);
  if (file == nullptr) return read_error(archive_.get(), zip_error_code_zip(zip_get_error(archive_.get())));
  FileBytes bytes;
  // What the directory says is believed only as far as the data go.
  while (bytes.size() < stat.size + 1) {
    const std::size_t have = bytes.size();
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(std::max(kFirstRead, have * 2), stat.size + 1)));
    const zip_int64_t got = zip_fread(file, bytes.data() + have, bytes.size() - have);
    bytes.resize(have + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) {
      const int code = zip_error_code_zip(zip_file_get_error(file));
      zip_fclose(file);
      return read_error(nullptr, code);
    }
    if (got == 0) break;
  }
  zip_fclose(file);
  if (bytes.size() != stat.size) return Error{bytes.size() < stat.size ? ErrorCode::truncated : ErrorCode::corrupt, "its size is not that of the directory"};
  return bytes;
}

}  // namespace gongwen::cli
