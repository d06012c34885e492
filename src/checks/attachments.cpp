// What the notice says of its attachments (附件说明), beside the attachments that the file holds: by title, else by number. Whatever
// stands in the file under the title that was announced counts, be it an attachment, the document issued, or a table.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"
#include "segment/back_matter.hpp"
#include "segment/elements.hpp"
#include "segment/names.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "attachment-missing",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.4",
         .scope = Scope::attachment,
         .message = {"the attachment “{0}” is announced, but the file does not hold it", "附件说明列有“{0}”，文件中没有该附件"},
         .what = {"The notice announces an attachment that the file does not hold. One that says so itself (另发, 略) or is the name of a file is not meant.",
                  "附件说明中列出的附件，文件中没有。注明“另发”“略”的，以及写成文件名的，不在此列。"},
         .why = {"An attachment is part of the document; without it the notice cannot be carried out.", "附件是公文的组成部分，缺少附件，公文无法执行。"},
         .mend = {"Add the attachment, or take it off the list.", "补上附件，或从附件说明中删去。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n附件：1.水库名单\n　　　2.巡查记录表\n\n石泉县水利局\n2023年3月15日\n\n"
                  "附件1\n水库名单\n青石水库、白石水库。\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n附件：1.水库名单\n　　　2.巡查记录表\n\n石泉县水利局\n2023年3月15日\n\n"
                   "附件1\n水库名单\n青石水库、白石水库。\n\n附件2\n巡查记录表\n巡查人、巡查时间。\n"},
    Rule{.name = "attachment-not-announced",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.4",
         .scope = Scope::attachment,
         .message = {"the attachment “{0}” is not announced in the notice", "附件“{0}”在正文中没有附件说明"},
         .what = {"The file holds an attachment that neither the list of attachments nor the text mentions.", "文件带有附件，附件说明没有列出，正文也没有提到。"},
         .why = {"The standard lists every attachment below the text, so that a missing one is seen.", "标准规定公文如有附件，应在正文之后编排附件说明，以便核对是否齐全。"},
         .mend = {"List it below the text: 附件：水库名单.", "在正文之后列出，如“附件：水库名单”。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n\n附件\n水库名单\n青石水库、白石水库。\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查（名单见附件）。\n\n石泉县水利局\n2023年3月15日\n\n附件\n水库名单\n青石水库、白石水库。\n"},
    Rule{.name = "attachment-title-differs",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.7",
         .scope = Scope::attachment,
         .message = {"the attachment is titled “{0}”, but announced as “{1}”", "附件标题为“{0}”，附件说明写作“{1}”"},
         .what = {"An attachment bears another title than the list of attachments gives it. A note in brackets behind it does not count.",
                  "附件的标题与附件说明中的不同。标题后括号中的说明不计。"},
         .why = {"The standard asks that number and title of an attachment be those of the list.", "标准规定附件顺序号和附件标题应当与附件说明的表述一致。"},
         .mend = {"Use one title in both places.", "使两处一致。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n附件：水库名单\n\n石泉县水利局\n2023年3月15日\n\n附件\n水库情况表\n青石水库、白石水库。\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n附件：水库名单\n\n石泉县水利局\n2023年3月15日\n\n附件\n水库名单（截至2022年底）\n青石水库、白石水库。\n"},
};

struct Present {
  int number = 0;           // 0: none given
  const Part* part = nullptr;
  bool announces = false;   // 附件：…, the list and the head of an attachment at once
  bool taken = false;
};

std::string_view without_note(std::string_view title) {
  while (title.ends_with("）")) {
    const std::size_t open = title.rfind("（");
    if (open == title.npos || open == 0) break;
    title = title.substr(0, open);
  }
  return title;
}

bool is_titled(const Part& part) { return part.title.text.find_first_not_of(" |") != std::string::npos; }

// For comparing: no marks, no note in brackets behind it.
std::string compared(std::string_view title) {
  std::string bare = bare_title(without_note(title));
  if (bare.ends_with("。") || bare.ends_with("；")) bare.resize(bare.size() - 3);
  return bare;
}

std::optional<AttachmentMark> mark_of(const Line& line, const Grammar& grammar) {
  Line free = line;
  free.owner = Owner::none;
  return line.is_table() ? std::nullopt : read_attachment_mark(free, grammar);
}

// The attachments that the file holds, each with the line that numbers it.
std::vector<Present> present_attachments(const Inspection& notice) {
  std::vector<Present> found;
  for (const Part& part : notice.parts) {
    if (part.kind != PartKind::attachment) continue;
    const std::size_t title = line_at(notice, part.title.span.bytes.begin);
    Present present{0, &part, false, false};
    for (std::size_t n = 0; n <= std::min<std::size_t>(title, 2) && title < notice.lines.size(); ++n) {
      const Line& line = notice.lines[title - n];
      const auto mark = mark_of(line, notice.grammar);
      if (!mark) continue;
      present.number = mark->number;
      present.announces = line.text.substr(0, line.text.size() - mark->title.size()).ends_with("：");
      break;
    }
    found.push_back(present);
  }
  return found;
}

// Whether the announced title stands below the list as a line or lines of its own, a part, or a table's caption.
bool stands_below(const Inspection& notice, const Metadata::Attachment& announced) {
  constexpr std::size_t kLines = 4;
  const std::string wanted = compared(announced.title.text);
  for (const Part& part : notice.parts)
    if (part.kind != PartKind::letter && compared(part.title.text) == wanted) return true;
  for (const TableSummary& table : notice.tables)
    if (compared(table.caption.text) == wanted) return true;
  for (std::size_t i = line_at(notice, announced.title.span.bytes.begin) + 1; i < notice.lines.size(); ++i) {
    std::string joined;
    for (std::size_t end = i; end < std::min(notice.lines.size(), i + kLines) && !notice.lines[end].is_table(); ++end) {
      joined += bare_title(notice.lines[end].text);
      if (compared(joined) == wanted) return true;
      if (joined.size() > wanted.size()) break;
    }
  }
  return false;
}

// 任务分工表（另发）, 报名表.xls: it says itself that it is elsewhere.
bool is_elsewhere(std::string_view title, const Grammar& grammar) {
  if (find_element(title, "elsewhere", grammar)) return true;
  const std::size_t dot = title.rfind('.');
  return dot != title.npos && title.size() - dot >= 3 && title.size() - dot <= 5 &&
         std::all_of(title.begin() + static_cast<std::ptrdiff_t>(dot) + 1, title.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

// Whether text or a table says 附件, marks and lists of attachments aside.
bool is_mentioned(const Inspection& notice) {
  for (const Line& line : notice.lines) {
    if (line.owner == Owner::metadata || line.owner == Owner::furniture) continue;
    const std::string_view text = notice.folded.view(line.source);
    for (const std::string_view word : {"附件", "附表", "附后", "后附", "附图"})
      if (text.find(word) != text.npos && !(mark_of(line, notice.grammar))) return true;
  }
  return false;
}

Present* pair_of(std::vector<Present>& present, const Metadata::Attachment& announced) {
  const std::string wanted = compared(announced.title.text);
  for (Present& one : present)
    if (!one.taken && compared(one.part->title.text) == wanted) return &one;
  return nullptr;
}

Present* numbered(std::vector<Present>& present, int number, bool only) {
  for (Present& one : present)
    if (!one.taken && (one.number == number || (one.number == 0 && (!is_titled(*one.part) || (only && present.size() == 1))))) return &one;
  return nullptr;
}

void run(const Inspection& notice, Findings& findings) {
  const auto& announced = notice.metadata.attachments;
  std::vector<Present> present = present_attachments(notice);
  if (!kind_of(notice).notice) return;
  std::vector<const Metadata::Attachment*> left;
  for (const auto& one : announced) {
    if (Present* pair = pair_of(present, one)) pair->taken = true;
    else left.push_back(&one);
  }
  for (const Metadata::Attachment* one : left) {
    if (stands_below(notice, *one)) continue;
    if (Present* pair = numbered(present, one->number, announced.size() == 1)) {
      pair->taken = true;
      if (is_titled(*pair->part))
        findings.push_back(diagnose("attachment-title-differs", pair->part->title.span, {pair->part->title.text, one->title.text}));
    } else if (!is_elsewhere(one->title.text, notice.grammar) && !(present.empty() && is_web_page(notice))) {
      findings.push_back(diagnose("attachment-missing", one->title.span, {one->title.text}));
    }
  }
  const auto is_unknown = [](const Present& one) { return !one.taken && !one.announces && is_titled(*one.part); };
  if (std::none_of(present.begin(), present.end(), is_unknown) || is_mentioned(notice)) return;
  for (const Present& one : present)
    if (is_unknown(one)) findings.push_back(diagnose("attachment-not-announced", one.part->title.span, {one.part->title.text}));
}

}  // namespace

const Check attachments{kRules, run};

}  // namespace gongwen::checks
