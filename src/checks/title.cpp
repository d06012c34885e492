// The title of a notice that does not end as titles do: without a document type, or with a stop. Without its type a line is seldom
// read as the title, so the lines above the addressees are looked at for one that opens as a title does: 关于….
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"
#include "segment/elements.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "segment/title.hpp"
#include "text/characters.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "title-final-stop",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::practice,
         .scope = Scope::letter,
         .message = {"the title “{0}” ends in “{1}”", "标题“{0}”末尾有标点“{1}”"},
         .what = {"A full stop, a comma or another mark closes the title.", "标题末尾用了句号、逗号等标点。"},
         .why = {"A title is no sentence and takes no closing mark.", "标题不是句子，末尾不用标点。"},
         .mend = {"Leave the mark out.", "删去末尾的标点。"},
         .fires = "石泉县水利局关于开展水库巡查的通知。\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
    Rule{.name = "title-without-type",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.1",
         .scope = Scope::letter,
         .message = {"the title “{0}” does not say what kind of document it is", "标题“{0}”没有文种"},
         .what = {"The title of an addressed or numbered document does not end in its type: 通知, 意见, 函 and so on.",
                  "有主送机关或发文字号的公文，标题末尾没有“通知”“意见”“函”等文种。"},
         .why = {"A title is made of the office, the matter and the type (党政机关公文处理工作条例, 第九条): the type says whether it orders, asks or replies.",
                 "标题由发文机关名称、事由和文种组成（《党政机关公文处理工作条例》第九条）。没有文种，看不出是部署、请求还是答复。"},
         .mend = {"Close the title with its type: …的通知.", "在标题末尾补上文种，如“……的通知”。"},
         .fires = "石泉县水利局关于开展水库巡查\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县水利局\n2023年3月15日\n"},
};

constexpr std::size_t kShortest = 6, kLongest = 120;   // code points of a title
constexpr std::size_t kTitleLines = 5;

std::string_view final_mark(std::string_view text) {
  for (const std::string_view mark : {"。", "；", "，", "、", "．"})
    if (text.ends_with(mark)) return mark;
  return {};
}

// What may be a title, or the beginning of one: not a field, a number, a sentence within.
bool may_be_title(const Line& line, const Grammar& grammar) {
  if (line.is_table() || line.owner == Owner::heading || line.text.ends_with("：") || read_label(line.text, grammar)) return false;
  if (is_field_line(line.text, grammar) || find_document_number(line.text) || line.text.starts_with("附件")) return false;
  return line.text.find("。") == line.text.npos;
}

// 关于… at the head of a line, an office before it.
bool opens_as_title(std::string_view text, const Grammar& grammar) {
  const Found about = find_element(text, "about", grammar);
  return about && (about.begin == 0 || ends_as_office(text.substr(0, about.begin), grammar));
}

// The line that the search for a title ends at: that of the addressees, the first heading, or the first line of text.
std::size_t front_end(const Inspection& notice) {
  constexpr std::size_t kFront = 60;   // lines
  if (!notice.metadata.addressees.empty()) return line_at(notice, notice.metadata.addressees.back().span.bytes.begin);
  for (std::size_t i = 0; i < std::min(notice.lines.size(), kFront); ++i) {
    const Line& line = notice.lines[i];
    if (line.owner == Owner::heading || line.text.ends_with("：")) return i;
    if (line.text.ends_with("。")) return i;
  }
  return std::min(notice.lines.size(), kFront);
}

struct Title {
  std::string text;
  std::size_t begin = 0, end = 0;   // lines
};

// The lines above the addressees, or below or above the number, that open as a title does.
std::optional<Title> unread_title(const Inspection& notice) {
  const std::size_t end = front_end(notice);
  for (std::size_t i = 0; i < end; ++i) {
    if (!may_be_title(notice.lines[i], notice.grammar) || !opens_as_title(notice.lines[i].text, notice.grammar)) continue;
    Title title{"", i, i};
    while (title.end < end && title.end - i < kTitleLines && may_be_title(notice.lines[title.end], notice.grammar)) {
      if (title.end > i && notice.lines[title.end].blank_before != 0) break;
      title.text += notice.lines[title.end++].text;
    }
    const std::size_t size = text::count_code_points(title.text);
    if (size >= kShortest && size <= kLongest) return title;
  }
  return {};
}

// The last code points of a text.
std::string_view tail(std::string_view text, std::size_t most) {
  std::size_t at = text.size();
  for (std::size_t n = 0; n < most && at > 0; ++n) at -= text::decode_before(text, at).size;
  return text.substr(at);
}

// A title may end in a type that is none of the 15 (…的若干措施, …的实施办法), but 关于做好民生实事项目 names only its matter. And
// 某局印发《…清单》 has no type of its own, which is_whole_title asks only of a title with 关于.
bool lacks_type(std::string_view title, const Grammar& grammar) {
  constexpr std::size_t kType = 10;   // code points of 的 and a type
  if (!is_whole_title(title, grammar)) return true;
  if (ends_as_title(title, grammar, true)) return false;
  if (opens_as_title(title, grammar) && tail(title, kType).find("的") == std::string_view::npos) return true;
  const Found hands_on = find_element(title, "hands_on", grammar);
  return hands_on && title.substr(hands_on.end).starts_with("《") && ends_as_office(title.substr(0, hands_on.begin), grammar) &&
         !ends_as_title(title, grammar, true);
}

// The line of the title that names its matter.
std::size_t line_of_matter(const Inspection& notice, const Title& title) {
  for (const std::string_view element : {"about", "hands_on"})
    for (std::size_t i = title.begin; i < title.end; ++i)
      if (find_element(notice.lines[i].text, element, notice.grammar)) return i;
  return title.begin;
}

void judge_type(const Inspection& notice, const Title& title, Findings& findings) {
  const Line& line = notice.lines[line_of_matter(notice, title)];
  findings.push_back(diagnose("title-without-type", span_in(notice, line, 0, line.text.size()), {title.text}));
}

// A title that was read: its stop is left out of its value, and still stands in its last line.
void judge_read(const Inspection& notice, Findings& findings) {
  const Value& value = notice.metadata.title;
  Title title{value.text, line_at(notice, value.span.bytes.begin), 0};
  title.end = title.begin;
  while (title.end < notice.lines.size() && notice.lines[title.end].source.begin < value.span.bytes.end) ++title.end;
  if (title.begin == title.end || notice.lines[title.begin].is_table()) return;
  const Line& last = notice.lines[title.end - 1];
  const std::string_view mark = last.is_table() ? std::string_view() : final_mark(last.text);
  if (!mark.empty())
    findings.push_back(diagnose("title-final-stop", span_in(notice, last, last.text.size() - mark.size(), last.text.size()), {value.text, std::string(mark)}));
  const bool opens = opens_as_title(value.text, notice.grammar) || find_element(value.text, "hands_on", notice.grammar);
  if (opens && !notice.metadata.addressees.empty() && lacks_type(value.text, notice.grammar)) judge_type(notice, title, findings);
}

void run(const Inspection& notice, Findings& findings) {
  if (!notice.metadata.title.text.empty()) return judge_read(notice, findings);
  if (notice.metadata.addressees.empty() && !notice.metadata.document_number) return;
  const auto title = unread_title(notice);
  if (title && lacks_type(title->text, notice.grammar)) judge_type(notice, *title, findings);
}

}  // namespace

const Check title{kRules, run};

}  // namespace gongwen::checks
