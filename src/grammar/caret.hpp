#pragma once
// Faults of grammar files as a person wants them: file:line: text, the line, and a caret under the fault.
#include <cstdint>
#include <string_view>

#include <gongwen/grammar.hpp>
#include <gongwen/result.hpp>

namespace gongwen {

/// A place in a file: its line and the code point in it, both from 1.
struct FilePlace {
  std::uint32_t line = 0, column = 0;
};

/// E_BAD_GRAMMAR with the detail that Grammar::extended promises.
[[nodiscard]] Error grammar_fault(const Grammar::File& file, FilePlace place, std::string_view reason);

/// How many characters of the file stand between the opening quote of the string at `place`, it included, and the byte
/// `offset` of the string's value; 0 where that cannot be told (a string over several lines).
[[nodiscard]] std::uint32_t characters_to(std::string_view file, FilePlace place, std::uint32_t offset);

}  // namespace gongwen
