// Deadlines to those that have passed when the notice is issued. One that names no year may be meant for another: then it is
// the year that is missing.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <gongwen/deadline.hpp>

#include "checks/list.hpp"
#include "extract/deadlines.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "deadline-before-notice",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline “{0}” had passed when the notice was issued on {1}", "时限“{0}”早于成文日期 {1}"},
         .what = {"A task whose last day lies before the notice's own date.", "任务的最后期限早于公文的成文日期。"},
         .why = {"Nobody can keep it. Mostly the year was taken over from an earlier notice, or the notice was issued later than planned.",
                 "这样的时限无法遵守，多为沿用往年文件的年份，或者公文迟发而未调整。"},
         .mend = {"Correct the year, or set a new day.", "改正年份，或重新确定时限。"},
         .fires = "云溪县人民政府办公室关于做好校舍修缮工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（责任单位：县教育局；完成时限：2023年6月底前）\n\n二、疏浚河道。（责任单位：县水利局；完成时限：2024年9月底前）\n\n云溪县人民政府办公室\n2024年3月5日\n",
         .silent = "云溪县人民政府办公室关于做好校舍修缮工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（责任单位：县教育局；完成时限：2024年6月底前）\n\n二、疏浚河道。（责任单位：县水利局；完成时限：2024年9月底前）\n\n云溪县人民政府办公室\n2024年3月5日\n"},
    Rule{.name = "deadline-year-unstated",
         .group = "deadline",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"the deadline “{0}” gives no year, and had passed in {1} when the notice was issued", "时限“{0}”未写年份，按 {1} 年计算则已过期"},
         .what = {"A deadline without a year that lies more than half a year before the notice's date if it is one of that year, or of the year that the title names: "
                  "another year is meant, and not said.",
                  "时限没有写年份；按公文标题或成文日期的年份计算早已过期，所指应为另一年份，但没有写明。"},
         .why = {"A reader, or a program that supervises tasks, takes a day without a year for one of the notice's own year.",
                 "读者和督办系统会把没有年份的日期当作当年的日期。"},
         .mend = {"Write the year: 2025年3月底前.", "写明年份，如“2025年3月底前”。"},
         .fires = "云溪县人民政府办公室关于做好校舍修缮工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（责任单位：县教育局；完成时限：3月底前）\n\n二、疏浚河道。（责任单位：县水利局；完成时限：12月底前）\n\n云溪县人民政府办公室\n2024年11月5日\n",
         .silent = "云溪县人民政府办公室关于做好校舍修缮工作的通知\n\n各乡镇人民政府：\n\n一、修缮校舍。（责任单位：县教育局；完成时限：2025年3月底前）\n\n二、疏浚河道。（责任单位：县水利局；完成时限：12月底前）\n\n云溪县人民政府办公室\n2024年11月5日\n"},
};

constexpr int kLate = 180;   // days by which a notice may be issued later than it was planned

int days(Date date) { return date.year * 365 + date.month * 30 + date.day; }   // near enough

/// Whether the words name the year themselves: without one to add to them they mean a day all the same.
bool names_year(const Deadline& deadline, const Grammar& grammar) {
  const auto alone = read_deadline(deadline.text, {}, grammar);
  return alone && !alone->deadline.date.empty();
}

/// In a task's own words: 2021年底前已建成, 对2019年底前登记的企业, 2022年底前未完成的. They tell of what was, or say which one is meant.
bool tells_of_the_past(const Deadline& deadline, const Folded& folded) {
  constexpr std::size_t kFar = 240;   // bytes of a sentence that are looked at
  if (deadline.source != DeadlineSource::task) return false;
  std::string_view rest = folded.text().substr(folded.to_folded(deadline.span.bytes).end, kFar);
  rest = rest.substr(0, std::min({rest.find("。"), rest.find("；"), rest.find('\n')}));
  constexpr std::array<std::string_view, 4> kWords{"的", "已", "未", "以来"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return rest.find(word) != rest.npos; });
}

void check_deadline(const Deadline& deadline, Date issued, const Inspection& inspection, Findings& findings) {
  if (deadline.kind != DeadlineKind::date || deadline.ongoing || deadline.date.empty() || deadline.date >= issued) return;
  if (tells_of_the_past(deadline, inspection.folded)) return;
  const bool other_year = deadline.date.year != issued.year || days(issued) - days(deadline.date) > kLate;
  const std::string_view rule = other_year && !names_year(deadline, inspection.grammar) ? "deadline-year-unstated" : "deadline-before-notice";
  const std::string against = rule == "deadline-before-notice" ? issued.iso() : std::to_string(deadline.date.year);
  findings.push_back(diagnose(rule, deadline.span, {deadline.text, against}));
}

void run(const Inspection& inspection, Findings& findings) {
  const Date issued = inspection.metadata.issued_on;
  if (!exists(issued)) return;
  for (const Task& task : inspection.tasks)
    if (task.deadline) check_deadline(*task.deadline, issued, inspection, findings);
}

}  // namespace

const Check deadline_years{kRules, run};

}  // namespace gongwen::checks
