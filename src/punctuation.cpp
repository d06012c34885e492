// The values of a notice get the punctuation that was asked for.
#include "punctuation.hpp"

#include <algorithm>

#include "each_text.hpp"
#include "side_by_side.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr char32_t kWidth = 0xFEE0;   // from an ASCII mark to its full-width form

// The ASCII form of one of the seven marks, else 0.
char32_t ascii_mark(char32_t c) noexcept {
  switch (c) {
    case U'，': case U'；': case U'：': case U'？': case U'！': case U'（': case U'）': return c - kWidth;
    default: return 0;
  }
}

std::string with_ascii_marks(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size();) {
    const text::CodePoint c = text::decode(value, i);
    const char32_t ascii = ascii_mark(c.value);
    if (ascii != 0) text::append(out, ascii);
    else out.append(value, i, c.size);
    i += c.size;
  }
  return out;
}

// What a character is, whatever its width.
char32_t narrow(char32_t c) noexcept { return c > 0xFF00 && c < 0xFF5F ? c - kWidth : c; }

}  // namespace

std::string with_marks_of(std::string_view value, std::string_view source) {
  return side_by_side(value, source, [](char32_t c, char32_t met) { return narrow(c) == narrow(met); },
                      [&](std::string& out, const text::CodePoint& c, std::size_t at) {
                        text::append(out, ascii_mark(c.value) != 0 ? text::decode(source, at).value : c.value);
                      });
}

void turn_punctuation(Notice& notice, Punctuation punctuation) {
  if (punctuation == Punctuation::chinese) return;
  const bool ascii = punctuation == Punctuation::ascii;
  const std::string_view source = notice.text;
  each_text(notice, [&](std::string& text, const Span& span, TextKind kind) {
    const std::size_t begin = std::min<std::size_t>(span.bytes.begin, source.size());
    if (ascii) text = with_ascii_marks(text);
    else if (kind == TextKind::value) text = with_marks_of(text, source.substr(begin, span.bytes.end - begin));
  });
}

}  // namespace gongwen
