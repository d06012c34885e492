// A document's paragraphs and the white space between them become lines; a line becomes the cells that stand on it.
#include "extract/recovery/lines.hpp"

#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

using text::CharClass;
using text::char_class;
using text::decode;

bool is_white(char32_t c) {
  const CharClass cls = char_class(c);
  return cls == CharClass::space || cls == CharClass::line_end || cls == CharClass::dropped;
}

// The length of the line break at `at`, 0 if there is none.
std::uint32_t break_at(std::string_view source, std::size_t at) {
  if (source[at] == '\r') return at + 1 < source.size() && source[at + 1] == '\n' ? 2 : 1;
  if (source[at] == '\n') return 1;
  const auto [value, size] = decode(source, at);
  return value == 0x2028 || value == 0x2029 ? size : 0;
}

class LineReader {
 public:
  explicit LineReader(const Document& document) : document_(document), source_(document.source) {}

  std::vector<Line> run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto* paragraph = std::get_if<Paragraph>(&document_.blocks[block]);
      if (paragraph != nullptr && paragraph->role == ParagraphRole::body) {
        add_blanks(paragraph->range.begin);
        add(paragraph->range, block);
      } else {
        const Range range = paragraph != nullptr ? paragraph->range : std::get<Table>(document_.blocks[block]).range;
        add_blanks(range.begin);
        barrier_ = true;
        at_ = range.end;
        fresh_ = false;
      }
    }
    add_blanks(static_cast<std::uint32_t>(source_.size()));
    return std::move(lines_);
  }

 private:
  // Blank lines from where we are up to `end`; what is left before `end` belongs to the line that begins there.
  void add_blanks(std::uint32_t end) {
    std::uint32_t begin = at_;
    for (std::uint32_t at = at_; at < end;) {
      const std::uint32_t size = break_at(source_, at);
      if (size == 0) {
        at += decode(source_, at).size;
        continue;
      }
      if (fresh_) add({begin, at}, kNoBlock);
      fresh_ = true;
      at += size;
      begin = at;
    }
    at_ = fresh_ ? begin : end;
  }

  void add(Range range, std::uint32_t block) {
    if (block != kNoBlock && fresh_ && at_ < range.begin) range.begin = at_;
    Line line{range, trimmed(source_, range), block, false, barrier_};
    if (block == kNoBlock && !line.ink.empty()) return;   // what a table before it owns: a header given again at its end
    const std::uint32_t end = line.ink.empty() ? range.end : line.ink.begin;
    line.tab = source_.substr(range.begin, end - range.begin).find('\t') != std::string_view::npos;
    lines_.push_back(line);
    barrier_ = false;
    if (block == kNoBlock) return;
    at_ = range.end;
    fresh_ = false;
  }

  const Document& document_;
  std::string_view source_;
  std::vector<Line> lines_;
  std::uint32_t at_ = 0;
  bool fresh_ = true;      // at the beginning of a line
  bool barrier_ = false;
};

bool is_separator(char32_t c, Split split) {
  switch (split) {
    case Split::tab: return c == '\t';
    case Split::bar: return c == '|' || c == U'｜' || c == U'│' || c == U'┃';
    case Split::comma: return c == ',';
    case Split::semicolon: return c == ';';
    case Split::none: case Split::spaces: case Split::single_space: break;
  }
  return false;
}

std::vector<Range> split_at_spaces(std::string_view source, Range ink, std::uint32_t least) {
  std::vector<Range> cells;
  std::uint32_t begin = ink.begin, white = 0, width = 0;
  for (std::uint32_t at = ink.begin; at < ink.end;) {
    const auto [value, size] = decode(source, at);
    if (is_white(value)) {
      if (width == 0) white = at;
      width += value == U'　' || value == '\t' ? 2 : 1;
    } else {
      if (width >= least) {
        cells.push_back({begin, white});
        begin = at;
      }
      width = 0;
    }
    at += size;
  }
  cells.push_back({begin, ink.end});
  return cells;
}

}  // namespace

std::vector<Line> read_lines(const Document& document) { return LineReader(document).run(); }

bool opens_tab_block(const std::vector<Line>& lines, std::size_t at) {
  return lines[at].tab && !lines[at].blank() && (at == 0 || lines[at].barrier || !lines[at - 1].tab);
}

std::size_t next_ink(const std::vector<Line>& lines, std::size_t at) {
  while (at < lines.size() && lines[at].blank() && !lines[at].barrier) ++at;
  return at < lines.size() && lines[at].barrier ? lines.size() : at;
}

Range trimmed(std::string_view source, Range range) {
  const std::string_view whole = source.substr(range.begin, range.size());
  const std::string_view inner = text::trim(whole);
  if (inner.empty()) return {range.begin, range.begin};
  const auto begin = range.begin + static_cast<std::uint32_t>(inner.data() - whole.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

std::vector<Range> split_line(std::string_view source, const Line& line, Split split) {
  if (line.blank()) return {};
  if (split == Split::none) return {line.ink};
  if (split == Split::spaces) return split_at_spaces(source, line.ink, 2);
  if (split == Split::single_space) return split_at_spaces(source, line.ink, 1);
  const Range span = split == Split::bar ? line.ink : line.range;
  std::vector<Range> cells;
  std::uint32_t begin = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const auto [value, size] = decode(source, at);
    if (split == Split::bar && value == '\\') {
      at += size;
      if (at < span.end) at += decode(source, at).size;
      continue;
    }
    if (is_separator(value, split)) {
      if (!(split == Split::bar && at == span.begin)) cells.push_back(trimmed(source, {begin, at}));
      begin = at + size;
    }
    at += size;
  }
  if (!(split == Split::bar && begin == span.end)) cells.push_back(trimmed(source, {begin, span.end}));
  return cells;
}

bool begins_with_bar(std::string_view source, const Line& line) {
  return !line.blank() && is_separator(decode(source, line.ink.begin).value, Split::bar);
}

bool ends_with_bar(std::string_view source, const Line& line) {
  return !line.blank() && is_separator(text::decode_before(source, line.ink.end).value, Split::bar);
}

std::vector<Range> markdown_lines(std::string_view source, Range cell) {
  std::vector<Range> parts;
  std::uint32_t begin = cell.begin;
  const auto cut = [&](std::uint32_t at, std::uint32_t size) {
    const Range part = trimmed(source, {begin, at});
    if (!part.empty()) parts.push_back(part);
    begin = at + size;
  };
  for (std::uint32_t at = cell.begin; at < cell.end; ++at) {
    const std::string_view rest = source.substr(at, cell.end - at);
    std::uint32_t size = 0;
    for (const std::string_view mark : {"<br>", "<br/>", "<br />", "<BR>", "**"})
      if (rest.starts_with(mark)) size = static_cast<std::uint32_t>(mark.size());
    if (rest.starts_with("\\|")) size = 1;
    if (size == 0) continue;
    cut(at, size);
    at += size - 1;
  }
  cut(cell.end, 0);
  return parts;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = decode(text, at);
    const CharClass cls = char_class(value);
    if (cls == CharClass::chinese || cls == CharClass::wide_alnum || value == U'　') width += 2;
    else if (cls != CharClass::dropped) width += 1;
    at += size;
  }
  return width;
}

bool is_bar_line(std::string_view source, const Line& line) {
  if (line.blank()) return false;
  for (std::uint32_t at = line.ink.begin; at < line.ink.end;) {
    const auto [value, size] = decode(source, at);
    if (!is_separator(value, Split::bar) && !is_white(value)) return false;
    at += size;
  }
  return true;
}

}  // namespace gongwen::recovery
