#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include <gongwen/document.hpp>
#include <gongwen/export.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

namespace gongwen {

/// The Document in `bytes`, by whichever reader knows their format. `revisions` counts for formats that have any.
[[nodiscard]] GONGWEN_API Result<Document> read_document(std::span<const std::byte> bytes, const Limits& limits = {},
                                                         Revisions revisions = Revisions::accept);

}  // namespace gongwen
