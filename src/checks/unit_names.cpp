// The names of units in a notice's records to those that are one office's, written in two ways, and to those that a list of known
// units does not have. An office is its level (市) and its full name, of which the grammar knows the short forms; a caller's
// [[alias]] entries go before.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/list.hpp"
#include "grammar/tables.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "unit-unknown",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is not among the known units", "“{0}”不在单位名录中"},
         .what = {"A unit of a task that is not in the list of known units, where such a list is given. Collective names (各乡镇, 有关部门) are known.",
                  "给出单位名录时，任务中的单位不在名录之内。“各乡镇”“有关部门”等统称不在此限。"},
         .why = {"A name that nobody bears charges nobody: it is misspelt, out of date, or missing from the list.", "名录中没有的名称，或者写错，或者已更名，任务便无人承接。"},
         .mend = {"Write the name as the list has it, or add it to the list.", "按名录改正名称，或将其补入名录。"}},
    Rule{.name = "unit-written-two-ways",
         .group = "units",
         .severity = Severity::warning,
         .scope = Scope::task,
         .message = {"“{0}” is the unit that this notice elsewhere calls “{1}”", "“{0}”与本文其他各处的“{1}”是同一单位，写法不一"},
         .what = {"A unit that the tasks of one notice name in two ways: 市发改委 and 市发展改革委. The finding stands at the rarer one.",
                  "同一公文的任务中，同一单位有两种写法，如“市发改委”和“市发展改革委”。在较少见的写法处报告。"},
         .why = {"Readers wonder whether two units are meant, and what is counted by unit falls apart.", "读者会误以为是两个单位，按单位汇总时也会分散。"},
         .mend = {"Write one name throughout.", "全文统一为一种写法。"},
         .fires = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县发展改革局\n2\t疏浚河道。\t县发展改革局\n3\t维护路灯。\t县发改局\n",
         .silent = "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位\n1\t修缮校舍。\t县发展改革局\n2\t疏浚河道。\t市发改局\n3\t维护路灯。\t县发展改革局\n"},
};

std::string_view id_of(GrammarKind kind, std::string_view name, const GrammarTables& tables) {
  const auto match = tables[kind].match_whole(name);
  return match ? std::string_view(match->entry->id) : std::string_view();
}

/// 市, 清河县, 国家: what may stand before the name of an office.
bool is_level(std::string_view prefix) {
  static constexpr std::array<std::string_view, 9> kEnds{"省", "市", "州", "县", "区", "旗", "盟", "镇", "国家"};
  return prefix.empty() || std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return prefix.ends_with(end); });
}

/// 社会发展（应急管理）局 as 社会发展局（应急管理局）: the ending that both offices of the name share stands behind each.
std::string with_own_endings(std::string_view name) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  const std::size_t open = name.find(kOpen), close = name.find(kClose);
  if (open == name.npos || open == 0 || close == name.npos || close < open || close + kClose.size() == name.size()) return std::string(name);
  const std::string_view ending = name.substr(close + kClose.size());
  if (ending.find(kOpen) != ending.npos) return std::string(name);
  const std::string_view inner = name.substr(open + kOpen.size(), close - open - kOpen.size());
  return std::string(name.substr(0, open)).append(ending).append(kOpen).append(inner).append(ending).append(kClose);
}

/// What two names of one office have in common. `name` has simplified characters.
std::string office_of(std::string_view name, const GrammarTables& tables) {
  if (const std::string_view full = id_of(GrammarKind::alias, name, tables); !full.empty()) return std::string(full);
  constexpr std::size_t kLongestLevel = 36;   // bytes
  for (std::size_t at = 0; at < std::min(name.size(), kLongestLevel); at += text::decode(name, at).size) {
    if (!is_level(name.substr(0, at))) continue;
    if (const std::string_view full = id_of(GrammarKind::unit_name, name.substr(at), tables); !full.empty())
      return std::string(name.substr(0, at)).append(full);
  }
  return with_own_endings(name);
}

bool is_collective(std::string_view name) {
  for (const std::string_view word : {"各", "有关", "相关", "其他", "所有", "全体", "责任", "牵头", "成员"})
    if (name.starts_with(word)) return true;
  return name.find("各") != name.npos || name.find("有关") != name.npos || name.find("相关") != name.npos;
}

template <class See>
void each_unit(const std::vector<Task>& tasks, See see) {
  for (const Task& task : tasks)
    for (const auto* list : {&task.lead_units, &task.responsible_units, &task.supporting_units})
      for (const Value& unit : *list) see(unit);
}

// ---- Two ways -------------------------------------------------------------------------------------------------------

struct Form {
  const Value* first;
  std::size_t count = 0;
};

void find_two_ways(const Inspection& inspection, Findings& findings) {
  std::map<std::string_view, Form> forms;
  each_unit(inspection.tasks, [&](const Value& unit) { ++forms.try_emplace(unit.text, Form{&unit}).first->second.count; });
  std::map<std::string, std::vector<const Form*>> offices;
  for (const auto& [name, form] : forms) offices[office_of(name, inspection.grammar.tables())].push_back(&form);
  for (auto& [office, ways] : offices) {
    if (ways.size() < 2) continue;
    std::sort(ways.begin(), ways.end(), [](const Form* a, const Form* b) {
      return a->count != b->count ? a->count > b->count : a->first->span.bytes.begin < b->first->span.bytes.begin;
    });
    for (std::size_t i = 1; i < ways.size(); ++i)
      findings.push_back(diagnose("unit-written-two-ways", ways[i]->first->span, {ways[i]->first->text, ways[0]->first->text}));
  }
}

// ---- Known units ----------------------------------------------------------------------------------------------------

class KnownUnits {
 public:
  KnownUnits(const std::vector<std::string>& names, const GrammarTables& tables) : tables_(tables) {
    for (const std::string& name : names) {
      const std::string read = text::simplified(name);
      offices_.emplace(office_of(read, tables), name);
      if (const auto level = tables[GrammarKind::unit_word].match_at(read, 0); level && level->entry->attribute("use") == "level")
        names_.insert(read.substr(level->end));   // 财政局 in a list after 市教育局 is 市财政局
      names_.insert(read);
    }
  }

  [[nodiscard]] bool has(std::string_view name) const {
    if (is_collective(name) || names_.contains(name)) return true;
    const std::size_t bracket = name.find("（");
    return bracket != name.npos && bracket > 0 && names_.contains(name.substr(0, bracket));
  }

  /// The known name of the same office; "" if there is none.
  [[nodiscard]] std::string_view like(std::string_view name) const {
    const auto found = offices_.find(office_of(name, tables_));
    return found == offices_.end() ? std::string_view() : std::string_view(found->second);
  }

 private:
  const GrammarTables& tables_;
  std::set<std::string, std::less<>> names_;
  std::map<std::string, std::string> offices_;
};

void find_unknown(const Inspection& inspection, Findings& findings) {
  if (inspection.options.known_units.empty()) return;
  const KnownUnits known(inspection.options.known_units, inspection.grammar.tables());
  std::set<std::string_view> seen;
  each_unit(inspection.tasks, [&](const Value& unit) {
    if (!seen.insert(unit.text).second || known.has(unit.text)) return;
    std::vector<std::string> arguments{unit.text};
    if (const std::string_view like = known.like(unit.text); !like.empty()) arguments.emplace_back(like);
    findings.push_back(diagnose("unit-unknown", unit.span, std::move(arguments)));
  });
}

void run(const Inspection& inspection, Findings& findings) {
  find_two_ways(inspection, findings);
  find_unknown(inspection, findings);
}

}  // namespace

const Check unit_names{kRules, run};

}  // namespace gongwen::checks
