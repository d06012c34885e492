// A program to its heads, by character or slot, and the closures of its splits.
#include "text/pattern_index.hpp"

#include <algorithm>

#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

void add_head(PatternStore& store, char32_t character, std::uint32_t instruction) {
  const auto place = std::upper_bound(store.heads.begin(), store.heads.end(), character, [](char32_t c, const PatternHead& head) { return c < head.character; });
  store.heads.insert(place, {character, instruction});
}

void add_heads(PatternStore& store, std::uint32_t begin) {
  for (const std::uint32_t at : reachable(store.code, begin)) {
    const PatternInstruction& instruction = store.code[at];
    if (instruction.op == Op::character) add_head(store, character_of(instruction), at);
    for (std::uint32_t i = 0; instruction.op == Op::set && i < instruction.length; ++i) add_head(store, store.sets[instruction.argument + i], at);
    if (instruction.op != Op::slot) continue;
    store.slot_heads.push_back(at);
    store.classes |= slot_first_classes(static_cast<SlotKind>(instruction.argument));
  }
}

void add_closures(PatternStore& store, std::uint32_t begin) {
  for (std::uint32_t at = begin; at < store.code.size(); ++at) {
    const Op op = store.code[at].op;
    if (op == Op::split || op == Op::jump || op == Op::accept) continue;
    std::uint32_t next = at + 1;
    while (store.code[next].op == Op::jump) next += store.code[next].jump;
    PatternInstruction& split = store.code[next];
    if (split.op != Op::split || split.length != 0) continue;
    const auto behind = reachable(store.code, next);
    split.argument = static_cast<std::uint32_t>(store.closures.size());
    split.length = static_cast<std::uint16_t>(behind.size());
    store.closures.insert(store.closures.end(), behind.begin(), behind.end());
  }
}

}  // namespace

char32_t character_of(const PatternInstruction& instruction) {
  std::array<char, 4> bytes{};
  for (std::uint32_t i = 0; i < instruction.length; ++i) bytes[i] = static_cast<char>((instruction.argument >> (8 * i)) & 0xFF);
  return decode(std::string_view(bytes.data(), instruction.length), 0).value;
}

std::vector<std::uint32_t> reachable(std::span<const PatternInstruction> code, std::uint32_t from) {
  std::vector<std::uint32_t> open{from}, found, seen;
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    const PatternInstruction& instruction = code[at];
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

void index_program(PatternStore& store, std::uint32_t begin) {
  bool has_slots = false;
  for (std::size_t at = begin; at < store.code.size(); ++at) {
    if (store.code[at].op != Op::slot) continue;
    has_slots = true;
    if (store.code[at].argument == static_cast<std::uint32_t>(SlotKind::text)) store.code[at].jump = store.texts++;
  }
  store.programs.push_back({begin, static_cast<std::uint32_t>(store.code.size()), has_slots});
  add_heads(store, begin);
  add_closures(store, begin);
}

}  // namespace gongwen::text
