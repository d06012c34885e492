// The texts of `gongwen check --help` and `gongwen rules --help`.
#include "cli/check/help.hpp"

namespace gongwen::cli {
namespace {

constexpr std::string_view kCheckEnglish = R"(usage: gongwen check [OPTIONS] PATH…

What is wrong with notices: path:line:column: rule severity message, with the line and a mark under the fault.

PATH is a file, a folder or a .zip with all the .docx and .txt in it, or - for standard input.

  --select NAMES          only these rules; names of rules, of groups, or all; with commas, or given again
  --ignore NAMES          not these rules; stronger than --select
  --fail-on error|warning|info   the least severity that makes the exit status 1 (warning)
  --format FORMAT         text (the default), json, jsonl, sarif, junit, github, gitlab
  --include GLOB          in folders and archives files like it, not .docx and .txt; may be given again
  --exclude GLOB          no files and folders like it; may be given again
                          * ? [a-z] within a name, ** over folders; without / the name alone is compared
  -j, --jobs N            files at a time (one for each core); the output is the same for any N
  -q, --quiet             no summary
  --revisions accept|reject   how tracked changes of a Word document are read (accept)
  --grammar DIR           add the *.toml of a folder, or one file; may be given again
  -o, --output FILE       write there instead of to standard output
  --lang zh|en            language of messages

examples
  gongwen check notice.docx
  gongwen check drafts/ --fail-on error --ignore text

exit status: 0 nothing at or over --fail-on; 1 something, or a file could not be read; 2 the command line is wrong; 3 nothing
could be read or written
)";

constexpr std::string_view kCheckChinese = R"(用法：gongwen check [选项] 路径…

检查公文中的问题，格式为 路径:行:列: 规则 级别 说明，并在原文下方标出所在位置。

路径可以是文件、文件夹或 .zip（其中的全部 .docx 和 .txt），- 表示标准输入。

  --select 名称           只用这些规则：规则名、组名或 all；可用逗号分隔，可重复
  --ignore 名称           不用这些规则；优先于 --select
  --fail-on error|warning|info   达到该级别时退出码为 1（默认 warning）
  --format 格式           text（默认）、json、jsonl、sarif、junit、github、gitlab
  --include 通配符        文件夹和压缩包中取符合的文件，而不是 .docx 和 .txt；可重复
  --exclude 通配符        不取符合的文件和文件夹；可重复
                          * ? [a-z] 匹配名称之内，** 跨文件夹；不含 / 时只比较名称
  -j, --jobs N            同时处理的份数（默认为处理器核数）；N 不影响输出内容
  -q, --quiet             不显示小结
  --revisions accept|reject   Word 文档中的修订按全部接受（默认）或全部拒绝读取
  --grammar 目录          加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件       写入文件而不是标准输出
  --lang zh|en            提示信息的语言

示例
  gongwen check 通知.docx
  gongwen check 草稿/ --fail-on error --ignore text

退出码：0 没有达到 --fail-on 级别的问题；1 有，或有文件无法读取；2 命令行有误；3 无法读取或写入
)";

constexpr std::string_view kRulesEnglish = R"(usage: gongwen rules [OPTIONS] [RULE]

The rules of gongwen check: a table of all, or all that is to be known of one: what it finds, why that is a fault (with the
clause of the standard), an example on which it reports, the same mended, and what to do.

  --format text|json   json: in both languages, for programs
  -o, --output FILE    write there instead of to standard output
  --lang zh|en         language

examples
  gongwen rules
  gongwen rules heading-number-gap
  gongwen rules --format json | jq -r '.[] | select(.fixable) | .name'
)";

constexpr std::string_view kRulesChinese = R"(用法：gongwen rules [选项] [规则]

列出 gongwen check 的规则；给出规则名时说明这一条：检查什么、为什么（附标准条款）、会报告的例子、改正后的例子、怎么改。

  --format text|json   json：中英文俱全，供程序使用
  -o, --output 文件    写入文件而不是标准输出
  --lang zh|en         语言

示例
  gongwen rules
  gongwen rules heading-number-gap
  gongwen rules --format json | jq -r '.[] | select(.fixable) | .name'
)";

}  // namespace

std::string_view rules_help(Language language) noexcept { return language == Language::zh ? kRulesChinese : kRulesEnglish; }
std::string_view check_help(Language language) noexcept { return language == Language::zh ? kCheckChinese : kCheckEnglish; }

}  // namespace gongwen::cli
