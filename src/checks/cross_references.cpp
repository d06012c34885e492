// References of a notice to its own sections, 本办法第二十条, 见本方案第二条第（三）项, to those that no section answers. A reference
// counts that names the notice itself, or names a part or a chapter in a sentence that names no other document (按照第三部分):
// 第三条 alone may be of any law.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "checks/list.hpp"
#include "checks/own_text.hpp"
#include "checks/section_tree.hpp"
#include "grammar/tables.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "cross-reference-missing",
         .group = "structure",
         .severity = Severity::warning,
         .scope = Scope::document,
         .message = {"“{0}” refers to a section that does not exist; the last one is {1}", "“{0}”所指的部分不存在，最后为第 {1} 号"},
         .what = {"A reference of the notice to itself (本办法第二十条, 本通知第二条第（三）项, 按照第五部分) where it has no such section. "
                  "References to other documents are left alone.",
                  "文中对本文件的引用（如“本办法第二十条”“本通知第二条第（三）项”“按照第五部分”）所指的条款不存在。对其他文件的引用不在此列。"},
         .why = {"Sections were taken out or numbered anew, and the reference was forgotten.", "删改或重新编号后，引用未随之修改。"},
         .mend = {"Give the number that is meant.", "改为正确的条款序号。"},
         .fires = "关于印发东湖县水库管理办法的通知\n\n各乡镇人民政府：\n\n现将《东湖县水库管理办法》印发给你们。\n\n东湖县人民政府\n2021年6月1日\n\n"
                  "东湖县水库管理办法\n\n第一条 为加强水库管理，制定本办法。\n第二条 水库由乡镇人民政府管理。\n第三条 违反本办法第八条规定的，责令改正。\n",
         .silent = "关于印发东湖县水库管理办法的通知\n\n各乡镇人民政府：\n\n现将《东湖县水库管理办法》印发给你们。\n\n东湖县人民政府\n2021年6月1日\n\n"
                   "东湖县水库管理办法\n\n第一条 为加强水库管理，制定本办法。\n第二条 水库由乡镇人民政府管理。\n第三条 违反本办法第二条规定的，责令改正。\n"},
};

using Numbers = std::set<std::uint32_t>;

// The sections that references can mean, of all parts.
struct Index {
  std::map<std::string_view, Numbers> by_style;
  Numbers outermost;                                              // of 一、 on the first level
  std::map<std::pair<std::string_view, std::uint32_t>, Numbers> items;   // under an article or a 一、: its children
};

Index index_of(const Inspection& inspection) {
  Index index;
  for (const Part& part : inspection.parts) {
    const SectionTree tree = tree_of(part, inspection.grammar);
    for (std::size_t i = 0; i < part.sections.size(); ++i) {
      const std::uint32_t number = part.sections[i].number;
      index.by_style[tree.styles[i]].insert(number);
      if (tree.styles[i] == "han" && tree.parents[i] == kNoSection) index.outermost.insert(number);
      if (const std::size_t parent = tree.parents[i]; parent != kNoSection)
        index.items[{tree.styles[parent], part.sections[parent].number}].insert(number);
    }
  }
  return index;
}

struct Reference {
  std::string_view style;      // "part", "chapter", "section", "article"
  std::uint32_t number = 0, item = 0;
  std::size_t end = 0;
};

std::optional<std::uint32_t> take_number(std::string_view text, std::size_t& at) {
  if (const auto han = text::parse_numeral(text.substr(at))) {
    at += han->bytes;
    return han->value;
  }
  std::uint32_t value = 0;
  const std::size_t begin = at;
  while (at < text.size() && text::is_ascii_digit(static_cast<unsigned char>(text[at])) && at - begin < 4) value = value * 10 + static_cast<std::uint32_t>(text[at++] - '0');
  return at == begin ? std::nullopt : std::optional(value);
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

// 第（三）项, 第三项
std::uint32_t take_item(std::string_view text, std::size_t& at) {
  std::size_t i = at;
  if (!take(text, i, "第")) return 0;
  const bool bracket = take(text, i, "（");
  const auto number = take_number(text, i);
  if (!number || (bracket && !take(text, i, "）")) || !take(text, i, "项")) return 0;
  at = i;
  return *number;
}

// 第N条 and its like at `at`.
std::optional<Reference> reference_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kUnits{{{"部分", "part"}, {"章", "chapter"}, {"节", "section"}, {"条", "article"}}};
  std::size_t i = at;
  if (!take(text, i, "第")) return {};
  const auto number = take_number(text, i);
  if (!number) return {};
  for (const auto& [word, style] : kUnits) {
    if (!take(text, i, word)) continue;
    Reference found{style, *number, 0, i};
    found.item = take_item(text, found.end);
    return found;
  }
  return {};
}

// The last number among those that the reference could mean; 0 where it is answered, or where nobody can tell.
std::uint32_t unanswered(const Reference& reference, const Index& index) {
  const auto known = index.by_style.find(reference.style);
  const bool own_style = known != index.by_style.end();
  if (!own_style && reference.style != "part" && reference.style != "article") return 0;
  const Numbers& numbers = own_style ? known->second : index.outermost;
  if (numbers.empty()) return 0;
  if (!numbers.contains(reference.number)) return *numbers.rbegin();
  if (reference.item == 0) return 0;
  const auto items = index.items.find({own_style ? reference.style : std::string_view("han"), reference.number});
  return items == index.items.end() || items->second.contains(reference.item) ? 0 : *items->second.rbegin();
}

class Finder {
 public:
  Finder(const Inspection& inspection, Findings& findings) : inspection_(inspection), findings_(findings), index_(index_of(inspection)) {}

  void read(const OwnText& text) {
    constexpr std::string_view kMark = "第";
    for (const Range& piece : text.pieces) {
      const Range place = inspection_.folded.to_folded(piece);
      const std::string_view view = inspection_.folded.view_folded(place);
      Context context;
      std::size_t seen = 0;
      for (std::size_t at = view.find(kMark); at != view.npos; at = view.find(kMark, std::max(at + kMark.size(), seen))) {
        const auto reference = reference_at(view, at);
        if (!reference) continue;
        context.go_on(view.substr(seen, at - seen));
        seen = reference->end;
        const std::string_view before = view.substr(0, at);
        const std::string_view own = context.quoted ? std::string_view() : own_document(before);
        if (own.empty() && (context.quoted || context.names_other || !opens_reference(before) || reference->style == "article" || reference->style == "section")) continue;
        if (const std::uint32_t last = unanswered(*reference, index_); last != 0) {
          const auto begin = static_cast<std::uint32_t>(at - own.size()), end = static_cast<std::uint32_t>(reference->end);
          say(text, {place.begin + begin, place.begin + end}, last);
        }
      }
    }
  }

 private:
  // What stands before a reference in its paragraph.
  struct Context {
    bool quoted = false;        // it stands within quotation marks
    bool names_other = false;   // its sentence names another document
    void go_on(std::string_view text) {
      const std::size_t open = text.rfind("“"), close = text.rfind("”");
      if (open != text.npos || close != text.npos) quoted = open != text.npos && (close == text.npos || close < open);
      const std::size_t stop = text.rfind("。");
      if (stop != text.npos) names_other = false;
      const std::string_view sentence = stop == text.npos ? text : text.substr(stop);
      for (const std::string_view word : {"》", "法", "条例", "文件"}) names_other |= sentence.find(word) != sentence.npos;
    }
  };

  static bool opens_reference(std::string_view before) {
    for (const std::string_view verb : {"按照", "依照", "根据", "见", "按", "参照", "对照"})
      if (before.ends_with(verb)) return true;
    return false;
  }

  // 本方案 at the end of `before`, where that is one of the notice's own; "" if it is none.
  [[nodiscard]] std::string_view own_document(std::string_view before) const {
    constexpr std::string_view kOwn = "本";
    constexpr std::size_t kLongest = 18;   // bytes of 本 and a type
    const std::string_view tail = before.substr(before.size() - std::min(before.size(), kLongest));
    const std::size_t at = tail.rfind(kOwn);
    if (at == tail.npos) return {};
    const std::string_view type = tail.substr(at + kOwn.size());
    const auto match = inspection_.grammar.tables()[GrammarKind::document_type].match_whole(type);
    return match && is_own(type) ? tail.substr(at) : std::string_view();
  }

  void say(const OwnText& text, Range folded, std::uint32_t last) {
    const Range source = inspection_.folded.to_source(folded);
    findings_.push_back(diagnose(kRules[0].name, text.span(source), {quote(inspection_, source), std::to_string(last)}));
  }

  // Whether a part of the notice is of that type: 本法 in a notice is another's word.
  [[nodiscard]] bool is_own(std::string_view type) const {
    if (inspection_.metadata.title.text.find(type) != std::string::npos) return true;
    for (const Part& part : inspection_.parts)
      if (part.title.text.find(type) != std::string::npos) return true;
    return false;
  }

  const Inspection& inspection_;
  Findings& findings_;
  const Index index_;
};

void run(const Inspection& inspection, Findings& findings) {
  Finder finder(inspection, findings);
  for (const OwnText& text : own_texts(inspection)) finder.read(text);
}

}  // namespace

const Check cross_references{kRules, run};

}  // namespace gongwen::checks
