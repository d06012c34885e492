// Sections to those that leave out a level which the same part has: 1. right under 一、 where other 一、 have （一） between.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "checks/list.hpp"
#include "checks/section_tree.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "heading-level-skipped",
         .group = "structure",
         .severity = Severity::info,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.3",
         .scope = Scope::document,
         .message = {"the heading “{0}” leaves out a level: elsewhere one such as “{1}” stands above it",
                     "标题“{0}”越级，文中他处其上有“{1}”一级"},
         .what = {"A heading two levels below the one over it, 1. under 一、, where the same part has the level between, （一）. A part with no "
                  "more than 一、 and 1., and numbers that run on across the sections, are left alone.",
                  "标题越级：“一、”之下直接用“1.”，而同一部分的其他地方“一、”与“1.”之间有“（一）”。全篇只用“一、”“1.”两级的，以及序号跨节连续编排的，不在此列。"},
         .why = {"GB/T 9704-2012 labels the levels in order, 一、 （一） 1. （1）; here the same label stands for two levels.",
                 "GB/T 9704-2012 规定结构层次序数依次用“一、”“（一）”“1.”“（1）”标注；此处同一种序号表示了两个层次。"},
         .mend = {"Label the headings of the section with the level left out, or put the heading in that was lost.",
                  "该节改用被跳过的一级序号，或补上缺失的标题。"},
         .fires = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n（一）落实责任\n1.明确专人。\n2.明确时间。\n"
                  "（二）严格纪律\n各单位要严格纪律。\n\n二、加强巡查\n1.加强堤防巡查。\n2.加强山塘巡查。\n",
         .silent = "东湖县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、加强值守\n（一）落实责任\n1.明确专人。\n2.明确时间。\n"
                   "（二）严格纪律\n各单位要严格纪律。\n\n二、加强巡查\n（一）加强堤防巡查。\n（二）加强山塘巡查。\n"},
};

struct Level {
  std::string_view style, label;
};
constexpr std::array kLevels{Level{"han", "一、"}, Level{"han-paren", "（一）"}, Level{"arabic", "1."}, Level{"arabic-paren", "（1）"}};

std::size_t level_of(std::string_view style) {
  return static_cast<std::size_t>(std::find_if(kLevels.begin(), kLevels.end(), [&](const Level& level) { return level.style == style; }) - kLevels.begin());
}

// Styles whose numbers run on from one section into the next somewhere in the part.
std::set<std::string_view> running_on(const Part& part, const SectionTree& tree) {
  std::set<std::string_view> styles;
  for (const auto& siblings : tree.siblings)
    if (part.sections[siblings.front()].number != 1) styles.insert(tree.styles[siblings.front()]);
  return styles;
}

// Which levels stand right under which, in the part.
std::set<std::pair<std::size_t, std::size_t>> nesting_of(const SectionTree& tree) {
  std::set<std::pair<std::size_t, std::size_t>> nested;
  for (std::size_t i = 0; i < tree.parents.size(); ++i)
    if (tree.parents[i] != kNoSection) nested.insert({level_of(tree.styles[tree.parents[i]]), level_of(tree.styles[i])});
  return nested;
}

void check(const Part& part, const SectionTree& tree, Findings& findings) {
  const auto nested = nesting_of(tree);
  const std::set<std::string_view> counted_through = running_on(part, tree);
  for (const auto& siblings : tree.siblings) {
    const std::size_t first = siblings.front();
    if (tree.parents[first] == kNoSection || counted_through.contains(tree.styles[first])) continue;
    const std::size_t outer = level_of(tree.styles[tree.parents[first]]), inner = level_of(tree.styles[first]);
    if (inner == kLevels.size() || inner < outer + 2) continue;
    for (std::size_t between = outer + 1; between < inner; ++between) {
      const bool beside = std::any_of(siblings.begin(), siblings.end(), [&](std::size_t i) { return level_of(tree.styles[i]) == between; });
      if (!beside && (!nested.contains({outer, between}) || !nested.contains({between, inner}))) continue;
      const Section& section = part.sections[first];
      findings.push_back(diagnose(kRules[0].name, section.label.span, {section.label.text, std::string(kLevels[between].label)}));
      break;
    }
  }
}

void run(const Inspection& inspection, Findings& findings) {
  for (const Part& part : inspection.parts) check(part, tree_of(part, inspection.grammar), findings);
}

}  // namespace

const Check heading_levels{kRules, run};

}  // namespace gongwen::checks
