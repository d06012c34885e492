#pragma once
// What came of a check, in numbers.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <gongwen/diagnostic.hpp>
#include <gongwen/result.hpp>

#include "cli/check/baseline.hpp"

namespace gongwen::cli {

struct CheckSummary {
  std::uint64_t files = 0, failed = 0;          ///< that were read; that could not be
  std::uint64_t files_with_findings = 0;
  std::array<std::uint64_t, 3> findings{};      ///< by Severity, without the known ones
  std::uint64_t known = 0;                      ///< by the baseline
  std::uint64_t fixable = 0;                    ///< of the findings
  std::uint64_t fixed = 0, unfixed = 0;         ///< that were mended; that were not, since a record would have changed
  bool would_fix = false;                       ///< with --diff nothing was written
  std::uint64_t left_out = 0;                   ///< files of other kinds in folders and archives
  std::map<std::string, std::uint64_t, std::less<>> by_rule;   ///< without the known ones

  std::vector<Stale> stale;                     ///< entries of the baseline

  void count(const Diagnostic& finding, bool is_known);
  [[nodiscard]] std::uint64_t all() const noexcept { return findings[0] + findings[1] + findings[2]; }
  [[nodiscard]] bool reaches(Severity severity) const noexcept;
  /// A sentence or two.
  [[nodiscard]] std::string text(Language language) const;
};

[[nodiscard]] std::string_view severity_name(Severity severity) noexcept;
/// For people.
[[nodiscard]] std::string_view severity_word(Severity severity, Language language) noexcept;

}  // namespace gongwen::cli
