// A line to its marks of emphasis. A star that means something stays: 138****0000, 张**, 3*4, 带*号.
#include "normalize/emphasis.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace gongwen {
namespace {

bool is_ink(char32_t c) {
  const text::CharClass kind = text::char_class(c);
  return kind != text::CharClass::space && kind != text::CharClass::dropped;
}

bool is_edge(char32_t c) { return !is_ink(c) || c == '*' || text::is_punctuation(c); }

char32_t left_of(std::string_view line, std::size_t at) { return at == 0 ? ' ' : text::decode_before(line, at).value; }
char32_t right_of(std::string_view line, std::size_t at) { return at >= line.size() ? ' ' : text::decode(line, at).value; }

void add(std::vector<Range>& marks, std::size_t open, std::size_t close, std::size_t size) {
  for (const std::size_t at : {open, close}) marks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
}

void find_bold(std::string_view line, std::vector<Range>& marks) {
  std::size_t open = line.npos;
  for (std::size_t at = line.find("**"); at != line.npos; at = line.find("**", at + 2)) {
    if (line.substr(at).starts_with("***")) return;   // a rule, or what stands for digits
    const char32_t left = left_of(line, at), right = right_of(line, at + 2);
    if (open == line.npos && is_ink(right) && (!is_ink(left) || !text::is_punctuation(right) || text::is_punctuation(left))) {
      open = at;
    } else if (open != line.npos && is_ink(left)) {
      add(marks, open, at, 2);
      open = line.npos;
    }
  }
}

// A mark alone, at the edges of a phrase.
void find_italics(std::string_view line, std::vector<Range>& marks) {
  std::size_t open = line.npos;
  for (std::size_t at = line.find('*'); at != line.npos; at = line.find('*', at)) {
    const std::size_t run = std::min(line.find_first_not_of('*', at), line.size()) - at;
    const char32_t left = left_of(line, at), right = right_of(line, at + run);
    if (run == 1 && open != line.npos && is_ink(left) && is_edge(right)) {
      add(marks, open, at, 1);
      open = line.npos;
    } else if (run == 1 && is_ink(right) && is_edge(left)) {
      open = at;
    }
    at += run;
  }
}

}  // namespace

std::vector<Range> find_emphasis(std::string_view line) {
  std::vector<Range> marks;
  if (line.find('*') == line.npos) return marks;
  find_bold(line, marks);
  find_italics(line, marks);
  std::sort(marks.begin(), marks.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return marks;
}

}  // namespace gongwen
