// Brackets and quotation marks to those without a counterpart. What one paragraph opens the next two may close: a saved page breaks
// its lines anywhere, and a quotation may be of several paragraphs.
#include <algorithm>
#include <array>
#include <string>

#include "checks/list.hpp"
#include "checks/own_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "text-bracket-unbalanced",
         .group = "text",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 4.8, 4.9, 4.15",
         .scope = Scope::any,
         .message = {"{1} is missing at “{0}”", "“{0}”处缺少 {1}"},
         .what = {"A bracket, a title mark or a quotation mark that is opened and not closed, or closed and not opened. Half-width and "
                  "full-width brackets close each other; 1） and a） in front of an item need no counterpart.",
                  "括号、书名号或引号只有一半。半角与全角括号可以互相配对；“1）”“a）”之类的项目序号不需要前括号。"},
         .why = {"Where the insertion, the title or the quotation ends is left to the reader to guess; an assignment in the bracket may "
                 "be taken for text.",
                 "插入语、题名或引文的起止只能靠猜；括号内的责任分工也可能被当成正文。"},
         .mend = {"Put in the missing mark, or take the other away.", "补上缺少的一半，或删去多余的一半。"},
         .fires = "关于开展安全检查的通知\n\n各单位要做好检查工作（含夜间检查，认真落实各项措施。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要做好检查工作（含夜间检查），按照《东湖县安全检查办法（试行）》认真落实“一岗双责”。\n"},
};

struct Mark {
  char32_t open, close;
  std::string_view open_text, close_text;
};

constexpr std::array kMarks{
    Mark{U'（', U'）', "（", "）"}, Mark{U'《', U'》', "《", "》"}, Mark{U'“', U'”', "“", "”"}, Mark{U'〔', U'〕', "〔", "〕"},
    Mark{U'【', U'】', "【", "】"}, Mark{U'〈', U'〉', "〈", "〉"}, Mark{U'「', U'」', "「", "」"}, Mark{U'『', U'』', "『", "』"},
    Mark{U'［', U'］', "［", "］"},
};

constexpr std::size_t kNone = kMarks.size();

char32_t wide(char32_t c) { return c == '(' || c == ')' || c == '[' || c == ']' ? c + 0xFEE0 : c; }

std::size_t opening(char32_t c) {
  return static_cast<std::size_t>(std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& mark) { return mark.open == wide(c); }) - kMarks.begin());
}
std::size_t closing(char32_t c) {
  return static_cast<std::size_t>(std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& mark) { return mark.close == wide(c); }) - kMarks.begin());
}

// A mark without a counterpart so far.
struct Loose {
  std::size_t mark = 0;     // in kMarks
  bool opens = false;
  Range place;
  std::size_t text = 0;     // which of the own texts
};

class Balance {
 public:
  Balance(const Inspection& inspection, Findings& findings) : inspection_(inspection), findings_(findings), texts_(own_texts(inspection)) {}

  void run() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      std::erase_if(open_, [&](const Loose& one) { return give_up(one, i); });
      for (const Range& piece : texts_[i].pieces) read(piece, i);
    }
    loose_.insert(loose_.end(), open_.begin(), open_.end());
    report();
  }

 private:
  [[nodiscard]] std::string_view source() const { return inspection_.document.source; }

  // What is opened and is closed in none of the next texts.
  bool give_up(const Loose& one, std::size_t now) {
    constexpr std::size_t kReach = 2;
    if (now - one.text <= kReach) return false;
    loose_.push_back(one);
    return true;
  }

  void read(Range piece, std::size_t index) {
    for (std::uint32_t at = piece.begin; at < piece.end;) {
      const text::CodePoint c = text::decode(source(), at);
      const Range place{at, at + c.size};
      if (const std::size_t opened = opening(c.value); opened != kNone) open_.push_back({opened, true, place, index});
      else if (const std::size_t closed = closing(c.value); closed != kNone) close(closed, place, piece, index);
      at += c.size;
    }
  }

  void close(std::size_t mark, Range place, Range piece, std::size_t index) {
    constexpr std::size_t kDeep = 64;   // a text with so many open brackets is none
    const std::size_t from = open_.size() - std::min(open_.size(), kDeep);
    for (std::size_t i = open_.size(); i-- > from;) {
      if (open_[i].mark != mark) continue;
      for (std::size_t inner = i + 1; inner < open_.size(); ++inner) loose_.push_back(open_[inner]);
      open_.resize(i);
      return;
    }
    if (kMarks[mark].close != U'）' || !numbers_item(place, piece)) loose_.push_back({mark, false, place, index});
  }

  // 1） 12) a） 一）: the bracket behind the number of an item.
  [[nodiscard]] bool numbers_item(Range place, Range piece) const {
    constexpr int kLongest = 3;
    std::uint32_t at = place.begin;
    int characters = 0;
    for (; at > piece.begin && characters <= kLongest; ++characters) {
      const text::CodePoint c = text::decode_before(source(), at);
      const bool counts = text::is_ascii_digit(c.value) || text::is_ascii_letter(c.value) || (c.value >= 0xFF10 && c.value <= 0xFF19) ||
                          std::u32string_view(U"一二三四五六七八九十").find(c.value) != std::u32string_view::npos;
      if (!counts) break;
      at -= c.size;
    }
    if (characters == 0 || characters > kLongest) return false;
    if (at == piece.begin) return true;
    const char32_t before = text::decode_before(source(), at).value;   // of an address (…@县.gov）) it is a point
    return text::is_space(before) || text::is_cjk_punctuation(before) || before == ';' || before == ',' || before == ':';
  }

  // One finding for each kind of mark in a text, and one where a mark is closed by another's: 《…〉.
  void report() {
    std::sort(loose_.begin(), loose_.end(), [](const Loose& a, const Loose& b) { return a.place.begin < b.place.begin; });
    for (std::size_t i = 0; i < loose_.size(); ++i) {
      const Loose& one = loose_[i];
      if (was_reported(i)) continue;
      if (one.opens && i + 1 < loose_.size() && closes_wrongly(one, loose_[i + 1])) {
        say(loose_[++i], kMarks[one.mark].close_text);
        continue;
      }
      say(one, one.opens ? kMarks[one.mark].close_text : kMarks[one.mark].open_text);
    }
  }

  [[nodiscard]] bool was_reported(std::size_t index) const {
    constexpr std::size_t kLook = 16;
    const Loose& one = loose_[index];
    for (std::size_t i = index; i-- > index - std::min(index, kLook);) {
      if (loose_[i].text != one.text) return false;
      if (loose_[i].mark == one.mark && loose_[i].opens == one.opens) return true;
    }
    return false;
  }

  static bool closes_wrongly(const Loose& one, const Loose& next) { return !next.opens && next.text == one.text && next.mark != one.mark; }

  void say(const Loose& one, std::string_view expected) {
    const OwnText& text = texts_[one.text];
    const auto piece = std::find_if(text.pieces.begin(), text.pieces.end(), [&](Range p) { return one.place.begin >= p.begin && one.place.begin < p.end; });
    const std::size_t before = one.opens ? 2 : 8, after = one.opens ? 8 : 2;
    findings_.push_back(diagnose(kRules[0].name, text.span(one.place),
                                 {quote_around(inspection_, one.place, *piece, before, after), std::string(expected)}));
  }

  const Inspection& inspection_;
  Findings& findings_;
  const std::vector<OwnText> texts_;
  std::vector<Loose> open_, loose_;
};

void run(const Inspection& inspection, Findings& findings) { Balance(inspection, findings).run(); }

}  // namespace

const Check brackets{kRules, run};

}  // namespace gongwen::checks
