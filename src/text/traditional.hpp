#pragma once
// Traditional characters (繁体字) and their simplified ones (简体字), one for one.
#include <cstddef>
#include <string>
#include <string_view>

namespace gongwen::text {

/// The simplified character of a traditional one, else the character itself.
[[nodiscard]] char32_t simplified(char32_t c) noexcept;

/// `text` with simplified characters. It keeps its length: each character takes as many bytes as the one in its place.
[[nodiscard]] std::string simplified(std::string_view text);

/// Where the first traditional character stands in `text`, or npos.
[[nodiscard]] std::size_t find_traditional(std::string_view text) noexcept;

}  // namespace gongwen::text
