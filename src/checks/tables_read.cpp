// Rules about tables that the reading of them reports.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-cell-across-units",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the cell “{0}” covers the columns “{1}” and “{2}”; it counts for the first",
                     "单元格“{0}”横跨“{1}”和“{2}”两栏，计入前一栏"}},
    Rule{.name = "table-column-unknown",
         .group = "table",
         .severity = Severity::info,
         .scope = Scope::table,
         .message = {"the column “{0}” is not known; its values are in `extra`",
                     "未知的表格栏目“{0}”，其内容列入 extra"}},
    Rule{.name = "table-row-ambiguous",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the columns of the row “{0}” could not all be told apart",
                     "表格行“{0}”的各栏未能全部分清"}},
    Rule{.name = "table-row-short",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the row “{0}” has fewer cells than the table has columns",
                     "表格行“{0}”的单元格少于栏目数"}},
};

}  // namespace

const Check tables_read{kRules};

}  // namespace gongwen::checks
