// Rules about headings that the outline reports: where a label does not fit its neighbours.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::string_view kClean =
    "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n二、加强巡查\n各单位要加强巡查。\n\n"
    "三、加强保障\n各单位要加强保障。\n";

constexpr std::array kRules{
    Rule{.name = "heading-label-style",
         .group = "structure",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.3",
         .scope = Scope::document,
         .message = {"the label “{0}” is written unlike its neighbours, such as “{1}”",
                     "序号“{0}”与相邻序号（如“{1}”）写法不一致"},
         .what = {"A label whose number fills a place among the labels of another style: 1、 before 二、 and 三、.",
                  "序号的写法与同级序号不一致：如“1、”与“二、”“三、”并列。"},
         .why = {"The style of a label says its level; a heading labelled otherwise is taken for one further in, and what stands under it goes with it.",
                 "序号写法表示层次；写法不同，该标题会被当成下一级，其下内容也随之错位。"},
         .mend = {"Write the label as its neighbours are written.", "改为与同级序号一致的写法。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n2、加强巡查\n"
                  "各单位要加强巡查。\n\n三、加强保障\n各单位要加强保障。\n",
         .silent = kClean},
    Rule{.name = "heading-number-carried-on",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” goes on from the part before; number {1} was expected",
                     "标题“{0}”接续了上一部分的序号，应从第 {1} 号重新编起"},
         .what = {"The first heading of an issued document or of an attachment has the number after the last heading of the part before it.",
                  "印发的文件或附件的第一个标题没有重新编号，而是接着前一部分的序号往下排。"},
         .why = {"Each part is a document of its own and is cited by its own numbers; automatic numbering that runs on is the usual cause.",
                 "各部分独立成文，引用时各用各的序号；多因 Word 自动编号接续所致。"},
         .mend = {"Let the numbering of the part begin with 1; in Word, restart the list there.", "该部分重新从“一”编号；Word 中可设置“重新开始编号”。"},
         .fires = "东湖县人民政府办公室关于印发东湖县防汛工作方案的通知\n\n各乡镇人民政府：\n\n一、提高认识\n各单位要提高认识。\n\n二、狠抓落实\n"
                  "各单位要狠抓落实。\n\n东湖县人民政府办公室\n2021年6月1日\n\n东湖县防汛工作方案\n\n三、工作目标\n确保安全度汛。\n\n四、工作任务\n加强值守。\n",
         .silent = "东湖县人民政府办公室关于印发东湖县防汛工作方案的通知\n\n各乡镇人民政府：\n\n一、提高认识\n各单位要提高认识。\n\n二、狠抓落实\n"
                   "各单位要狠抓落实。\n\n东湖县人民政府办公室\n2021年6月1日\n\n东湖县防汛工作方案\n\n一、工作目标\n确保安全度汛。\n\n二、工作任务\n加强值守。\n"},
    Rule{.name = "heading-number-gap",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” leaves a gap; number {1} was expected",
                     "标题“{0}”序号不连续，应为第 {1} 号"},
         .what = {"A heading whose number leaves one out. Numbers that run on across sections (1. 2. under 一、, 3. 4. under 二、) leave none.",
                  "标题序号中间缺号。序号跨节连续编排的（如“一、”下为 1.2.，“二、”下为 3.4.）不在此列。"},
         .why = {"Either a section was lost, or every number behind the gap is wrong, and citations of them as well.",
                 "或者漏掉了一节，或者其后的序号全部有误，引用也会出错。"},
         .mend = {"Put the missing section back, or number the headings anew.", "补上缺少的部分，或重新编号。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n三、加强巡查\n各单位要加强巡查。\n",
         .silent = kClean},
    Rule{.name = "heading-number-order",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” is out of order; number {1} was expected",
                     "标题“{0}”序号次序有误，应为第 {1} 号"},
         .what = {"A heading whose number fits neither the one before nor the one behind: 一、三、二、四、, or 八、 between 二、 and 四、.",
                  "标题序号与前后都不衔接：如“一、三、二、四、”，或“二、”与“四、”之间为“八、”。"},
         .why = {"Sections moved about without their numbers, or a number mistyped: citations lead to the wrong place.",
                 "调整了段落而未改序号，或序号录入有误，引用时会指错地方。"},
         .mend = {"Put the sections in order, or number them anew.", "调整次序，或重新编号。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n三、加强巡查\n各单位要加强巡查。\n\n"
                  "二、加强保障\n各单位要加强保障。\n",
         .silent = kClean},
    Rule{.name = "heading-number-repeated",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” repeats a number; number {1} was expected",
                     "标题“{0}”序号重复，应为第 {1} 号"},
         .what = {"A heading that has the number of another one beside it. A list that begins anew under a line that announces it is none.",
                  "标题序号与同级另一标题重复。另起一段引出的新列表重新编号的，不在此列。"},
         .why = {"Two sections answer to one number, and a citation of it is ambiguous.", "两处共用一个序号，引用时无法区分。"},
         .mend = {"Number the headings anew.", "重新编号。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n二、加强巡查\n各单位要加强巡查。\n\n"
                  "二、加强保障\n各单位要加强保障。\n",
         .silent = kClean},
    Rule{.name = "heading-without-label",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"“{0}” is set as a heading but has no label; it is kept as text",
                     "“{0}”按标题排版但没有序号，按正文处理"},
         .what = {"A line of a Word document between labelled headings that is set as they are, or has their outline level, but has no label.",
                  "Word 文档中，某行与有序号的标题排版相同（或设有大纲级别），但没有序号。"},
         .why = {"The label was deleted or its automatic number lost; the line is read as text, and what follows belongs to the heading above.",
                 "序号被误删或自动编号丢失；该行会被当成正文，其后内容归入上一标题。"},
         .mend = {"Give the line its label, or set it as text.", "补上序号，或改为正文格式。"},
         .fires = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>一、加强值守</w:t></w:r></w:p>\n"
                  "<w:p><w:r><w:t>各单位要加强值守。</w:t></w:r></w:p>\n"
                  "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>加强巡查</w:t></w:r></w:p>\n"
                  "<w:p><w:r><w:t>各单位要加强巡查。</w:t></w:r></w:p>\n",
         .silent = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>一、加强值守</w:t></w:r></w:p>\n"
                   "<w:p><w:r><w:t>各单位要加强值守。</w:t></w:r></w:p>\n"
                   "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>二、加强巡查</w:t></w:r></w:p>\n"
                   "<w:p><w:r><w:t>各单位要加强巡查。</w:t></w:r></w:p>\n"},
    Rule{.name = "heading-without-title",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"nothing follows the label “{0}”", "序号“{0}”之后没有标题或内容"},
         .what = {"A label that fills its place among the headings, and has neither a title nor a text behind it; or a chapter without a title.",
                  "序号前后衔接，但其后没有标题和内容；或者“第×章”没有章名。"},
         .why = {"The text was lost, or the number was left over when a section was taken out.", "内容遗漏，或删去该节后留下了序号。"},
         .mend = {"Put the title in, or take the label out and number the headings behind it anew.", "补上标题，或删去序号并调整其后编号。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n二、\n\n三、加强保障\n"
                  "各单位要加强保障。\n",
         .silent = kClean},
};

}  // namespace

const Check headings_read{kRules};

}  // namespace gongwen::checks
