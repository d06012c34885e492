// Places of the source to one text, with the folded offset of each of its bytes.
#include <algorithm>
#include <limits>

#include "normalize/folded.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::CharClass;
using text::CodePoint;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Passage::Passage(const Folded& folded, std::span<const Range> source, Glue glue) : folded_(&folded) {
  for (const Range range : source) {
    const Range piece = folded.to_folded(range);
    if (piece.empty()) continue;
    if (glue == Glue::flow) {
      add_lines(piece);
      continue;
    }
    if (!text_.empty()) add_glue('\n');
    folded.append_spaced(piece, text_, offsets_);
  }
}

// The lines of a folded range, each as it flows on from the text before it.
void Passage::add_lines(Range folded) {
  while (!folded.empty()) {
    const std::string_view rest = folded_->view_folded(folded);
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end != 0) flow_on({folded.begin, folded.begin + static_cast<std::uint32_t>(end)});
    folded.begin += static_cast<std::uint32_t>(std::min(end + 1, rest.size()));
  }
}

// Whether a line break stands within a number, as where a narrow column wraps 2000个 after 20. Two whole numbers, such as
// telephone numbers one a line, are not joined.
bool breaks_number(std::string_view before, std::string_view after) noexcept {
  constexpr std::size_t kLongest = 5;
  const std::size_t first = before.size() - 1 - std::min(before.find_last_not_of("0123456789"), before.size() - 1);
  const std::size_t second = std::min(after.find_first_not_of("0123456789"), after.size());
  return first > 0 && second > 0 && first + second <= kLongest && first < before.size() && second < after.size();
}

void Passage::flow_on(Range line) {
  const auto is_chinese = [](CodePoint c) { return text::char_class(c.value) == CharClass::chinese; };
  const std::string_view view = folded_->view_folded(line);
  const bool apart = !text_.empty() && !is_chinese(text::decode_before(text_, text_.size())) && !is_chinese(text::decode(view, 0));
  if (apart && !breaks_number(text_, view)) add_glue(' ');
  text_ += view;
  for (std::uint32_t at = line.begin; at < line.end; ++at) offsets_.push_back(at);
}

void Passage::add_glue(char glue) {
  text_ += glue;
  offsets_.push_back(kNone);
}

Range Passage::source(Range in_text) const {
  while (!in_text.empty() && offsets_[in_text.begin] == kNone) ++in_text.begin;
  while (!in_text.empty() && offsets_[in_text.end - 1] == kNone) --in_text.end;
  if (folded_ == nullptr || in_text.empty()) return {};
  return folded_->to_source({offsets_[in_text.begin], offsets_[in_text.end - 1] + 1});
}

}  // namespace gongwen
