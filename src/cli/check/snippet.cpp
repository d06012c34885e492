// A line of any length and a place in it become two lines for a terminal. Only what is shown is looked at: the characters
// around the fault, taken from both sides in turn until the columns are used up.
#include "cli/check/snippet.hpp"

#include <algorithm>

#include "cli/terminal.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::string_view kTab = "    ", kCut = "…";
constexpr std::size_t kLeastColumns = 24;
constexpr std::size_t kMostCharacters = 400;   // taken on either side, should they join no column at all

// As it is shown.
std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    c.value == U'\t' ? out.append(kTab) : out.append(printable(c.value == U'\n' ? " " : text.substr(i, c.size)));
    i += c.size;
  }
  return out;
}

std::size_t columns_of(std::string_view character) { return character == "\t" ? kTab.size() : display_width(character); }

// Where a walk to the left of `at` ends that takes at most so many columns.
std::size_t before(std::string_view line, std::size_t at, std::size_t columns) {
  for (std::size_t taken = 0, characters = 0; at > 0 && characters < kMostCharacters; ++characters) {
    const std::size_t size = text::decode_before(line, at).size;
    taken += columns_of(line.substr(at - size, size));
    if (taken > columns) break;
    at -= size;
  }
  return at;
}

std::size_t after(std::string_view line, std::size_t at, std::size_t columns) {
  for (std::size_t taken = 0, characters = 0; at < line.size() && characters < kMostCharacters; ++characters) {
    const std::size_t size = text::decode(line, at).size;
    taken += columns_of(line.substr(at, size));
    if (taken > columns) break;
    at += size;
  }
  return at;
}

}  // namespace

Snippet snippet(std::string_view line, Range fault, std::size_t columns) {
  columns = std::max(columns, kLeastColumns) - 2;   // for the two marks of a cut
  const std::size_t begin = std::min<std::size_t>(fault.begin, line.size());
  const std::size_t end = after(line, begin, columns * 2 / 3);
  const std::size_t stop = std::clamp<std::size_t>(fault.end, begin, end);
  const std::size_t marked = display_width(shown(line.substr(begin, stop - begin)));
  const std::size_t left = before(line, begin, columns - std::min(columns, std::max<std::size_t>(marked, columns / 3)));
  const std::string head = (left > 0 ? std::string(kCut) : "") + shown(line.substr(left, begin - left));
  const std::size_t used = display_width(head) + marked;
  const std::size_t right = after(line, stop, columns + 1 - std::min(columns, used));
  const std::string tail = shown(line.substr(stop, right - stop)) + (right < line.size() ? std::string(kCut) : "");
  return {head + shown(line.substr(begin, stop - begin)) + tail,
          std::string(display_width(head), ' ') + "^" + std::string(marked > 0 ? marked - 1 : 0, '~')};
}

}  // namespace gongwen::cli
