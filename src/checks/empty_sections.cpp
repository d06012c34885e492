// Sections to those with a title and nothing under it, among others that have text, and chapters to those without a title.
#include <algorithm>
#include <array>
#include <string>

#include "checks/list.hpp"
#include "checks/own_text.hpp"
#include "checks/section_tree.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "heading-empty-section",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"nothing stands under the heading “{0}”", "标题“{0}”之下没有内容"},
         .what = {"A title with neither text nor headings nor a table under it, where the sections beside it have some. Lists whose items are "
                  "all of one line are left alone, and so are titles that announce a picture, a form or an attachment, and forms themselves.",
                  "标题之下没有正文、下级标题和表格，而同级其他标题之下都有。各项均为一行的列表不在此列；题为图、表、样式或“见附件”的，以及提纲、模板，也不在此列。"},
         .why = {"A text was lost, or the heading was left over from a draft.", "正文遗漏，或是起草时留下的空标题。"},
         .mend = {"Put the text in, or take the heading out and number those behind it anew.", "补充内容，或删去该标题并调整其后序号。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n二、加强巡查\n\n三、加强保障\n"
                  "各单位要加强保障。\n",
         .silent = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n各单位要加强值守。\n\n二、加强巡查\n"
                   "1.堤防\n2.山塘\n\n三、加强保障\n各单位要加强保障。\n"},
};

bool is_outer(std::string_view style) {
  return style == "han" || style == "part" || style == "book" || style == "chapter" || style == "section";
}

// Such a section always has a title; 第一部分 and an article need none.
bool is_titled(std::string_view style) { return style == "book" || style == "chapter" || style == "section"; }

// What such a title announces no text can show.
bool announces(std::string_view title) {
  for (const std::string_view word : {"图", "表", "附后", "附件", "如下", "名单", "样式", "格式", "模板", "二维码", "照片"})
    if (title.find(word) != title.npos) return true;
  return false;
}

// A form is for others to fill in.
bool is_form(std::string_view title) {
  for (const std::string_view word : {"提纲", "模板", "样式", "格式", "范本", "参考", "样本", "表"})
    if (title.find(word) != title.npos) return true;
  return false;
}

class Finder {
 public:
  Finder(const Inspection& inspection, std::size_t index)
      : inspection_(inspection), part_(inspection.parts[index]), tree_(tree_of(part_, inspection.grammar)), filled_(part_.sections.size()) {
    for (std::size_t i = 0; i < filled_.size(); ++i) filled_[i] = !part_.sections[i].paragraphs.empty() || part_.sections[i].end > i + 1;
    for (const TablePlace& place : inspection.places)
      if (place.part == index && place.section >= 0) filled_[static_cast<std::size_t>(place.section)] = true;
  }

  void report(Findings& findings) const {
    for (const Section& section : part_.sections)
      if (section.title.text.empty() && is_titled(tree_.styles[static_cast<std::size_t>(&section - part_.sections.data())]))
        findings.push_back(diagnose("heading-without-title", section.label.span, {quote(inspection_, section.label.span.bytes)}));
    for (const auto& siblings : tree_.siblings) {
      const auto filled = static_cast<std::size_t>(std::count_if(siblings.begin(), siblings.end(), [&](std::size_t i) { return filled_[i]; }));
      const std::size_t empty = siblings.size() - filled;
      const bool outer = is_outer(tree_.styles[siblings.front()]);
      if (empty == 0 || filled == 0 || (outer ? empty > filled : empty > 1 || filled < 2)) continue;
      for (const std::size_t i : siblings)
        if (!filled_[i] && is_bare_title(part_.sections[i])) say(part_.sections[i], findings);
    }
  }

 private:
  // A title, and not a sentence: no mark closes it.
  [[nodiscard]] bool is_bare_title(const Section& section) const {
    constexpr std::size_t kLongest = 24;   // characters
    if (section.title.text.empty() || text::count_code_points(section.title.text) > kLongest || announces(section.title.text)) return false;
    const std::string_view line = inspection_.folded.view(section.span.bytes);
    return line.ends_with(section.title.text) || line.ends_with("：");
  }

  void say(const Section& section, Findings& findings) const {
    const Range place = cover(section.label.span.bytes, section.title.span.bytes);
    findings.push_back(diagnose(kRules[0].name, {place, {}}, {quote(inspection_, place)}));
  }

  const Inspection& inspection_;
  const Part& part_;
  const SectionTree tree_;
  std::vector<bool> filled_;
};

// A picture is something, too, and nobody knows where it stands.
bool has_pictures(const Document& document) {
  return std::any_of(document.diagnostics.begin(), document.diagnostics.end(), [](const Diagnostic& report) {
    return report.rule == "docx-pictures-not-read" || report.rule == "docx-objects-not-read" || report.rule == "docx-embedded-document";
  });
}

void run(const Inspection& inspection, Findings& findings) {
  if (has_pictures(inspection.document)) return;
  for (std::size_t index = 0; index < inspection.parts.size(); ++index)
    if (!is_form(inspection.parts[index].title.text)) Finder(inspection, index).report(findings);
}

}  // namespace

const Check empty_sections{kRules, run};

}  // namespace gongwen::checks
