#pragma once
// How far a batch is, on standard error: a bar on a terminal, else a line now and then.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include <gongwen/result.hpp>

#include "cli/batch/options.hpp"

namespace gongwen::cli {

class Progress {
 public:
  Progress(ProgressMode mode, Language language);

  [[nodiscard]] bool wanted() const noexcept { return mode_ != ProgressMode::none; }
  /// Any thread: how many inputs there are, when they have been counted.
  void set_total(std::uint64_t total) noexcept { total_ = total; }
  void count(bool failed);
  /// Shows it, if it is time.
  void show();
  /// Takes the bar away, so that a line can be written.
  void clear();

 private:
  [[nodiscard]] std::string line(std::uint64_t total, double seconds) const;
  void draw(const std::string& text);

  ProgressMode mode_;
  bool chinese_;
  std::atomic<std::uint64_t> total_ = 0;
  std::uint64_t done_ = 0, failed_ = 0;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), shown_ = begun_;
  bool drawn_ = false;
};

/// "1:05", "2:03:00".
[[nodiscard]] std::string clock_time(std::uint64_t seconds);
/// A bar of `columns` columns.
[[nodiscard]] std::string progress_bar(std::uint64_t done, std::uint64_t total, std::size_t columns);

}  // namespace gongwen::cli
