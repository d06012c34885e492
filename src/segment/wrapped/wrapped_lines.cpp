// The width of the page is what most lines reach that end inside a sentence. A stretch of lines of which none is longer is
// broken by width where enough of them reach it; there a line goes on in the next unless something says that it ends:
// a full stop (where neither an indent nor a blank line sets paragraphs apart), room left for the next line's first word,
// a label, an indent, a blank line.
#include "segment/wrapped/wrapped_lines.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "grammar/tables.hpp"
#include "segment/assignments.hpp"
#include "segment/back_matter.hpp"
#include "segment/furniture.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "segment/wrapped/page_lines.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

using namespace wrapped;

constexpr std::uint32_t kNarrowest[] = {14, 28};   // code points, columns
constexpr std::uint32_t kColumn[] = {20, 40};      // the same: narrower may be the column of a table
constexpr std::uint32_t kWide[] = {24, 48};        // the same, of a page that is no column
constexpr std::uint32_t kWindow = 5;               // columns of which lines broken by width differ
constexpr std::uint32_t kWidths = 201;
constexpr int kEnough = 4;                         // evidence that a text is broken by width
constexpr int kParagraphs = 3;                     // lines that go on more than once, in a narrow page
constexpr std::size_t kPageLines = 4;              // that may stand between two lines of a paragraph
constexpr std::size_t kHead = 30;                  // lines within which the fields of a web page stand
constexpr int kPages = 3;                          // widths of page in one text

struct Page {
  Measure measure = Measure::columns;
  std::uint32_t width = 0;     ///< what the longest lines reach
  std::uint32_t slack = 0;     ///< how much less is full all the same

  [[nodiscard]] bool is_over(const PageLine& line) const {
    const std::uint32_t hanging = measure == Measure::columns && closes(line.last) ? 2 : 0;
    return line.width.in(measure) > width + hanging;
  }
  [[nodiscard]] bool is_full(const PageLine& line, const PageLine& next) const {
    return line.width.in(measure) + next.unit.in(measure) + slack > width;
  }
};

struct Stretch {
  std::size_t begin = 0, end = 0;
};

// What shows a paragraph's beginning in a stretch.
struct Style {
  bool indented = false, spaced = false, labelled = false;
  std::uint32_t margin = 0;   ///< columns before a line that goes on
  std::uint32_t blank = 0;    ///< blank lines before it
};

bool is_digit(char32_t c) { return text::is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }

// A break that no writer sets: before a closing mark, behind a comma or an opening one, within a number or brackets, before
// the last character or two of a sentence.
bool is_forced(const PageLine& line, const PageLine& next) {
  constexpr std::uint32_t kRest = 4;   // characters
  if (next.width.points - next.indent / 2 <= kRest && next.last == U'。' && next.indent <= line.indent) return true;
  if (closes(next.first) || opens(line.last) || line.last == U'，' || line.last == U'、') return true;
  return line.depth > 0 || (is_digit(line.last) && is_digit(next.first));
}

class Unwrapper {
 public:
  Unwrapper(Document& document, const Folded& folded, const Grammar& grammar)
      : document_(document), folded_(folded), grammar_(grammar), lines_(read_page_lines(document)), done_(lines_.size()),
        joined_(lines_.size()) {}

  std::vector<Range> run() {
    for (int n = 0; n < kPages; ++n) {
      Page page;
      if (!find_page(page)) break;
      if (n == 0) mark_page_lines(lines_, folded_, grammar_);
      if (!join_stretches(page)) break;
    }
    return rebuild();
  }

 private:
  [[nodiscard]] std::string_view text(const PageLine& line) const { return folded_.view(line.ink); }

  // Whether a line may be broken inside a sentence before the next.
  [[nodiscard]] bool breaks_inside(std::size_t at) const {
    if (at + 1 >= lines_.size()) return false;
    const PageLine &line = lines_[at], &next = lines_[at + 1];
    return line.prose && next.prose && !line.stops && next.blank <= 1 && !done_[at];
  }

  // The width that most lines reach which end inside a sentence, in the measure that tells it more sharply.
  bool find_page(Page& page) const {
    std::vector<std::uint32_t> counts[2] = {std::vector<std::uint32_t>(kWidths), std::vector<std::uint32_t>(kWidths)};
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (breaks_inside(i))
        for (const Measure measure : {Measure::points, Measure::columns}) {
          const std::uint32_t width = lines_[i].width.in(measure);
          if (width >= kNarrowest[static_cast<int>(measure)] && width < kWidths)
            counts[static_cast<int>(measure)][width] += is_forced(lines_[i], lines_[i + 1]) ? 3 : 1;
        }
    const auto& points = counts[0];
    const auto& columns = counts[1];
    const auto sharpest = std::max_element(points.begin(), points.end());
    std::uint32_t widest = 0, most = 0;
    for (std::uint32_t width = kNarrowest[1]; width < kWidths; ++width) {
      std::uint32_t sum = 0;
      for (std::uint32_t less = 0; less < kWindow && less < width; ++less) sum += columns[width - less];
      if (sum > most) {
        most = sum;
        widest = width;
      }
    }
    if (most < 3) return false;
    while (columns[widest] * 12 < most) --widest;   // a line or two that reach beyond
    page = {Measure::columns, widest, 0};
    const auto count = static_cast<std::uint32_t>(sharpest - points.begin());
    if (*sharpest * 10 >= most * 9 && counts_characters(count, widest)) page = {Measure::points, count, 0};
    return true;
  }

  // Whether no line that ends inside a sentence has more characters: where columns count, one with Latin letters has.
  [[nodiscard]] bool counts_characters(std::uint32_t points, std::uint32_t columns) const {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (lines_[i].width.points > points && lines_[i].width.columns <= columns && breaks_inside(i)) return false;
    return true;
  }

  // Lines one after the other of which none is wider than the page.
  [[nodiscard]] std::vector<Stretch> find_stretches(const Page& page) const {
    std::vector<Stretch> stretches;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      if (i < lines_.size() && lines_[i].prose && !page.is_over(lines_[i]) && !done_[i]) continue;
      if (i > begin + 1) stretches.push_back({begin, i});
      begin = i + 1;
    }
    return stretches;
  }

  struct Evidence {
    int full = 0, long_lines = 0, forced = 0, runs = 0, inside = 0;
    void operator+=(const Evidence& other) {
      forced += other.forced;
      runs += other.runs;
      inside += other.inside;
    }
    [[nodiscard]] bool dense() const { return full * 5 >= long_lines * 2; }
  };

  [[nodiscard]] Evidence weigh(const Page& page, Stretch stretch) const {
    Evidence evidence;
    bool before = false;
    for (std::size_t i = stretch.begin; i + 1 < stretch.end; ++i) {
      const PageLine &line = lines_[i], &next = lines_[i + 1];
      if (line.width.in(page.measure) * 5 >= page.width * 3) ++evidence.long_lines;
      const bool full = page.is_full(line, next) && next.blank <= 1;
      if (full) ++evidence.full;
      const bool inside = full && !line.stops && (line.marked || next.marked) && !opens_paragraph(next);
      if (inside) {
        ++evidence.inside;
        evidence.forced += is_forced(line, next);
        evidence.runs += before || line.indent >= next.indent + 2;
      }
      before = inside;
    }
    return evidence;
  }

  // How much less than the page's width is full: where a break that no writer sets stands.
  void find_slack(Page& page, const std::vector<Stretch>& stretches) const {
    if (page.measure == Measure::points) return;
    int needed[kWindow] = {}, all = 0;
    for (const Stretch& stretch : stretches)
      for (std::size_t i = stretch.begin; i + 1 < stretch.end; ++i) {
        const PageLine &line = lines_[i], &next = lines_[i + 1];
        if (line.stops || !is_forced(line, next) || line.width.columns + kWindow < page.width) continue;
        const std::uint32_t reach = line.width.columns + next.unit.columns;
        const std::uint32_t less = reach > page.width ? 0 : page.width + 1 - reach;
        ++needed[std::min(less, kWindow - 1)];
        ++all;
      }
    int met = 0;
    for (std::uint32_t slack = 0; slack < kWindow; ++slack) {
      met += needed[slack];
      page.slack = slack;
      if (met * 10 >= all * 9) break;
    }
  }

  bool join_stretches(Page page) {
    const std::vector<Stretch> stretches = find_stretches(page);
    find_slack(page, stretches);
    std::vector<Evidence> evidence;
    Evidence all;
    for (const Stretch& stretch : stretches) {
      evidence.push_back(weigh(page, stretch));
      if (evidence.back().dense()) all += evidence.back();
    }
    if (!is_enough(page, all)) return false;
    for (std::size_t i = 0; i < stretches.size(); ++i)
      if (evidence[i].inside > 0 && (evidence[i].dense() || evidence[i].forced + evidence[i].runs > 0)) join(page, stretches[i]);
    return true;
  }

  // Breaks that no writer sets, full lines one after the other, an indent that the next line does not have; lines that
  // merely end inside a sentence count only where no line of the text is longer, and the page is no narrow column.
  [[nodiscard]] bool is_enough(const Page& page, const Evidence& evidence) const {
    const int sure = evidence.forced * 2 + evidence.runs;
    if (page.width < kColumn[static_cast<int>(page.measure)] && evidence.runs < kParagraphs) return false;
    if (sure >= kEnough) return true;
    if (page.width < kWide[static_cast<int>(page.measure)]) return false;
    const bool widest = std::none_of(lines_.begin(), lines_.end(), [&](const PageLine& line) { return line.prose && page.is_over(line); });
    return widest && sure + evidence.inside >= kEnough + 2;
  }

  [[nodiscard]] Style find_style(const Page& page, Stretch stretch) const {
    std::map<std::uint32_t, int> margins;
    int inside = 0, spaced_inside = 0;
    for (std::size_t i = stretch.begin; i + 1 < stretch.end; ++i) {
      if (lines_[i].stops || !page.is_full(lines_[i], lines_[i + 1])) continue;
      ++inside;
      ++margins[lines_[i + 1].indent];
      spaced_inside += lines_[i + 1].blank != 0;
    }
    Style style;
    int most = 0;
    for (const auto& [margin, count] : margins)
      if (count > most) {
        most = count;
        style.margin = margin;
      }
    style.blank = spaced_inside * 2 > inside ? 1 : 0;
    int begins = 0, indented = 0, spaced = 0, labelled = 0;
    for (std::size_t i = stretch.begin; i + 1 < stretch.end; ++i) {
      const PageLine &line = lines_[i], &next = lines_[i + 1];
      if (!line.stops || page.is_full(line, next) || next.page) continue;
      ++begins;
      indented += is_indented(next, style);
      spaced += next.blank > style.blank;
      labelled += read_label(text(next), grammar_).has_value();
    }
    style.indented = begins > 0 && indented * 5 >= begins * 3;
    style.spaced = begins > 0 && spaced * 5 >= begins * 4;
    style.labelled = begins > 2 && labelled * 4 >= begins * 3;
    return style;
  }

  static bool is_indented(const PageLine& line, const Style& style) { return line.indent >= style.margin + 2; }

  // What opens a paragraph of its own, wherever it stands: a label with its value, an attachment, a date alone.
  [[nodiscard]] bool opens_paragraph(const PageLine& line) const {
    const std::string_view whole = text(line);
    if (is_label_line(whole, true, grammar_)) return true;
    const auto date = find_date(whole);
    if (date && date->begin == 0 && date->end == whole.size()) return true;
    const Line as_line{.source = line.ink, .text = whole};
    return read_attachment_mark(as_line, grammar_).has_value();
  }

  // Whether a heading begins here: its label is the first of its style or goes on from the last.
  bool opens_section(const PageLine& line) {
    const auto label = read_label(text(line), grammar_);
    return label && (label->number == 1 || last_label_[label->style] + 1 == label->number);
  }

  void note_label(const PageLine& line) {
    if (const auto label = read_label(text(line), grammar_)) last_label_[label->style] = label->number;
  }

  // The line that one goes on in, past the head and the foot of a page; 0 if there is none.
  [[nodiscard]] std::size_t next_line(std::size_t at, std::size_t end) const {
    for (std::size_t i = at + 1; i < end && i - at <= kPageLines + 1; ++i)
      if (!lines_[i].page) return i;
    return 0;
  }

  bool goes_on(const Page& page, const Style& style, std::size_t at, std::size_t to, int depth) {
    const PageLine &line = lines_[at], &next = lines_[to];
    const bool turns = to != at + 1;
    if (!turns && next.blank > style.blank) return false;
    if (style.indented && is_indented(next, style)) return false;
    if (at < kHead && (is_furniture(text(line), PagePlace::top, grammar_) || is_furniture(text(next), PagePlace::top, grammar_))) return false;
    const bool number = is_digit(line.last) && is_digit(next.first) && depth > 0;
    const bool full = page.is_full(line, next);
    const bool nearly = line.width.in(page.measure) * 5 >= page.width * 4;
    if (!full && !(nearly && (closes(next.first) || line.last == U'，'))) return false;
    if (number || closes(next.first)) return true;
    if (opens_section(next)) return false;
    if (depth > 0) return true;
    if (opens_paragraph(next)) return false;
    if (line.stops) return !turns && (style.indented || style.spaced || style.labelled);
    return style.indented || style.spaced || !ends_assigned(at);
  }

  // …（县财政局负责） closes its paragraph without a full stop.
  [[nodiscard]] bool ends_assigned(std::size_t at) const {
    const PageLine& line = lines_[at];
    if (line.last != U'）' && line.last != ')') return false;
    std::vector<Range> ranges;
    for (std::size_t i = paragraph_; i <= at; ++i) ranges.push_back(lines_[i].ink);
    const Passage passage(folded_, ranges);
    const auto places = find_assignments(passage.text(), grammar_);
    return !places.empty() && places.back().end == passage.text().size();
  }

  void join(const Page& page, Stretch stretch) {
    const Style style = find_style(page, stretch);
    last_label_.clear();
    std::size_t at = stretch.begin;
    while (at < stretch.end) {
      note_label(lines_[at]);
      paragraph_ = at;
      int depth = 0;
      for (;;) {
        done_[at] = true;
        depth = std::max(0, depth + lines_[at].depth);
        const std::size_t to = lines_[at].page ? 0 : next_line(at, stretch.end);
        if (to == 0 || !goes_on(page, style, at, to, depth)) break;
        for (std::size_t i = at + 1; i <= to; ++i) joined_[i] = done_[i] = true;
        at = to;
      }
      ++at;
    }
  }

  // The blocks anew, with the lines of each paragraph as one.
  std::vector<Range> rebuild() {
    std::vector<Range> joins;
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Block& block = document_.blocks[lines_[i].block];
      if (!joined_[i]) {
        blocks.push_back(std::move(block));
        last_ = lines_[i].ink.end;
        continue;
      }
      auto& paragraph = std::get<Paragraph>(blocks.back());
      paragraph.joined = true;
      if (lines_[i].page) continue;
      joins.push_back({last_, lines_[i].ink.begin});
      paragraph.range.end = std::get<Paragraph>(block).range.end;
      last_ = lines_[i].ink.end;
    }
    document_.blocks = std::move(blocks);
    return joins;
  }

  Document& document_;
  const Folded& folded_;
  const Grammar& grammar_;
  std::vector<PageLine> lines_;
  std::vector<bool> done_;      // belongs to a stretch that was joined
  std::vector<bool> joined_;    // goes on from the line before
  std::map<std::string_view, std::uint32_t> last_label_;
  std::size_t paragraph_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace

std::vector<Range> join_wrapped_lines(Document& document, const Folded& folded, const Grammar& grammar) {
  return Unwrapper(document, folded, grammar).run();
}

}  // namespace gongwen
