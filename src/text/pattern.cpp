// Lookups in a set of patterns: where no pattern can begin is passed over by its character, elsewhere the automaton is walked.
#include "text/pattern.hpp"

#include "text/pattern_automaton.hpp"
#include "text/pattern_index.hpp"
#include "text/pattern_program.hpp"
#include "text/pattern_search.hpp"
#include "text/pattern_walk.hpp"
#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

constexpr std::size_t kLongestText = 0xFFFF'FFF0;   // offsets are 32 bits

}  // namespace

PatternSet::PatternSet(const PatternData& made) : data_(made) {
  set_filter();
  set_pages();
}

std::optional<PatternError> PatternSet::add(std::string_view pattern) {
  if (!store_) store_ = std::make_unique<PatternStore>();
  const auto begin = static_cast<std::uint32_t>(store_->code.size());
  const auto number = static_cast<std::uint32_t>(store_->programs.size());
  if (auto error = compile_pattern(pattern, number, store_->code, store_->sets)) return error;
  index_program(*store_, begin);
  store_->states.clear();   // of the patterns before, if the set was sealed
  data_ = store_->view();
  filter_.set();
  return std::nullopt;
}

void PatternSet::seal() {
  if (!store_) return;
  make_automaton(*store_);
  data_ = store_->view();
  filter_.reset();
  set_filter();
  set_pages();
}

void PatternSet::set_pages() {
  page_.fill(0);
  pages_.assign(1, {});
  if (data_.states.empty()) return;
  const PatternState& first = data_.states.front();
  for (const PatternEdge& edge : data_.edges.subspan(first.edges, first.edge_count)) {
    if (edge.character > 0xFFFF) continue;
    std::uint16_t& page = page_[edge.character / kPage];
    if (page == 0) {
      page = static_cast<std::uint16_t>(pages_.size());
      pages_.emplace_back();
    }
    pages_[page][edge.character % kPage] = static_cast<std::uint16_t>(edge.state);
  }
}

std::uint32_t PatternSet::behind_rare(char32_t c) const noexcept {
  const PatternState& first = data_.states.front();
  for (const PatternEdge& edge : data_.edges.subspan(first.edges, first.edge_count))
    if (edge.character == c) return edge.state;
  return kNoState;
}

void PatternSet::set_filter() {
  for (const PatternHead& head : data_.heads) filter_.set(head.character % kFilterBits);
  if (data_.classes == 0) return;
  if ((data_.classes & kClassText) != 0) filter_.set();
  for (const char32_t c : slot_first_characters())
    if ((character_classes(c) & data_.classes) != 0) filter_.set(c % kFilterBits);
}

std::optional<Match> PatternSet::match_at(std::string_view text, std::size_t position) const { return search(text, position, SearchMode::here); }

std::optional<Match> PatternSet::match_whole(std::string_view text) const { return search(text, 0, SearchMode::whole); }

std::optional<Match> PatternSet::find(std::string_view text, std::size_t from) const { return search(text, from, SearchMode::onward); }

std::optional<Match> PatternSet::search(std::string_view text, std::size_t position, SearchMode mode) const {
  if (position >= text.size() || text.size() > kLongestText) return std::nullopt;
  const auto found = walk(text, static_cast<std::uint32_t>(position), mode);
  if (!found) return std::nullopt;
  return Match{found->program, found->begin, found->end, captures_of(data_, text, *found)};
}

/// Walks from each place where a program may begin. A walk that takes too many steps leaves the rest to PatternSearch.
std::optional<FoundProgram> PatternSet::walk(std::string_view text, std::uint32_t position, SearchMode mode) const {
  if (data_.states.empty()) return PatternSearch(*this, text, mode).run(position);
  PatternWalk walk(*this, text, mode);
  do {
    const CodePoint c = decode(text, position);
    if (may_begin(c.value) && (behind_first(c.value) != kNoState || (data_.classes != 0 && (character_classes(c.value) & data_.classes) != 0))) {
      if (const auto found = walk.run(position)) return found;
      if (walk.gave_up()) return PatternSearch(*this, text, mode).run(position);
    }
    position += c.size;
  } while (mode == SearchMode::onward && position < text.size());
  return std::nullopt;
}

}  // namespace gongwen::text
