// The unit lists of records to counts by full name.
#include <gongwen/units.hpp>

#include <algorithm>
#include <set>
#include <string_view>

#include "grammar/tables.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

bool is_use(const std::optional<GrammarMatch>& match, std::string_view use) { return match && match->entry->attribute("use") == use; }

/// The level that a name opens with: 市 in 市教育局; "" if none.
std::string_view level_of(std::string_view name, const GrammarTable& words) {
  const auto match = words.match_at(name, 0);
  return is_use(match, "level") && match->end < name.size() ? name.substr(0, match->end) : std::string_view();
}

bool ends_as_carried(std::string_view name, const GrammarTable& words) {
  for (std::size_t at = text::decode(name, 0).size; at < name.size(); at += text::decode(name, at).size)
    if (is_use(words.match_whole(name.substr(at)), "carried")) return true;
  return false;
}

/// A place within a name makes it one of its own: 和平区教育局.
bool holds_place(std::string_view name, const GrammarTables& tables) {
  for (std::size_t at = 0; at < name.size();) {
    if (const auto word = tables[GrammarKind::unit_word].match_at(name, at); is_use(word, "none")) {
      at = word->end;
      continue;
    }
    const auto ending = tables[GrammarKind::unit_ending].match_at(name, at);
    if (ending && ending->entry->attribute("kind") == "place") return true;
    at += text::decode(name, at).size;
  }
  return false;
}

bool is_collective(std::string_view name) {
  for (const std::string_view word : {"各", "有关", "相关", "其他", "所有", "全体"})
    if (name.starts_with(word)) return true;
  return name.find("各") != name.npos;
}

/// Whether a level may be passed on to a name.
bool may_carry(std::string_view name, const GrammarTables& tables) {
  if (name.find("（") != name.npos || is_collective(name)) return false;
  const GrammarTable& words = tables[GrammarKind::unit_word];
  return !is_use(words.match_at(name, 0), "national") && ends_as_carried(name, words) && !holds_place(name, tables);
}

/// Whether nothing but a mark stands between two names of the source.
bool are_neighbours(const Value& left, const Value& right, std::string_view source) {
  if (left.span.cell != right.span.cell || left.span.bytes.end > right.span.bytes.begin || right.span.bytes.begin > source.size()) return false;
  std::string_view between = source.substr(left.span.bytes.end, right.span.bytes.begin - left.span.bytes.end);
  while (!between.empty() && text::is_space(text::decode(between, 0).value)) between.remove_prefix(text::decode(between, 0).size);
  while (!between.empty() && text::is_space(text::decode_before(between, between.size()).value))
    between.remove_suffix(text::decode_before(between, between.size()).size);
  return between == "、" || between == "，" || between == "," || between == "和" || between == "及" || between == "与";
}

/// The full name of an alias; "" if the name is none.
std::string_view alias_of(std::string_view name, const GrammarTables& tables) {
  const auto match = tables[GrammarKind::alias].match_whole(name);
  return match ? std::string_view(match->entry->id) : std::string_view();
}

}  // namespace

void UnitCounts::add(const Notice& notice) {
  ++notices_;
  for (const Task& task : notice.tasks) {
    add_list(notice, task.lead_units, &Unit::lead);
    add_list(notice, task.responsible_units, &Unit::responsible);
    add_list(notice, task.supporting_units, &Unit::supporting);
  }
}

void UnitCounts::add_list(const Notice& notice, const std::vector<Value>& list, std::size_t Unit::*role) {
  const GrammarTables& tables = grammar_.tables();
  std::set<std::string> seen;   // a unit that stands in a list twice counts once
  std::string level;            // of the name before
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string& written = list[i].text;
    const std::string read = text::simplified(written);   // byte for byte as long: what the grammar matches
    if (i == 0 || !are_neighbours(list[i - 1], list[i], notice.text)) level.clear();
    std::string name(alias_of(read, tables));
    const std::string_view own = level_of(read, tables[GrammarKind::unit_word]);
    if (!own.empty()) level = written.substr(0, own.size());
    else if (!level.empty() && !may_carry(read, tables)) level.clear();
    if (name.empty()) {
      name = own.empty() ? level + written : written;
      if (const std::string_view full = alias_of(text::simplified(name), tables); !full.empty()) name = full;
    }
    Entry& entry = entries_[name];
    ++entry.written[written];
    if (!seen.insert(name).second) continue;
    ++(entry.unit.*role);
    if (std::exchange(entry.last_notice, notices_) != notices_) ++entry.unit.notices;
  }
}

std::vector<UnitCounts::Unit> UnitCounts::sorted() const {
  std::vector<Unit> units;
  for (const auto& [name, entry] : entries_) {
    units.push_back(entry.unit);
    units.back().name = name;
    auto& written = units.back().written;
    written.assign(entry.written.begin(), entry.written.end());
    std::stable_sort(written.begin(), written.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.total() > b.total(); });
  return units;   // among equals the map's order stands: that of bytes, which in UTF-8 is that of code points
}

}  // namespace gongwen
