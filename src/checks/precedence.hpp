#pragma once
// One fault, one finding.
#include <vector>

#include <gongwen/notice.hpp>

namespace gongwen::checks {

/// Takes out the findings whose fault another one names more precisely.
void drop_less_precise(const Notice& notice, std::vector<Diagnostic>& findings);

}  // namespace gongwen::checks
