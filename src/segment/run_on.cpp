// One paragraph to many. The text is read once from its beginning, as a person would: the title up to its type, the number, the
// addressees up to their colon; then labels where a sentence has ended and they count up; then the office and the date that
// close the letter, and what comes behind them. Spaces are taken for ends of lines where what stands on either side allows it.
#include "segment/run_on.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/tables.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLeast = 240;          // bytes of a notice
constexpr std::size_t kFront = 1500;         // bytes within which the title stands
constexpr std::size_t kLongestTitle = 480;   // bytes
constexpr std::size_t kLongestList = 1200;   // bytes of addressees
constexpr std::size_t kLongestHeading = 120; // bytes of a heading without a mark

bool is_stop(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }
bool is_pause(char32_t c) { return c == U'；' || c == U'：'; }
bool is_close(char32_t c) { return c == U'）' || c == U'”' || c == U'》' || c == U'】'; }

bool is_balanced(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); i += text::decode(text, i).size) {
    const char32_t c = text::decode(text, i).value;
    depth += (c == U'《' || c == U'（') - (c == U'》' || c == U'）');
  }
  return depth == 0;
}

class Cutter {
 public:
  Cutter(std::string_view text, const Grammar& grammar) : text_(text), grammar_(grammar) {}

  /// Where the text is to be cut, ascending.
  std::vector<std::size_t> run() {
    const std::size_t body = read_front();
    const std::size_t closing = find_closing(body);
    read_body(body);
    read_closing(closing);
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    return cuts_;
  }

  /// Whether the text has the title of a notice.
  [[nodiscard]] bool is_titled() const { return titled_; }

 private:
  [[nodiscard]] std::string_view from(std::size_t at) const { return std::string_view(text_).substr(at); }
  [[nodiscard]] char32_t before(std::size_t at) const { return at == 0 ? 0 : text::decode_before(text_, at).value; }
  [[nodiscard]] std::size_t past_space(std::size_t at) const { return at < text_.size() && text_[at] == ' ' ? at + 1 : at; }
  void cut(std::size_t at) {
    at = past_space(at);
    if (at > 0 && at < text_.size()) cuts_.push_back(at);
  }

  // Where 关于, or 印发《, first stands; npos if neither does near the beginning.
  [[nodiscard]] std::size_t find_about() const {
    const std::string_view head = from(0).substr(0, kFront);
    const GrammarTable& matter = grammar_.tables()[GrammarKind::matter];
    for (auto match = matter.find(head, 0); match; match = matter.find(head, match->end))
      if ((match->entry->attribute("element") == "about" || (match->entry->attribute("element") == "hands_on" && head.substr(match->end).starts_with("《"))) &&
          is_balanced(head.substr(0, match->begin)))   // not in the title of a document that the text cites
        return match->begin;
    return head.npos;
  }

  // The end of the title that begins at or before `about`: …的通知, …的若干意见, brackets closed. 0 if it has none.
  [[nodiscard]] std::size_t title_end(std::size_t about) const {
    constexpr std::size_t kBetween = 12;   // bytes
    const std::string_view rest = from(about).substr(0, kLongestTitle);
    std::size_t of = rest.npos;
    for (std::size_t at = 0; at < rest.size(); at += std::max<std::uint32_t>(1, text::decode(rest, at).size)) {
      if (rest.substr(at).starts_with("。")) return 0;
      if (rest.substr(at).starts_with("的")) of = at;
      if (of == rest.npos || at <= of || at - of > kBetween) continue;
      const auto type = grammar_.tables()[GrammarKind::document_type].match_at(rest, at);
      if (type && type->entry->attribute("statutory") == "true" && is_balanced(rest.substr(0, type->end))) return about + past_bracket(rest, type->end);
    }
    return 0;
  }

  // …的通知（试行）
  static std::size_t past_bracket(std::string_view rest, std::size_t at) {
    const std::size_t close = rest.substr(at).starts_with("（") ? rest.substr(at, 36).find("）") : rest.npos;
    return close == rest.npos ? at : at + close + 3;
  }

  // Cuts up to the text of the letter; where it begins.
  std::size_t read_front() {
    const std::size_t about = find_about();
    const std::size_t end = about == std::string::npos ? 0 : title_end(about);
    titled_ = end != 0;
    return read_addressees(titled_ ? read_title(about, end) : 0);
  }

  std::size_t read_title(std::size_t about, std::size_t at) {
    if (const auto number = find_document_number(from(0).substr(0, about))) {
      cut(number->begin);
      cut(number->end);
      issuer_ = text_.substr(number->end, about - number->end);
    } else {
      const std::size_t space = from(0).substr(0, about).rfind(' ');
      issuer_ = text_.substr(space == text_.npos ? 0 : space + 1, about - (space == text_.npos ? 0 : space + 1));
    }
    std::erase(issuer_, ' ');
    cut_spaces(0, about);
    cut(at);
    at = past_space(at);
    if (const auto number = find_document_number(from(at).substr(0, 90)); number && number->begin == 0) {
      at = past_space(at + number->end);
      cut(at);
    }
    return at;
  }

  std::size_t read_addressees(std::size_t at) {
    const std::size_t colon = from(at).substr(0, kLongestList).find("：");
    const std::string_view list = from(at).substr(0, colon);
    if (colon == list.npos || list.find("。") != list.npos || list.find("《") != list.npos || (!list.starts_with("各") && !ends_as_office(list, grammar_))) return at;
    cut(at + colon + 3);
    return at + colon + 3;
  }

  void cut_spaces(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (text_[i] == ' ' && i + 1 < end && !text::is_ascii_digit(static_cast<unsigned char>(text_[i + 1]))) cut(i);
  }

  // Labels, and spaces at which a line may have ended.
  void read_body(std::size_t begin) {
    for (std::size_t at = begin; at < text_.size(); at += std::max<std::uint32_t>(1, text::decode(text_, at).size)) {
      if (opens_section(at)) {
        cut(at);
        heading_ = at;
      } else if (text_[at] == ' ' && ends_line(at)) {
        cut(at);
        heading_ = text_.npos;
      }
    }
  }

  // Whether a label begins here: behind a sentence or a heading, and the first of its style or the next.
  bool opens_section(std::size_t at) {
    const char32_t c = text::decode(text_, at).value;
    const bool may = text::is_ascii_digit(c) || c == U'（' || c == U'第' || (c >= 0x2460 && c <= 0x24FF) || std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
    if (!may) return false;
    const char32_t left = before(at);
    const bool sentence = is_stop(left) || is_close(left) || left == ' ';
    if (!sentence && !is_pause(left) && !in_heading(at) && c != U'第') return false;
    const auto label = read_label(from(at), grammar_);
    if (!label) return false;
    if (c == U'第' && !sentence && !in_heading(at)) return begins_rules(at, *label);
    const bool small = label->style == "arabic" || label->style == "arabic-paren" || label->style == "circled" || label->style.starts_with("decimal");
    if (is_pause(left) && small) return false;   // a list within a sentence
    auto& last = last_[label->style];
    if (label->number != last + 1 && label->number != 1) return false;
    if (!sentence && !is_pause(left) && label->number != 1) return false;
    last = label->number;
    return true;
  }

  // 第一章 or 第一条 behind a title, where a second one follows a sentence.
  bool begins_rules(std::size_t at, const Label& label) {
    if (label.number != 1 || last_[label.style] != 0) return false;
    std::string second = std::string("。").append(text_.substr(at, label.end));
    const std::size_t one = second.find("一");
    if (one == second.npos) return false;
    second.replace(one, 3, "二");
    if (from(at).find(second) == text_.npos && from(at).find(std::string(second).insert(3, " ")) == text_.npos) return false;
    last_[label.style] = 1;
    return true;
  }

  // Behind a label with no mark since: 二、主要任务（一）…
  [[nodiscard]] bool in_heading(std::size_t at) const {
    if (heading_ == text_.npos || at - heading_ > kLongestHeading || at - heading_ < 12) return false;
    const std::string_view title = from(heading_).substr(0, at - heading_);
    for (const std::string_view mark : {"。", "，", "；", "："})
      if (title.find(mark) != title.npos) return false;
    return true;
  }

  // A space behind a sentence, or behind a heading that has no mark; not one behind its label.
  [[nodiscard]] bool ends_line(std::size_t at) const {
    const char32_t left = before(at);
    if (is_stop(left) || is_pause(left)) return true;
    const auto label = grammar_.tables()[GrammarKind::label].match_at(text_, at + 1);
    if (label && from(label->end).starts_with("：")) return true;
    if (is_close(left)) return !text::is_ascii_digit(text::decode(text_, at + 1).value) && !label_ends(at);
    return in_heading(at) && !label_ends(at);
  }

  [[nodiscard]] bool label_ends(std::size_t at) const {
    if (heading_ == text_.npos) return false;
    const auto label = read_label(from(heading_), grammar_);
    return label && heading_ + label->end >= at;
  }

  // The first date behind an office that closes a sentence, as where the office begins; npos if there is none.
  std::size_t find_closing(std::size_t begin) {
    for (auto date = find_date(text_, begin); date; date = find_date(text_, date->end)) {
      const std::size_t office = office_before(begin, date->begin);
      if (office == date->begin) continue;
      closing_end_ = date->end;
      return office;
    }
    return text_.npos;
  }

  [[nodiscard]] std::size_t office_before(std::size_t begin, std::size_t end) const {
    std::size_t to = end;
    while (to > begin && text_[to - 1] == ' ') --to;
    if (issuer_.size() >= 6 && from(begin).substr(0, to - begin).ends_with(issuer_)) return to - issuer_.size();
    std::size_t at = to;
    while (at > begin && to - at < 120) {
      const text::CodePoint c = text::decode_before(text_, at);
      if (is_stop(c.value) || is_close(c.value) || is_pause(c.value) || c.value == U'，') break;
      if (c.value == ' ' && !ends_as_office(from(0).substr(0, at - 1), grammar_)) break;
      at -= c.size;
    }
    if (c_is_comma(at)) return end;
    return is_office_line(from(at).substr(0, to - at), grammar_) ? at : end;
  }
  [[nodiscard]] bool c_is_comma(std::size_t at) const { return before(at) == U'，' || before(at) == U'；'; }

  // The signature, and behind the date notes, marks of attachments, and copies.
  void read_closing(std::size_t office) {
    if (office == text_.npos) return;
    std::erase_if(cuts_, [&](std::size_t at) { return at > office && at < closing_end_; });
    cut(office);
    cut(closing_end_);
    for (std::size_t at = closing_end_; at < text_.size(); at += std::max<std::uint32_t>(1, text::decode(text_, at).size)) {
      const std::string_view rest = from(at);
      if (rest.starts_with("（此件") && rest.find("）") < 120) {
        cut(at);
        cut(at + rest.find("）") + 3);
      } else if (rest.starts_with("抄送：")) {
        cut(at);
      } else if (rest.starts_with("附件") && (rest.substr(6).starts_with("：") || (rest.size() > 6 && text::is_ascii_digit(static_cast<unsigned char>(rest[6])))) &&
                 (is_stop(before(at)) || is_close(before(at)) || at == closing_end_ || before(at) == ' ')) {
        cut(at);
      }
    }
    cut_attachments(office);
  }

  // 附件：1.…2.… between the last sentence and the signature.
  void cut_attachments(std::size_t office) {
    const std::size_t mark = from(0).substr(0, office).rfind("附件：");
    if (mark == text_.npos || office - mark > 900 || !(is_stop(before(mark)) || is_close(before(mark)) || before(mark) == ' ')) return;
    cut(mark);
    for (std::uint32_t number = 2; number < 30; ++number) {
      const std::string label = std::to_string(number) + ".";
      const std::size_t at = from(mark).substr(0, office - mark).find(label);
      if (at == text_.npos || from(mark).substr(0, at).find("1.") == text_.npos) return;
      cut(mark + at);
    }
  }

  std::string_view text_;
  const Grammar& grammar_;
  std::vector<std::size_t> cuts_;
  std::map<std::string_view, std::uint32_t> last_;
  std::string issuer_;
  bool titled_ = false;
  std::size_t heading_ = std::string::npos;
  std::size_t closing_end_ = 0;
};

struct Longest {
  std::size_t block = 0;
  bool alone = false;   // the text is little else
};

// The paragraph that holds most of the text.
std::optional<Longest> longest_block(const Document& document) {
  Longest longest;
  std::size_t size = 0, all = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) return {};
    all += paragraph->range.size();
    if (paragraph->range.size() <= size) continue;
    size = paragraph->range.size();
    longest.block = i;
  }
  longest.alone = size * 10 >= all * 9 && document.blocks.size() <= 2;
  return size >= kLeast && size * 2 >= all ? std::optional(longest) : std::nullopt;
}

}  // namespace

void cut_run_on(Document& document, const Folded& folded, const Grammar& grammar) {
  const auto longest = longest_block(document);
  if (!longest) return;
  const std::size_t index = longest->block;
  const Paragraph whole = std::get<Paragraph>(document.blocks[index]);
  const Passage passage(folded, whole.range, Passage::Glue::lines);
  Cutter cutter(passage.text(), grammar);
  const std::vector<std::size_t> cuts = cutter.run();
  if (cuts.size() < 2 || (!cutter.is_titled() && !longest->alone)) return;
  std::vector<Block> blocks(document.blocks.begin(), document.blocks.begin() + static_cast<std::ptrdiff_t>(index));
  std::uint32_t begin = whole.range.begin;
  for (const std::size_t cut : cuts) {
    const auto at = static_cast<std::uint32_t>(cut);
    Paragraph piece = whole;
    piece.range = {begin, passage.source({at, at + 1}).begin};
    begin = piece.range.end;
    if (!piece.range.empty()) blocks.emplace_back(piece);
  }
  Paragraph last = whole;
  last.range.begin = begin;
  blocks.emplace_back(last);
  blocks.insert(blocks.end(), document.blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1, document.blocks.end());
  document.blocks = std::move(blocks);
}

}  // namespace gongwen
