// Rules about records that the extraction reports: assignments without a task, and body and table that differ.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "annotation-without-task",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"no task stands before the annotation “{0}”",
                     "标注“{0}”之前没有任务内容"}},
    Rule{.name = "body-deadline-differs",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline of “{0}” is {1} in the table, but {2} in the body",
                     "“{0}”的时限表格为{1}，正文为{2}"}},
    Rule{.name = "body-lead-differs",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is led by {1} in the table, but by {2} in the body",
                     "“{0}”的牵头单位表格为{1}，正文为{2}"}},
    Rule{.name = "body-task-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” stands in the table, but no annotation of the body assigns it",
                     "“{0}”见于表格，正文标注中没有"}},
    Rule{.name = "lead-unit-assumed",
         .group = "units",
         .severity = Severity::info,
         .scope = Scope::task,
         .message = {"“{0}” is taken as the lead because it is named first",
                     "“{0}”列在首位，视为牵头单位"}},
    Rule{.name = "table-task-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is assigned in the body, but stands in no table",
                     "“{0}”见于正文标注，表格中没有"}},
};

}  // namespace

const Check records_read{kRules};

}  // namespace gongwen::checks
