#pragma once
// What must be inside quotes in a grammar file, looked at before the file is parsed.
#include <optional>
#include <string_view>

#include "grammar/caret.hpp"

namespace gongwen {

struct QuoteFault {
  FilePlace place;
  std::string_view reason;   ///< static storage
};

/// The first character beyond ASCII that stands in neither a string nor a comment, or string of more than one line. TOML
/// has no use for the former; toml++ 3.3 and 3.4 take some of them (·, 、, 《) into code that they call unreachable.
[[nodiscard]] std::optional<QuoteFault> fault_outside_quotes(std::string_view text) noexcept;

}  // namespace gongwen
