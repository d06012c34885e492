#pragma once
// One input of a batch becomes its part of DEST.
#include <cstdint>
#include <optional>
#include <string>

#include <gongwen/parse.hpp>

#include "cli/batch/render.hpp"
#include "cli/batch/store.hpp"
#include "cli/batch/summary.hpp"
#include "cli/batch/zip_archive.hpp"

namespace gongwen::cli {

struct Job {
  std::uint64_t position = 0;          ///< among the inputs of this run, from 0
  std::string path, file, output;      ///< as in Found; `output`: its name in a DEST folder
  std::optional<FileBytes> bytes;      ///< where they came with it, from an archive
  std::optional<Trouble> trouble;
};

struct Converted {
  Outcome outcome;
  Done done;
  std::string data;                    ///< its part of DEST; "" of a DEST folder, where it is written already
  bool known = false;                  ///< by the journal
  std::optional<Job> again;            ///< of a known one: to be done after all, should the run take another turn before it
  std::optional<Trouble> unwritten;    ///< its file in a DEST folder
};

struct Conversion {
  ParseOptions parsing;
  Rendering rendering;
  bool folder = false;
};

/// May run on many threads at once. `store` null: nothing is known.
[[nodiscard]] Converted convert_one(const Conversion& how, const Store& store, Job& job, bool ask_journal);
/// The result of a job that was not waited for any longer.
[[nodiscard]] Converted given_up(const Job& job, std::uint32_t seconds, Language language);

}  // namespace gongwen::cli
