#pragma once

namespace gongwen::text {

/// Whether a character is one of the about seven hundred commonest of Chinese text, simplified or traditional.
[[nodiscard]] bool is_common_han(char32_t c) noexcept;

}  // namespace gongwen::text
