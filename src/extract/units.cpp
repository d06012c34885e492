// The text of a cell or an annotation to units by role. Labels cut it into values first; in each value the pieces wait
// until a word of duty (牵头, 按职责分工负责, 配合) says what those before it do.
#include "extract/units.hpp"

#include <algorithm>

#include "extract/deadlines.hpp"
#include "extract/unit_labels.hpp"
#include "extract/unit_names.hpp"
#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestDuty = 60;       // bytes
constexpr std::size_t kLongestPiece = 2400;    // bytes: what is longer is no list of units, and not looked into

class ListReader {
 public:
  /// `by`: the label that gives the fallback.
  ListReader(std::string_view text, UnitRole fallback, const GrammarUse& by, const Grammar& grammar, TextMemo<PlainPiece>* memo, UnitReading& out)
      : text_(text), fallback_(fallback), by_(by), grammar_(grammar), memo_(memo), out_(out) {}

  void read(Range value) {
    std::uint32_t number = 1;
    for (const ListPiece& piece : join_levels(text_, split_list(text_, value), grammar_)) {
      if (is_aside(piece.place) || speaks_of_roles(piece.place)) break;
      read_piece(without_rule(without_item_number(text_, piece.place, number)));
      if (piece.ends_clause) flush_rest();
    }
    flush_rest();
  }

 private:
  void read_piece(const Range whole) {
    const PlainPiece* known = memo_ == nullptr ? nullptr : memo_->find(text_.substr(whole.begin, whole.size()));
    if (known != nullptr) return take_plain(whole.begin, *known);
    Range piece = whole;
    if (piece.empty() || states_rule(piece) || take_deadline(piece)) return;
    saw_with_ = false;
    piece = take_with(strip_before(piece));
    const bool plain = piece == whole && !saw_with_;
    if (const auto mark = duty_in_bracket(piece)) {   // 县委宣传部（牵头）: it alone
      flush_rest();
      piece.end = mark->begin;
      add(trim_name(text_, piece));
      apply(*mark);
      return;
    }
    const auto mark = duty_at_end(piece);
    const bool again = mark && states_again({piece.begin, mark->begin}, *mark);
    piece = trim_name(text_, {piece.begin, mark ? mark->begin : piece.end});
    const std::size_t before = waiting_.size();
    if (!again) add(piece);
    if (plain && waiting_.size() == before + 1 && waiting_.back().place == piece) keep_plain(whole, mark);
    if (mark) apply(*mark);
  }

  // The last name read is all that the piece is, but for its duty.
  void keep_plain(Range whole, const std::optional<DutyMark>& mark) {
    if (memo_ == nullptr) return;
    const Range name = waiting_.back().place;
    PlainPiece plain{{name.begin - whole.begin, name.end - whole.begin}, mark};
    if (mark) plain.duty = moved(*mark, std::uint32_t{0} - whole.begin);
    memo_->keep(text_.substr(whole.begin, whole.size()), std::move(plain));
  }

  void take_plain(std::uint32_t begin, const PlainPiece& plain) {
    const Range name{begin + plain.name.begin, begin + plain.name.end};
    if (!plain.duty) return add_unit(name);
    const DutyMark mark = moved(*plain.duty, begin);
    if (!states_again(name, mark)) add_unit(name);
    apply(mark);
  }

  // 以下任务均需…落实，不再一一列出: a sentence about the list, and the end of it.
  [[nodiscard]] bool is_aside(Range piece) const {
    const std::string_view text = text_.substr(piece.begin, piece.size());
    return text.starts_with("以下") || text.starts_with("不再");
  }

  // A、B。各责任单位按职责分工负责，下同: a sentence about those named, and no unit.
  [[nodiscard]] bool speaks_of_roles(Range piece) const {
    constexpr std::string_view kStop = "。", kEach = "各";
    if (!out_.has_units() || !text_.substr(0, piece.begin).ends_with(kStop) || !text_.substr(piece.begin).starts_with(kEach)) return false;
    return grammar_.tables()[GrammarKind::label].match_at(text_, piece.begin + kEach.size()).has_value();
  }

  // 县工商联（列第一位的为牵头单位，下同）: the bracket is no part of the name.
  [[nodiscard]] Range without_rule(Range piece) const {
    const std::string_view text = text_.substr(piece.begin, piece.size());
    const std::size_t open = text.rfind("（");
    if (!text.ends_with("）") || open == text.npos || open == 0) return piece;
    const std::string_view inner = text.substr(open + 3, text.size() - open - 6);
    const bool rule = inner.ends_with("下同") || grammar_.tables()[GrammarKind::rule].find(inner, 0).has_value();
    return rule ? Range{piece.begin, piece.begin + static_cast<std::uint32_t>(open)} : piece;
  }

  [[nodiscard]] bool states_rule(Range piece) const {
    const std::string_view text = text_.substr(piece.begin, piece.size());
    return text == "下同" || grammar_.tables()[GrammarKind::rule].find(text, 0).has_value();
  }

  // 2025年6月底前完成, 于6月底前: a piece, or the end of one, that says when.
  bool take_deadline(Range& piece) {
    const std::string_view text = text_.substr(piece.begin, piece.size());
    if (const auto found = find_deadline(text, {}, grammar_)) {
      const std::size_t begin = before_time(text.substr(0, found->begin), grammar_).size();
      take_time({piece.begin + found->begin, goes_on(text.substr(found->begin)) ? piece.end : piece.begin + found->end});
      piece.end = piece.begin + static_cast<std::uint32_t>(begin);
      piece = trim_name(text_, piece);
      return piece.empty();
    }
    if (is_unit_name(text, grammar_)) return false;
    const auto whole = read_deadline(text, {}, grammar_);
    if (!whole || whole->deadline.kind == DeadlineKind::unknown) return false;
    take_time(piece);
    return true;
  }

  // 2023年底前完成并长期坚持: more than the day.
  [[nodiscard]] bool goes_on(std::string_view text) const {
    const auto whole = read_deadline(text, {}, grammar_);
    return whole && whole->deadline.kind == DeadlineKind::date && whole->deadline.ongoing;
  }

  // 2023年底前完成，并长期坚持: one time.
  void take_time(Range place) {
    constexpr std::string_view kMark = "，";
    constexpr std::uint32_t kBetween = 15;   // bytes: 完成，
    const bool near = out_.deadline && out_.deadline->end < place.begin && place.begin - out_.deadline->end <= kBetween;
    const bool adds = near && text_.substr(out_.deadline->end, place.begin - out_.deadline->end).ends_with(kMark);
    const Range both = adds ? Range{out_.deadline->begin, place.end} : place;
    out_.deadline = adds && !goes_on(text_.substr(both.begin, both.size())) ? *out_.deadline : both;
  }

  Range strip_before(Range piece) const {
    for (bool again = true; again && !piece.empty();) {
      const auto match = grammar_.tables()[GrammarKind::unit_word].match_at(text_.substr(0, piece.end), piece.begin);
      again = match && match->entry->attribute("use") == "before" && match->end < piece.end;
      if (again) piece.begin = match->end;
    }
    return piece;
  }

  // A会同B: those before it lead, those after it are responsible.
  Range take_with(Range piece) {
    const GrammarTable& words = grammar_.tables()[GrammarKind::unit_word];
    if (piece.size() > kLongestPiece) return piece;
    const std::string_view text = text_.substr(0, piece.end);
    for (std::uint32_t i = piece.begin; i < piece.end; i += text::decode(text_, i).size) {
      const auto match = words.match_at(text, i);
      if (!match || match->entry->attribute("use") != "with" || match->end >= piece.end) continue;
      saw_with_ = true;
      const std::string_view left = text_.substr(piece.begin, i - piece.begin);
      if (left.empty() ? waiting_.empty() && !out_.has_units() : !is_unit_name(without_duty(left), grammar_)) continue;
      Range before{piece.begin, i};
      if (const auto mark = duty_at_end(before)) before.end = mark->begin;
      add(before);
      flush(UnitRole::lead, use_of(*match));
      has_lead_ = true;
      with_ = true;
      with_by_ = use_of(*match);
      return {match->end, piece.end};
    }
    return piece;
  }

  // The longest word of duty that the piece ends in.
  [[nodiscard]] std::optional<DutyMark> duty_at_end(Range piece) const {
    std::optional<DutyMark> found;
    const GrammarTable& duties = grammar_.tables()[GrammarKind::duty];
    const std::string_view text = text_.substr(0, piece.end);
    for (std::uint32_t at = piece.end; at > piece.begin && piece.end - at < kLongestDuty;) {
      at -= text::decode_before(text, at).size;
      const auto match = duties.match_at(text, at);
      if (match && match->end == piece.end) found = DutyMark{at, match->entry->attribute("role"), match->entry->attribute("key"), use_of(*match)};
    }
    return found;
  }

  [[nodiscard]] std::optional<DutyMark> duty_in_bracket(Range piece) const {
    const std::string_view text = text_.substr(piece.begin, piece.size());
    const std::size_t open = text.rfind("（");
    if (!text.ends_with("）") || open == text.npos || open == 0) return {};
    const std::string_view inner = text.substr(open + 3, text.size() - open - 6);
    const auto begin = piece.begin + static_cast<std::uint32_t>(open);
    if (const auto match = grammar_.tables()[GrammarKind::duty].match_whole(inner); match && match->entry->attribute("role") != "extra")
      return DutyMark{begin, match->entry->attribute("role"), "", moved(use_of(*match), begin + 3)};
    const auto label = grammar_.tables()[GrammarKind::label].match_whole(inner);   // 县委宣传部（牵头单位）
    const std::string_view field = label ? label->entry->attribute("field") : "";
    if (field == "lead_units") return DutyMark{begin, "lead", "", moved(use_of(*label), begin + 3)};
    if (field == "supporting_units") return DutyMark{begin, "supporting", "", moved(use_of(*label), begin + 3)};
    return {};
  }

  [[nodiscard]] std::string_view without_duty(std::string_view name) const {
    const auto begin = static_cast<std::uint32_t>(name.data() - text_.data());
    const auto mark = duty_at_end({begin, begin + static_cast<std::uint32_t>(name.size())});
    return mark ? text_.substr(begin, mark->begin - begin) : name;
  }

  static GrammarUse moved(GrammarUse use, std::uint32_t by) {
    use.place = {use.place.begin + by, use.place.end + by};
    return use;
  }
  static DutyMark moved(const DutyMark& mark, std::uint32_t by) { return {mark.begin + by, mark.role, mark.key, moved(mark.by, by)}; }

  void apply(const DutyMark& mark) {
    if (mark.role == "lead") {
      flush(UnitRole::lead, mark.by);
      has_lead_ = true;
    } else if (mark.role == "supporting") {
      flush(UnitRole::supporting, mark.by);
    } else if (mark.role == "extra") {
      add_extra(mark);
    } else {
      // 负责 in a column of leads says nothing new; beside a named lead it does.
      flush(has_lead_ || with_ || fallback_ == UnitRole::responsible ? UnitRole::responsible : fallback_, mark.by);
    }
    with_ = false;
  }

  // Those who guide or supervise, as one value.
  void add_extra(const DutyMark& mark) {
    if (waiting_.empty()) return;
    const Range place{waiting_.front().place.begin, waiting_.back().place.end};
    std::string text;
    for (const UnitReading::Unit& unit : waiting_) text += (text.empty() ? "" : "、") + unit.text;
    out_.extra.emplace_back(mark.key, UnitReading::Unit{std::move(text), place, mark.by});
    waiting_.clear();
  }

  [[nodiscard]] UnitRole rest_role() const {
    if (with_) return UnitRole::responsible;
    return fallback_ == UnitRole::lead && has_lead_ ? UnitRole::responsible : fallback_;
  }

  void flush_rest() { flush(rest_role(), with_ ? with_by_ : by_); }

  void flush(UnitRole role, const GrammarUse& by) {
    auto& list = role == UnitRole::lead ? out_.lead : role == UnitRole::supporting ? out_.supporting : out_.responsible;
    for (UnitReading::Unit& unit : waiting_) unit.by = by;
    list.insert(list.end(), waiting_.begin(), waiting_.end());
    waiting_.clear();
  }

  // A、B。B均为责任单位: a statement about one that is named already.
  [[nodiscard]] bool states_again(Range name, const DutyMark& mark) const {
    constexpr std::string_view kStates[] = {"均为", "都为", "均是", "都是", "为", "是"};
    const std::string_view duty = text_.substr(mark.begin);
    constexpr std::size_t kMost = 64;   // names looked at
    if (out_.lead.size() + out_.responsible.size() > kMost) return false;
    if (std::none_of(std::begin(kStates), std::end(kStates), [&](std::string_view word) { return duty.starts_with(word); })) return false;
    name = trim_name(text_, name);
    const auto named = [&](const UnitReading::Unit& unit) { return unit.text == text_.substr(name.begin, name.size()); };
    return std::any_of(out_.lead.begin(), out_.lead.end(), named) || std::any_of(out_.responsible.begin(), out_.responsible.end(), named);
  }

  void add(Range name) {
    name = trim_name(text_, name);
    const std::string_view text = text_.substr(name.begin, name.size());
    if (text.empty() || is_use(text, "empty")) return;
    if (is_use(text, "same")) {
      out_.same_as_above = true;
      out_.same_role = fallback_;
      return;
    }
    for (const Range part : split_joined(text_, name, grammar_))
      for (const Range open : split_open(part))
        for (const Range unit : split_glued(text_, open, grammar_)) add_unit(trim_name(text_, unit));
  }

  static bool is_collective(std::string_view name) {
    if (text::count_code_points(name) > 12) return false;
    return name.find("有关") != name.npos || name.find("相关") != name.npos || name.find("各") != name.npos;
  }

  [[nodiscard]] bool is_use(std::string_view text, std::string_view use) const {
    const auto match = grammar_.tables()[GrammarKind::unit_word].match_whole(text);
    return match && match->entry->attribute("use") == use;
  }

  // A等部门 is A; A等有关部门 is A and 有关部门.
  [[nodiscard]] std::vector<Range> split_open(Range name) const {
    constexpr std::string_view kOpen = "等";
    const std::string_view text = text_.substr(name.begin, name.size());
    if (text.size() > kLongestPiece) return {name};
    for (std::size_t at = text.rfind(kOpen); at != text.npos && at != 0; at = text.rfind(kOpen, at - 1)) {
      const auto split = name.begin + static_cast<std::uint32_t>(at);
      const std::string_view tail = text.substr(at);
      if (is_use(tail, "open")) return {{name.begin, split}};
      Range rest{split + 3, name.end};
      for (const std::string_view join : {"和", "及", "以及"})
        if (text_.substr(rest.begin, rest.size()).starts_with(join)) rest.begin += static_cast<std::uint32_t>(join.size());
      const std::string_view collective = text_.substr(rest.begin, rest.size());
      if (is_unit_name(text.substr(0, at), grammar_) && is_collective(collective))
        return {{name.begin, split}, rest};
      if (at < 3) break;
    }
    return {name};
  }

  void add_unit(Range name) {
    if (name.empty()) return;
    waiting_.push_back({std::string(text_.substr(name.begin, name.size())), name, {}});
  }

  std::string_view text_;
  UnitRole fallback_;
  GrammarUse by_, with_by_;
  const Grammar& grammar_;
  TextMemo<PlainPiece>* memo_;
  UnitReading& out_;
  std::vector<UnitReading::Unit> waiting_;
  bool saw_with_ = false;   // the piece has a word that may part it in two
  bool has_lead_ = false;
  bool with_ = false;
};

void add_other(std::string_view text, const LabelledValue& labelled, UnitReading& out) {
  const Range place = trim_name(text, labelled.value);
  if (!place.empty()) out.extra.push_back({labelled.label, {std::string(text.substr(place.begin, place.size())), place, labelled.by}});
}

// Places in the joined text to places in the text given.
void place_in_given(UnitReading& out, const std::vector<std::uint32_t>& offsets) {
  const auto move = [&](Range& place) { place = {offsets[place.begin], place.empty() ? offsets[place.begin] : offsets[place.end - 1] + 1}; };
  for (auto* list : {&out.lead, &out.responsible, &out.supporting})
    for (UnitReading::Unit& unit : *list) move(unit.place), move(unit.by.place);
  for (auto& [key, unit] : out.extra) move(unit.place), move(unit.by.place);
  if (out.deadline) move(*out.deadline), move(out.deadline_by.place);
}

}  // namespace

UnitReading read_units(std::string_view given, UnitRole fallback, bool first_leads, const Grammar& grammar, TextMemo<PlainPiece>* pieces) {
  UnitReading out;
  std::vector<std::uint32_t> offsets;
  const bool broken = given.find_first_of(" \n") != given.npos;
  const std::string joined = broken ? join_broken(given, offsets, grammar) : std::string();
  const std::string_view text = broken ? std::string_view(joined) : given;
  for (const LabelledValue& labelled : split_labels(text, grammar)) {
    if (labelled.field == "deadline") {
      const Range place = trim_name(text, labelled.value);
      if (!place.empty()) out.deadline = place, out.deadline_by = labelled.by;
    } else if (labelled.field == "extra") {
      add_other(text, labelled, out);
    } else {
      const UnitRole role = labelled.field == "lead_units" ? UnitRole::lead : labelled.field == "supporting_units" ? UnitRole::supporting
                            : labelled.field == "responsible_units" ? UnitRole::responsible : fallback;
      out.labelled = out.labelled || !labelled.field.empty();
      ListReader(text, role, labelled.by, grammar, pieces, out).read(labelled.value);
    }
  }
  if (first_leads && out.lead.empty() && !out.responsible.empty()) {
    out.lead.push_back(out.responsible.front());
    out.responsible.erase(out.responsible.begin());
    out.first_leads = true;
  }
  if (broken) place_in_given(out, offsets);
  return out;
}

}  // namespace gongwen
