// A place in a line to the artefact there. Each form is tried by its first character and is of bounded length.
#include "normalize/artefacts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::CodePoint;

constexpr std::size_t kLongest = 300;   // bytes

std::size_t closed_by(std::string_view rest, std::string_view mark) {
  const std::size_t close = rest.substr(0, kLongest).find(mark);
  return close == rest.npos ? 0 : close + mark.size();
}

Artefact gone(std::size_t size) { return {size == 0 ? ArtefactKind::none : ArtefactKind::nothing, size, {}}; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

char32_t before(std::string_view line, std::size_t at) { return at == 0 ? 0 : text::decode_before(line, at).value; }

bool ends_word(char32_t c) {
  return text::is_han(c) || c == U'。' || c == U'，' || c == U'；' || c == U'》' || c == U'”' || c == U'）' || c == U'、' || c == U'：';
}

// [1] and ［注2］ behind a word; at the start of a line it is a label.
std::size_t footnote_mark(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  const bool wide = rest.starts_with("［");
  std::size_t i = wide ? 3 : 1;
  if (rest.substr(i).starts_with("注") || rest.substr(i).starts_with("註")) i += 3;
  const std::size_t digits = i;
  while (i < rest.size() && i - digits < 3 && text::is_ascii_digit(static_cast<unsigned char>(rest[i]))) ++i;
  if (i == digits || i - digits > 2) return 0;
  const std::string_view close = wide ? std::string_view("］") : std::string_view("]");
  if (!rest.substr(i).starts_with(close) || !ends_word(before(line, at))) return 0;
  return i + close.size();
}

Artefact in_square_brackets(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  if (starts_with_any(rest, {"[bookmark:", "[image:", "[bookmark ", "[embed:"})) return gone(closed_by(rest, "]"));
  return gone(footnote_mark(line, at));
}

// {HYPERLINK "…"}, { PAGEREF _Toc1 \h }: the codes of Word's fields.
std::size_t field_code(std::string_view rest) {
  std::string_view inner = rest.substr(1);
  while (inner.starts_with(' ')) inner.remove_prefix(1);
  if (!starts_with_any(inner, {"HYPERLINK", "PAGEREF", "INCLUDEPICTURE", "TOC ", "PAGE ", "NUMPAGES", "SEQ ", "REF ", "MERGEFORMAT", "EMBED "})) return 0;
  return closed_by(rest, "}");
}

// HYPERLINK "http://…" \l "_Toc1" \h without its braces.
std::size_t bare_field(std::string_view rest) {
  if (!rest.starts_with("HYPERLINK \"")) return 0;
  std::size_t end = closed_by(rest.substr(11), "\"");
  if (end == 0) return 0;
  end += 11;
  for (int switches = 0; switches < 3 && rest.substr(end).starts_with(" \\") && end + 3 < rest.size(); ++switches) {
    end += 3;
    if (!rest.substr(end).starts_with(" \"")) continue;
    const std::size_t text = closed_by(rest.substr(end + 2), "\"");
    if (text == 0) break;
    end += 2 + text;
  }
  return end;
}

struct Entity {
  std::string_view name;
  ArtefactKind kind;
  std::string_view text;
};

constexpr std::array kEntities = {
    Entity{"nbsp", ArtefactKind::space, ""},   Entity{"ensp", ArtefactKind::space, ""},   Entity{"emsp", ArtefactKind::space, ""},
    Entity{"thinsp", ArtefactKind::space, ""}, Entity{"#160", ArtefactKind::space, ""},   Entity{"#12288", ArtefactKind::space, ""},
    Entity{"#xa0", ArtefactKind::space, ""},   Entity{"#x3000", ArtefactKind::space, ""}, Entity{"#8195", ArtefactKind::space, ""},
    Entity{"#32", ArtefactKind::space, ""},    Entity{"zwnj", ArtefactKind::nothing, ""}, Entity{"zwj", ArtefactKind::nothing, ""},
    Entity{"shy", ArtefactKind::nothing, ""},  Entity{"#8203", ArtefactKind::nothing, ""}, Entity{"amp", ArtefactKind::text, "&"},
    Entity{"lt", ArtefactKind::text, "<"},     Entity{"gt", ArtefactKind::text, ">"},     Entity{"quot", ArtefactKind::text, "\""},
    Entity{"ldquo", ArtefactKind::text, "“"},  Entity{"rdquo", ArtefactKind::text, "”"},  Entity{"lsquo", ArtefactKind::text, "‘"},
    Entity{"rsquo", ArtefactKind::text, "’"},  Entity{"mdash", ArtefactKind::text, "—"},  Entity{"hellip", ArtefactKind::text, "…"},
    Entity{"middot", ArtefactKind::text, "·"}, Entity{"bull", ArtefactKind::text, "•"},   Entity{"#39", ArtefactKind::text, "'"},
};

Artefact entity(std::string_view rest) {
  constexpr std::size_t kLongestName = 8;
  const std::size_t end = rest.substr(0, kLongestName).find(';');
  if (end == rest.npos || end < 3) return {};
  const std::string_view name = rest.substr(1, end - 1);
  for (const Entity& known : kEntities)
    if (known.name == name) return {known.kind, end + 1, known.text};
  return {};
}

// <br/>, </p>, <span style="…">: only tags that texts are set with; 〈…〉 typed as <…> is none.
std::size_t html_tag(std::string_view rest) {
  constexpr std::array<std::string_view, 27> kTags = {"br", "p",  "span", "div", "strong", "b",  "u",  "i",  "em",  "font", "a",   "sup", "sub", "td",
                                                      "tr", "th", "table", "tbody", "h1",  "h2", "h3", "h4", "img", "hr",   "ul",  "li",  "o:p"};
  std::size_t i = rest.starts_with("</") ? 2 : 1;
  const std::size_t begin = i;
  while (i < rest.size() && i - begin < 8 && (text::is_ascii_letter(static_cast<unsigned char>(rest[i])) || text::is_ascii_digit(static_cast<unsigned char>(rest[i])) || rest[i] == ':')) ++i;
  std::string name(rest.substr(begin, i - begin));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  if (std::find(kTags.begin(), kTags.end(), name) == kTags.end() || i >= rest.size()) return 0;
  if (rest[i] != '>' && rest[i] != ' ' && rest[i] != '/') return 0;
  return closed_by(rest, ">");
}

// ---- Pinyin ----

// A letter of pinyin without its tone; 0 if it is none. `tone` is set where it has one.
char pinyin_letter(char32_t c, bool& tone) {
  static constexpr std::pair<std::u32string_view, char> kToned[] = {{U"āáǎàăâ", 'a'}, {U"ēéěèĕê", 'e'}, {U"īíǐìĭ", 'i'}, {U"ōóǒòŏ", 'o'}, {U"ūúǔùŭ", 'u'}, {U"ǖǘǚǜ", 'v'}};
  if (c >= 'a' && c <= 'z') return static_cast<char>(c);
  if (c == U'ü') return 'v';
  if (c == U'ɡ') return 'g';
  if (c == U'ɑ') return 'a';
  for (const auto& [letters, plain] : kToned)
    if (letters.find(c) != letters.npos) {
      tone = true;
      return plain;
    }
  return 0;
}

bool is_syllable(std::string_view s) {
  static constexpr std::array<std::string_view, 24> kInitials = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                                                 "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""};
  static constexpr std::array<std::string_view, 37> kFinals = {"a",   "o",   "e",  "i",  "u",  "v",   "ai",  "ei",  "ui",  "ao",   "ou",   "iu",  "ie",
                                                               "ue",  "ve",  "er", "an", "en", "in",  "un",  "vn",  "ang", "eng",  "ing",  "ong", "ian",
                                                               "uan", "van", "ia", "iao", "ua", "uo",  "uai", "iang", "iong", "uang", "io"};
  return std::any_of(kInitials.begin(), kInitials.end(), [&](std::string_view initial) {
    return s.starts_with(initial) && std::find(kFinals.begin(), kFinals.end(), s.substr(initial.size())) != kFinals.end();
  });
}

struct Gloss {
  std::size_t size = 0;
  bool toned = false;
};

// （kāi） behind a Chinese character, one syllable for each of the characters that it glosses, at most four.
Gloss gloss_at(std::string_view line, std::size_t at) {
  constexpr std::size_t kLongestGloss = 40;   // bytes
  if (!text::is_han(before(line, at))) return {};
  Gloss gloss;
  std::string syllable;
  int syllables = 0;
  for (std::size_t i = at + text::decode(line, at).size; i < line.size() && i - at < kLongestGloss;) {
    const CodePoint c = text::decode(line, i);
    i += c.size;
    const bool closes = c.value == ')' || c.value == U'）';
    if (closes || c.value == ' ') {
      if (!syllable.empty() && (!is_syllable(syllable) || ++syllables > 4)) return {};
      syllable.clear();
      if (!closes) continue;
      gloss.size = syllables == 0 ? 0 : i - at;
      return gloss;
    }
    if (c.value == 0x300 || c.value == 0x301 || c.value == 0x304 || c.value == 0x30C) {   // a tone set apart
      gloss.toned = true;
    } else if (c.value == 0x308 && syllable.ends_with('u')) {
      syllable.back() = 'v';
    } else if (const char letter = pinyin_letter(c.value, gloss.toned); letter != 0) {
      syllable += letter;
    } else {
      return {};
    }
  }
  return {};
}

bool is_lost(char32_t c) { return c == 0xFFFC || (c >= 0xF000 && c <= 0xF0FF); }

// An arrow back from a footnote stands at an end of its line.
std::size_t back_arrow(std::string_view line, std::size_t at) {
  constexpr std::size_t kArrow = 3;
  return text::trim(line.substr(0, at)).empty() || text::trim(line.substr(at + kArrow)).empty() ? kArrow : 0;
}

std::size_t escape(std::string_view rest) {
  return rest.size() > 1 && std::string_view("_*#.-()[]+!`~>").find(rest[1]) != std::string_view::npos ? 1 : 0;
}

}  // namespace

bool may_begin_artefact(char32_t c) noexcept {
  switch (c) {
    case '[': case U'［': case '(': case U'（': case '{': case '&': case '<': case '@': case '\\': case U'↑': case 'H': return true;
    default: return is_lost(c);
  }
}

Artefact artefact_at(std::string_view line, std::size_t at, bool toned) {
  const std::string_view rest = line.substr(at);
  const char32_t c = text::decode(line, at).value;
  switch (c) {
    case '[': case U'［': return in_square_brackets(line, at);
    case '{': return gone(field_code(rest));
    case '&': return entity(rest);
    case '<': {
      const std::size_t size = html_tag(rest);
      return {size == 0 ? ArtefactKind::none : ArtefactKind::space, size, {}};
    }
    case 'H': return gone(bare_field(rest));
    case '@': return gone(rest.starts_with("@@") ? std::min(rest.find_first_not_of('@'), rest.size()) : 0);
    case '\\': return gone(escape(rest));
    case U'↑': return gone(back_arrow(line, at));
    case '(': case U'（': {
      const Gloss gloss = gloss_at(line, at);
      return gone(gloss.toned || (toned && gloss.size != 0) ? gloss.size : 0);
    }
    default: return gone(is_lost(c) ? text::decode(line, at).size : 0);
  }
}

bool has_toned_gloss(std::string_view line) {
  for (const std::string_view open : {"(", "（"})
    for (std::size_t at = line.find(open); at != line.npos; at = line.find(open, at + open.size()))
      if (gloss_at(line, at).toned) return true;
  return false;
}

}  // namespace gongwen
