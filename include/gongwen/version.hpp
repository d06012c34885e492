#pragma once
#include <string_view>

#include <gongwen/export.hpp>

namespace gongwen {

/// The library's version, "0.1.0".
GONGWEN_API std::string_view version() noexcept;

/// The version of the output contract, "1.0".
inline constexpr std::string_view kSchemaVersion = "1.0";

}  // namespace gongwen
