// Places of the source to one text, with the pieces of the folded text that it is made of. What is one piece is not copied.
#include <algorithm>
#include <limits>

#include "normalize/folded.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

using text::CharClass;
using text::CodePoint;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Whether a line break stands within a number, as where a narrow column wraps 2000个 after 20. Two whole numbers, such as
// telephone numbers one a line, are not joined.
bool breaks_number(std::string_view before, std::string_view after) noexcept {
  constexpr std::size_t kLongest = 5;
  const std::size_t first = before.size() - 1 - std::min(before.find_last_not_of("0123456789"), before.size() - 1);
  const std::size_t second = std::min(after.find_first_not_of("0123456789"), after.size());
  return first > 0 && second > 0 && first + second <= kLongest && first < before.size() && second < after.size();
}

}  // namespace

Passage::Passage(const Folded& folded, std::span<const Range> source, Glue glue) : folded_(&folded) {
  for (const Range range : source) {
    const Range piece = folded.to_folded(range);
    if (piece.empty()) continue;
    if (glue == Glue::flow) {
      add_lines(piece);
      continue;
    }
    if (!empty()) add_glue('\n', kNone);
    add_spaced(piece);
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

void Passage::flow_on(Range line) {
  if (!empty()) {
    const auto is_chinese = [](CodePoint c) { return text::char_class(c.value) == CharClass::chinese; };
    const std::string_view view = folded_->view_folded(line);
    const bool apart = !is_chinese(text::decode_before(text(), text().size())) && !is_chinese(text::decode(view, 0));
    if (apart && !breaks_number(text(), view)) add_glue(' ', kNone);
  }
  add(line);
}

void Passage::add_spaced(Range folded) {
  std::uint32_t from = folded.begin;
  folded_->each_gap(folded, [&](std::uint32_t at) {
    add({from, at});
    add_glue(' ', at);
    from = at;
  });
  add({from, folded.end});
}

void Passage::add(Range folded) {
  if (folded.empty()) return;
  const std::string_view view = folded_->view_folded(folded);
  if (empty()) {
    first_.folded = folded.begin;
    single_ = view;
    return;
  }
  if (joined_.empty()) joined_ = single_;
  more_.push_back({static_cast<std::uint32_t>(joined_.size()), folded.begin});
  joined_ += view;
}

void Passage::add_glue(char glue, std::uint32_t folded) {
  if (joined_.empty()) joined_ = single_;
  more_.push_back({static_cast<std::uint32_t>(joined_.size()), folded});
  joined_ += glue;
}

std::uint32_t Passage::folded_at(std::uint32_t in_text) const noexcept {
  const auto after = std::upper_bound(more_.begin(), more_.end(), in_text, [](std::uint32_t at, const Piece& piece) { return at < piece.in_text; });
  const Piece& piece = after == more_.begin() ? first_ : *(after - 1);
  return piece.folded == kNone ? kNone : piece.folded + (in_text - piece.in_text);
}

Range Passage::source(Range in_text) const {
  while (!in_text.empty() && folded_at(in_text.begin) == kNone) ++in_text.begin;
  while (!in_text.empty() && folded_at(in_text.end - 1) == kNone) --in_text.end;
  if (folded_ == nullptr || in_text.empty()) return {};
  return folded_->to_source({folded_at(in_text.begin), folded_at(in_text.end - 1) + 1});
}

}  // namespace gongwen
