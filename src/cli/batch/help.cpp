// The texts of `gongwen convert --help` and `gongwen merge --help`.
#include "cli/batch/help.hpp"

namespace gongwen::cli {
namespace {

constexpr std::string_view kConvertEnglish = R"(usage: gongwen convert [OPTIONS] SOURCE… --output DEST

Every notice of whole archives, into one output. One bad file never stops the rest.

SOURCE is a file, a folder with all that is in it, or a .zip (also one inside another). What is a notice and what an
archive is told by content, not by name. Nothing of a .zip is unpacked onto the disk.

  -o, --output DEST       .jsonl .json .csv .xlsx .sqlite .md, else a folder with a .json for each notice; - is standard output
  --format FORMAT         folder, jsonl, json, csv, xlsx, sqlite, md: whatever DEST is called
  --files-from FILE       more SOURCEs, one a line, or between NULs; - reads the list from standard input
  --include GLOB          only files like it (in folders and archives); may be given again
  --exclude GLOB          no files and folders like it; may be given again
                          * ? [a-z] within a name, ** over folders; without / the name alone is compared
  -j, --jobs N            notices at a time (one for each core); the output is the same for any N
  --records               .jsonl: one record a line, with its notice's metadata
  --no-bom                .csv without the byte order mark that Excel wants
  --no-guard              .csv without the ' before texts that a spreadsheet would calculate or take for dates
  --resume                go on with what a crash, a kill, a full disk or Ctrl-C broke off
  --force                 replace an output that is there
  --fail-fast             stop at the first file that fails
  --shard I/N             only part I of N (see gongwen merge)
  --report FILE           a JSON line for each input: path, sha256, status, code, message, milliseconds, records
  --progress bar|plain|none   a bar (on a terminal), a line every few seconds, nothing
  -q, --quiet             neither progress nor summary; failures are named all the same
  --punctuation chinese|ascii|keep, --revisions accept|reject, --prose, --grammar DIR: as for gongwen parse
  --lang zh|en            language of messages

limits (K, M, G: steps of 1,024)
  --max-bytes 256M        of one file            --max-entries 1000000   of one archive
  --max-cells 4000000     of one table           --max-depth 4           archives inside each other
  --max-seconds 300       for one notice; 0: none
  --max-expanded 64G      of one archive with those inside it            --max-ratio 200   expanded to packed

examples
  gongwen convert archive/ --output notices.jsonl
  gongwen convert 2021.zip 2022.zip --output ledger.xlsx
  gongwen convert archive/ --include '*.docx' --exclude drafts --output json/ --report report.jsonl
  find . -name '*.docx' -print0 | gongwen convert --files-from - --output tasks.csv
  gongwen convert archive/ --shard 3/8 --output part3.jsonl

exit status: 0 all was done; 1 some files failed (or --fail-fast stopped); 2 the command line is wrong; 3 nothing could be
read or written; 130 stopped by Ctrl-C, 143 by SIGTERM
)";

constexpr std::string_view kConvertChinese = R"(用法：gongwen convert [选项] 来源… --output 目标

把整批公文转换到一个输出中。个别文件有问题不影响其余文件。

来源可以是文件、文件夹（含全部下级）或 .zip（也可层层嵌套）。是公文还是压缩包按内容判断，与扩展名无关。
.zip 的内容不会解压到磁盘。

  -o, --output 目标       .jsonl .json .csv .xlsx .sqlite .md；其他名称视为文件夹，每篇公文一个 .json；- 为标准输出
  --format 格式           folder、jsonl、json、csv、xlsx、sqlite、md，与目标名称无关
  --files-from 文件       从文件读取更多来源，每行一个或以 NUL 分隔；- 从标准输入读取清单
  --include 通配符        只取（文件夹和压缩包中）符合的文件；可重复
  --exclude 通配符        不取符合的文件和文件夹；可重复
                          * ? [a-z] 匹配名称之内，** 跨文件夹；不含 / 时只比较名称
  -j, --jobs N            同时处理的份数（默认为处理器核数）；N 不影响输出内容
  --records               .jsonl：每行一条任务记录，附所属公文的要素
  --no-bom                .csv 不加 Excel 需要的字节顺序标记
  --no-guard              .csv 中会被电子表格当作公式或日期的文字前不加 '
  --resume                继续因崩溃、终止、磁盘已满或 Ctrl-C 而中断的转换
  --force                 覆盖已存在的输出
  --fail-fast             遇到第一个失败的文件即停止
  --shard I/N             只处理 N 份中的第 I 份（参见 gongwen merge）
  --report 文件           每个输入一行 JSON：路径、sha256、状态、代码、说明、毫秒数、记录数
  --progress bar|plain|none   进度条（终端上）、每隔几秒一行、不显示
  -q, --quiet             不显示进度和小结；失败的文件仍会列出
  --punctuation chinese|ascii|keep、--revisions accept|reject、--prose、--grammar 目录：同 gongwen parse
  --lang zh|en            提示信息的语言

限制（K、M、G 按 1024 进位）
  --max-bytes 256M        单个文件的字节数        --max-entries 1000000   单个压缩包的条目数
  --max-cells 4000000     单个表格的单元格数      --max-depth 4           压缩包嵌套层数
  --max-seconds 300       单篇公文的秒数；0 为不限
  --max-expanded 64G      单个压缩包（含内层）解压后的字节数              --max-ratio 200   解压前后之比

示例
  gongwen convert 归档/ --output 公文.jsonl
  gongwen convert 2021.zip 2022.zip --output 台账.xlsx
  gongwen convert 归档/ --include '*.docx' --exclude 草稿 --output json/ --report 报告.jsonl
  find . -name '*.docx' -print0 | gongwen convert --files-from - --output 任务.csv
  gongwen convert 归档/ --shard 3/8 --output 第3份.jsonl

退出码：0 全部完成；1 部分文件失败（或因 --fail-fast 停止）；2 命令行有误；3 无法读取或写入；
130 因 Ctrl-C 停止；143 因 SIGTERM 停止
)";

constexpr std::string_view kMergeEnglish = R"(usage: gongwen merge [OPTIONS] PART… --output DEST

Puts outputs of `gongwen convert` together, in the order given: the parts of --shard, in their order, give the bytes that
one run would have given.

PART is .jsonl (notices, or with --records), .json, .csv, or a folder of .json. Of .jsonl, .json and folders every DEST can
be made; of .csv only .csv, of --records only .jsonl.

  -o, --output DEST       .jsonl .json .csv .xlsx .sqlite .md, else a folder; - is standard output
  --format FORMAT         folder, jsonl, json, csv, xlsx, sqlite, md: whatever DEST is called
  --no-bom, --no-guard    of .csv, as for gongwen convert
  --force                 replace an output that is there
  -q, --quiet             no summary
  --lang zh|en            language of messages

examples
  gongwen merge part1.jsonl part2.jsonl --output ledger.xlsx
  gongwen merge parts/*.jsonl --output archive.sqlite
)";

constexpr std::string_view kMergeChinese = R"(用法：gongwen merge [选项] 部分… --output 目标

把 gongwen convert 的多个输出按所给顺序合并：--shard 各部分依次合并，结果与一次转换完全相同。

部分可以是 .jsonl（公文，或 --records 的记录）、.json、.csv，或 .json 的文件夹。.jsonl、.json 和文件夹可合并为任何目标；
.csv 只能合并为 .csv，--records 的记录只能合并为 .jsonl。

  -o, --output 目标       .jsonl .json .csv .xlsx .sqlite .md；其他名称视为文件夹；- 为标准输出
  --format 格式           folder、jsonl、json、csv、xlsx、sqlite、md，与目标名称无关
  --no-bom、--no-guard    用于 .csv，同 gongwen convert
  --force                 覆盖已存在的输出
  -q, --quiet             不显示小结
  --lang zh|en            提示信息的语言

示例
  gongwen merge 第1份.jsonl 第2份.jsonl --output 台账.xlsx
  gongwen merge 各部分/*.jsonl --output 公文.sqlite
)";

}  // namespace

std::string_view convert_help(Language language) noexcept { return language == Language::zh ? kConvertChinese : kConvertEnglish; }
std::string_view merge_help(Language language) noexcept { return language == Language::zh ? kMergeChinese : kMergeEnglish; }

}  // namespace gongwen::cli
