// Rules about deadlines that the reading of them reports.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "deadline-impossible-date",
         .group = "deadline",
         .severity = Severity::error,
         .scope = Scope::task,
         .message = {"“{0}” names a day that does not exist",
                     "“{0}”中的日期不存在"}},
    Rule{.name = "deadline-not-understood",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline “{0}” is not understood; it is given as text only",
                     "未能识别时限“{0}”，仅保留原文"}},
};

}  // namespace

const Check deadlines_read{kRules};

}  // namespace gongwen::checks
