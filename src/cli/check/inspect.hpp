#pragma once
#include <optional>
#include <string>

#include "cli/batch/zip_archive.hpp"
#include "cli/check/checked.hpp"
#include "cli/check/config.hpp"

namespace gongwen::cli {

struct CheckJob {
  std::string path, file;              ///< as in Checked
  std::optional<FileBytes> bytes;      ///< where they came with it, from an archive
  std::optional<Trouble> trouble;
  Configs::Options options;
};

struct Inspector {
  ParseOptions parsing;
  bool fix = false, diff = false;      ///< mend what can be mended, and check what becomes of it; or only show it
  Language language = Language::en;
};

/// Reads and checks one file. On any thread.
[[nodiscard]] Checked inspect(const Inspector& how, CheckJob& job);

}  // namespace gongwen::cli
