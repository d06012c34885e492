// Bytes of a zip container become parts: libzip reads the central directory and hands out compressed bytes, libdeflate
// inflates them, the CRC is checked. Names are compared as Word compares them: without case.
#include "readers/docx/package.hpp"

#include <algorithm>

#include <libdeflate.h>
#include <zip.h>

#include "readers/docx/container.hpp"

namespace gongwen::docx {
namespace {

// Deflate cannot expand further than this; a directory that claims more lies.
constexpr std::uint64_t kMaxDeflateRatio = 1040;
constexpr int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// Percent encoding undone: a relationship writes 文.xml as %E6%96%87.xml, the container either way.
std::string decoded_name(std::string_view name) {
  std::string decoded;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool escape = name[i] == '%' && i + 2 < name.size() && hex_digit(name[i + 1]) >= 0 && hex_digit(name[i + 2]) >= 0;
    decoded += escape ? static_cast<char>(hex_digit(name[i + 1]) * 16 + hex_digit(name[i + 2])) : name[i];
    i += escape ? 2 : 0;
  }
  return decoded;
}

std::string folded_name(std::string_view name) {
  std::string folded = decoded_name(name);
  for (char& c : folded) c = c == '\\' ? '/' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  while (!folded.empty() && folded.front() == '/') folded.erase(0, 1);
  return folded;
}

// Whether the end of central directory record is there, whole (APPNOTE 4.3.16).
bool has_end_record(Bytes bytes) {
  constexpr std::size_t kRecord = 22, kLongestComment = 65'535;
  constexpr std::string_view kSignature("PK\5\6", 4);
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto at = text.rfind(kSignature);
  return at != text.npos && at + kRecord <= text.size() && at + kRecord + kLongestComment >= text.size();
}

Error too_large(std::string_view limit, std::uint64_t value, std::uint64_t allowed) {
  return {ErrorCode::too_large, std::string(limit) + ": " + std::to_string(value) + " > " + std::to_string(allowed)};
}

Error open_error(Bytes bytes, const zip_error_t& error) {
  if (!has_end_record(bytes)) return {ErrorCode::truncated, "the zip container has no end record"};
  return {ErrorCode::corrupt, std::string("zip container: ") + zip_error_strerror(const_cast<zip_error_t*>(&error))};
}

}  // namespace

void Package::Closer::operator()(struct zip* archive) const noexcept { zip_discard(archive); }
void Package::Closer::operator()(struct libdeflate_decompressor* decompressor) const noexcept { libdeflate_free_decompressor(decompressor); }

Result<Package> Package::open(Bytes file, const Limits& limits) {
  if (file.size() > limits.file_bytes) return too_large("file_bytes", file.size(), limits.file_bytes);
  const Bytes bytes = zip_window(file);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive) {
    if (source) zip_source_free(source);
    Error failure = open_error(bytes, error);
    zip_error_fini(&error);
    return failure;
  }
  zip_error_fini(&error);
  Package package;
  package.archive_.reset(archive);
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive, 0)));
  if (count > limits.entries) return too_large("entries", count, limits.entries);
  for (std::uint64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive, i, ZIP_FL_ENC_GUESS);
    package.add_name(name ? name : "");
  }
  package.part_bytes_ = limits.part_bytes;
  package.budget_ = limits.part_bytes * 2;
  return package;
}

// An archive to which a part was added anew keeps the old one: as everywhere but in libzip the last counts.
void Package::add_name(std::string name) {
  const auto [at, fresh] = index_.insert_or_assign(folded_name(name), names_.size());
  if (!fresh && repeated_.empty() && !name.ends_with('/')) repeated_ = name;
  names_.push_back(std::move(name));
}

bool Package::has(std::string_view name) const { return index_.contains(folded_name(name)); }

Result<Package::Inflated> Package::inflate(std::uint64_t index, const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
    return Error{ErrorCode::corrupt, name + ": no directory entry"};
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return Error{ErrorCode::encrypted, name};
  if (stat.size > part_bytes_) return too_large("part_bytes (" + name + ")", stat.size, part_bytes_);
  if (stat.size > budget_) return too_large("part_bytes (all parts together)", stat.size, budget_);
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
    return Error{ErrorCode::unsupported_format, name + ": compression method " + std::to_string(stat.comp_method)};
  }
  const bool stored = stat.comp_method == ZIP_CM_STORE;
  const bool sizes_agree = stored ? stat.size == stat.comp_size : stat.size <= stat.comp_size * kMaxDeflateRatio + 64;
  if (!sizes_agree) return Error{ErrorCode::corrupt, name + ": sizes in the directory do not agree"};
  // For an entry that starts or ends outside the file libzip fails here, without having read anything.
  zip_file_t* file = zip_fopen_index(archive_.get(), index, ZIP_FL_COMPRESSED);
  if (!file) return Error{ErrorCode::corrupt, name + ": " + zip_strerror(archive_.get())};
  Inflated compressed{std::make_unique_for_overwrite<char[]>(stat.comp_size + 1),
                      static_cast<std::size_t>(stat.comp_size)};
  const zip_int64_t got = zip_fread(file, compressed.bytes.get(), stat.comp_size);
  zip_fclose(file);
  if (got < 0 || static_cast<std::uint64_t>(got) != stat.comp_size)
    return Error{ErrorCode::corrupt, name + ": its data ends early"};
  Inflated result = std::move(compressed);
  if (!stored) {
    Inflated inflated{std::make_unique_for_overwrite<char[]>(stat.size + 1), static_cast<std::size_t>(stat.size)};
    if (!decompressor_) decompressor_.reset(libdeflate_alloc_decompressor());
    if (!decompressor_) return Error{ErrorCode::corrupt, name + ": out of memory"};
    const auto status = libdeflate_deflate_decompress(decompressor_.get(), result.bytes.get(), result.size,
                                                      inflated.bytes.get(), inflated.size, nullptr);
    if (status != LIBDEFLATE_SUCCESS) return Error{ErrorCode::corrupt, name + ": its data cannot be inflated"};
    result = std::move(inflated);
  }
  if (libdeflate_crc32(0, result.bytes.get(), result.size) != stat.crc)
    return Error{ErrorCode::corrupt, name + ": wrong checksum"};
  budget_ -= stat.size;
  return result;
}

Result<std::unique_ptr<XmlPart>> Package::xml(std::string_view name) {
  const auto found = index_.find(folded_name(name));
  if (found == index_.end()) return std::unique_ptr<XmlPart>();
  if (flat_) return flat_part(found->second);
  const std::string& entry = names_[found->second];
  auto inflated = inflate(found->second, entry);
  if (!inflated) return inflated.error();
  return parse_xml(entry, std::move(inflated->bytes), inflated->size);
}

std::string Package::peek(std::string_view name) {
  const auto found = index_.find(folded_name(name));
  if (found == index_.end() || flat_) return {};
  auto inflated = inflate(found->second, names_[found->second]);
  return inflated ? std::string(inflated->bytes.get(), std::min<std::size_t>(inflated->size, 256)) : std::string();
}

std::string resolve_target(std::string_view part, std::string_view target) {
  std::string path;
  if (target.starts_with('/') || target.starts_with('\\')) {
    path = target.substr(1);
  } else {
    const auto slash = part.find_last_of("/\\");
    path = slash == part.npos ? std::string(target) : std::string(part.substr(0, slash + 1)).append(target);
  }
  std::replace(path.begin(), path.end(), '\\', '/');
  std::vector<std::string_view> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto segment = std::string_view(path).substr(begin, end - begin);
    if (segment == ".." && !segments.empty()) segments.pop_back();
    else if (!segment.empty() && segment != "." && segment != "..") segments.push_back(segment);
    begin = end + 1;
  }
  std::string resolved;
  for (const auto segment : segments) resolved.append(resolved.empty() ? "" : "/").append(segment);
  return resolved;
}

Result<std::vector<Relationship>> Package::relationships(std::string_view part) {
  const auto slash = part.find_last_of("/\\");
  const std::string folder(slash == part.npos ? std::string_view() : part.substr(0, slash + 1));
  const std::string_view file = slash == part.npos ? part : part.substr(slash + 1);
  auto loaded = xml(folder + "_rels/" + std::string(file) + ".rels");
  if (!loaded) return loaded.error();
  std::vector<Relationship> relationships;
  if (!*loaded) return relationships;
  for (const auto node : (*loaded)->root().children()) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    const std::string_view type = node.attribute("Type").value();
    const auto last = type.find_last_of('/');
    relationships.push_back({node.attribute("Id").value(),
                             std::string(last == type.npos ? type : type.substr(last + 1)),
                             resolve_target(part, node.attribute("Target").value())});
  }
  return relationships;
}

}  // namespace gongwen::docx
