#pragma once
// Serial numbers and page numbers, as cells and lines of their own.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongwen {

/// 3, 03, 3. 3、 （3） ③ 三 1.3 1-3 第3项, and nothing else.
[[nodiscard]] std::optional<std::uint32_t> read_serial(std::string_view text);

/// A serial number in Chinese digits, 三 （三） 三、, or in Arabic ones.
[[nodiscard]] bool is_han_serial(std::string_view text);
[[nodiscard]] bool is_arabic_serial(std::string_view text);

/// — 3 —, - 3 -, 第3页, 第 3 页 共 9 页, 3/9: a page number on a line of its own.
[[nodiscard]] bool is_page_number(std::string_view text);

/// 1 to 99 in Chinese digits; ① ⑴ ⒈ and those after them.
[[nodiscard]] std::optional<std::uint32_t> read_han_digits(std::u32string_view text);
[[nodiscard]] std::optional<std::uint32_t> read_circled(char32_t c);

/// The text's code points, full-width digits as ASCII ones.
[[nodiscard]] std::u32string code_points(std::string_view text);

}  // namespace gongwen
