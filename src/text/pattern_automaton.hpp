#pragma once
// All programs of a set as one automaton: a state for each set of instructions that the same characters lead to, so that a
// text costs one look a character, however many patterns there are. What a slot takes is not spelled out in states: a state
// has an edge for each kind of slot, and a walk tries the ends of each (pattern_walk.hpp).
#include "text/pattern_data.hpp"

namespace gongwen::text {

/// Makes the states and edges of `store`; none, if they would be too many.
void make_automaton(PatternStore& store);

}  // namespace gongwen::text
