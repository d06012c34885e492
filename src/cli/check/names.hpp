#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/result.hpp>

namespace gongwen::cli {

/// Whether a rule, a group of rules, or "all" is called so.
[[nodiscard]] bool is_rule_or_group(std::string_view name);
/// What is wrong with the first name that is none, and which name is nearest to it; "" if all are right.
[[nodiscard]] std::string name_fault(const std::vector<std::string>& names, Language language);
/// The same of one name that must be a rule's; "" if it is.
[[nodiscard]] std::string rule_fault(std::string_view name, Language language);

}  // namespace gongwen::cli
