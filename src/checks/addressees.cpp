// The line of addressees without the colon that closes it: the lines below the title that name offices and nothing else.
#include <algorithm>
#include <array>
#include <string>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"
#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "addressee-colon",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 9704-2012, 7.3.2",
         .scope = Scope::letter,
         .message = {"no colon closes the addressees “{0}”", "主送机关“{0}”之后缺少冒号"},
         .what = {"The line below the title names offices, and no colon stands behind the last of them.", "标题下方一行列出主送机关，最后一个机关名称后没有冒号。"},
         .why = {"The standard closes the addressees with a colon; without it their end cannot be told from the text.",
                 "标准规定最后一个主送机关名称后标全角冒号；没有冒号，主送机关与正文便分不清。"},
         .mend = {"Put “：” behind the last addressee.", "在最后一个主送机关后加“：”。"},
         .fires = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府，县直有关单位\n请于汛前完成水库巡查，并将情况报县水利局。\n\n石泉县水利局\n2023年3月15日\n",
         .silent = "石泉县水利局关于开展水库巡查的通知\n石水发〔2023〕7号\n\n各乡镇人民政府，县直有关单位：\n请于汛前完成水库巡查，并将情况报县水利局。\n\n石泉县水利局\n2023年3月15日\n"},
};

constexpr std::size_t kLongest = 200;    // code points of all addressees
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kSentence = 12;    // code points of the text below

std::string_view without_mark(std::string_view text) {
  for (const std::string_view mark : {"；", "，", "、", ".", "．"})
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  return text;
}

// 各乡镇, 县教育局, 各县（市、区）: by its ending, since 各单位要做好… opens as a name does.
bool ends_as_unit(std::string_view name, const Grammar& grammar) {
  constexpr std::size_t kEnding = 12;   // bytes
  if (ends_as_office(name, grammar)) return true;
  if (name.ends_with("）") && name.rfind("（") != name.npos) name = name.substr(0, name.rfind("（"));
  const GrammarTable& endings = grammar.tables()[GrammarKind::unit_ending];
  for (std::size_t at = name.size(); at > 0 && name.size() - at < kEnding;) {
    at -= text::decode_before(name, at).size;
    const auto match = endings.match_at(name, at);
    if (match && match->end == name.size()) return true;
  }
  return false;
}

// What tells a sentence from a name: a duty (要, 应) or a request (认真, 将) in it, 为 or 根据 at its start.
bool is_said_of(std::string_view piece, const Grammar& grammar) {
  const GrammarTable& words = grammar.tables()[GrammarKind::prose];
  for (std::size_t at = 0; at < piece.size(); at += text::decode(piece, at).size) {
    const auto match = words.match_at(piece, at);
    if (!match) continue;
    const std::string_view use = match->entry->attribute("use");
    if (use == "duty" || use == "asked" || (at == 0 && use == "lead-in")) return true;
  }
  return false;
}

bool may_be_name(std::string_view piece, const Grammar& grammar) {
  constexpr std::size_t kCollective = 10;   // code points: 各人民团体
  const bool collective = is_unit_name(piece, grammar) && text::count_code_points(piece) <= kCollective;
  return (collective || ends_as_unit(piece, grammar)) && !is_said_of(piece, grammar);
}

// Whether a text names offices and nothing else.
bool names_offices(std::string_view text, const Grammar& grammar) {
  const std::string_view list = without_mark(text);
  if (list.empty() || text::count_code_points(list) > kLongest || text::count_code_points(list) < 3) return false;
  for (const std::string_view mark : {"：", "。", "《", "“", "〔"})
    if (list.find(mark) != list.npos) return false;
  const auto pieces = join_levels(list, split_list(list, {0, static_cast<std::uint32_t>(list.size())}), grammar);
  return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](const ListPiece& piece) {
    return may_be_name(list.substr(piece.place.begin, piece.place.size()), grammar);
  });
}

bool is_text(const Line& line) {
  if (line.is_table() || line.owner == Owner::metadata) return false;
  return text::count_code_points(line.text) >= kSentence && (line.text.ends_with("。") || line.text.ends_with("："));
}

void report(const Inspection& notice, const Line& line, std::string list, Findings& findings) {
  findings.push_back(diagnose("addressee-colon", span_in(notice, line, 0, line.text.size()), {std::move(list)}));
}

// The lines of one list that stands right below the title, the number aside; and text below them.
void judge_unread(const Inspection& notice, Findings& findings) {
  std::size_t at = line_at(notice, notice.metadata.title.span.bytes.begin);
  while (at < notice.lines.size() && notice.lines[at].owner == Owner::metadata) ++at;
  std::string joined;
  for (std::size_t i = at; i < std::min(notice.lines.size(), at + kMostLines); ++i) {
    const Line& line = notice.lines[i];
    if (line.owner != Owner::paragraph || read_label(line.text, notice.grammar)) return;
    joined += line.text;
    if (text::count_code_points(joined) > kLongest) return;
    const bool last = i + 1 == notice.lines.size();
    if (last || !names_offices(joined, notice.grammar) || (!is_text(notice.lines[i + 1]) && notice.lines[i + 1].owner != Owner::heading)) continue;
    return report(notice, line, joined, findings);
  }
}

// Addressees whose last line is a sentence: the colon that closes it is not theirs.
void judge_read(const Inspection& notice, Findings& findings) {
  constexpr std::size_t kLine = 20;   // code points of a line that is no rest of a name
  const auto& all = notice.metadata.addressees;
  const std::size_t first = line_at(notice, all.front().span.bytes.begin), last = line_at(notice, all.back().span.bytes.end - 1);
  if (last >= notice.lines.size() || first == last) return;
  const std::string_view sentence = without_mark(notice.lines[last].text);
  if (text::count_code_points(sentence) < kLine || !sentence.ends_with("：") || ends_as_office(sentence.substr(0, sentence.size() - 3), notice.grammar)) return;
  std::string joined;
  for (std::size_t i = first; i < last; ++i) joined += notice.lines[i].text;
  if (names_offices(joined, notice.grammar)) report(notice, notice.lines[last - 1], joined, findings);
}

void run(const Inspection& notice, Findings& findings) {
  if (notice.metadata.title.text.empty() || !kind_of(notice).sent) return;
  if (notice.metadata.addressees.empty()) judge_unread(notice, findings);
  else judge_read(notice, findings);
}

}  // namespace

const Check addressees{kRules, run};

}  // namespace gongwen::checks
