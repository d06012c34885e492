#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gongwen/export.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/rule.hpp>

namespace gongwen {

/// What `check` looks for. A name is that of a rule ("heading-number-gap"), of a group ("structure"), or "all".
struct CheckOptions {
  std::vector<std::string> select;                            ///< names; none: all rules
  std::vector<std::string> ignore;                            ///< names; stronger than `select`
  std::vector<std::pair<std::string, Severity>> severities;   ///< by name; the last one that names a rule holds
  std::vector<std::string> required_columns;                  ///< of every task table: fields ("deadline") or headers ("完成时限")
  std::vector<std::string> known_units;                       ///< none: every unit is known
};

/// `parse`, and what is wrong with the notice: its `diagnostics` are those of the rules that were asked for, in reading order,
/// what the reading itself reports included. Fails as `parse` does; a name that is no rule's selects nothing.
[[nodiscard]] GONGWEN_API Result<Notice> check(std::span<const std::byte> bytes, const ParseOptions& parsing = {},
                                               const CheckOptions& checking = {});

}  // namespace gongwen
