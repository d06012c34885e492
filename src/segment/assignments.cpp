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

bool looks_like_unit(std::string_view name, const Grammar& grammar) {
  if (name.empty() || name.find("谁") != name.npos) return false;
  for (const std::string_view collective : {"各", "有关", "相关", "全市", "全县", "全区"})
    if (name.starts_with(collective)) return true;
  if (name.find("各") != name.npos && text::count_code_points(name) <= 14) return true;
  if (name.ends_with("等")) name.remove_suffix(3);
  return ends_as_office(name, grammar) || (text::count_code_points(name) <= 12 && name.ends_with("）"));
}

bool has_label(std::string_view inner, const GrammarTable& labels) {
  const auto match = labels.match_at(inner, 0);
  if (!match || !inner.substr(match->end).starts_with(kColon)) return false;
  if (match->entry->attribute("field") != "extra") return true;
  // 适用范围：… assigns only beside a label that does.
  for (auto next = labels.find(inner, match->end); next; next = labels.find(inner, next->end))
    if (next->entry->attribute("field") != "extra" && inner.substr(next->end).starts_with(kColon)) return true;
  return false;
}

bool assigns(std::string_view inner, const Grammar& grammar) {
  const GrammarTables& tables = grammar.tables();
  if (has_label(inner, tables[GrammarKind::label])) return true;
  if (!looks_like_unit(first_name(inner), grammar)) {
    // 县教育局牵头负责: the name and its duty are one piece
    const std::string_view name = first_name(inner);
    const std::size_t duty = closing_duty(name, tables[GrammarKind::duty]);
    if (duty == name.npos || !looks_like_unit(name.substr(0, duty), grammar)) return false;
  }
  for (std::size_t from = 0; from <= inner.size();) {
    std::size_t end = std::min({inner.find("，", from), inner.find("；", from), inner.find("。", from), inner.size()});
    if (closing_duty(inner.substr(from, end - from), tables[GrammarKind::duty]) != inner.npos) return true;
    from = end + 3;
  }
  return false;
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
  return found;
}

bool is_label_line(std::string_view text, bool after_label_line, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::label].match_at(text, 0);
  if (!match || !text.substr(match->end).starts_with(kColon)) return false;
  return after_label_line || match->entry->attribute("field") != "extra";
}

std::size_t find_first_leads_rule(std::string_view text, const Grammar& grammar) {
  if (text.find("第一") == text.npos && text.find("首") == text.npos && text.find("第1") == text.npos) return text.npos;
  const auto match = grammar.tables()[GrammarKind::rule].find(text, 0);
  return match ? match->begin : text.npos;
}

}  // namespace gongwen
