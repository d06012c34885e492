#pragma once
#include <string>
#include <string_view>

#include <gongwen/notice.hpp>
#include <gongwen/parse.hpp>

namespace gongwen {

/// Every stage reads Chinese punctuation; this turns the values of a finished notice the other way: ， ； ： ？ ！ （ ）
/// become ASCII, or what the source text has at their place. Chinese: nothing changes. `notice.text` must be set.
void turn_punctuation(Notice& notice, Punctuation punctuation);

/// `value` with its seven marks as `source`, the text that it was read from, has them.
[[nodiscard]] std::string with_marks_of(std::string_view value, std::string_view source);

}  // namespace gongwen
