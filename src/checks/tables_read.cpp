// Rules about tables that the reading of them reports.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "table-cell-across-units",
         .group = "table",
         .severity = Severity::info,
         .scope = Scope::table,
         .message = {"the cell “{0}” covers the columns “{1}” and “{2}”; it counts for the first",
                     "单元格“{0}”横跨“{1}”和“{2}”两栏，计入前一栏"},
         .what = {"A cell of a task table that is laid over two columns of units. In a text that shows no empty cells, a row with a cell too few whose leads are several units or all units of a kind counts as one.",
                  "任务表中横跨两个单位栏的单元格。在不显示空单元格的文本中，某行少一格而牵头栏为多个单位或“各……”的，也按此处理。"},
         .why = {"Readers of the page see that it holds for both; a program that reads columns gives the units one role, and may take the other for empty.",
                  "版面上可以看出两栏通用，但按栏读取的程序只会计入一栏，另一栏视为空。"},
         .mend = {"Fill both cells, if the table is also to be read by programs.", "表格还要供系统读取的，请分别填写两栏。"},
         .fires = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>牵头单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>修缮校舍。</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>县教育局</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
         .silent = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>牵头单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>修缮校舍。</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>县教育局</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>各学校</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"},
    Rule{.name = "table-row-ambiguous",
         .group = "table",
         .severity = Severity::info,
         .scope = Scope::table,
         .message = {"the columns of the row “{0}” could not all be told apart",
                     "表格行“{0}”的各栏未能全部分清"},
         .what = {"A row of a table that came as text, one cell a line, whose cells may be laid on the columns in more than one way.",
                  "以文本保存的表格（每行一个单元格）中，某行的内容与各栏有不止一种对应方式。"},
         .why = {"The reading given is the likeliest, and may put a unit in the wrong column.", "程序取最可能的一种读法，单位可能归错栏目。"},
         .mend = {"Give the table as .docx, or with tabs or | between its cells.", "请提供 .docx，或用制表符、“|”分隔单元格。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\n工作任务\n牵头单位\n责任单位\n完成时限\n1\n更新书目。\n县图书馆\n县文化馆\n6月底前\n2\n修补旧书。\n县图书馆\n县文化馆\n县档案馆\n9月底前\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t责任单位\t完成时限\n1\t更新书目。\t县图书馆\t县文化馆\t6月底前\n2\t修补旧书。\t县图书馆\t县文化馆、县档案馆\t9月底前\n"},
    Rule{.name = "table-row-short",
         .group = "table",
         .severity = Severity::warning,
         .scope = Scope::table,
         .message = {"the row “{0}” has fewer cells than the table has columns",
                     "表格行“{0}”的单元格少于栏目数"},
         .what = {"A row of a table that came as text, with fewer cells than the table has columns, so that units or a deadline are missing. Where it is plain which, another rule says so.",
                  "以文本保存的表格中，某行的单元格少于栏目数，缺少单位或时限。能判断缺哪一项的，由其他规则报告。"},
         .why = {"A cell was lost or never filled; what stands behind it may have moved into its column.", "单元格遗漏或未填，其后的内容可能错位。"},
         .mend = {"Put the cell back; write “/” where it is to be empty.", "补上该单元格；应为空的，填“/”。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\n2\t疏浚河道。\t县水利局\n3\t维护路灯。\t县城管局\t9月底前\n4\t清理杂草。\t县林业局\t长期\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修缮校舍。\t县教育局\t/\n2\t疏浚河道。\t县水利局\t/\n3\t维护路灯。\t县城管局\t9月底前\n4\t清理杂草。\t县林业局\t长期\n"},
};

}  // namespace

const Check tables_read{kRules};

}  // namespace gongwen::checks
