// A notice broken by the width of a page reads as it did before: the samples, wrapped as word processors do it (closing marks
// hang, Latin words stay whole) and as programs do it (after so many characters), at several widths. Where neither indents
// nor blank lines part the paragraphs, a line that happens to end with a sentence may end its paragraph: there only
// metadata, headings and the number of records are compared.
#include "catch.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/gongwen.hpp>

#include "support/corpus.hpp"
#include "support/outline_text.hpp"
#include "support/values.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace {

using namespace gongwen;
using test::Input;

constexpr std::size_t kFewest = 6;   // breaks from which a width can be seen

struct Shape {
  std::string name;
  std::size_t width = 0;      // columns, two for a Chinese character; or characters
  bool by_characters = false;
  bool indented = false;      // each paragraph's first line, by two
  bool blank = false;         // a blank line between paragraphs
  std::size_t page = 0;       // lines after which a page number comes
};

std::size_t columns(std::u32string_view text) {
  std::size_t sum = 0;
  for (const char32_t c : text) {
    const auto kind = text::char_class(c);
    sum += kind == text::CharClass::chinese || kind == text::CharClass::wide_alnum || c == U'　' ? 2 : kind == text::CharClass::dropped ? 0 : 1;
  }
  return sum;
}

bool is_word(char32_t c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c) || c == '.' || c == '%' || c == '-'; }
bool is_closing(char32_t c) { return std::u32string_view(U"，。、；：！？）》”’」』〕】…").find(c) != std::u32string_view::npos; }
bool is_opening(char32_t c) { return std::u32string_view(U"（《“‘「『〔【").find(c) != std::u32string_view::npos; }

// What of `text` from `at` stays on one line.
std::size_t unit_end(std::u32string_view text, std::size_t at, const Shape& shape) {
  std::size_t end = at + 1;
  if (shape.by_characters) return end;
  while (is_word(text[at]) && end < text.size() && is_word(text[end])) ++end;
  while (end < text.size() && is_opening(text[end - 1])) ++end;
  while (end < text.size() && is_closing(text[end])) ++end;
  return end;
}

std::vector<std::u32string> broken(std::u32string_view paragraph, const Shape& shape) {
  std::vector<std::u32string> lines(1, shape.indented ? U"　　" : U"");
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = unit_end(paragraph, at, shape);
    const std::u32string_view unit = paragraph.substr(at, end - at);
    const std::u32string& line = lines.back();
    const std::size_t reach = shape.by_characters ? line.size() + 1 : columns(line) + columns(unit);
    if (reach > shape.width && line.find_first_not_of(U'　') != line.npos) lines.emplace_back();
    lines.back() += unit;
    at = end;
  }
  return lines;
}

bool is_tabular(std::u32string_view line) {
  return line.find_first_of(U"\t|│┌├└─") != line.npos || line.find(U"  ") != line.npos || line.find(U"　　　") != line.npos;
}

std::u32string trimmed(std::u32string_view line) {
  const std::size_t begin = line.find_first_not_of(U" \r　\u00A0"), end = line.find_last_not_of(U" \r　\u00A0");
  return begin == line.npos ? std::u32string() : std::u32string(line.substr(begin, end - begin + 1));
}

struct Wrapped {
  std::string text;
  std::size_t breaks = 0;
};

Wrapped wrapped(const std::string& notice, const Shape& shape) {
  const std::u32string text = test::code_points(notice);
  Wrapped made;
  std::string& out = made.text;
  std::size_t count = 0, page = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    const std::u32string_view line = std::u32string_view(text).substr(begin, end - begin);
    const std::u32string ink = trimmed(line);
    std::vector<std::u32string> lines(1, std::u32string(line));
    if (!ink.empty() && !is_tabular(line)) lines = broken(ink, shape);
    made.breaks += lines.size() - 1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const char32_t c : lines[i]) text::append(out, c);
      out += '\n';
      if (shape.page != 0 && ++count % shape.page == 0 && i + 1 < lines.size()) out += "\n— " + std::to_string(++page) + " —\n\n";
    }
    if (shape.blank && !is_tabular(line) && !ink.empty()) out += '\n';
    begin = end + 1;
  }
  return made;
}

Notice read(const std::string& text) {
  auto notice = parse(std::as_bytes(std::span(text)));
  REQUIRE(notice.ok());
  return std::move(*notice);
}

// Such programs break words too, and nothing tells a word from two.
std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::vector<Shape> shapes() {
  std::vector<Shape> made;
  for (const std::size_t width : {44U, 56U, 64U, 68U, 78U, 90U}) {
    const std::string name = std::to_string(width) + " columns";
    made.push_back({name + ", indented", width, false, true});
    made.push_back({name + ", blank lines", width, false, false, true});
    made.push_back({name + ", indented, page numbers", width, false, true, false, 24});
    made.push_back({name, width});
  }
  for (const std::size_t width : {28U, 34U, 40U}) {
    const std::string name = std::to_string(width) + " characters";
    made.push_back({name + ", indented", width, true, true});
    made.push_back({name, width, true});
  }
  return made;
}

// The same indents and blank lines around paragraphs of one line.
Shape unbroken(Shape shape) {
  shape.width = 1'000'000;
  shape.page = 0;
  return shape;
}

}  // namespace

TEST_CASE("A sample broken by width reads as it did before", "[invariant]") {
  for (const Input& sample : test::sample_inputs()) {
    if (!sample.name.ends_with(".txt")) continue;
    const std::string source = read(sample.bytes).text;
    for (const Shape& shape : shapes()) {
      const Wrapped text = wrapped(source, shape);
      if (text.breaks < kFewest) continue;
      INFO(sample.name << " at " << shape.name);
      const Notice whole = read(wrapped(source, unbroken(shape)).text), notice = read(text.text);
      if (shape.indented || shape.blank) {
        CHECK(without_spaces(test::said(notice)) == without_spaces(test::said(whole)));
      } else {
        CHECK(test::outline_said(notice) == test::outline_said(whole));
        CHECK(notice.tasks.size() == whole.tasks.size());
      }
      for (const std::string& untrue : test::untrue_spans(notice)) FAIL_CHECK(untrue);
    }
  }
}

TEST_CASE("A notice of one paragraph a line keeps its paragraphs", "[invariant]") {
  for (const Input& sample : test::sample_inputs()) {
    if (!sample.name.ends_with(".txt")) continue;
    INFO(sample.name);
    const Notice notice = read(sample.bytes);
    for (const Part& part : notice.parts)
      for (const Section& section : part.sections)
        for (const Value& paragraph : section.paragraphs)
          CHECK(notice.text.substr(paragraph.span.bytes.begin, paragraph.span.bytes.size()).find('\n') == std::string::npos);
  }
}
