// Source text to folded text, in one pass over the code points of each line, after a look at the line's brackets: a pair
// is Chinese or not as a pair. Runs that fold to themselves are copied whole.
#include "normalize/folded.hpp"

#include <algorithm>

#include "normalize/artefacts.hpp"
#include "normalize/emphasis.hpp"
#include "text/characters.hpp"
#include "text/traditional.hpp"

namespace gongwen {
namespace {

using text::CharClass;
using text::CodePoint;

bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }
bool is_digit_or_wide(char32_t c) noexcept { return is_digit(c) || (c >= 0xFF10 && c <= 0xFF19); }
std::uint32_t digit_value(char32_t c) noexcept { return c >= 0xFF10 ? c - 0xFF10 : c - '0'; }

// The half-width marks that become full width in Chinese context, and what they become.
char32_t full_width_mark(char32_t c) noexcept {
  switch (c) {
    case ',': case ';': case ':': case '?': case '!': return c + 0xFEE0;
    default: return 0;
  }
}

enum class Bracket : std::uint8_t { none, open, close };

// Brackets that people type around the year of a document number (GB/T 9704-2012, 7.2.5, asks for 〔〕).
Bracket number_bracket(char32_t c) noexcept {
  switch (c) {
    case '(': case '[': case 0xFF08: case 0xFF3B: case 0x3014: case 0x3010: case 0xFE5D: case 0x3008: case 0xFF1C:
      return Bracket::open;
    case ')': case ']': case 0xFF09: case 0xFF3D: case 0x3015: case 0x3011: case 0xFE5E: case 0x3009: case 0xFF1E:
      return Bracket::close;
    default: return Bracket::none;
  }
}

}  // namespace

class Folder {
 public:
  Folder(Folded& out, std::string_view source, std::span<const Range> joins) : out_(out), source_(source), joins_(joins) {}

  void run() {
    out_.text_.reserve(source_.size() + source_.size() / 16);
    std::size_t position = 0;
    while (position < source_.size()) {
      const std::size_t end = line_end(position);
      read_brackets(position, end);
      read_emphasis(position, end);
      toned_known_ = false;
      fold_line(position, end);
      position = end;
      if (position < source_.size()) position = fold_line_break(position);
    }
    mark(source_.size(), 0);
  }

 private:
  [[nodiscard]] std::size_t line_end(std::size_t from) const {
    for (std::size_t i = from; i < source_.size(); ++i) {
      if (!is_line_end(i)) continue;
      const std::size_t past = past_join(i);
      if (past == i) return i;
      i = past - 1;
    }
    return source_.size();
  }

  [[nodiscard]] bool is_line_end(std::size_t at) const {
    const char c = source_[at];
    if (c == '\n' || c == '\r') return true;
    return c == '\xE2' && at + 2 < source_.size() && source_[at + 1] == '\x80' &&
           (source_[at + 2] == '\xA8' || source_[at + 2] == '\xA9');
  }

  // The join that holds the byte at `at`, or null.
  [[nodiscard]] const Range* join_at(std::size_t at) const {
    const auto after = std::upper_bound(joins_.begin(), joins_.end(), at, [](std::size_t byte, const Range& join) { return byte < join.begin; });
    return after == joins_.begin() || (after - 1)->end <= at ? nullptr : &*(after - 1);
  }
  [[nodiscard]] std::size_t past_join(std::size_t at) const {
    const Range* join = joins_.empty() ? nullptr : join_at(at);
    return join == nullptr ? at : join->end;
  }

  std::size_t fold_line_break(std::size_t at) {
    std::size_t size = source_[at] == '\xE2' ? 3 : 1;
    if (source_.substr(at, 2) == "\r\n") size = 2;
    emit("\n", at, size);
    return at + size;
  }

  // Which half-width round brackets of a line are set in Chinese: with Han inside the pair or a Chinese neighbour.
  void read_brackets(std::size_t begin, std::size_t end) {
    chinese_brackets_.clear();
    next_bracket_ = 0;
    const std::string_view line = source_.substr(begin, end - begin);
    if (line.find('(') == line.npos && line.find(')') == line.npos) return;
    open_.clear();
    std::size_t last_han = 0;
    bool any_han = false;
    for (std::size_t i = begin; i < end;) {
      if (const std::size_t past = is_line_end(i) ? past_join(i) : i; past != i) {
        i = past;
        continue;
      }
      const CodePoint c = text::decode(source_, i);
      if (c.value == '(' || c.value == 0xFF08) {
        open_.push_back({i, c.value == '('});
      } else if (c.value == ')' || c.value == 0xFF09) {
        close_pair(i, c.value == ')', any_han ? last_han : 0, begin, end);
      } else if (text::is_han(c.value)) {
        last_han = i;
        any_han = true;
      }
      i += c.size;
    }
    for (const Open& left : open_)
      if (left.half && touches_chinese(left.at, left.at + 1, begin, end)) chinese_brackets_.push_back(left.at);
    std::sort(chinese_brackets_.begin(), chinese_brackets_.end());
  }

  void close_pair(std::size_t at, bool half, std::size_t last_han, std::size_t begin, std::size_t end) {
    if (open_.empty()) {
      if (half && touches_chinese(at, at + 1, begin, end)) chinese_brackets_.push_back(at);
      return;
    }
    const Open left = open_.back();
    open_.pop_back();
    const bool chinese = last_han > left.at || !left.half || !half || touches_chinese(left.at, at + 1, begin, end);
    if (!chinese) return;
    if (left.half) chinese_brackets_.push_back(left.at);
    if (half) chinese_brackets_.push_back(at);
  }

  // Whether the nearest ink on either side of source[from, to), within the line, is Chinese.
  [[nodiscard]] bool touches_chinese(std::size_t from, std::size_t to, std::size_t begin, std::size_t end) const {
    return is_chinese(ink_before(from, begin)) || is_chinese(ink_after(to, end));
  }
  [[nodiscard]] static bool is_chinese(char32_t c) { return c != 0 && text::char_class(c) == CharClass::chinese; }
  [[nodiscard]] static bool is_ink(char32_t c) {
    const CharClass cls = text::char_class(c);
    return cls != CharClass::space && cls != CharClass::dropped;
  }
  // The looks aside are short: white space beyond them is a layout, not a neighbour.
  static constexpr int kLook = 32;

  // Whether what was folded last is Chinese, as a bracket that was half width is by now.
  [[nodiscard]] bool follows_chinese() const {
    return !out_.text_.empty() && is_chinese(text::decode_before(out_.text_, out_.text_.size()).value);
  }
  [[nodiscard]] char32_t ink_before(std::size_t at, std::size_t begin) const {
    for (int n = 0; at > begin && n < kLook; ++n) {
      const CodePoint c = text::decode_before(source_, at);
      const Range* join = text::char_class(c.value) == CharClass::line_end ? join_at(at - c.size) : nullptr;
      if (join == nullptr && is_ink(c.value)) return c.value;
      at = join == nullptr ? at - c.size : join->begin;
    }
    return 0;
  }
  [[nodiscard]] char32_t ink_after(std::size_t at, std::size_t end) const {
    for (int n = 0; at < end && n < kLook; ++n) {
      const CodePoint c = text::decode(source_, at);
      const Range* join = text::char_class(c.value) == CharClass::line_end ? join_at(at) : nullptr;
      if (join == nullptr && is_ink(c.value)) return c.value;
      at = join == nullptr ? at + c.size : join->end;
    }
    return 0;
  }

  void fold_line(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      if (const std::size_t joined = fold_join(i, end); joined != 0) {
        i += joined;
        continue;
      }
      if (const std::size_t plain = plain_run(i, end); plain != 0) {
        emit(source_.substr(i, plain), i, plain);
        i += plain;
        continue;
      }
      i += fold_one(i, begin, end);
    }
  }

  // A join becomes a space between two Latin words, and nothing else: not within a number, nor beside a Chinese character.
  std::size_t fold_join(std::size_t at, std::size_t end) {
    while (next_join_ < joins_.size() && joins_[next_join_].begin < at) ++next_join_;
    if (next_join_ == joins_.size() || joins_[next_join_].begin != at) return 0;
    const std::size_t size = joins_[next_join_].size();
    const char32_t before = out_.text_.empty() ? 0 : text::decode_before(out_.text_, out_.text_.size()).value;
    const char32_t after = at + size < end ? text::decode(source_, at + size).value : 0;
    const bool word = text::is_ascii_letter(before) || before == ',' || before == ';' || before == ':';
    const bool apart = word && (text::is_ascii_letter(after) || (text::is_ascii_digit(after) && text::is_ascii_letter(before)));
    if (apart) emit(" ", at, size);
    else mark(at, size);
    even_ = even_ && apart;
    return size;
  }

  // Whether the three bytes at `at` are a mark that folds to itself wherever it stands.
  [[nodiscard]] bool is_plain_mark(std::size_t at) const {
    const char first = source_[at], second = source_[at + 1], third = source_[at + 2];
    if (first == '\xE3') return second == '\x80' && (third == '\x81' || third == '\x82' || third == '\x8A' || third == '\x8B');   // 、。《》
    if (first == '\xE2') return second == '\x80' && (third == '\x9C' || third == '\x9D');                                       // “”
    return first == '\xEF' && second == '\xBC' && (third == '\x8C' || third == '\x9A' || third == '\x9B' || third == '\x89');    // ，：；）
  }

  // Bytes from `at` that fold to themselves: ASCII letters and digits, Han, most Chinese marks.
  [[nodiscard]] std::size_t plain_run(std::size_t at, std::size_t end) const {
    std::size_t i = at;
    while (i < end) {
      const auto byte = static_cast<unsigned char>(source_[i]);
      if (byte < 0x80) {
        if (!((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') && !is_digit(byte)) break;
        if (byte == 'H' && source_.substr(i, 11) == "HYPERLINK \"") break;
        ++i;
      } else if (byte >= 0xE5 && byte <= 0xE9 && i + 2 < end) {   // U+5000 to U+9FFF
        i += 3;
      } else if (byte == 0xE4 && i + 2 < end && static_cast<unsigned char>(source_[i + 1]) >= 0xB8) {   // from U+4E00
        i += 3;
      } else if (i + 2 < end && is_plain_mark(i)) {
        i += 3;
      } else {
        break;
      }
    }
    return i - at;
  }

  std::size_t fold_one(std::size_t at, std::size_t begin, std::size_t end) {
    const CodePoint c = text::decode(source_, at);
    if (may_begin_artefact(c.value))
      if (const std::size_t size = fold_artefact(at, begin, end); size != 0) return size;
    if (c.value == '*')
      if (const std::size_t size = emphasis_at(at); size != 0) return size;
    switch (text::char_class(c.value)) {
      case CharClass::space: return fold_space(at, begin, end);
      case CharClass::dropped: return c.size;
      case CharClass::wide_alnum: emit_code_point(c.value - 0xFEE0, at, c.size); return c.size;
      default: break;
    }
    if (number_bracket(c.value) == Bracket::open) {
      if (const std::size_t size = fold_year_brackets(at, begin, end); size != 0) return size;
    }
    if (c.value == '(' || c.value == ')') {
      emit_code_point(is_chinese_bracket(at) ? c.value + 0xFEE0 : c.value, at, 1);
    } else if (c.value == 0xFF0E && is_digit_or_wide(ink_before(at, begin))) {
      emit_code_point('.', at, c.size);
    } else if (const char32_t mark = full_width_mark(c.value); mark != 0 && (touches_chinese(at, at + c.size, begin, end) || follows_chinese())) {
      emit_code_point(mark, at, c.size);
    } else {
      emit(source_.substr(at, c.size), at, c.size);
    }
    return c.size;
  }

  // The bytes of the mark of emphasis at `at`; 0 if none stands there.
  std::size_t emphasis_at(std::size_t at) {
    while (next_emphasis_ < emphasis_.size() && emphasis_[next_emphasis_].begin < at) ++next_emphasis_;
    return next_emphasis_ < emphasis_.size() && emphasis_[next_emphasis_].begin == at ? emphasis_[next_emphasis_].size() : 0;
  }

  bool is_chinese_bracket(std::size_t at) {
    while (next_bracket_ < chinese_brackets_.size() && chinese_brackets_[next_bracket_] < at) ++next_bracket_;
    return next_bracket_ < chinese_brackets_.size() && chinese_brackets_[next_bracket_] == at;
  }

  // A run of white space is one space, and none at a line's ends or beside a Chinese character.
  std::size_t fold_space(std::size_t at, std::size_t begin, std::size_t end) {
    std::size_t i = at;
    while (i < end) {
      const CodePoint c = text::decode(source_, i);
      if (is_ink(c.value)) break;
      i += c.size;
    }
    fold_gap(at, i, begin, end);
    return i - at;
  }

  // The year of a document number, 〔2021〕, when 号 follows its serial; also where a space or 第 stands between.
  std::size_t fold_year_brackets(std::size_t at, std::size_t begin, std::size_t end) {
    if (ink_before(at, begin) == 0) return 0;   // a number has an agency before its year
    std::size_t i = at + text::decode(source_, at).size;
    std::uint32_t year = 0;
    std::string digits;
    for (int n = 0; n < 4; ++n) {
      i = skip_space(i, end);
      if (i >= end) return 0;
      const CodePoint c = text::decode(source_, i);
      if (!is_digit_or_wide(c.value)) return 0;
      year = year * 10 + digit_value(c.value);
      digits += static_cast<char>('0' + digit_value(c.value));
      i += c.size;
    }
    i = skip_space(i, end);
    if (year < 1949 || year > 2099 || i >= end) return 0;
    const CodePoint close = text::decode(source_, i);
    if (number_bracket(close.value) != Bracket::close || !is_serial(i + close.size, end)) return 0;
    emit("〔" + digits + "〕", at, i + close.size - at);
    return i + close.size - at;
  }

  [[nodiscard]] bool is_serial(std::size_t at, std::size_t end) const {
    constexpr char32_t kDi = 0x7B2C, kHao = 0x53F7, kHaoTraditional = 0x865F;
    std::size_t i = skip_space(at, end);
    int digits = 0;
    for (int n = 0; i < end && n < 8; ++n) {
      const CodePoint c = text::decode(source_, i);
      if (c.value == kHao || c.value == kHaoTraditional) return digits > 0;
      if (is_digit_or_wide(c.value)) ++digits;
      else if (c.value != kDi || digits != 0) return false;
      i = skip_space(i + c.size, end);
    }
    return false;
  }

  [[nodiscard]] std::size_t skip_space(std::size_t at, std::size_t end) const {
    while (at < end) {
      const CodePoint c = text::decode(source_, at);
      const Range* join = text::char_class(c.value) == CharClass::line_end ? join_at(at) : nullptr;
      if (join == nullptr && is_ink(c.value)) break;
      at = join == nullptr ? at + c.size : join->end;
    }
    return at;
  }

  // What a converter or a script of the page left: nothing of it stays, or a space, or the character that it stands for.
  std::size_t fold_artefact(std::size_t at, std::size_t begin, std::size_t end) {
    const std::string_view line = source_.substr(begin, end - begin);
    if (!toned_known_) toned_ = has_toned_gloss(line);
    toned_known_ = true;
    const Artefact found = artefact_at(line, at - begin, toned_);
    if (found.kind == ArtefactKind::text) emit(found.text, at, found.size);
    if (found.kind == ArtefactKind::space) fold_gap(at, at + found.size, begin, end);
    return found.size;
  }

  // White space, or what stands for it, from `at` to `next`: one space between letters that are not Chinese.
  void fold_gap(std::size_t at, std::size_t next, std::size_t begin, std::size_t end) {
    const bool inner = next < end && at > begin && !out_.text_.empty() && out_.text_.back() != '\n' && out_.text_.back() != ' ';
    if (inner && !is_chinese(text::decode(source_, next).value) && !follows_chinese()) emit(" ", at, next - at);
  }

  void read_emphasis(std::size_t begin, std::size_t end) {
    next_emphasis_ = 0;
    emphasis_ = find_emphasis(source_.substr(begin, end - begin));
    for (Range& mark : emphasis_) mark = {mark.begin + static_cast<std::uint32_t>(begin), mark.end + static_cast<std::uint32_t>(begin)};
  }

  void emit_code_point(char32_t c, std::size_t at, std::size_t size) {
    character_.clear();
    text::append(character_, c);
    emit(character_, at, size);
  }

  // Appends what source[at, at + size) folds to; where both go on byte by byte, the last stretch grows.
  void emit(std::string_view folded, std::size_t at, std::size_t size) {
    const bool even = folded.size() == size;
    if (even && even_ && out_.stretches_.back().source + out_.stretches_.back().source_size == at) {
      out_.stretches_.back().source_size += static_cast<std::uint32_t>(size);
    } else {
      mark(at, size);
    }
    even_ = even;
    out_.text_ += folded;
  }

  void mark(std::size_t at, std::size_t size) {
    out_.stretches_.push_back({static_cast<std::uint32_t>(out_.text_.size()), static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(size)});
  }

  struct Open {
    std::size_t at;
    bool half;
  };
  Folded& out_;
  std::string_view source_;
  std::span<const Range> joins_;
  std::size_t next_join_ = 0;
  bool even_ = false;   // the last stretch is byte by byte
  std::string character_;
  std::vector<Open> open_;
  std::vector<std::size_t> chinese_brackets_;
  std::size_t next_bracket_ = 0;
  std::vector<Range> emphasis_;   // marks of emphasis, which are no text
  std::size_t next_emphasis_ = 0;
  bool toned_ = false, toned_known_ = false;
};

namespace {

// Where ∶ ︰ or ﹕ stands behind a Chinese character, which a reader takes for ： there; each is as long.
std::vector<std::size_t> find_colons(std::string_view text) {
  std::vector<std::size_t> found;
  for (const std::string_view mark : {"∶", "︰", "﹕"})
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size()))
      if (at > 0 && text::is_han(text::decode_before(text, at).value)) found.push_back(at);
  return found;
}

}  // namespace

Folded::Folded(std::string_view source, std::span<const Range> joins) : source_(source) {
  Folder(*this, source, joins).run();
  if (text::find_traditional(text_) != std::string::npos) {
    written_ = std::move(text_);
    text_ = text::simplified(written_);
  }
  const std::vector<std::size_t> colons = find_colons(text_);
  if (!colons.empty() && written_.empty()) written_ = text_;
  for (const std::size_t at : colons) text_.replace(at, std::string_view("：").size(), "：");
}

std::size_t Folded::stretch_at(std::uint32_t folded) const {
  const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), folded,
                                      [](std::uint32_t at, const Stretch& s) { return at < s.folded; });
  return after == stretches_.begin() ? 0 : static_cast<std::size_t>(after - stretches_.begin()) - 1;
}

Range Folded::to_folded(Range source) const {
  const auto folded_at = [&](std::uint32_t at) {
    auto after = std::upper_bound(stretches_.begin(), stretches_.end(), at,
                                  [](std::uint32_t offset, const Stretch& s) { return offset < s.source; });
    if (after == stretches_.begin()) return stretches_.front().folded;
    const Stretch& s = *(after - 1);
    const std::uint32_t next = after == stretches_.end() ? s.folded : after->folded;
    const bool even = next - s.folded == s.source_size;
    const std::uint32_t into = at - s.source;
    if (into == 0) return s.folded;
    return even ? s.folded + std::min(into, s.source_size) : next;
  };
  Range range{folded_at(source.begin), folded_at(source.end)};
  const auto blank = [&](std::uint32_t at) { return text_[at] == ' ' || text_[at] == '\n'; };
  while (range.begin < range.end && blank(range.begin)) ++range.begin;
  while (range.end > range.begin && blank(range.end - 1)) --range.end;
  return range;
}

Range Folded::to_source(Range folded) const {
  const auto edge = [&](std::uint32_t at, bool end) {
    const Stretch& s = stretches_[stretch_at(at)];
    const std::uint32_t next = (&s + 1)->folded;
    if (next - s.folded == s.source_size) return s.source + (at - s.folded) + (end ? 1 : 0);
    return end ? s.source + s.source_size : s.source;
  };
  if (stretches_.size() < 2) return {0, 0};
  const std::uint32_t last = static_cast<std::uint32_t>(text_.size());
  if (folded.empty()) {
    const std::uint32_t at = folded.begin >= last ? stretches_.back().source : edge(folded.begin, false);
    return {at, at};
  }
  return {edge(folded.begin, false), edge(folded.end - 1, true)};
}

bool Folded::has_space(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t at = begin; at < end;) {
    const CodePoint c = text::decode(source_, at);
    if (text::char_class(c.value) == CharClass::space) return true;
    at += c.size;
  }
  return false;
}

}  // namespace gongwen
