// A text to the match that begins first and is longest there. All programs advance together, one character at a time; of
// two that have come to the same instruction only the one that began earlier goes on, so that the work of a search is
// bounded by the length of the text times the size of the set, whatever the patterns say.
#include "text/pattern_search.hpp"

#include <algorithm>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

std::uint32_t pack(std::string_view text, std::uint32_t position, std::uint32_t size) noexcept {
  std::uint32_t packed = 0;
  for (std::uint32_t i = 0; i < size; ++i) packed |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[position + i])) << (8 * i);
  return packed;
}

/// Whether the number that ends before `position` goes on there: 2|025, 十|五.
bool splits_number(std::string_view text, std::uint32_t position, char32_t here) {
  const CodePoint before = decode_before(text, position);
  if (is_ascii_digit(here)) return is_ascii_digit(before.value);
  if (!is_han_numeral(here) || !is_han_numeral(before.value)) return false;
  const SlotEnds numeral(SlotKind::han, text, position - before.size);
  return numeral.size() > 0 && numeral[0].end > position;
}

bool is_number(SlotKind kind) noexcept { return (slot_first_classes(kind) & (kClassDigit | kClassHan)) != 0; }

}  // namespace

PatternSearch::PatternSearch(const PatternSet& set, std::string_view text, SearchMode mode) : set_(set), text_(text), mode_(mode) {}

std::optional<FoundProgram> PatternSearch::run(std::uint32_t position) {
  position_ = position;
  bool entering = true;
  do {
    if (entering && mode_ == SearchMode::onward && incoming_.empty() && later_.empty()) skip();
    const CodePoint c = decode(text_, position_);
    here_ = c.value;
    size_ = c.size;
    packed_ = pack(text_, position_, size_);
    for (const Thread& thread : incoming_) {
      if (!is_late(thread)) follow(thread);
    }
    if (entering && size_ != 0 && set_.may_begin(here_)) enter();
    forget_position();
    entering = mode_ == SearchMode::onward && !found_;
  } while (advance() || (entering && position_ < text_.size()));
  if (!found_) return std::nullopt;
  return best_;
}

/// To where a program can begin.
void PatternSearch::skip() {
  while (position_ < text_.size()) {
    const CodePoint c = decode(text_, position_);
    if (set_.may_begin(c.value)) return;
    position_ += c.size;
  }
}

void PatternSearch::enter() {
  if (marks_.empty()) marks_.resize((set_.code_.size() + 63) / 64);
  if (const auto head = set_.heads_.find(here_); head != set_.heads_.end()) {
    for (std::uint32_t link = head->second; link != PatternSet::kNone; link = set_.links_[link].next) pass({set_.links_[link].instruction, position_});
  }
  const bool inside_number = mode_ == SearchMode::onward && set_.classes_ != 0 && splits_number(text_, position_, here_);
  if (set_.classes_ != 0) enter_slots(inside_number);
}

void PatternSearch::enter_slots(bool inside_number) {
  for (std::size_t i = 0; i < kSlotKinds; ++i) {
    const auto kind = static_cast<SlotKind>(i);
    if (set_.by_slot_[i].empty() || (inside_number && is_number(kind)) || ends(kind).size() == 0) continue;
    for (const std::uint32_t instruction : set_.by_slot_[i]) pass_slot(kind, {instruction, position_});
  }
}

bool PatternSearch::mark(std::uint32_t instruction) {
  const std::uint64_t bit = std::uint64_t{1} << (instruction % 64);
  if ((marks_[instruction / 64] & bit) != 0) return false;
  marks_[instruction / 64] |= bit;
  marked_.push_back(instruction);
  return true;
}

/// Through splits and jumps to the instructions that take text, and through those of them that take what is here.
void PatternSearch::follow(Thread thread) {
  while (set_.code_[thread.instruction].op == Op::jump) thread.instruction += set_.code_[thread.instruction].jump;
  const PatternInstruction& instruction = set_.code_[thread.instruction];
  if (instruction.op != Op::split) return take(instruction, thread);
  for (std::uint32_t i = 0; i < instruction.length; ++i) {
    const std::uint32_t at = set_.closures_[instruction.argument + i];
    take(set_.code_[at], {at, thread.begin});
  }
}

void PatternSearch::take(const PatternInstruction& instruction, Thread thread) {
  switch (instruction.op) {
    case Op::character:
      if (instruction.argument == packed_ && instruction.length == size_) pass(thread);
      break;
    case Op::set:
      if (in_set(instruction)) pass(thread);
      break;
    case Op::slot: pass_slot(static_cast<SlotKind>(instruction.argument), thread); break;
    case Op::accept: accept(instruction.argument, thread.begin); break;
    case Op::split:
    case Op::jump: break;
  }
}

bool PatternSearch::in_set(const PatternInstruction& instruction) const {
  const auto first = set_.sets_.begin() + instruction.argument, last = first + instruction.length;
  return size_ != 0 && std::find(first, last, here_) != last;
}

/// Over the character here.
void PatternSearch::pass(Thread thread) {
  if (mark(thread.instruction)) next_.push_back({thread.instruction + 1, thread.begin});
}

void PatternSearch::pass_slot(SlotKind kind, Thread thread) {
  const SlotEnds& reached = ends(kind);
  if (reached.size() == 0 || !mark(thread.instruction)) return;
  for (std::uint32_t i = 0; i < reached.size(); ++i) later_.push_back({reached[i].end, {thread.instruction + 1, thread.begin}});
}

void PatternSearch::accept(std::uint32_t program, std::uint32_t begin) {
  if (mode_ == SearchMode::whole && position_ != text_.size()) return;
  const bool better = !found_ || begin < best_.begin ||
                      (begin == best_.begin && (position_ > best_.end || (position_ == best_.end && program < best_.program)));
  if (!better) return;
  found_ = true;
  best_ = {program, begin, position_};
}

void PatternSearch::forget_position() {
  for (const std::uint32_t instruction : marked_) marks_[instruction / 64] = 0;
  marked_.clear();
  for (const SlotKind kind : ends_known_) ends_[static_cast<std::size_t>(kind)].reset();
  ends_known_.clear();
}

const SlotEnds& PatternSearch::ends(SlotKind kind) {
  auto& known = ends_[static_cast<std::size_t>(kind)];
  if (!known) {
    known.emplace(kind, text_, position_);
    ends_known_.push_back(kind);
  }
  return *known;
}

/// To the next position that a thread waits at; false where none does.
bool PatternSearch::advance() {
  std::swap(incoming_, next_);
  next_.clear();
  if (!incoming_.empty() || later_.empty() || (mode_ == SearchMode::onward && !found_)) {
    position_ += size_;
  } else {
    position_ = std::min_element(later_.begin(), later_.end(), [](const auto& a, const auto& b) { return a.position < b.position; })->position;
  }
  std::erase_if(later_, [this](const LaterThread& later) {
    if (later.position > position_) return is_late(later.thread);
    incoming_.push_back(later.thread);
    return true;
  });
  const auto earlier = [](const Thread& a, const Thread& b) { return a.begin < b.begin; };
  if (!std::is_sorted(incoming_.begin(), incoming_.end(), earlier)) std::stable_sort(incoming_.begin(), incoming_.end(), earlier);
  return !incoming_.empty() || !later_.empty();
}

}  // namespace gongwen::text
