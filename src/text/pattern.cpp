// Patterns to a set of programs with an index of what each can begin with, and lookups in it. Positions where no pattern
// can begin are skipped by their first character.
#include "text/pattern.hpp"

#include <algorithm>

#include "text/pattern_program.hpp"
#include "text/pattern_search.hpp"
#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

constexpr std::size_t kLongestText = 0xFFFF'FFF0;   // offsets are 32 bits

char32_t packed_character(const PatternInstruction& instruction) {
  std::string bytes;
  for (std::uint32_t i = 0; i < instruction.length; ++i) bytes.push_back(static_cast<char>((instruction.argument >> (8 * i)) & 0xFF));
  return decode(bytes, 0).value;
}

std::optional<Match> search(const PatternSet& set, std::string_view text, std::size_t position, SearchMode mode) {
  if (position >= text.size() || text.size() > kLongestText) return std::nullopt;
  const auto found = PatternSearch(set, text, mode).run(static_cast<std::uint32_t>(position));
  if (!found) return std::nullopt;
  return Match{found->program, found->begin, found->end, captures_of(set, text, *found)};
}

}  // namespace

std::optional<PatternError> PatternSet::add(std::string_view pattern) {
  const auto begin = static_cast<std::uint32_t>(code_.size());
  const auto number = static_cast<std::uint32_t>(programs_.size());
  if (auto error = compile_pattern(pattern, number, code_, sets_)) return error;
  const bool has_slots = std::any_of(code_.begin() + begin, code_.end(), [](const auto& instruction) { return instruction.op == Op::slot; });
  for (std::size_t at = begin; at < code_.size(); ++at)
    if (code_[at].op == Op::slot && code_[at].argument == static_cast<std::uint32_t>(SlotKind::text)) code_[at].jump = texts_++;
  programs_.push_back({begin, static_cast<std::uint32_t>(code_.size()), has_slots});
  index(begin);
  add_closures(begin);
  return std::nullopt;
}

/// The instructions that take text, or accept, and that can be reached from `from` without taking any.
std::vector<std::uint32_t> PatternSet::reachable(std::uint32_t from) const {
  std::vector<std::uint32_t> open{from}, found, seen;
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    const PatternInstruction& instruction = code_[at];
    if (instruction.op == Op::jump) {
      open.push_back(at + instruction.jump);
    } else if (instruction.op != Op::split) {
      if (std::find(found.begin(), found.end(), at) == found.end()) found.push_back(at);
    } else if (std::find(seen.begin(), seen.end(), at) == seen.end()) {
      seen.push_back(at);
      open.insert(open.end(), {at + instruction.jump, at + 1});
    }
  }
  return found;
}

void PatternSet::index(std::uint32_t begin) {
  for (const std::uint32_t at : reachable(begin)) {
    const PatternInstruction& instruction = code_[at];
    if (instruction.op == Op::character) index_character(packed_character(instruction), at);
    for (std::uint32_t i = 0; instruction.op == Op::set && i < instruction.length; ++i) index_character(sets_[instruction.argument + i], at);
    if (instruction.op != Op::slot) continue;
    by_slot_[instruction.argument].push_back(at);
    classes_ |= slot_first_classes(static_cast<SlotKind>(instruction.argument));
  }
}

void PatternSet::add_closures(std::uint32_t begin) {
  for (std::uint32_t at = begin; at < code_.size(); ++at) {
    const Op op = code_[at].op;
    if (op == Op::split || op == Op::jump || op == Op::accept) continue;
    std::uint32_t next = at + 1;
    while (code_[next].op == Op::jump) next += code_[next].jump;
    PatternInstruction& split = code_[next];
    if (split.op != Op::split || split.length != 0) continue;
    const auto behind = reachable(next);
    split.argument = static_cast<std::uint32_t>(closures_.size());
    split.length = static_cast<std::uint16_t>(behind.size());
    closures_.insert(closures_.end(), behind.begin(), behind.end());
  }
}

void PatternSet::index_character(char32_t first, std::uint32_t instruction) {
  std::uint32_t& head = heads_.try_emplace(first, kNone).first->second;
  links_.push_back({instruction, head});
  head = static_cast<std::uint32_t>(links_.size() - 1);
  filter_.set(first % kFilterBits);
}

bool PatternSet::may_begin(char32_t c) const noexcept {
  return filter_.test(c % kFilterBits) || (classes_ != 0 && (character_classes(c) & classes_) != 0);
}

std::optional<Match> PatternSet::match_at(std::string_view text, std::size_t position) const {
  if (position >= text.size() || !may_begin(decode(text, position).value)) return std::nullopt;
  return search(*this, text, position, SearchMode::here);
}

std::optional<Match> PatternSet::match_whole(std::string_view text) const {
  if (!may_begin(decode(text, 0).value)) return std::nullopt;
  return search(*this, text, 0, SearchMode::whole);
}

std::optional<Match> PatternSet::find(std::string_view text, std::size_t from) const { return search(*this, text, from, SearchMode::onward); }

}  // namespace gongwen::text
