// The office that signs beside the office that the title names. Either may be shortened (区政府办公室, 青山市东湖区…), so they agree
// where one's characters stand in the other in the same order, and both end as the same kind of office.
#include <algorithm>
#include <array>
#include <string>

#include "checks/kind.hpp"
#include "checks/letter.hpp"
#include "checks/list.hpp"
#include "segment/elements.hpp"
#include "segment/names.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "signature-differs",
         .group = "matter",
         .severity = Severity::warning,
         .basis = Basis::regulation,
         .clause = "党政机关公文处理工作条例，第九条",
         .scope = Scope::letter,
         .message = {"the notice is signed by “{0}”, but its title names “{1}”", "署名“{0}”与标题中的发文机关“{1}”不一致"},
         .what = {"The office that signs is another than the one that the title names. Short names (区政府办公室 for 青山区人民政府办公室) are the same.",
                  "署名的机关与标题中的发文机关不是同一个。规范化简称（如“区政府办公室”）视为一致。"},
         .why = {"Who issues a document answers for it; two names leave that open. The usual slip is 人民政府 for 人民政府办公室.",
                 "发文机关对公文负责，前后两个名称使责任主体不明。最常见的是“人民政府”与“人民政府办公室”混用。"},
         .mend = {"Sign with the office that the title names, or correct the title.", "使署名与标题中的发文机关一致。"},
         .fires = "石泉县人民政府办公室关于开展水库巡查的通知\n石政办发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县人民政府\n2023年3月15日\n",
         .silent = "县政府办公室关于开展水库巡查的通知\n石政办发〔2023〕7号\n\n各乡镇人民政府：\n请于汛前完成水库巡查。\n\n石泉县人民政府办公室\n2023年3月15日\n"},
};

// What stands before 关于, or before 印发 where the title has none.
std::string_view office_of_title(std::string_view title, const Grammar& grammar) {
  const Found about = find_element(title, "about", grammar), hands_on = find_element(title, "hands_on", grammar);
  std::size_t end = std::min(about.begin, hands_on.begin);
  if (end == title.npos) return {};
  const std::string_view office = title.substr(0, end);
  const bool one_office = office.find("等") == office.npos && office.find("《") == office.npos && office.find("、") == office.npos;
  return one_office && ends_as_office(office, grammar) ? office : std::string_view();
}

std::string bare(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const text::CodePoint c = text::decode(name, i);
    if (text::is_han(c.value)) out += name.substr(i, c.size);
    i += c.size;
  }
  return out;
}

// Whether the characters of one stand in the other, in that order.
bool stands_in(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < part.size();) {
    const text::CodePoint c = text::decode(part, i);
    at = whole.find(part.substr(i, c.size), at);
    if (at == whole.npos) return false;
    at += c.size;
    i += c.size;
  }
  return true;
}

// 委员会 and 委, 办公室 and 办, 管委会 are one kind of office; 政府 and 政府办公室 are two.
std::string_view kind_of_office(std::string_view name) {
  for (const auto& [ending, kind] : {std::pair<std::string_view, std::string_view>{"办公室", "办"}, {"办公厅", "办"}, {"办", "办"}, {"委员会", "委"},
                                     {"管委会", "委"}, {"委会", "委"}, {"工委", "委"}, {"委", "委"}})
    if (name.ends_with(ending)) return kind;
  return name.substr(name.size() - text::decode_before(name, name.size()).size);
}

bool agree(std::string_view a, std::string_view b) { return kind_of_office(a) == kind_of_office(b) && (stands_in(a, b) || stands_in(b, a)); }

void run(const Inspection& notice, Findings& findings) {
  const Metadata& metadata = notice.metadata;
  if (metadata.issuers.empty() || !kind_of(notice).sent) return;
  const std::string_view office = office_of_title(metadata.title.text, notice.grammar);
  if (office.empty()) return;
  const std::string wanted = bare(office);
  std::string all, reversed;
  for (const Value& issuer : metadata.issuers) {
    const std::size_t at = line_at(notice, issuer.span.bytes.begin);
    if (at == notice.lines.size() || notice.lines[at].owner != Owner::metadata) return;   // of a page's fields
    if (!ends_as_office(issuer.text, notice.grammar)) return;   // a person signs, or a name that is not known
    all += bare(issuer.text);
    reversed.insert(0, bare(issuer.text));
  }
  if (agree(wanted, all) || agree(wanted, reversed)) return;
  std::string names;
  for (const Value& issuer : metadata.issuers) names += (names.empty() ? "" : "、") + issuer.text;
  const Range place{metadata.issuers.front().span.bytes.begin, std::max(metadata.issuers.front().span.bytes.end, metadata.issuers.back().span.bytes.end)};
  findings.push_back(diagnose("signature-differs", {place, {}}, {names, std::string(office)}));
}

}  // namespace

const Check signature{kRules, run};

}  // namespace gongwen::checks
