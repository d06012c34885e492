#pragma once
// How Word writes the value of a list counter: ST_NumberFormat (ECMA-376 part 1, 17.18.59).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongwen::docx {

/// `value` as Word shows it in the format of that name ("chineseCounting"); nothing if the format is not known.
/// `picture` is w:format of a custom format ("001, 002, 003, ...").
[[nodiscard]] std::optional<std::string> format_number(std::string_view format, std::int64_t value,
                                                       std::string_view picture = {});

}  // namespace gongwen::docx
