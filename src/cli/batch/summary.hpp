#pragma once
// What came of a batch: in a few lines for people, and a JSON line for each input for programs.
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gongwen/result.hpp>

#include "cli/batch/files.hpp"
#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// One input that is done.
struct Outcome {
  std::string path, sha256;            ///< "": it could not be read
  std::optional<Trouble> trouble;
  std::uint64_t records = 0, findings = 0, milliseconds = 0;
};

class Summary {
 public:
  void count(const Outcome& outcome);
  [[nodiscard]] std::uint64_t inputs() const noexcept { return converted_ + failed(); }
  [[nodiscard]] std::uint64_t converted() const noexcept { return converted_; }
  [[nodiscard]] std::uint64_t failed() const noexcept;
  /// "1,960 converted (212 with findings, 8,431 records), 40 failed (E_EMPTY 8, …), in 3.2 s"
  [[nodiscard]] std::string text(Language language, std::uint64_t skipped) const;

 private:
  std::uint64_t converted_ = 0, with_findings_ = 0, records_ = 0;
  std::map<std::string, std::uint64_t> codes_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// --report: written as the batch goes, put in its place at the end.
class BatchReport {
 public:
  /// "" : none.
  int open(const std::string& path);
  void add(const Outcome& outcome);
  int finish();

 private:
  [[nodiscard]] std::string unfinished() const { return path_ + std::string(kUnfinished); }
  std::string path_, waiting_;
  WorkFile file_;
  int error_ = 0;
};

}  // namespace gongwen::cli
