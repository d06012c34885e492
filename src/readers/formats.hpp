#pragma once
#include <string_view>

#include "readers/readers.hpp"

namespace gongwen {

/// The name of a format that gongwen knows by its first bytes but does not read, such as "PDF" or "JPEG image"; "" if it
/// is none of them. Where a signature could also begin a text, more than the signature is asked for.
[[nodiscard]] std::string_view foreign_format(Bytes bytes) noexcept;

}  // namespace gongwen
