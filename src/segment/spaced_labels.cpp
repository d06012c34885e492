// One paragraph to several: where a page's script lost the line breaks but not the indents, a label stands behind white space
// that no writer sets. Two such labels that count up, each behind a sentence or a bare heading, show it; one alone does not.
#include "segment/spaced_labels.hpp"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "segment/labels.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLeast = 120;           // bytes of such a paragraph
constexpr std::size_t kLongestHeading = 120;  // bytes of a heading without a mark
constexpr std::size_t kFewest = 2;            // labels behind spaces

bool ends_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'）' || c == U'】' || c == U'〕' || c == U'”'; }

class SpacedLabels {
 public:
  SpacedLabels(std::string_view text, const Grammar& grammar) : text_(text), grammar_(grammar) {}

  std::vector<std::size_t> run() {
    if (const auto label = read_label(text_, grammar_)) open(*label, 0);
    for (std::size_t at = text_.find(' '); at != text_.npos; at = text_.find(' ', at + 1)) {
      const auto label = read_label(text_.substr(at + 1), grammar_);
      if (!label || !may_end_at(at, *label)) continue;
      const auto last = last_.find(label->style);
      if (label->number != 1 && (last == last_.end() || last->second + 1 != label->number)) continue;
      open(*label, at + 1);
      cuts_.push_back(at + 1);
    }
    return cuts_.size() < kFewest ? std::vector<std::size_t>() : cuts_;
  }

 private:
  void open(const Label& label, std::size_t at) {
    last_[label.style] = label.number;
    heading_ = at;
    style_ = label.style;
  }

  // Behind a sentence, or behind a heading of another style that has no mark: 一、整治任务 （一）…
  [[nodiscard]] bool may_end_at(std::size_t at, const Label& label) const {
    if (at == 0) return false;
    if (ends_sentence(text::decode_before(text_, at).value)) return true;
    if (heading_ == text_.npos || at - heading_ > kLongestHeading || label.number != 1 || style_ == label.style) return false;
    const std::string_view title = text_.substr(heading_, at - heading_);
    for (const std::string_view mark : {"。", "，", "；", "：", " "})
      if (title.find(mark) != title.npos) return false;
    return true;
  }

  std::string_view text_;
  const Grammar& grammar_;
  std::vector<std::size_t> cuts_;
  std::map<std::string_view, std::uint32_t> last_;
  std::size_t heading_ = std::string_view::npos;
  std::string_view style_;
};

// Whether white space stands behind the end of a sentence inside the text.
bool may_hold_breaks(std::string_view source) {
  if (source.size() < kLeast) return false;
  for (const std::string_view end : {"。", "）", "”", ")"})
    for (std::size_t at = source.find(end); at != source.npos; at = source.find(end, at + end.size())) {
      const std::size_t next = at + end.size();
      if (next < source.size() && text::is_space(text::decode(source, next).value)) return true;
    }
  return false;
}

}  // namespace

void cut_spaced_labels(Document& document, const Folded& folded, const Grammar& grammar) {
  std::vector<Block> blocks;
  bool any = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    const std::string_view source = paragraph == nullptr ? std::string_view() : std::string_view(document.source).substr(paragraph->range.begin, paragraph->range.size());
    std::vector<std::size_t> cuts;
    if (may_hold_breaks(source)) {
      const Passage passage(folded, paragraph->range, Passage::Glue::lines);
      for (const std::size_t cut : SpacedLabels(passage.text(), grammar).run())
        cuts.push_back(passage.source({static_cast<std::uint32_t>(cut), static_cast<std::uint32_t>(cut) + 1}).begin);
    }
    if (cuts.empty()) {
      if (any) blocks.push_back(std::move(document.blocks[i]));
      continue;
    }
    if (!any) blocks.assign(std::make_move_iterator(document.blocks.begin()), std::make_move_iterator(document.blocks.begin() + static_cast<std::ptrdiff_t>(i)));
    any = true;
    Paragraph piece = *paragraph;
    for (const std::size_t cut : cuts) {
      piece.range.end = static_cast<std::uint32_t>(cut);
      blocks.emplace_back(piece);
      piece.range.begin = piece.range.end;
      piece.blank_lines_before = 0;
    }
    piece.range.end = paragraph->range.end;
    blocks.emplace_back(piece);
  }
  if (any) document.blocks = std::move(blocks);
}

}  // namespace gongwen
