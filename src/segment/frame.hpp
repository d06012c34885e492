#pragma once
// The frame of a notice: its front and back matter (版头, 版记, 主体的标题、署名、日期), the furniture of a saved page
// around it, and where its parts begin and end.
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "segment/lines.hpp"

namespace gongwen {

/// One part: lines[begin, end), of which those without an owner are its text.
struct PartFrame {
  PartKind kind = PartKind::letter;
  Value title;
  std::size_t begin = 0, end = 0;
};

struct Frame {
  Metadata metadata;
  std::vector<PartFrame> parts;
};

/// Finds the frame and gives the lines in it their owners.
[[nodiscard]] Frame read_frame(Lines& lines, const Folded& folded, const Grammar& grammar);

}  // namespace gongwen
