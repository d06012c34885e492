#pragma once
// The title of a notice (GB/T 9704-2012, 7.3.1): 关于…的通知, over one line or several.
#include <cstddef>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"
#include "segment/layout.hpp"
#include "segment/lines.hpp"

namespace gongwen {

struct LineRange {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
};

/// The lines of the notice's own title; empty where it has none.
[[nodiscard]] LineRange find_title(const Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar);

/// Whether `joined` ends as titles do, brackets closed. One that hands on another document names it before its own type:
/// 关于印发《…》的通知.
[[nodiscard]] bool is_whole_title(std::string_view joined, const Grammar& grammar);

}  // namespace gongwen
