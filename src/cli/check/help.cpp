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
  --statistics            counts by rule instead of the findings (text, json)
  --config FILE           this configuration for all files; otherwise the .gongwen.toml nearest to each, from its folder upward
  --no-config             none
  --baseline FILE         findings that it knows are notes and do not fail
  --write-baseline FILE   write all findings down as known
  --fix                   mend in text files what can be mended mechanically, where that changes no record;
                          standard input and .zip are left as they are (--diff shows what would change)
  --diff                  show what --fix would change, and write nothing
  --include GLOB          in folders and archives files like it, not .docx and .txt; may be given again
  --exclude GLOB          no files and folders like it; may be given again
                          * ? [a-z] within a name, ** over folders; without / the name alone is compared
  -j, --jobs N            files at a time (one for each core); the output is the same for any N
  -q, --quiet             no summary, and nothing that the baseline knows
  --revisions accept|reject   how tracked changes of a Word document are read (accept)
  --grammar DIR           add the *.toml of a folder, or one file; may be given again
  -o, --output FILE       write there instead of to standard output
  --lang zh|en            language of messages

examples
  gongwen check notice.docx
  gongwen check drafts/ --fail-on error --ignore text
  gongwen check notices/ --baseline known.json --format sarif --output notices.sarif
  gongwen check notice.txt --diff

exit status: 0 nothing at or over --fail-on; 1 something, or a file could not be read; 2 the command line or a .gongwen.toml is
wrong; 3 nothing could be read or written
)";

constexpr std::string_view kCheckChinese = R"(用法：gongwen check [选项] 路径…

检查公文中的问题，格式为 路径:行:列: 规则 级别 说明，并在原文下方标出所在位置。

路径可以是文件、文件夹或 .zip（其中的全部 .docx 和 .txt），- 表示标准输入。

  --select 名称           只用这些规则：规则名、组名或 all；可用逗号分隔，可重复
  --ignore 名称           不用这些规则；优先于 --select
  --fail-on error|warning|info   达到该级别时退出码为 1（默认 warning）
  --format 格式           text（默认）、json、jsonl、sarif、junit、github、gitlab
  --statistics            按规则统计次数，不逐条列出（text、json）
  --config 文件           全部文件都用这份配置；否则各用从所在文件夹向上最近的 .gongwen.toml
  --no-config             不用配置
  --baseline 文件         其中已知的问题只作说明，不影响退出码
  --write-baseline 文件   把全部问题记为已知
  --fix                   修正文本文件中可机械修正、且不改变任务记录的问题；
                          标准输入和 .zip 不改写（可用 --diff 查看）
  --diff                  显示 --fix 的改动，不写入
  --include 通配符        文件夹和压缩包中取符合的文件，而不是 .docx 和 .txt；可重复
  --exclude 通配符        不取符合的文件和文件夹；可重复
                          * ? [a-z] 匹配名称之内，** 跨文件夹；不含 / 时只比较名称
  -j, --jobs N            同时处理的份数（默认为处理器核数）；N 不影响输出内容
  -q, --quiet             不显示小结和已知的问题
  --revisions accept|reject   Word 文档中的修订按全部接受（默认）或全部拒绝读取
  --grammar 目录          加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件       写入文件而不是标准输出
  --lang zh|en            提示信息的语言

示例
  gongwen check 通知.docx
  gongwen check 草稿/ --fail-on error --ignore text
  gongwen check 公文/ --baseline 已知.json --format sarif --output 公文.sarif
  gongwen check 通知.txt --diff

退出码：0 没有达到 --fail-on 级别的问题；1 有，或有文件无法读取；2 命令行或 .gongwen.toml 有误；3 无法读取或写入
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
