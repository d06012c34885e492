// A name that is no rule's becomes a sentence with the nearest one that is.
#include "cli/check/names.hpp"

#include <algorithm>

#include <gongwen/rule.hpp>

namespace gongwen::cli {
namespace {

// Insertions, deletions and replacements that make one of the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t replaced = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::vector<std::string_view> known_names(bool groups) {
  std::vector<std::string_view> names;
  for (const Rule* rule : rules()) {
    names.push_back(rule->name);
    if (groups) names.push_back(rule->group);
  }
  if (groups) names.emplace_back("all");
  return names;
}

// None where nothing is near: a wrong guess is worse than none.
std::string_view nearest(std::string_view name, bool groups) {
  constexpr std::size_t kLongest = 100;
  if (name.size() > kLongest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string_view known : known_names(groups))
    if (const std::size_t far = distance(name, known); far < least) least = far, best = known;
  return best;
}

std::string fault(std::string_view name, bool groups, Language language) {
  const bool chinese = language == Language::zh;
  const std::string quoted = "“" + std::string(name) + "”", near(nearest(name, groups));
  std::string out = chinese ? "没有" + quoted + "这条规则" : quoted + " is no rule";
  if (!near.empty()) out += chinese ? "；是否指“" + near + "”？" : "; did you mean “" + near + "”?";
  return out + (near.empty() ? chinese ? "；" : "; " : chinese ? "" : " ") + (chinese ? "全部规则见 gongwen rules" : "gongwen rules lists them");
}

}  // namespace

bool is_rule_or_group(std::string_view name) {
  const auto all = rules();
  return name == "all" || std::any_of(all.begin(), all.end(), [&](const Rule* rule) { return rule->name == name || rule->group == name; });
}

std::string name_fault(const std::vector<std::string>& names, Language language) {
  const auto unknown = std::find_if_not(names.begin(), names.end(), is_rule_or_group);
  return unknown == names.end() ? std::string() : fault(*unknown, true, language);
}

std::string rule_fault(std::string_view name, Language language) {
  return find_rule(name) != nullptr ? std::string() : fault(name, false, language);
}

}  // namespace gongwen::cli
