#pragma once
// What `gongwen convert` and `gongwen merge` are asked for beside what every command knows.
#include <cstdint>
#include <string>
#include <vector>

#include <gongwen/parse.hpp>

namespace gongwen::cli {

/// What DEST is.
enum class Target { automatic, folder, jsonl, json, csv, xlsx, sqlite, markdown };

enum class ProgressMode { automatic, bar, plain, none };

/// Part `index` of `count` of the sources, from 1.
struct Shard {
  std::uint64_t index = 1, count = 1;
};

/// What is refused beyond; each overstepping is a named error. Those of one notice are gongwen::Limits.
struct ArchiveLimits {
  std::uint64_t expanded_bytes = 64ull << 30;    ///< all entries of one archive together
  std::uint64_t ratio = 200;                     ///< expanded to packed bytes of one archive, from 16 MiB on
  std::uint64_t entries = 1'000'000;             ///< entries of one archive
  std::uint32_t depth = 4;                       ///< archives inside each other
};

struct BatchOptions {
  Target target = Target::automatic;
  std::string files_from;                        ///< "": none; "-": standard input
  std::vector<std::string> include, exclude;     ///< globs
  bool records = false;                          ///< .jsonl: a record a line
  bool no_bom = false, no_guard = false;         ///< of .csv
  bool force = false, resume = false, fail_fast = false, quiet = false;
  ProgressMode progress = ProgressMode::automatic;
  std::string report;                            ///< "": none
  unsigned jobs = 0;                             ///< 0: one for each core
  Shard shard;
  Limits limits;
  ArchiveLimits archives;
  std::uint32_t seconds = 300;                   ///< for one notice; 0: no limit
};

}  // namespace gongwen::cli
