#pragma once
// The pipeline with a window: for who wants to see what the stages made beside the notice.
#include <functional>

#include <gongwen/parse.hpp>

#include "normalize/folded.hpp"
#include "segment/segment.hpp"

namespace gongwen {

/// What stands when the records have been extracted. The notice's own text, parts and metadata are not set yet: they are
/// still in the others.
struct Stages {
  const Document& document;
  const Folded& folded;
  const Segmentation& segmentation;
  const Notice& notice;
};

/// `look` is called once, before anything is moved into the notice, where there is a notice at all.
[[nodiscard]] Result<Notice> parse(std::span<const std::byte> bytes, const ParseOptions& options, const std::function<void(const Stages&)>& look);

}  // namespace gongwen
