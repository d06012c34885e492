// Document to parts: the frame first, then in each part the headings, their levels, their titles and their paragraphs.
#include "segment/segment.hpp"

#include <algorithm>

#include "segment/assignments.hpp"
#include "segment/frame.hpp"
#include "segment/labels.hpp"
#include "segment/layout.hpp"
#include "segment/names.hpp"
#include "segment/numbering.hpp"
#include "segment/outline_builder.hpp"
#include "segment/unlabelled.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestBareTitle = 60;   // bytes

class PartBuilder {
 public:
  PartBuilder(Segmentation& out, const Folded& folded, const Grammar& grammar)
      : out_(out), folded_(folded), grammar_(grammar), layout_(out.lines) {}

  void build(const PartFrame& frame) {
    index_ = out_.parts.size();
    Part& part = out_.parts.emplace_back();
    part.kind = frame.kind;
    part.title = frame.title;
    std::vector<LoneLabel> lone;
    std::vector<Heading> headings = find_headings(frame, lone);
    report_unlabelled(out_.lines, frame.begin, frame.end, headings, layout_, out_.diagnostics);
    place_headings(headings, out_.diagnostics);
    if (!headings.empty()) last_number_ = check_numbers(headings, lone, out_.lines, last_number_, out_.diagnostics);
    auto next = headings.begin();
    for (std::size_t i = frame.begin; i < frame.end; ++i) {
      Line& line = out_.lines[i];
      if (is_note(line)) continue;
      if (line.is_table()) {
        out_.tables[line.table - 1] = {index_, static_cast<int>(part.sections.size()) - 1, i};
      } else if (next != headings.end() && next->line == i) {
        const Heading& heading = *next++;
        add_section(part, heading, line, next != headings.end() && next->line == i + 1 && next->level > heading.level);
      } else if (line.owner == Owner::none) {
        line.owner = Owner::paragraph;
        add_paragraph(part.sections.empty() ? part.paragraphs : part.sections.back().paragraphs, line);
      }
      if (!part.sections.empty() && (line.owner == Owner::paragraph || line.is_table()))
        part.sections.back().span.bytes.end = line.source.end;
      places_.push_back({line.source.begin, index_, part.sections.size()});
    }
    close_sections(part);
  }

  // A note belongs to the section that refers to it, after its own text.
  void add_notes() {
    for (const Line& line : out_.lines) {
      if (!is_note(line) || out_.parts.empty()) continue;
      const auto next = std::upper_bound(places_.begin(), places_.end(), line.paragraph->anchor,
                                         [](std::uint32_t at, const Place& place) { return at < place.begin; });
      const Place place = next == places_.begin() ? Place{} : *std::prev(next);
      Part& part = out_.parts[place.part];
      auto& paragraphs = place.sections == 0 ? part.paragraphs : part.sections[place.sections - 1].paragraphs;
      paragraphs.push_back(line_value(line));
    }
  }

 private:
  static bool is_note(const Line& line) { return line.paragraph != nullptr && line.paragraph->role == ParagraphRole::note; }

  std::vector<Heading> find_headings(const PartFrame& frame, std::vector<LoneLabel>& lone) const {
    std::vector<Heading> headings;
    for (std::size_t i = frame.begin; i < frame.end; ++i) {
      const Line& line = out_.lines[i];
      if (line.owner != Owner::none) continue;
      if (const auto counted = automatic_label(line)) {
        headings.push_back(heading(i, *counted));
        continue;
      }
      auto label = read_label(line.text, grammar_);
      if (!label) label = bare_number(i, frame.end);
      if (const Line* below = line_below(i); below != nullptr && (!label || label->end == line.text.size()))
        if (const auto above = read_lone_label(line.text, below->text, grammar_)) label = above;
      if (!label) label = label_before_number(line.text, headings);
      if (label && !continues_decimals(*label, headings)) {
        label = read_label_before_decimal(line.text, grammar_);
        if (label && (label->number == 1 || !continues(*label, headings))) label.reset();
      }
      if (label) headings.push_back(heading(i, *label));
      else if (const auto all = read_automatic_label(line.text, false, grammar_)) lone.push_back({i, *all, line.text, line.source});
    }
    return headings;
  }

  Heading heading(std::size_t at, const Label& label) const {
    const Line& line = out_.lines[at];
    return {at, label, line.text, value(line, 0, label.end).span.bytes, 1, line.paragraph->outline_level};
  }

  // The label that Word wrote before the line's text: where it ends is known, 3. before 5个工作日内办结.
  std::optional<Label> automatic_label(const Line& line) const {
    const Range label = line.paragraph->label;
    if (label.empty() || label.begin != line.source.begin) return {};
    const std::uint32_t begin = folded_.to_folded(line.source).begin;
    const std::string_view text = line.text.substr(0, folded_.to_folded(label).end - begin);
    if (text.size() == line.text.size()) return {};
    const auto counted = read_automatic_label(text, line.paragraph->outline_level >= 0, grammar_);
    const auto typed = counted ? read_label(line.text, grammar_) : std::nullopt;   // （一） counted and 、 typed behind it
    const bool goes_on = typed && typed->end > counted->end && typed->style == counted->style && typed->number == counted->number;
    return goes_on ? typed : counted;
  }

  // The line below, where it may be the title of a label that stands alone.
  const Line* line_below(std::size_t at) const {
    if (at + 1 >= out_.lines.size() || out_.lines[at + 1].owner != Owner::none) return nullptr;
    return &out_.lines[at + 1];
  }

  // 1总则 over 1.1编制目的: a number alone is a label where the next line opens its first decimal.
  std::optional<Label> bare_number(std::size_t at, std::size_t end) const {
    const std::string_view text = out_.lines[at].text;
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > 2 || text.size() > kLongestBareTitle || text.find("。") != text.npos) return {};
    std::size_t next = at + 1;
    while (next < end && out_.lines[next].owner != Owner::none) ++next;
    if (next == end || (out_.lines[next].paragraph->outline_level >= 0 && out_.lines[at].paragraph->outline_level < 0)) return {};
    const std::string first = std::string(text.substr(0, digits)) + ".1";
    const auto label = read_label(out_.lines[next].text, grammar_);
    if (!label || label->style != "decimal" || !out_.lines[next].text.starts_with(first)) return {};
    auto made = read_label_before_decimal(std::string(text.substr(0, digits)) + ".", grammar_);
    if (made) made->end = static_cast<std::uint32_t>(digits);
    return made;
  }

  // 1.2022年6月底前完成, and 4.460个 after 3.: the label stands before a year or another number.
  std::optional<Label> label_before_number(std::string_view text, const std::vector<Heading>& headings) const {
    constexpr std::size_t kYear = 7;   // bytes of 2022年
    const auto label = read_label_before_decimal(text, grammar_);
    if (!label || continues(*label, headings)) return label;
    const std::string_view year = text.substr(label->end).substr(0, kYear);
    return year.size() == kYear && find_year(year) != 0 ? label : std::nullopt;
  }

  // 1.5项 at the start of a line is a number unless 1.4 was a label: decimals count up without a gap.
  static bool continues_decimals(const Label& label, const std::vector<Heading>& headings) {
    return !label.style.starts_with("decimal") || label.number == 1 || continues(label, headings);
  }

  static bool continues(const Label& label, const std::vector<Heading>& headings) {
    const auto last = std::find_if(headings.rbegin(), headings.rend(), [&](const Heading& h) { return h.label.style == label.style; });
    return last != headings.rend() && last->label.number + 1 == label.number;
  }

  // A line that an open bracket of the line before goes on in belongs to the same paragraph.
  void add_paragraph(std::vector<Value>& paragraphs, const Line& line) const {
    const bool adjoins = !paragraphs.empty() && line.blank_before == 0 && has_open_bracket(paragraphs.back().text) &&
                         line.text.find("）") != std::string_view::npos;
    if (!adjoins) {
      paragraphs.push_back(line_value(line));
      return;
    }
    const Range both = cover(paragraphs.back().span.bytes, line.source);
    paragraphs.back() = {std::string(Passage(folded_, both).text()), {both, {}}};
  }

  static bool has_open_bracket(std::string_view text) {
    constexpr std::size_t kLook = 600;   // bytes: an annotation that is broken opens near the line's end
    const std::string_view tail = text.substr(text.size() > kLook ? text.size() - kLook : 0);
    const std::size_t open = tail.rfind("（"), close = tail.rfind("）");
    return open != tail.npos && (close == tail.npos || close < open);
  }

  // The value of bytes [begin, end) of a line's folded text.
  Value value(const Line& line, std::size_t begin, std::size_t end) const {
    while (begin < end && line.text[begin] == ' ') ++begin;   // after a label, before a Latin letter
    while (begin < end && line.text[end - 1] == ' ') --end;
    const std::uint32_t base = folded_.to_folded(line.source).begin;
    const Range range{base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)};
    return {std::string(line.text.substr(begin, end - begin)), {folded_.to_source(range), {}}};
  }

  // `over_headings`: deeper ones follow at once.
  void add_section(Part& part, const Heading& heading, Line& line, bool over_headings) {
    line.owner = Owner::heading;
    Section section;
    section.level = heading.level;
    section.number = heading.label.number;
    section.label = value(line, 0, heading.label.end);
    section.span.bytes = line.source;
    if (heading.label.end == line.text.size()) {
      if (const Line* below = line_below(heading.line); below != nullptr && read_lone_label(line.text, below->text, grammar_)) {
        section.title = line_value(*below);
        section.span.bytes.end = below->source.end;
        out_.lines[heading.line + 1].owner = Owner::heading;
      }
      part.sections.push_back(std::move(section));
      return;
    }
    const std::string_view rest = line.text.substr(heading.label.end);
    const auto annotations = find_assignments(rest, grammar_);
    const std::size_t annotation = annotations.empty() ? rest.size() : annotations.front().begin;
    TitleSplit split = heading.label.style == "article" ? split_article(line, heading.label.end)
                                                        : split_title(rest, annotation);
    if (over_headings && heading.label.style != "article" && annotations.empty() && is_counted_title(rest, grammar_))
      split.title_end = split.rest_begin = static_cast<std::uint32_t>(rest.size());
    if (split.title_end != 0) section.title = value(line, heading.label.end, heading.label.end + split.title_end);
    if (split.rest_begin < rest.size())
      section.paragraphs.push_back(value(line, heading.label.end + split.rest_begin, line.text.size()));
    part.sections.push_back(std::move(section));
  }

  // What follows the label of an article, with the spaces that set a title apart from its text.
  TitleSplit split_article(const Line& line, std::uint32_t label_end) const {
    Range rest = folded_.to_folded(line.source);
    rest.begin += label_end;
    std::string spaced;
    folded_.each_gap(rest, [&](std::uint32_t at) {
      spaced.append(folded_.view_folded({rest.begin, at})) += ' ';
      rest.begin = at;
    });
    spaced += folded_.view_folded(rest);
    return split_article_title(spaced);
  }

  // Ids, and the spans and ends that reach over descendants.
  void close_sections(Part& part) const {
    const std::string root = "p" + std::to_string(index_ + 1) + ".s";
    std::vector<std::size_t> open;
    std::vector<std::uint32_t> ordinals;
    for (std::size_t i = 0; i < part.sections.size(); ++i) {
      Section& section = part.sections[i];
      close_to(part, open, section.level - 1, i);
      ordinals.resize(section.level, 0);
      ++ordinals.back();
      section.id = open.empty() ? root + std::to_string(ordinals.back()) : part.sections[open.back()].id + "." + std::to_string(ordinals.back());
      open.push_back(i);
    }
    close_to(part, open, 0, part.sections.size());
  }

  static void close_to(Part& part, std::vector<std::size_t>& open, std::size_t depth, std::size_t at) {
    while (open.size() > depth) {
      Section& closed = part.sections[open.back()];
      closed.end = static_cast<std::uint32_t>(at);
      open.pop_back();
      if (!open.empty()) {
        Range& outer = part.sections[open.back()].span.bytes;
        outer.end = std::max(outer.end, closed.span.bytes.end);
      }
    }
  }

  Segmentation& out_;
  const Folded& folded_;
  const Grammar& grammar_;
  const Layout layout_;
  std::size_t index_ = 0;
  struct Place {
    std::uint32_t begin = 0;    // of a line, in the source
    std::size_t part = 0;
    std::size_t sections = 0;   // of the part, up to that line
  };
  std::vector<Place> places_;   // ascending
  LastNumber last_number_;      // of the last part that has headings
};

}  // namespace

Segmentation segment(const Document& document, const Folded& folded, const Grammar& grammar) {
  Segmentation out;
  out.lines = make_lines(document, folded);
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) out.tables.resize(out.tables.size() + 1 + table->nested.size());
  Frame frame = read_frame(out.lines, folded, grammar);
  out.metadata = std::move(frame.metadata);
  PartBuilder builder(out, folded, grammar);
  for (const PartFrame& part : frame.parts) builder.build(part);
  builder.add_notes();
  return out;
}

}  // namespace gongwen
