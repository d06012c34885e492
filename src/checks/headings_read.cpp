// Rules about headings that the outline reports: where a label does not fit its neighbours.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "heading-label-style",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the label “{0}” is written unlike its neighbours, such as “{1}”",
                     "序号“{0}”与相邻序号（如“{1}”）写法不一致"}},
    Rule{.name = "heading-level-skipped",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” leaves out a level",
                     "标题“{0}”跳过了一级层次"}},
    Rule{.name = "heading-number-gap",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” leaves a gap; number {1} was expected",
                     "标题“{0}”序号不连续，应为第 {1} 号"}},
    Rule{.name = "heading-number-repeated",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"the heading “{0}” repeats a number; number {1} was expected",
                     "标题“{0}”序号重复，应为第 {1} 号"}},
    Rule{.name = "heading-without-label",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"“{0}” is set as a heading but has no label; it is kept as text",
                     "“{0}”按标题排版但没有序号，按正文处理"}},
};

}  // namespace

const Check headings_read{kRules};

}  // namespace gongwen::checks
