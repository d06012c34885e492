#pragma once
// A .zip of notices, read where it is: nothing of it is ever unpacked onto the disk.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/result.hpp>

#include "cli/batch/options.hpp"

struct zip;

namespace gongwen::cli {

using FileBytes = std::vector<std::byte>;

/// Whether bytes begin as a .zip does.
[[nodiscard]] bool begins_as_zip(std::string_view head) noexcept;

/// A name in a .zip without the UTF-8 flag: UTF-8 if it can hardly be anything else, else GB18030, else code page 437.
[[nodiscard]] std::string zip_name(std::string_view raw);

/// Not for several threads at once.
class ZipArchive {
 public:
  /// Nothing if it cannot be opened as a .zip: then a reader of notices says what it is.
  static std::optional<ZipArchive> open(const std::string& path);
  /// `bytes` must outlive the archive.
  static std::optional<ZipArchive> open_bytes(const FileBytes& bytes);

  /// Whether it is a document (.docx, .xlsx, .odt, …), not an archive of files.
  [[nodiscard]] bool is_document() const;
  /// An overstepped limit, told by the directory alone. `budget`: the expanded bytes that are still allowed, of this archive
  /// and those inside it together.
  [[nodiscard]] std::optional<Error> fault(const ArchiveLimits& limits, std::uint64_t& budget) const;
  [[nodiscard]] std::uint64_t size() const noexcept;
  /// In UTF-8, with "/" between folders; of a folder it ends in "/".
  [[nodiscard]] std::string name(std::uint64_t index) const;
  /// The first bytes of an entry; "" if it cannot be read.
  [[nodiscard]] std::string head(std::uint64_t index) const;
  [[nodiscard]] Result<FileBytes> read(std::uint64_t index, std::uint64_t limit) const;

 private:
  struct Closer {
    void operator()(struct zip* archive) const noexcept;
  };
  std::unique_ptr<struct zip, Closer> archive_;
};

}  // namespace gongwen::cli
