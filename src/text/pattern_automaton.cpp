// The programs of a set to their automaton, by the subset construction.
#include "text/pattern_automaton.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "text/pattern_index.hpp"
#include "text/slots.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;
/// The instructions that take text, or accept, of a state; in order.
using Members = std::vector<std::uint32_t>;

constexpr std::size_t kMostStates = 0xFFFF, kMostMembers = 1u << 20;

void add(Members& to, const Members& from) { to.insert(to.end(), from.begin(), from.end()); }

class Builder {
 public:
  explicit Builder(PatternStore& store) : store_(store), behind_(store.code.size()) {}

  /// False if there are too many states.
  bool run() {
    Members begin;
    for (const PatternProgram& program : store_.programs) add(begin, reachable(store_.code, program.begin));
    state_of(std::move(begin));
    for (std::uint32_t state = 0; state < members_.size() && !is_too_large(); ++state) connect(state);
    return !is_too_large();
  }

 private:
  struct Hash {
    std::size_t operator()(const Members* members) const noexcept {
      std::size_t hash = members->size();
      for (const std::uint32_t member : *members) hash = (hash ^ member) * 0x9E3779B97F4A7C15u;
      return hash;
    }
  };
  struct Equal {
    bool operator()(const Members* a, const Members* b) const noexcept { return *a == *b; }
  };
  /// An instruction, and the character or slot that it takes.
  struct Step {
    std::uint32_t taken, instruction;
  };

  [[nodiscard]] bool is_too_large() const noexcept { return members_.size() > kMostStates || kept_ > kMostMembers; }

  const Members& behind(std::uint32_t instruction) {
    if (behind_[instruction].empty()) behind_[instruction] = reachable(store_.code, instruction + 1);
    return behind_[instruction];
  }

  std::uint32_t state_of(Members members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    if (const auto known = states_.find(&members); known != states_.end()) return known->second;
    const auto state = static_cast<std::uint32_t>(members_.size());
    kept_ += members.size();
    members_.push_back(std::make_unique<Members>(std::move(members)));
    states_.emplace(members_.back().get(), state);
    return state;
  }

  /// The edges of a state.
  void connect(std::uint32_t number) {
    PatternState state;
    std::vector<Step> characters, slots;
    for (const std::uint32_t at : *members_[number]) {
      const PatternInstruction& instruction = store_.code[at];
      if (instruction.op == Op::character) characters.push_back({character_of(instruction), at});
      for (std::uint32_t i = 0; instruction.op == Op::set && i < instruction.length; ++i) characters.push_back({store_.sets[instruction.argument + i], at});
      if (instruction.op == Op::slot) slots.push_back({instruction.argument, at});
      if (instruction.op == Op::accept) state.accepts = std::min(state.accepts, instruction.argument);
    }
    state.edges = static_cast<std::uint32_t>(store_.edges.size());
    state.slots = static_cast<std::uint32_t>(store_.slot_edges.size());
    each_group(characters, [&](std::uint32_t c, std::uint32_t next) { store_.edges.push_back({c, next}); });
    each_group(slots, [&](std::uint32_t kind, std::uint32_t next) {
      store_.slot_edges.push_back({static_cast<SlotKind>(kind), next});
      state.classes |= slot_first_classes(static_cast<SlotKind>(kind));
    });
    state.edge_count = static_cast<std::uint32_t>(store_.edges.size() - state.edges);
    state.slot_count = static_cast<std::uint8_t>(store_.slot_edges.size() - state.slots);
    store_.states.push_back(state);
  }

  /// Calls `edge` with what is taken and the state behind it, once for all the instructions that take it.
  template <class MakeEdge>
  void each_group(std::vector<Step>& steps, MakeEdge edge) {
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.taken < b.taken; });
    for (std::size_t i = 0; i < steps.size() && !is_too_large();) {
      const std::uint32_t taken = steps[i].taken;
      Members next;
      for (; i < steps.size() && steps[i].taken == taken; ++i) add(next, behind(steps[i].instruction));
      edge(taken, state_of(std::move(next)));
    }
  }

  PatternStore& store_;
  std::vector<Members> behind_;                        ///< each instruction
  std::vector<std::unique_ptr<Members>> members_;      ///< of each state
  std::unordered_map<const Members*, std::uint32_t, Hash, Equal> states_;
  std::size_t kept_ = 0;
};

}  // namespace

void make_automaton(PatternStore& store) {
  store.states.clear();
  store.edges.clear();
  store.slot_edges.clear();
  if (!Builder(store).run()) store.states.clear();
}

}  // namespace gongwen::text
