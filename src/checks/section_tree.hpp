#pragma once
// The sections of a part as rules about structure see them: who stands under whom, and in what style each is labelled.
#include <cstddef>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/outline.hpp>

namespace gongwen::checks {

inline constexpr std::size_t kNoSection = static_cast<std::size_t>(-1);

/// Beside Part::sections.
struct SectionTree {
  std::vector<std::string_view> styles;              ///< of the label: "han", "arabic", …; "": none that a person types
  std::vector<std::size_t> parents;                  ///< kNoSection: of the first level
  std::vector<std::vector<std::size_t>> siblings;    ///< the sections under one parent, in reading order
};

[[nodiscard]] SectionTree tree_of(const Part& part, const Grammar& grammar);

}  // namespace gongwen::checks
