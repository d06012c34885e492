// Rules about bytes that are no plain text, which the reader of text files reports.
#include <array>

#include "checks/list.hpp"

namespace gongwen::checks {
namespace {

// Their examples are bytes that are no UTF-8: tests/spec/check-text.md and tests/unit have them.
constexpr std::array kRules{
    Rule{.name = "encoding-guessed",
         .group = "text",
         .severity = Severity::info,
         .scope = Scope::file,
         .message = {"the encoding is not stated; it was read as {0}",
                     "文件未注明编码，按 {0} 读取"},
         .what = {"A text file without a byte order mark whose bytes fit more than one encoding; which one was told by the characters.",
                  "文本文件没有字节序标记，其字节符合不止一种编码，按字符使用频率判定。"},
         .why = {"Another program may decide otherwise and show other characters.", "其他程序可能判定为另一种编码而显示乱码。"},
         .mend = {"Save the file as UTF-8.", "另存为 UTF-8 编码。"}},
    Rule{.name = "encoding-replacement",
         .group = "text",
         .severity = Severity::warning,
         .scope = Scope::file,
         .message = {"bytes that are no valid {0} were replaced by U+FFFD",
                     "部分字节不是有效的 {0} 编码，已用 U+FFFD 代替"},
         .what = {"Bytes that mean nothing in the encoding of the file.", "文件中有不合编码的字节。"},
         .why = {"The characters are lost; a file that was cut off or put together from two encodings is the usual cause.",
                 "原字已丢失；多因文件被截断，或由不同编码的内容拼接而成。"},
         .mend = {"Get the file again from where it came, or put the characters back by hand.", "重新获取文件，或对照原件补正。"}},
};

}  // namespace

const Check text_files{kRules};

}  // namespace gongwen::checks
