#pragma once
// The clauses of a text, by which two texts are found to say the same.
#include <cstddef>
#include <string_view>

#include "text/characters.hpp"

namespace gongwen {

inline constexpr std::size_t kShortestClause = 18;   // bytes: six Chinese characters say something
inline constexpr std::size_t kShortestWhole = 12;    // bytes of a text that is the same as a whole: four characters

/// Calls `use` with each clause that is long enough to say something.
template <class Use>
void each_clause(std::string_view text, Use use) {
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size();) {
    if (i < text.size() && text[i] != '\xE3' && text[i] != '\xEF') {   // no mark begins with another byte
      ++i;
      continue;
    }
    const text::CodePoint c = i < text.size() ? text::decode(text, i) : text::CodePoint{U'。', 1};
    if (c.value == U'。' || c.value == U'，' || c.value == U'；' || c.value == U'：') {
      if (i - from >= kShortestClause) use(text.substr(from, i - from));
      from = i + c.size;
    }
    i += c.size;
  }
}

/// The text without the marks at its end; empty if it is too short to be told by.
[[nodiscard]] inline std::string_view whole_of(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"。", "；", "，", "："})
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
  }
  return text.size() < kShortestWhole ? std::string_view() : text;
}

}  // namespace gongwen
