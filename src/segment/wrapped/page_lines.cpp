// The paragraphs of a text file to measured lines.
#include "segment/wrapped/page_lines.hpp"

#include <string>
#include <unordered_map>
#include <variant>

#include "segment/furniture.hpp"
#include "text/characters.hpp"

namespace gongwen::wrapped {
namespace {

using text::CharClass;
using text::CodePoint;

constexpr std::uint32_t kWidest = 200;        // columns beyond which no page is
constexpr std::uint32_t kGap = 3;             // columns of white space that set cells apart
constexpr std::uint32_t kLongestWord = 24;
constexpr std::size_t kLongestHead = 120;     // bytes of a line that each page repeats
constexpr int kRepeats = 3;

std::uint32_t columns_of(char32_t c, CharClass kind) {
  if (kind == CharClass::dropped) return 0;
  return kind == CharClass::chinese || kind == CharClass::wide_alnum || c == U'　' ? 2 : 1;
}

bool is_stop(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'：' || c == ';' || c == ':' || c == '!' || c == '?';
}

bool is_drawn(char32_t c) { return (c >= 0x2500 && c <= 0x257F) || c == '|' || c == U'｜' || c == '\t'; }

bool is_latin(char32_t c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c) || c == '.' || c == '-' || c == '/' || c == '%'; }

// Whether the last sentence of a line ends with it: 。 or one of its kind, also before ” and ）.
bool ends_stopped(std::string_view ink) {
  std::size_t at = ink.size();
  for (int n = 0; n < 3 && at > 0; ++n) {
    const CodePoint c = text::decode_before(ink, at);
    if (is_stop(c.value)) return true;
    if (c.value != U'”' && c.value != U'’' && c.value != U'）' && c.value != ')' && c.value != U'」' && c.value != U'』' && c.value != '"') return false;
    at -= c.size;
  }
  return false;
}

Width first_unit(std::string_view ink) {
  Width unit;
  bool word = true, open = true;
  for (std::size_t i = 0; i < ink.size() && unit.points < kLongestWord;) {
    const CodePoint c = text::decode(ink, i);
    const bool first = unit.points == 0;
    word = word && is_latin(c.value);
    if (!first && !word && !open && !closes(c.value)) break;
    open = !word && opens(c.value);
    ++unit.points;
    unit.columns += columns_of(c.value, text::char_class(c.value));
    i += c.size;
  }
  return unit;
}

class LineMeter {
 public:
  LineMeter(std::string_view source, PageLine& line) : source_(source), line_(line) {}

  void run(Range range) {
    const std::string_view whole = source_.substr(range.begin, range.size());
    const std::string_view ink = text::trim(whole);
    line_.ink.begin = range.begin + static_cast<std::uint32_t>(ink.data() - whole.data());
    line_.ink.end = line_.ink.begin + static_cast<std::uint32_t>(ink.size());
    line_.prose = true;
    for (std::uint32_t at = range.begin; at < line_.ink.end && line_.width.columns <= kWidest;) at += take(at);
    line_.prose = line_.prose && line_.width.columns <= kWidest;
    if (!line_.prose || ink.empty()) return;
    line_.first = text::decode(ink, 0).value;
    line_.last = text::decode_before(ink, ink.size()).value;
    line_.stops = ends_stopped(ink);
    line_.unit = first_unit(ink);
  }

 private:
  std::uint32_t take(std::uint32_t at) {
    const CodePoint c = text::decode(source_, at);
    const CharClass kind = text::char_class(c.value);
    const std::uint32_t columns = columns_of(c.value, kind);
    line_.width.columns += columns;
    if (kind != CharClass::dropped) ++line_.width.points;
    if (is_drawn(c.value)) line_.prose = false;
    if (kind == CharClass::space) {
      gap_ += columns;
      if (at < line_.ink.begin) line_.indent += columns;
    } else if (kind != CharClass::dropped) {
      if (gap_ >= kGap && at > line_.ink.begin) line_.prose = false;
      gap_ = 0;
      count(c.value);
      line_.marked = line_.marked || c.value == U'，' || c.value == U'、' || c.value == ',' || is_stop(c.value);
    }
    return c.size;
  }

  void count(char32_t c) {
    constexpr std::int8_t kMost = 100;
    if (c == U'（' || c == '(' || c == U'《' || c == U'〔' || c == U'“' || c == U'【' || c == U'〈') line_.depth = static_cast<std::int8_t>(std::min<int>(line_.depth + 1, kMost));
    if (c == U'）' || c == ')' || c == U'》' || c == U'〕' || c == U'”' || c == U'】' || c == U'〉') line_.depth = static_cast<std::int8_t>(std::max<int>(line_.depth - 1, -kMost));
  }

  std::string_view source_;
  PageLine& line_;
  std::uint32_t gap_ = 0;
};

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == text.npos;
}

// A line without its digits, where it is short enough to be the head or the foot of a page; else "".
std::string head_of(std::string_view text) {
  if (text.size() > kLongestHead) return {};
  for (const std::string_view mark : {"。", "；", "：", "，", "、"})
    if (text.ends_with(mark)) return {};
  std::string head;
  for (const char c : text)
    if (c < '0' || c > '9') head += c;
  return head;
}

}  // namespace

bool closes(char32_t c) noexcept {
  constexpr std::u32string_view kClosing = U"，。、；：！？）》”’」』〕】〉…%％‰℃,;:!?)";
  return kClosing.find(c) != kClosing.npos;
}

bool opens(char32_t c) noexcept {
  constexpr std::u32string_view kOpening = U"（《“‘「『〔【〈(";
  return kOpening.find(c) != kOpening.npos;
}

std::vector<PageLine> read_page_lines(const Document& document) {
  std::vector<PageLine> lines;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block]);
    PageLine line;
    line.block = block;
    if (paragraph != nullptr) {
      line.blank = paragraph->blank_lines_before;
      LineMeter(document.source, line).run(paragraph->range);
    }
    lines.push_back(line);
  }
  return lines;
}

void mark_page_lines(std::vector<PageLine>& lines, const Folded& folded, const Grammar& grammar) {
  std::unordered_map<std::string, int> heads;
  for (const PageLine& line : lines)
    if (std::string head = head_of(folded.view(line.ink)); !head.empty()) ++heads[head];
  for (PageLine& line : lines) {
    const std::string_view text = folded.view(line.ink);
    if (is_digits(text)) {
      line.page = true;
    } else if (const std::string head = head_of(text); !head.empty()) {
      line.page = heads[head] >= kRepeats || is_furniture(text, PagePlace::middle, grammar);
    }
  }
}

}  // namespace gongwen::wrapped
