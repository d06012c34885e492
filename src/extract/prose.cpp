// A paragraph to the duties that its sentences give to units. A sentence is read clause by clause: before the clause with the
// subject only a time, a purpose or the like may stand; from there to the next clause with a subject it is one duty.
#include "extract/prose.hpp"

#include <algorithm>

#include "extract/deadlines.hpp"
#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestSubject = 240;   // bytes
constexpr std::size_t kLongestName = 60;       // bytes of one unit in a sentence
constexpr std::size_t kShortestName = 2;       // code points: 各镇
constexpr std::size_t kLongestLeadIn = 90;     // bytes
constexpr std::size_t kShortestDuty = 4;       // code points of what is to be done
constexpr std::size_t kLongestEnding = 24;     // bytes

bool opens(char32_t c) { return c == U'“' || c == U'《' || c == U'（' || c == U'【' || c == U'〔'; }
bool closes(char32_t c) { return c == U'”' || c == U'》' || c == U'）' || c == U'】' || c == U'〕'; }

/// text[range] cut behind each of the marks that stands in no bracket or quotation.
std::vector<Range> cut_behind(std::string_view text, Range range, std::u32string_view marks) {
  std::vector<Range> pieces;
  std::uint32_t from = range.begin;
  int depth = 0;
  for (std::uint32_t i = range.begin; i < range.end;) {
    const text::CodePoint c = text::decode(text, i);
    i += c.size;
    if (opens(c.value)) ++depth;
    else if (closes(c.value) && depth > 0) --depth;
    if (depth != 0 || marks.find(c.value) == marks.npos) continue;
    pieces.push_back({from, i});
    from = i;
  }
  if (from < range.end) pieces.push_back({from, range.end});
  return pieces;
}

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Grammar& grammar, std::vector<ProseDuty>& found)
      : text_(text), grammar_(grammar), words_(grammar.tables()[GrammarKind::prose]), found_(found) {}

  void read(Range sentence) {
    bool open = false;   // the last duty found is this sentence's
    for (const Range clause : cut_behind(text_, sentence, U"，")) {
      if (auto duty = duty_in(clause)) {
        if (open) found_.back().sentence.end = clause.begin;
        duty->sentence = {open ? clause.begin : sentence.begin, sentence.end};
        found_.push_back(std::move(*duty));
        open = true;
      } else if (!open && !leads_in(clause)) {
        return;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view view(Range range) const { return text_.substr(range.begin, range.size()); }

  [[nodiscard]] static bool is_use(const std::optional<GrammarMatch>& match, std::string_view use) {
    return match && match->entry->attribute("use") == use;
  }

  /// 2024年6月底前, 为保障安全, 同时: says when or why, and sets no condition.
  [[nodiscard]] bool leads_in(Range clause) const {
    std::string_view text = view(clause);
    while (text.ends_with("，")) text.remove_suffix(std::string_view("，").size());
    if (text.size() > kLongestLeadIn || holds_told(text)) return false;
    const auto word = words_.match_at(text, 0);
    if (is_use(word, "lead-in") && word->end == text.size()) return true;
    for (const std::string_view condition : {"的", "时", "后", "则"})
      if (text.ends_with(condition)) return false;
    if (is_use(word, "lead-in")) return true;
    const auto when = find_deadline(text, {}, grammar_);
    return when && when->begin == 0 && when->end == text.size();
  }

  /// It tells what was: 已检修, 去年, 制定了.
  [[nodiscard]] bool holds_told(std::string_view text) const {
    for (std::size_t i = 0; i < text.size();) {
      const auto match = words_.match_at(text, i);
      if (is_use(match, "told")) return true;
      i += text::decode(text, i).size;
    }
    return false;
  }

  [[nodiscard]] std::optional<ProseDuty> duty_in(Range clause) const {
    bool asked = false;
    for (const auto& [word, asks] : {std::pair<std::string_view, bool>{"由", false}, {"请", true}})
      if (view(clause).starts_with(word)) {
        clause.begin += static_cast<std::uint32_t>(word.size());
        asked = asks;
      }
    const std::uint32_t last = std::min(clause.end, clause.begin + static_cast<std::uint32_t>(kLongestSubject));
    for (std::uint32_t i = clause.begin; i < last;) {
      const auto match = words_.match_at(text_, i);
      if (is_use(match, "none")) {
        i = match->end;
        continue;
      }
      const bool gives = is_use(match, "duty") || (asked && is_use(match, "asked"));
      if (gives && i > clause.begin && match->end < clause.end) {
        auto duty = duty_of({clause.begin, i}, *match, clause.end);
        if (duty && !holds_told(view(clause))) return duty;
        if (duty) return std::nullopt;
      }
      i += text::decode(text_, i).size;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<ProseDuty> duty_of(Range subject, const GrammarMatch& word, std::uint32_t end) const {
    ProseDuty duty;
    duty.units = units_of(subject);
    if (duty.units.empty()) return std::nullopt;
    if (word.entry->attribute("role") == "lead") duty.role = UnitRole::lead;
    std::uint32_t rest = word.end;
    if (const auto with = words_.match_at(text_, rest); is_use(with, "with")) {
      duty.role = UnitRole::lead;
      rest = with->end;
      duty.helpers = helpers_from(rest, end);
    }
    const Range done = trim_name(text_, {rest, end});
    if (text::count_code_points(view(done).substr(0, 30)) < kShortestDuty) return std::nullopt;
    if (is_use(words_.match_at(text_, rest), "vague")) return std::nullopt;
    return duty;
  }

  /// The units that a subject names; none where it names anything else.
  [[nodiscard]] std::vector<Range> units_of(Range subject) const {
    std::vector<Range> units;
    for (const ListPiece& piece : split_list(text_, subject))
      for (const Range name : split_joined(text_, piece.place, grammar_)) {
        if (!is_particular(view(name))) return {};
        units.push_back(name);
      }
    return units;
  }

  [[nodiscard]] bool is_particular(std::string_view name) const {
    if (name.size() > kLongestName || text::count_code_points(name) < kShortestName || is_use(words_.match_at(name, 0), "not-name") || is_use(words_.match_at(name, 0), "lead-in")) return false;
    for (const std::string_view no_name : {"的", "了", "：", "“", "《"})
      if (name.find(no_name) != name.npos) return false;
    if (!ends_as_unit(name)) return false;
    if (!ends_as_anybody(name)) return true;
    for (const std::string_view anybody : {"各", "有关", "相关", "部门", "单位"})
      if (name.find(anybody) != name.npos) return false;
    const text::CodePoint first = text::decode(name, 0);
    return std::u32string_view(U"省市县区州旗").find(first.value) != std::u32string_view::npos;
  }

  /// 用人单位, 有关部门.
  [[nodiscard]] bool ends_as_anybody(std::string_view name) const {
    for (std::size_t at = name.size(); at > 0 && name.size() - at < kLongestEnding;) {
      at -= text::decode_before(name, at).size;
      if (const auto match = words_.match_at(name, at); is_use(match, "general") && match->end == name.size()) return true;
    }
    return false;
  }

  /// An office, or of 各 a tier of administration: 各镇（街道）.
  [[nodiscard]] bool ends_as_unit(std::string_view name) const {
    if (ends_as_office(name, grammar_)) return true;
    if (!name.starts_with("各")) return false;
    if (const std::size_t open = name.find("（"); open != name.npos && name.ends_with("）")) name = name.substr(0, open);
    return ends_in_place(name);
  }

  [[nodiscard]] bool ends_in_place(std::string_view name) const {
    const GrammarTable& endings = grammar_.tables()[GrammarKind::unit_ending];
    for (std::size_t at = name.size(); at > 0 && name.size() - at < kLongestEnding;) {
      at -= text::decode_before(name, at).size;
      if (const auto match = endings.match_at(name, at); match && match->end == name.size()) return true;
    }
    return false;
  }

  /// The list of units that begins at `at`, which is moved behind it.
  [[nodiscard]] std::vector<Range> helpers_from(std::uint32_t& at, std::uint32_t end) const {
    std::vector<Range> units;
    for (std::uint32_t begin = at; begin < end;) {
      const std::uint32_t close = name_end(begin, end);
      if (close == begin) break;
      units.push_back({begin, close});
      at = begin = close;
      for (const std::string_view join : {"、", "和", "及", "与"})
        if (text_.substr(at).starts_with(join)) begin = at + static_cast<std::uint32_t>(join.size());
      if (begin == at) break;
    }
    return units;
  }

  /// Where the name that begins here ends: at the first ending of a unit, or of an office within it (县委, 县委宣传部).
  [[nodiscard]] std::uint32_t name_end(std::uint32_t begin, std::uint32_t end) const {
    constexpr int kFurther = 3;   // code points
    std::uint32_t found = begin;
    int beyond = 0;
    for (std::uint32_t i = begin; i < end && i - begin < kLongestName && beyond <= kFurther;) {
      const text::CodePoint c = text::decode(text_, i);
      if (found != begin) ++beyond;
      if (beyond > kFurther || c.value == U'、' || c.value == U'，' || c.value == U'。') break;
      i += c.size;
      const std::string_view name = text_.substr(begin, i - begin);
      if (!ends_as_unit(name) || text::count_code_points(name) < 2) continue;
      found = i;
      beyond = 0;
      for (const std::string_view whole : {"局", "厅", "部门", "单位", "公司", "镇", "街道", "乡"})
        if (name.ends_with(whole)) return bracket_end(found, end);
    }
    return bracket_end(found, end);
  }

  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at, std::uint32_t end) const {
    if (!text_.substr(at).starts_with("（")) return at;
    const std::size_t close = text_.substr(0, std::min<std::size_t>(end, at + kLongestName)).find("）", at);
    return close == text_.npos ? at : static_cast<std::uint32_t>(close + std::string_view("）").size());
  }

  std::string_view text_;
  const Grammar& grammar_;
  const GrammarTable& words_;
  std::vector<ProseDuty>& found_;
};

}  // namespace

std::vector<ProseDuty> find_duties(std::string_view text, const Grammar& grammar) {
  std::vector<ProseDuty> found;
  SentenceReader reader(text, grammar, found);
  for (const Range sentence : cut_behind(text, {0, static_cast<std::uint32_t>(text.size())}, U"。；！？")) reader.read(sentence);
  return found;
}

}  // namespace gongwen
