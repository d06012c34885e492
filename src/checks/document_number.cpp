// Whether a letter has a document number, and whether its year is that of the date.
#include <array>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "document-number-missing",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.2.5",
         .scope = Scope::letter,
         .message = {"“{0}” shows no document number", "“{0}”没有发文字号"},
         .what = {"A letter that has its title, its addressees and its signature or date shows no document number: neither above the title, nor "
                  "below it. Orders, announcements and minutes, which have none by design, are not meant, nor is a saved web page, which may show the "
                  "number in a table of its own.",
                  "标题、主送机关、署名或成文日期俱全的公文，版头和标题下方都没有发文字号。令、公告、纪要等本来可以不编发文字号的文种，以及另有信息栏的网页，不在此列。"},
         .why = {"The number (office, year, serial) is how an official document is cited, filed and found.",
                 "发文字号由机关代字、年份、发文顺序号组成，是引用、归档和查找公文的依据。"},
         .mend = {"Put the number in: 石水发〔2023〕7号.", "补上发文字号，如“石水发〔2023〕7号”。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
    Rule{.name = "document-number-year",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.2.5",
         .scope = Scope::letter,
         .message = {"the document number “{0}” is of another year than the date, {1}", "发文字号“{0}”的年份与成文日期（{1}）不一致"},
         .what = {"The year in the document number is not that of the notice's date.", "发文字号中的年份与成文日期的年份不同。"},
         .why = {"An office counts its documents anew each year; one of the two is a slip, often left over from last year's notice.",
                 "发文顺序号按年度统一编排，两处年份不一致，多半有一处是沿用旧文时漏改。"},
         .mend = {"Correct the year that is wrong.", "核对并改正有误的年份。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2022〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
};

bool is_whole_letter(const Metadata& metadata) {
  return !metadata.title.text.empty() && !metadata.addressees.empty() && (!metadata.issued_on.empty() || !metadata.issuers.empty());
}

void run(const Inspection& notice, Findings& findings) {
  const Metadata& metadata = notice.metadata;
  const auto& number = metadata.document_number;
  if (!number) {
    // A saved page may show the number in a table that was not saved.
    if (kind_of(notice).sent && is_whole_letter(metadata) && !is_web_page(notice) && !shows_field(notice, "document_number"))
      findings.push_back(diagnose("document-number-missing", title_line(notice), {metadata.title.text}));
    return;
  }
  const bool known = number->year != 0 && !number->agency.empty() && !metadata.issued_on.empty();
  if (known && number->year != metadata.issued_on.year && kind_of(notice).notice)
    findings.push_back(diagnose("document-number-year", number->text.span, {number->text.text, metadata.issued_on.iso()}));
}

}  // namespace

const Check document_number{kRules, run};

}  // namespace gongwen::checks
