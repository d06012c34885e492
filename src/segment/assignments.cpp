// Brackets to annotations. A bracket assigns work when it opens with a label, or when units stand in it before a word that
// says what they do.
#include "segment/assignments.hpp"

#include <algorithm>
#include <optional>

#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongest = 2400;       // bytes between the brackets
constexpr std::size_t kLongestDuty = 60;     // bytes
constexpr std::size_t kLongestLabel = 12;    // code points of a label that the grammar does not know
constexpr std::size_t kLongestName = 120;    // bytes in which the first name of a list ends
constexpr std::string_view kColon = "：";

char32_t closing(char32_t open) {
  switch (open) {
    case U'（': return U'）';
    case U'(': return U')';
    case U'〔': return U'〕';
    case U'[': return U']';
    case U'［': return U'］';
    case U'【': return U'】';
    default: return 0;
  }
}

bool is_closing(char32_t c) {
  return c == U'）' || c == U')' || c == U'〕' || c == U']' || c == U'］' || c == U'】';
}

// The word of duty that a clause ends in, as where it begins; npos if it ends in none.
std::size_t closing_duty(std::string_view clause, const GrammarTable& duties) {
  std::size_t found = clause.npos;
  std::size_t at = clause.size();
  while (at > 0 && clause.size() - at < kLongestDuty) {
    at -= text::decode_before(clause, at).size;
    const auto match = duties.match_at(clause, at);
    if (match && match->end == clause.size() && match->entry->attribute("closes") == "true") found = at;
  }
  return found;
}

// The first name of a list of units.
std::string_view first_name(std::string_view list) {
  for (const std::string_view before : {"由", "请"})
    if (list.starts_with(before)) list.remove_prefix(before.size());
  std::size_t end = list.size();
  for (const std::string_view mark : {"、", "，", "；", " ", "/"}) end = std::min(end, list.find(mark));
  return list.substr(0, end);
}

/// What a reading was made by, kept where somebody asks for it.
using Uses = std::vector<GrammarUse>;
void keep(Uses* uses, const GrammarMatch& match, std::size_t offset = 0) {
  if (uses == nullptr) return;
  const auto by = static_cast<std::uint32_t>(offset);
  uses->push_back({match.entry, match.form, {match.begin + by, match.end + by}});
}

// 县商务局及有关镇: the first of two names.
std::string_view before_join(std::string_view name, const Grammar& grammar) {
  const GrammarTable& words = grammar.tables()[GrammarKind::unit_word];
  for (auto match = words.find(name, 0); match; match = words.find(name, match->end))
    if (match->entry->attribute("use") == "join" && ends_as_office(name.substr(0, match->begin), grammar)) return name.substr(0, match->begin);
  return name;
}

bool looks_like_unit(std::string_view name, const Grammar& grammar) {
  if (name.empty() || name.find("谁") != name.npos) return false;
  const auto word = grammar.tables()[GrammarKind::unit_word].match_at(name, 0);
  if (word && word->entry->attribute("use") == "collective") return true;
  if (name.find("各") != name.npos && text::count_code_points(name) <= 14) return true;
  if (name.ends_with("等")) name.remove_suffix(3);
  return ends_as_office(name, grammar) || (text::count_code_points(name) <= 12 && name.ends_with("）"));
}

bool closing_mark_before(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"；", "，", "。", "、", " "})
    if (text.substr(0, at).ends_with(mark)) return true;
  return false;
}

// Whether a label assigns work by itself; 适用范围 and 时间 do so only beside one that does.
bool stands_alone(const GrammarEntry& label) { return label.attribute("field") != "extra" && label.attribute("alone") != "false"; }

// A label of units or a deadline with its colon, at or after `from`.
std::size_t find_label(std::string_view text, std::size_t from, const GrammarTable& labels) {
  for (auto match = labels.find(text, from); match; match = labels.find(text, match->end))
    if (stands_alone(*match->entry) && text.substr(match->end).starts_with(kColon)) return match->begin;
  return text.npos;
}

// 【责任单位】 before its value, without a colon: where the value begins, 0 if none does.
std::size_t bracketed_label_end(std::string_view text, std::size_t at, const Grammar& grammar) {
  constexpr std::string_view kOpen = "【", kClose = "】";
  if (!text.substr(at).starts_with(kOpen)) return 0;
  const auto match = grammar.tables()[GrammarKind::label].match_at(text, at + kOpen.size());
  if (!match || !stands_alone(*match->entry) || !text.substr(match->end).starts_with(kClose)) return 0;
  const std::size_t end = match->end + kClose.size();
  if (text.substr(end).starts_with(kColon) || match->entry->attribute("field") == "deadline") return end;
  const std::string_view name = first_name(text.substr(end, kLongestName));
  return looks_like_unit(name.substr(0, std::min(name.find("。"), name.find("【"))), grammar) ? end : 0;
}

// A bracket that opens with a label; with one such as 适用范围：… only beside one that assigns.
bool has_label(std::string_view inner, const GrammarTable& labels) {
  const std::size_t colon = inner.find(kColon);
  if (colon == inner.npos || colon == 0) return false;
  const std::size_t label = find_label(inner, 0, labels);
  if (label == 0 || (label != inner.npos && labels.match_whole(inner.substr(0, colon)))) return true;
  if (label == inner.npos || text::count_code_points(inner.substr(0, colon)) > kLongestLabel) return false;
  return closing_mark_before(inner, label);
}

// 2022年6月底前完成: a clause that says when.
bool says_when(std::string_view clause) {
  if (clause.find_first_of("0123456789") == clause.npos && clause.find("年") == clause.npos) return false;
  for (const std::string_view end : {"前", "完成", "底", "末", "日", "月", "年"})
    if (clause.ends_with(end)) return clause.find("年") != clause.npos || clause.find("月") != clause.npos || clause.find("季度") != clause.npos;
  return false;
}

std::string_view without_time(std::string_view inner) {
  const std::size_t end = inner.find("，");
  return end != inner.npos && says_when(inner.substr(0, end)) ? inner.substr(end + 3) : inner;
}

// 县水利局于6月底前完成: a unit, and the day by which it is to be done.
bool completes(std::string_view inner, const Grammar& grammar) {
  constexpr std::string_view kDone = "完成";
  if (!inner.ends_with(kDone)) return false;
  const GrammarTable& deadlines = grammar.tables()[GrammarKind::deadline];
  const auto when = deadlines.find(inner);
  if (!when || when->begin == 0) return false;
  const std::string_view name = before_time(inner.substr(0, when->begin), grammar);
  std::string_view behind = inner.substr(when->end);
  bool by = when->entry->attribute("task") == "yes";
  if (const auto mark = deadlines.match_at(behind, 0); mark && mark->entry->attribute("kind") == "before") {
    by = by || when->entry->attribute("task") == "marked";
    behind.remove_prefix(mark->end);
  }
  return by && behind == kDone && looks_like_unit(name, grammar);
}

// The ending by which a name looks like a unit; brackets and collectives need none.
void keep_ending(Uses* uses, std::string_view whole, std::string_view name, const Grammar& grammar) {
  if (uses == nullptr) return;
  if (name.ends_with("等")) name.remove_suffix(3);
  if (const auto ending = office_ending(name, grammar)) keep(uses, *ending, static_cast<std::size_t>(name.data() - whole.data()));
}

// 县住建局（牵头）、县公安局: a name that says what it does in a bracket of its own.
std::optional<GrammarMatch> bracketed_duty(std::string_view inner, const GrammarTable& duties) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  for (std::size_t at = inner.find(kOpen); at != inner.npos; at = inner.find(kOpen, at + kOpen.size())) {
    const auto match = duties.match_at(inner, at + kOpen.size());
    if (match && inner.substr(match->end).starts_with(kClose) && match->entry->attribute("closes") == "true") return match;
  }
  return {};
}

bool assigns(std::string_view inner, const Grammar& grammar, Uses* uses = nullptr) {
  const GrammarTables& tables = grammar.tables();
  if (has_label(inner, tables[GrammarKind::label])) {
    if (uses != nullptr) keep(uses, *tables[GrammarKind::label].match_at(inner, find_label(inner, 0, tables[GrammarKind::label])));
    return true;
  }
  const std::string_view whole = inner;
  inner = without_time(inner);
  if (inner.ends_with("。")) inner.remove_suffix(std::string_view("。").size());
  if (completes(inner, grammar)) {
    if (uses != nullptr) keep(uses, *tables[GrammarKind::deadline].find(inner), static_cast<std::size_t>(inner.data() - whole.data()));
    return true;
  }
  std::string_view name = first_name(inner);
  if (!looks_like_unit(name, grammar)) {
    // 县教育局牵头负责: the name and its duty are one piece
    const std::size_t duty = closing_duty(name, tables[GrammarKind::duty]);
    if (duty == name.npos || !looks_like_unit(before_join(name.substr(0, duty), grammar), grammar)) return false;
    name = name.substr(0, duty);
  }
  if (const auto duty = bracketed_duty(inner, tables[GrammarKind::duty])) {
    keep_ending(uses, whole, name, grammar);
    keep(uses, *duty, static_cast<std::size_t>(inner.data() - whole.data()));
    return true;
  }
  for (std::size_t from = 0; from <= inner.size();) {
    std::size_t end = std::min({inner.find("，", from), inner.find("；", from), inner.find("。", from), inner.size()});
    const std::string_view clause = inner.substr(from, end - from);
    if (const std::size_t duty = closing_duty(clause, tables[GrammarKind::duty]); duty != inner.npos) {
      keep_ending(uses, whole, name, grammar);
      if (uses != nullptr) keep(uses, *tables[GrammarKind::duty].match_at(clause, duty), static_cast<std::size_t>(clause.data() - whole.data()));
      return true;
    }
    from = end + 3;
  }
  return false;
}

// …体系。责任单位：县发展改革局。 A label that follows the last sentence of a paragraph, up to its end.
std::optional<AssignmentPlace> labelled_tail(std::string_view text, const Grammar& grammar) {
  constexpr std::string_view kStop = "。";
  const GrammarTable& labels = grammar.tables()[GrammarKind::label];
  for (std::size_t stop = text.find(kStop); stop != text.npos; stop = text.find(kStop, stop + kStop.size())) {
    const std::size_t begin = stop + kStop.size();
    const auto match = labels.match_at(text, begin);
    if (!match || !stands_alone(*match->entry) || !text.substr(match->end).starts_with(kColon)) continue;
    if (text.size() - begin > kLongest) continue;
    const auto from = static_cast<std::uint32_t>(begin), to = static_cast<std::uint32_t>(text.size());
    return AssignmentPlace{from, to, from, to};
  }
  return {};
}

// …体系。【牵头单位】县水利局【责任单位】县财政局 The first such label, up to the paragraph's end.
std::optional<AssignmentPlace> bracketed_tail(std::string_view text, const Grammar& grammar) {
  for (std::size_t at = text.find("【"); at != text.npos; at = text.find("【", at + 1)) {
    if (at == 0 || bracketed_label_end(text, at, grammar) == 0 || text.size() - at > kLongest) continue;
    const auto from = static_cast<std::uint32_t>(at), to = static_cast<std::uint32_t>(text.size());
    return AssignmentPlace{from, to, from, to};
  }
  return {};
}

}  // namespace

std::vector<AssignmentPlace> find_assignments(std::string_view text, const Grammar& grammar) {
  struct Open {
    std::uint32_t begin, inner;
    char32_t close;
  };
  std::vector<AssignmentPlace> found;
  std::vector<Open> open;
  for (std::uint32_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80 ? (byte != '(' && byte != ')' && byte != '[' && byte != ']') : (byte >= 0xE4 && byte <= 0xE9)) {
      i += byte < 0x80 ? 1 : 3;
      continue;
    }
    const text::CodePoint c = text::decode(text, i);
    if (const char32_t close = closing(c.value); close != 0) {
      open.push_back({i, i + c.size, close});
    } else if (is_closing(c.value)) {
      while (!open.empty() && open.back().close != c.value) open.pop_back();
      if (!open.empty()) {
        const Open left = open.back();
        open.pop_back();
        if (i - left.inner <= kLongest && assigns(text.substr(left.inner, i - left.inner), grammar)) {
          while (!found.empty() && found.back().begin > left.begin) found.pop_back();   // the outer one holds the inner
          found.push_back({left.begin, i + c.size, left.inner, i});
        }
      }
    }
    i += c.size;
  }
  if (const auto tail = bracketed_tail(text, grammar); tail && (found.empty() || found.back().end <= tail->begin)) found.push_back(*tail);
  if (const auto tail = labelled_tail(text, grammar); tail && (found.empty() || found.back().end <= tail->begin)) found.push_back(*tail);
  return found;
}

bool is_label_line(std::string_view text, bool after_label_line, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::label].match_at(text, 0);
  if (!match || !text.substr(match->end).starts_with(kColon)) return bracketed_label_end(text, 0, grammar) != 0;
  return after_label_line || stands_alone(*match->entry);
}

std::vector<GrammarUse> assignment_uses(std::string_view inner, const Grammar& grammar) {
  Uses uses;
  if (!assigns(inner, grammar, &uses)) uses.clear();
  return uses;
}

std::optional<GrammarMatch> first_leads_rule(std::string_view text, const Grammar& grammar) {
  if (text.find("第一") == text.npos && text.find("首") == text.npos && text.find("第1") == text.npos) return {};
  const GrammarTable& rules = grammar.tables()[GrammarKind::rule];
  auto match = rules.find(text, 0);
  while (match && match->entry->attribute("effect") != "first-leads") match = rules.find(text, match->end);
  return match;
}

std::size_t find_first_leads_rule(std::string_view text, const Grammar& grammar) {
  const auto rule = first_leads_rule(text, grammar);
  return rule ? rule->begin : text.npos;
}

}  // namespace gongwen
