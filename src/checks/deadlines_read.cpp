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
                     "“{0}”中的日期不存在"},
         .what = {"A deadline that names a day the calendar does not have: 2月30日, 6月31日.", "时限中的日期在日历上不存在，如2月30日、6月31日。"},
         .why = {"The task has no deadline that anybody could keep, and nobody can tell which day was meant.",
                  "这样的时限无法执行，也看不出原意是哪一天。"},
         .mend = {"Correct the day; write 2月底前 where the month's last day is meant.", "改正日期；指月末的，写“2月底前”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月31日前\n2\t疏浚河道。\t县水利局\t2024年8月31日前\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月30日前\n2\t疏浚河道。\t县水利局\t2024年8月31日前\n"},
    Rule{.name = "deadline-not-understood",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline “{0}” is not understood; it is given as text only",
                     "未能识别时限“{0}”，仅保留原文"},
         .what = {"A deadline in which no day, period or condition is recognized.", "时限中看不出日期、周期或条件。"},
         .why = {"It is a slip of the pen (2024年13月前), or says how or what and not by when (尽量早): nobody can be held to it.",
                  "或为笔误（如“2024年13月前”），或只写了要求而没有期限（如“尽量早”），无法据以督办。"},
         .mend = {"Write a day (2024年6月底前), a rhythm (每季度), 长期, or what it depends on.", "写明日期（2024年6月底前）、周期（每季度）、“长期”，或者所依据的条件。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t尽量早\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n"},
};

}  // namespace

const Check deadlines_read{kRules};

}  // namespace gongwen::checks
