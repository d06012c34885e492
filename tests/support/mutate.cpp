// Faults as they happen to texts: copied in part, pasted twice, converted badly, damaged.
#include "support/mutate.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "support/values.hpp"

namespace gongwen::test {
namespace {

// What the stages look for, so that random texts reach them.
constexpr std::u32string_view kMeaningful =
    U"一二三十百〇○零第章节条部分编（）()〔〕[]【】《》“”、，。；：:;,./|│┃┌┬─+-—\t\n\r\u2028 　\u00A0\u200B\uFEFF0123456789０９①⑳㈠年月日底前末号"
    U"由和及与等负责牵头配合落实单位任务序各局办委县市附件关于通知印发抄送";

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    std::uint8_t units[4];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(units, size, static_cast<UChar32>(c));
    out.append(reinterpret_cast<const char*>(units), static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace

// Not U+0000: a text full of it is UTF-16 without a mark.
char32_t Mutator::any_code_point() {
  if (below(4) != 0) return kMeaningful[below(kMeaningful.size())];
  switch (below(4)) {
    case 0: return static_cast<char32_t>(1 + below(0x2FF));
    case 1: return static_cast<char32_t>(0x2000 + below(0x1000));
    case 2: return static_cast<char32_t>(0x4E00 + below(0x5200));
    default: break;
  }
  const auto c = static_cast<char32_t>(1 + below(0x10FFFF));
  return c >= 0xD800 && c <= 0xDFFF ? U'甲' : c;
}

Mutant Mutator::spoil(std::string_view utf8) {
  std::u32string text = code_points(utf8);
  for (std::size_t faults = 1 + below(4); faults > 0; --faults) spoil_text(text);
  Mutant mutant{to_utf8(text), true};
  if (below(8) == 0) {
    for (std::size_t n = 1 + below(6); n > 0; --n)
      mutant.bytes.insert(mutant.bytes.begin() + static_cast<std::ptrdiff_t>(below(mutant.bytes.size() + 1)), static_cast<char>(below(256)));
    mutant.is_utf8 = false;
  }
  return mutant;
}

std::string Mutator::soup(std::size_t length) {
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i) text += any_code_point();
  return to_utf8(text);
}

void Mutator::spoil_text(std::u32string& text) {
  switch (below(5)) {
    case 0: return cut(text);
    case 1: return repeat(text);
    case 2: return shuffle_lines(text);
    case 3: return drop_characters(text);
    default: return put_characters(text);
  }
}

void Mutator::cut(std::u32string& text) {
  const std::size_t at = below(text.size() + 1);
  text.erase(at, below(text.size() / 2 + 1));
}

void Mutator::repeat(std::u32string& text) {
  const std::u32string piece = text.substr(below(text.size() + 1), below(400));
  text.insert(below(text.size() + 1), piece);
}

void Mutator::shuffle_lines(std::u32string& text) {
  std::vector<std::u32string> lines(1);
  for (const char32_t c : text) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  const bool all = below(3) == 0;
  for (std::size_t i = lines.size(); i-- > 1;)
    if (all || below(8) == 0) std::swap(lines[i], lines[below(i + 1)]);
  text.clear();
  for (const std::u32string& line : lines) text += line;
}

void Mutator::drop_characters(std::u32string& text) {
  const std::size_t one_in = 2 + below(200);
  std::u32string kept;
  for (const char32_t c : text)
    if (below(one_in) != 0) kept += c;
  text = std::move(kept);
}

void Mutator::put_characters(std::u32string& text) {
  const bool in_one_place = below(2) == 0;
  const std::size_t place = below(text.size() + 1);
  for (std::size_t n = 1 + below(60); n > 0; --n) text.insert(in_one_place ? place : below(text.size() + 1), 1, any_code_point());
}

}  // namespace gongwen::test
