// Rules about bytes that are no plain text, which the reader of text files reports.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "encoding-guessed",
         .group = "text",
         .severity = Severity::info,
         .scope = Scope::file,
         .message = {"the encoding is not stated; it was read as {0}",
                     "文件未注明编码，按 {0} 读取"}},
    Rule{.name = "encoding-replacement",
         .group = "text",
         .severity = Severity::warning,
         .scope = Scope::file,
         .message = {"bytes that are no valid {0} were replaced by U+FFFD",
                     "部分字节不是有效的 {0} 编码，已用 U+FFFD 代替"}},
};

}  // namespace

const Check text_files{kRules};

}  // namespace gongwen::checks
