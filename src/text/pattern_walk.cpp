// A place in a text to the longest match there: along the characters, with the ends of slots as ways still to be taken.
#include "text/pattern_walk.hpp"

#include <algorithm>

#include "text/pattern_search.hpp"
#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

constexpr std::uint32_t kFewEdges = 8;

}  // namespace

std::optional<FoundProgram> PatternWalk::run(std::uint32_t position) {
  program_ = kNoState;
  gave_up_ = false;
  most_steps_ = steps_ + kMostSteps;
  open_count_ = 0;
  begin(position);
  while (open_count_ != 0 && !gave_up_) follow(open_[--open_count_]);
  if (program_ == kNoState || gave_up_) return std::nullopt;
  return FoundProgram{program_, position, end_};
}

/// Over the first character, or into the slots that programs begin with. None accepts before.
void PatternWalk::begin(std::uint32_t position) {
  const CodePoint c = decode(text_, position);
  const PatternState& root = set_.states.front();
  ++steps_;
  if (c.size == 0) return;
  if (root.slot_count != 0) try_slots(root, position, c.value, true);
  follow({patterns_.behind_first(c.value), position + c.size});
}

void PatternWalk::follow(Way way) {
  while (way.state != kNoState && !gave_up_) {
    if (++steps_ > most_steps_) gave_up_ = true;
    const PatternState& state = set_.states[way.state];
    if (state.accepts != kNoState) accept(state.accepts, way.position);
    const CodePoint c = decode(text_, way.position);
    if (c.size == 0) return;
    if (state.slot_count != 0) try_slots(state, way.position, c.value, false);
    way = {next(state, c.value), way.position + c.size};
  }
}

/// The state behind a character.
std::uint32_t PatternWalk::next(const PatternState& state, char32_t c) const noexcept {
  const PatternEdge* edge = set_.edges.data() + state.edges;
  const PatternEdge* const last = edge + state.edge_count;
  if (state.edge_count > kFewEdges) {
    edge = std::lower_bound(edge, last, c, [](const PatternEdge& a, char32_t b) { return a.character < b; });
  } else {
    while (edge != last && edge->character < c) ++edge;
  }
  return edge != last && edge->character == c ? edge->state : kNoState;
}

void PatternWalk::accept(std::uint32_t program, std::uint32_t position) noexcept {
  if (mode_ == SearchMode::whole && position != text_.size()) return;
  if (program_ != kNoState && (position < end_ || (position == end_ && program > program_))) return;
  end_ = position;
  program_ = program;
}

void PatternWalk::try_slots(const PatternState& state, std::uint32_t position, char32_t here, bool at_begin) {
  const std::uint8_t classes = character_classes(here);
  if ((state.classes & classes) == 0) return;
  const bool inside_number = at_begin && mode_ == SearchMode::onward && splits_number(text_, position, here);
  for (const PatternSlotEdge& edge : set_.slot_edges.subspan(state.slots, state.slot_count)) {
    if ((slot_first_classes(edge.kind) & classes) == 0 || (inside_number && takes_number(edge.kind))) continue;
    if (edge.kind == SlotKind::text) {
      try_text(edge, position);
      continue;
    }
    const SlotEnds ends(edge.kind, text_, position);
    for (std::uint32_t i = 0; i < ends.size(); ++i) push({edge.state, ends[i].end});
  }
}

/// To those ends of {text} from which there is a way on.
void PatternWalk::try_text(const PatternSlotEdge& edge, std::uint32_t position) {
  const PatternState& behind = set_.states[edge.state];
  const bool always = behind.accepts != kNoState || behind.slot_count != 0;
  CodePoint c = decode(text_, position);
  for (std::size_t taken = 0; taken < kSlotTextCharacters && c.size != 0 && takes_text(c.value); ++taken) {
    ++steps_;
    position += c.size;
    c = decode(text_, position);
    if (always || (c.size != 0 && next(behind, c.value) != kNoState)) push({edge.state, position});
  }
}

void PatternWalk::push(Way way) noexcept {
  if (open_count_ == open_.size()) {
    gave_up_ = true;
  } else {
    open_[open_count_++] = way;
  }
}

}  // namespace gongwen::text
