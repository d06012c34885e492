// Patterns to programs, and programs run over text. A match tries the ways through a program one after the other; one
// that takes more than a few steps starts over with a record of the states (instruction, position) it has been in, so
// that none is tried twice: the steps of a match are bounded by the pattern alone, and the work of a search by the length
// of the text. Positions where no pattern can begin are skipped by the first character.
#include "text/pattern.hpp"

#include <algorithm>

#include "text/pattern_program.hpp"
#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

constexpr std::uint32_t kUnrecordedSteps = 256;
constexpr std::size_t kLongestText = 0xFFFF'FFF0;   // offsets are 32 bits

char32_t packed_character(const PatternInstruction& instruction) {
  std::string bytes;
  for (std::uint32_t i = 0; i < instruction.length; ++i) bytes.push_back(static_cast<char>((instruction.argument >> (8 * i)) & 0xFF));
  return decode(bytes, 0).value;
}

/// States from which no match can be reached, for all positions of one search: a ring of rows, one a position.
class DeadStates {
 public:
  DeadStates(std::uint32_t instructions, std::uint32_t max_bytes)
      : words_((instructions + 63) / 64), rows_(max_bytes + 1), row_positions_(rows_, ~0u), bits_(std::size_t{words_} * rows_, 0) {}

  /// False if the state has been visited.
  bool visit(std::uint32_t instruction, std::uint32_t position) {
    const std::uint32_t row = position % rows_;
    std::uint64_t* words = bits_.data() + std::size_t{row} * words_;
    if (row_positions_[row] != position) {
      std::fill_n(words, words_, 0);
      row_positions_[row] = position;
    }
    const std::uint64_t bit = std::uint64_t{1} << (instruction % 64);
    if ((words[instruction / 64] & bit) != 0) return false;
    words[instruction / 64] |= bit;
    return true;
  }

 private:
  std::uint32_t words_, rows_;
  std::vector<std::uint32_t> row_positions_;
  std::vector<std::uint64_t> bits_;
};

/// Whether the number that ends before `position` goes on there: 2|025, 十|五.
bool splits_number(std::string_view text, std::size_t position) {
  const CodePoint before = decode_before(text, position), here = decode(text, position);
  if (is_ascii_digit(here.value)) return is_ascii_digit(before.value);
  constexpr std::uint8_t kHan = kClassHan;
  if ((character_classes(here.value) & kHan) == 0 || (character_classes(before.value) & kHan) == 0) return false;
  const SlotEnds ends(SlotKind::han, text, static_cast<std::uint32_t>(position - before.size));
  return ends.size() > 0 && ends[0].end > position;
}

}  // namespace

/// One lookup: the programs tried in turn, and the best match so far.
class Matcher {
 public:
  Matcher(const PatternSet& set, std::string_view text, bool whole) : set_(set), text_(text), whole_(whole) {}

  /// Tries all programs that can begin with the character at `position`.
  void try_all(std::uint32_t position, bool inside_number) {
    const CodePoint first = decode(text_, position);
    if (first.size == 0) return;
    if (const auto head = set_.heads_.find(first.value); head != set_.heads_.end()) {
      for (std::uint32_t link = head->second; link != PatternSet::kNone; link = set_.links_[link].next) {
        try_program(set_.links_[link].program, position);
      }
    }
    std::uint32_t classes = character_classes(first.value) & set_.classes_;
    if (inside_number) classes &= ~std::uint32_t{kClassDigit | kClassHan};
    for (std::size_t i = 0; i < PatternSet::kClasses; ++i) {
      if ((classes & (1u << i)) == 0) continue;
      for (const std::uint32_t program : set_.by_class_[i]) try_program(program, position);
    }
  }

  [[nodiscard]] std::optional<Match> take() {
    if (!found_) return std::nullopt;
    return std::move(best_);
  }

 private:
  /// A way not yet taken. One that begins behind a slot brings that slot's capture.
  struct Frame {
    std::uint32_t instruction, position, captures;
    std::uint32_t slot_begin = PatternSet::kNone, slot_value = 0;
  };

  void try_program(std::uint32_t program, std::uint32_t position) {
    start_ = position;
    current_ = program;
    if (run(program, position, nullptr)) return;
    const PatternSet::Program& bounds = set_.programs_[program];
    auto& dead = dead_.try_emplace(program, bounds.end - bounds.begin, bounds.max_bytes).first->second;
    run(program, position, &dead);
  }

  /// False if the budget for a run without a record was not enough.
  bool run(std::uint32_t program, std::uint32_t position, DeadStates* dead) {
    const std::uint32_t begin = set_.programs_[program].begin;
    frames_.clear();
    captures_.clear();
    frames_.push_back({begin, position, 0});
    std::uint32_t steps = 0;
    while (!frames_.empty()) {
      Frame state = frames_.back();
      frames_.pop_back();
      captures_.resize(state.captures);
      if (state.slot_begin != PatternSet::kNone) capture(state);
      do {
        if (dead == nullptr ? ++steps > kUnrecordedSteps : !dead->visit(state.instruction - begin, state.position)) {
          if (dead == nullptr) return false;
          break;
        }
      } while (step(state));
    }
    return true;
  }

  /// Takes one instruction; false where this way ends.
  bool step(Frame& state) {
    const PatternInstruction& instruction = set_.code_[state.instruction];
    switch (instruction.op) {
      case Op::character: return take_character(instruction, state);
      case Op::set: return take_set(instruction, state);
      case Op::slot: return take_slot(static_cast<SlotKind>(instruction.argument), state);
      case Op::split:
        frames_.push_back({state.instruction + instruction.jump, state.position, static_cast<std::uint32_t>(captures_.size())});
        ++state.instruction;
        return true;
      case Op::jump: state.instruction += instruction.jump; return true;
      case Op::accept: accept(state.position); return false;
    }
    return false;
  }

  bool take_character(const PatternInstruction& instruction, Frame& state) const {
    if (text_.size() - state.position < instruction.length) return false;
    for (std::uint32_t i = 0; i < instruction.length; ++i) {
      if (static_cast<unsigned char>(text_[state.position + i]) != ((instruction.argument >> (8 * i)) & 0xFF)) return false;
    }
    state.position += instruction.length;
    ++state.instruction;
    return true;
  }

  bool take_set(const PatternInstruction& instruction, Frame& state) const {
    const CodePoint c = decode(text_, state.position);
    const auto first = set_.sets_.begin() + instruction.argument, last = first + instruction.length;
    if (c.size == 0 || std::find(first, last, c.value) == last) return false;
    state.position += c.size;
    ++state.instruction;
    return true;
  }

  /// The longest way is gone first, the others wait.
  bool take_slot(SlotKind kind, Frame& state) {
    const SlotEnds ends(kind, text_, state.position);
    for (std::uint32_t i = ends.size(); i-- > 1;) {
      frames_.push_back({state.instruction + 1, ends[i].end, static_cast<std::uint32_t>(captures_.size()), state.position, ends[i].value});
    }
    if (ends.size() == 0) return false;
    state = {state.instruction + 1, ends[0].end, state.captures, state.position, ends[0].value};
    capture(state);
    return true;
  }

  void capture(const Frame& behind) {
    const auto kind = static_cast<SlotKind>(set_.code_[behind.instruction - 1].argument);
    captures_.push_back({kind, behind.slot_value, behind.slot_begin, behind.position});
  }

  void accept(std::uint32_t end) {
    if (whole_ && end != text_.size()) return;
    if (found_ && (end < best_.end || (end == best_.end && current_ >= best_.pattern))) return;
    found_ = true;
    best_ = {current_, start_, end, captures_};
  }

  const PatternSet& set_;
  std::string_view text_;
  bool whole_, found_ = false;
  std::uint32_t start_ = 0, current_ = 0;
  std::vector<Frame> frames_;
  std::vector<Capture> captures_;
  std::unordered_map<std::uint32_t, DeadStates> dead_;
  Match best_;
};

std::optional<PatternError> PatternSet::add(std::string_view pattern) {
  const auto begin = static_cast<std::uint32_t>(code_.size());
  const auto compiled = compile_pattern(pattern, code_, sets_);
  if (const auto* error = std::get_if<PatternError>(&compiled)) return *error;
  programs_.push_back({begin, static_cast<std::uint32_t>(code_.size()), *std::get_if<std::uint32_t>(&compiled)});
  index(static_cast<std::uint32_t>(programs_.size() - 1));
  return std::nullopt;
}

/// Finds what the program can begin with: the instructions that can be reached without taking any text.
void PatternSet::index(std::uint32_t program) {
  std::vector<std::uint32_t> open{programs_[program].begin};
  std::vector<std::uint32_t> seen;
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), at) != seen.end()) continue;
    seen.push_back(at);
    const PatternInstruction& instruction = code_[at];
    switch (instruction.op) {
      case Op::character: index_character(packed_character(instruction), program); break;
      case Op::set:
        for (std::uint32_t i = 0; i < instruction.length; ++i) index_character(sets_[instruction.argument + i], program);
        break;
      case Op::slot: index_classes(slot_first_classes(static_cast<SlotKind>(instruction.argument)), program); break;
      case Op::split: open.push_back(at + 1); [[fallthrough]];
      case Op::jump: open.push_back(at + instruction.jump); break;
      case Op::accept: break;
    }
  }
}

void PatternSet::index_character(char32_t first, std::uint32_t program) {
  std::uint32_t& head = heads_.try_emplace(first, kNone).first->second;
  for (std::uint32_t link = head; link != kNone; link = links_[link].next) {
    if (links_[link].program == program) return;
    if (links_[link].program < program) break;   // links are in falling order: the rest is older still
  }
  links_.push_back({program, head});
  head = static_cast<std::uint32_t>(links_.size() - 1);
  filter_.set(first % kFilterBits);
}

void PatternSet::index_classes(std::uint8_t classes, std::uint32_t program) {
  classes_ |= classes;
  for (std::size_t i = 0; i < kClasses; ++i) {
    auto& programs = by_class_[i];
    if ((classes & (1u << i)) != 0 && (programs.empty() || programs.back() != program)) programs.push_back(program);
  }
}

bool PatternSet::may_begin(char32_t c) const noexcept {
  return filter_.test(c % kFilterBits) || (classes_ != 0 && (character_classes(c) & classes_) != 0);
}

std::optional<Match> PatternSet::match_at(std::string_view text, std::size_t position) const {
  if (position >= text.size() || text.size() > kLongestText) return std::nullopt;
  Matcher matcher(*this, text, false);
  matcher.try_all(static_cast<std::uint32_t>(position), false);
  return matcher.take();
}

std::optional<Match> PatternSet::match_whole(std::string_view text) const {
  if (text.empty() || text.size() > kLongestText) return std::nullopt;
  Matcher matcher(*this, text, true);
  matcher.try_all(0, false);
  return matcher.take();
}

std::optional<Match> PatternSet::find(std::string_view text, std::size_t from) const {
  if (text.size() > kLongestText) return std::nullopt;
  Matcher matcher(*this, text, false);
  for (std::size_t position = from; position < text.size();) {
    const CodePoint c = decode(text, position);
    if (may_begin(c.value)) {
      matcher.try_all(static_cast<std::uint32_t>(position), classes_ != 0 && splits_number(text, position));
      if (auto match = matcher.take()) return match;
    }
    position += c.size;
  }
  return std::nullopt;
}

}  // namespace gongwen::text
