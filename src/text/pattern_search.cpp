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

}  // namespace

bool splits_number(std::string_view text, std::uint32_t position, char32_t here) noexcept {
  if (is_ascii_digit(here)) return is_ascii_digit(decode_before(text, position).value);
  if (!is_han_numeral(here)) return false;
  const CodePoint before = decode_before(text, position);
  if (!is_han_numeral(before.value)) return false;
  const SlotEnds numeral(SlotKind::han, text, position - before.size);
  return numeral.size() > 0 && numeral[0].end > position;
}

PatternSearch::PatternSearch(const PatternSet& set, std::string_view text, SearchMode mode) : patterns_(set), set_(set.data()), text_(text), mode_(mode) {}

std::optional<FoundProgram> PatternSearch::run(std::uint32_t position) {
  position_ = position;
  bool entering = true;
  do {
    if (entering && mode_ == SearchMode::onward && incoming_.empty() && waiting_count_ == 0) skip();
    const CodePoint c = decode(text_, position_);
    here_ = c.value;
    size_ = c.size;
    packed_ = pack(text_, position_, size_);
    for (const Thread& thread : incoming_) {
      if (!is_late(thread)) follow(thread);
    }
    if (entering && size_ != 0 && patterns_.may_begin(here_)) enter();
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
    if (patterns_.may_begin(c.value)) return;
    position_ += c.size;
  }
}

void PatternSearch::enter() {
  if (marks_.empty()) marks_.resize((set_.code.size() + 63) / 64);
  const auto before = [](const PatternHead& head, char32_t c) { return head.character < c; };
  auto head = std::lower_bound(set_.heads.begin(), set_.heads.end(), here_, before);
  for (; head != set_.heads.end() && head->character == here_; ++head) pass({head->instruction, position_});
  const bool inside_number = mode_ == SearchMode::onward && set_.classes != 0 && splits_number(text_, position_, here_);
  if (set_.classes != 0) enter_slots(inside_number);
}

void PatternSearch::enter_slots(bool inside_number) {
  for (const std::uint32_t at : set_.slot_heads) {
    const PatternInstruction& instruction = set_.code[at];
    if (!inside_number || !takes_number(static_cast<SlotKind>(instruction.argument))) pass_slot(instruction, {at, position_});
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
  while (set_.code[thread.instruction].op == Op::jump) thread.instruction += set_.code[thread.instruction].jump;
  const PatternInstruction& instruction = set_.code[thread.instruction];
  if (instruction.op != Op::split) return take(instruction, thread);
  for (std::uint32_t i = 0; i < instruction.length; ++i) {
    const std::uint32_t at = set_.closures[instruction.argument + i];
    take(set_.code[at], {at, thread.begin});
  }
}

void PatternSearch::take(const PatternInstruction& instruction, Thread thread) {
  ++steps_;
  switch (instruction.op) {
    case Op::character:
      if (instruction.argument == packed_ && instruction.length == size_) pass(thread);
      break;
    case Op::set:
      if (in_set(instruction)) pass(thread);
      break;
    case Op::slot: pass_slot(instruction, thread); break;
    case Op::accept: accept(instruction.argument, thread.begin); break;
    case Op::split:
    case Op::jump: break;
  }
}

bool PatternSearch::in_set(const PatternInstruction& instruction) const {
  const auto first = set_.sets.begin() + instruction.argument, last = first + instruction.length;
  return size_ != 0 && std::find(first, last, here_) != last;
}

/// Over the character here.
void PatternSearch::pass(Thread thread) {
  if (mark(thread.instruction)) next_.push_back({thread.instruction + 1, thread.begin});
}

void PatternSearch::pass_slot(const PatternInstruction& instruction, Thread thread) {
  const auto kind = static_cast<SlotKind>(instruction.argument);
  if (kind == SlotKind::text) return pass_text(instruction, thread);
  const SlotEnds& reached = ends(kind);
  if (reached.size() == 0 || !mark(thread.instruction)) return;
  for (std::uint32_t i = 0; i < reached.size(); ++i) wait(reached[i].end, {thread.instruction + 1, thread.begin});
}

/// {text} comes to every place ahead. Where a thread that began no later has come to a place from the same instruction,
/// there is nothing to add: so that each place costs a {text} one step, not one for each place before it.
void PatternSearch::pass_text(const PatternInstruction& instruction, Thread thread) {
  look_ahead();
  if (ahead_count_ < 2 || !mark(thread.instruction)) return;
  if (reaches_.empty()) reaches_.resize(set_.texts);
  TextReach& reach = reaches_[instruction.jump];
  const std::uint32_t known = reach.end > position_ && reach.begin <= thread.begin ? reach.end : position_;
  for (std::uint32_t i = ahead_count_ - 1; i > 0; --i) {
    const std::uint32_t end = ahead_[(ahead_first_ + i) % ahead_.size()];
    if (end <= known) break;
    reach = {std::max(reach.end, end), thread.begin};
    wait(end, {thread.instruction + 1, thread.begin});
  }
}

/// The characters from here on that {text} takes, those known from the position before among them.
void PatternSearch::look_ahead() {
  while (ahead_count_ > 0 && ahead_[ahead_first_] < position_) {
    ahead_first_ = static_cast<std::uint32_t>((ahead_first_ + 1) % ahead_.size());
    --ahead_count_;
  }
  if (ahead_count_ == 0 || ahead_[ahead_first_] != position_) {
    ahead_first_ = 0;
    ahead_count_ = 1;
    ahead_[0] = position_;
  }
  while (ahead_count_ < ahead_.size()) {
    const std::uint32_t last = ahead_[(ahead_first_ + ahead_count_ - 1) % ahead_.size()];
    const CodePoint next = decode(text_, last);
    ++steps_;
    if (next.size == 0 || !takes_text(next.value)) return;
    ahead_[(ahead_first_ + ahead_count_++) % ahead_.size()] = last + next.size;
  }
}

void PatternSearch::wait(std::uint32_t position, Thread thread) {
  ++steps_;
  if (later_.empty()) waiting_.fill(kNone);
  std::uint32_t link = free_;
  if (link != kNone) {
    free_ = later_[link].next;
  } else {
    link = static_cast<std::uint32_t>(later_.size());
    later_.emplace_back();
  }
  later_[link] = {thread, waiting_[position % kPositions]};
  waiting_[position % kPositions] = link;
  ++waiting_count_;
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
  if (incoming_.empty() && waiting_count_ != 0 && (mode_ != SearchMode::onward || found_)) {
    do ++position_;
    while (waiting_[position_ % kPositions] == kNone);
  } else {
    position_ += size_;
  }
  take_waiting();
  const auto earlier = [](const Thread& a, const Thread& b) { return a.begin < b.begin; };
  if (!std::is_sorted(incoming_.begin(), incoming_.end(), earlier)) std::stable_sort(incoming_.begin(), incoming_.end(), earlier);
  return !incoming_.empty() || waiting_count_ != 0;
}

/// Those that wait for this position.
void PatternSearch::take_waiting() {
  if (waiting_count_ == 0) return;
  std::uint32_t& head = waiting_[position_ % kPositions];
  while (head != kNone) {
    const std::uint32_t link = head;
    head = later_[link].next;
    if (!is_late(later_[link].thread)) incoming_.push_back(later_[link].thread);
    later_[link].next = free_;
    free_ = link;
    --waiting_count_;
  }
}

}  // namespace gongwen::text
