#pragma once
// A baseline: findings that are known, so that only new ones count. They are known by path, rule, and a hash of the text that
// they are about, never by line.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/batch/trouble.hpp"
#include "cli/check/checked.hpp"

namespace gongwen::cli {

/// Entries that no finding answers to any more.
struct Stale {
  std::string path, rule;
  std::uint64_t count = 0;
};

class Baseline {
 public:
  /// E_BAD_BASELINE where the file is none.
  [[nodiscard]] static std::variant<Baseline, Trouble> read(const std::string& file, Language language);
  /// An empty one that is to be written there: paths count from its folder.
  explicit Baseline(const std::string& file);

  void add(const std::string& path, std::string_view rule, const std::string& context);
  /// Whether it is known; each entry answers for as many findings as it counts.
  bool take(const std::string& path, std::string_view rule, const std::string& context);
  /// All findings of the file have been taken: entries that are left, of rules that were asked for, are stale.
  void close(const std::string& path, const CheckOptions& options);
  /// What has been found stale, and entries of files that are no more.
  [[nodiscard]] std::vector<Stale> stale() const;

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// 0 or the system's number of what went wrong.
  [[nodiscard]] int write() const;

 private:
  using Contexts = std::map<std::string, std::uint64_t>;
  using Entries = std::map<std::string, Contexts, std::less<>>;   // by rule

  const std::string& name_of(const std::string& path);

  std::string file_, folder_;
  std::string named_, name_;                                      // the last path that was named: findings come file by file
  std::map<std::string, Entries> files_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> stale_;
  std::uint64_t size_ = 0;
};

}  // namespace gongwen::cli
