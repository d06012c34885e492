#pragma once
#include <string_view>

namespace gongwen {

/// The text of schema.json; the build makes its definition from that file.
extern const std::string_view kJsonSchema;

}  // namespace gongwen
