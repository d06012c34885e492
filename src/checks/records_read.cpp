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
                     "标注“{0}”之前没有任务内容"},
         .what = {"A bracket that assigns work (责任单位：…) with no text before it that could be the task.", "标注了责任单位，但前面没有可以作为任务的文字。"},
         .why = {"The units named cannot know what they are to do; mostly a paragraph was deleted, and its annotation left behind.",
                  "所列单位无从知道要做什么，多为删去段落而遗留标注。"},
         .mend = {"Put the task back, or delete the annotation.", "补上任务，或删去标注。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n（责任单位：县教育局）\n\n一、疏浚河道。（责任单位：县水利局）\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（责任单位：县教育局）\n\n二、疏浚河道。（责任单位：县水利局）\n"},
    Rule{.name = "body-deadline-differs",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline of “{0}” is {1} in the table, but {2} in the body",
                     "“{0}”的时限表格为{1}，正文为{2}"},
         .what = {"A task that both the body and the table state, with another last day in each. Only where most tasks of the two are the same.",
                  "正文标注和表格列有同一任务，但完成时限不同。仅在两处任务大部分相同时检查。"},
         .why = {"A notice must not set two deadlines for one task.", "同一公文不能对同一任务规定两个时限。"},
         .mend = {"Decide which holds, and write it in both places.", "确定以何者为准，两处改为一致。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年10月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
    Rule{.name = "body-lead-differs",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is led by {1} in the table, but by {2} in the body",
                     "“{0}”的牵头单位表格为{1}，正文为{2}"},
         .what = {"A task that both the body and the table state, led by other units in each. Only where most tasks of the two are the same.",
                  "正文标注和表格列有同一任务，但牵头单位不同。仅在两处任务大部分相同时检查。"},
         .why = {"Each of the two units may take it that the other one leads.", "两个单位都可能认为应由对方牵头。"},
         .mend = {"Decide which holds, and write it in both places.", "确定以何者为准，两处改为一致。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县林业局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
    Rule{.name = "body-task-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” stands in the table, but no annotation of the body assigns it",
                     "“{0}”见于表格，正文标注中没有"},
         .what = {"A row of the table that no annotation of the body assigns, where nearly all others are in both.",
                  "表格中某项任务在正文标注中没有，而其余任务两处大都一致。"},
         .why = {"Body and table are meant to say the same; one was changed and the other was not.", "正文与表格本应一致，可能只改了一处。"},
         .mend = {"Assign it in the body too, or take the row out.", "在正文中补上标注，或从表格中删去。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n4\t清理杂草。\t县林业局\t2024年10月底前\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
    Rule{.name = "table-task-missing",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is assigned in the body, but stands in no table",
                     "“{0}”见于正文标注，表格中没有"},
         .what = {"A task that an annotation of the body assigns and no table has, where nearly all others are in both.",
                  "正文标注的某项任务在表格中没有，而其余任务两处大都一致。"},
         .why = {"Body and table are meant to say the same; who works by the table will miss it.", "正文与表格本应一致，按表格督办会漏掉该任务。"},
         .mend = {"Put it into the table, or take the annotation out.", "补入表格，或从正文中删去标注。"},
         .fires = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n四、清理杂草。（牵头单位：县林业局；完成时限：2024年10月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n",
         .silent = "云溪县人民政府办公室关于做好2024年重点工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（牵头单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（牵头单位：县水利局；完成时限：2024年8月底前）\n\n三、维护路灯。（牵头单位：县城管局；完成时限：2024年9月底前）\n\n附件：2024年重点任务分工表\n\n云溪县人民政府办公室\n2024年3月5日\n\n附件\n\n2024年重点任务分工表\n\n序号\t工作任务\t牵头单位\t完成时限\n1\t修缮校舍。\t县教育局\t2024年6月底前\n2\t疏浚河道。\t县水利局\t2024年8月底前\n3\t维护路灯。\t县城管局\t2024年9月底前\n"},
};

}  // namespace

const Check records_read{kRules};

}  // namespace gongwen::checks
