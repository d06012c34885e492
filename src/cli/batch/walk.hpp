#pragma once
// SOURCEs become the notices in them, one after the other, in an order that the names alone decide.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <gongwen/result.hpp>

#include "cli/batch/options.hpp"
#include "cli/batch/trouble.hpp"
#include "cli/batch/zip_archive.hpp"

namespace gongwen::cli {

/// One file that may be a notice. Valid during the visit.
struct Found {
  std::string path;                            ///< as the output names it: "archive.zip!/2021/58.docx"
  std::string name;                            ///< its place in the tree of the sources, "/" between names
  std::string file = {};                       ///< on the disk; "-": standard input; "": in an archive
  const ZipArchive* archive = nullptr;         ///< where it is in one
  std::uint64_t entry = 0;
  std::optional<FileBytes> bytes = {};         ///< where they were needed already
  std::optional<Trouble> trouble = {};         ///< an archive or a folder that cannot be gone into

  [[nodiscard]] Result<FileBytes> read_member(std::uint64_t limit) const { return archive->read(entry, limit); }
};

struct Walk {
  std::vector<std::string> sources;            ///< in this order; inside a folder by the bytes of the names
  const BatchOptions& options;
  Language language = Language::en;
  std::vector<std::string> own_files;          ///< outputs: never taken for sources, nor is anything under such a folder
};

/// What a walk left out: links to folders, devices, and what systems leave behind (.DS_Store, Thumbs.db, ~$notice.docx).
struct Skipped {
  std::uint64_t files = 0;
  std::uint64_t others = 0;            ///< those that `include` does not name
};

/// Visits every file until `visit` says no. Holds one folder's names a level, and one archive a level.
void walk(const Walk& what, const std::function<bool(Found&)>& visit, Skipped& skipped);

/// The paths in a list: one a line, or, where there is a NUL, one between NULs.
[[nodiscard]] std::vector<std::string> listed_paths(std::string_view list);

}  // namespace gongwen::cli
