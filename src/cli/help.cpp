// The texts of --help.
#include "cli/help.hpp"

#include "cli/batch/help.hpp"
#include "cli/check/help.hpp"

namespace gongwen::cli {
namespace {

struct Text {
  std::string_view english, chinese;
};

constexpr Text kGeneral{
    R"(gongwen: Chinese policy notices (公文, 通知) as data

usage: gongwen COMMAND [OPTIONS] FILE…

commands
  parse FILE…     the whole notice as JSON; several files as JSON Lines
  tasks FILE…     the records: who is to do what, and by when
  outline FILE    the tree of headings
  units FILE…     the units of the notices, counted by role
  check PATH…     what is wrong with notices, for people, editors and CI
  rules [RULE]    the rules of check; one of them explained
  explain FILE    why a record has its values: the text and the grammar entries behind each
  deadline EXPR…  what an expression of time means: 6月底前
  text FILE       the source text that every span counts in
  schema          the JSON Schema of what parse prints
  grammar         test, list and show what is known of the language
  convert SOURCE… whole archives (folders, .zip) into .jsonl .json .csv .xlsx .sqlite .md, or a folder
  merge PART…     outputs of convert, put together

FILE is a .docx or a text file (UTF-8, GB18030, UTF-16, Big5), whatever its name; - is standard input.

options of every command
  --lang zh|en    language of messages; otherwise by LC_ALL, LC_MESSAGES, LANG
  -h, --help      this text; gongwen COMMAND --help says more
  --version       the version

examples
  gongwen tasks notice.docx
  gongwen parse notice.docx | jq '.tasks[].task'
  gongwen tasks --format csv --output tasks.csv *.docx

exit status
  0  all was done
  1  of several files at least one failed; the others were done
  2  the command line is wrong
  3  nothing could be read or written
)",
    R"(gongwen：把公文、通知变成可以核对的数据

用法：gongwen 命令 [选项] 文件…

命令
  parse 文件…     输出整篇公文的 JSON；多个文件时每行一个（JSON Lines）
  tasks 文件…     输出任务记录：谁、做什么、何时完成
  outline 文件    输出标题层次
  units 文件…     按角色统计各单位的任务数
  check 路径…     检查公文中的问题，供人、编辑器和持续集成使用
  rules [规则]    列出检查规则，或说明其中一条
  explain 文件    说明任务记录各项内容的依据：原文与语法条目
  deadline 表达式…  说明时限表达式的含义，如 6月底前
  text 文件       输出原文；所有位置均按它计数
  schema          输出 parse 结果的 JSON Schema
  grammar         测试、列出、查看语言知识（语法文件）
  convert 来源…   把整批公文（文件夹、.zip）转换为 .jsonl .json .csv .xlsx .sqlite .md 或文件夹
  merge 部分…     合并 convert 的多个输出

文件可以是 .docx 或文本文件（UTF-8、GB18030、UTF-16、Big5），与扩展名无关；- 表示标准输入。

通用选项
  --lang zh|en    提示信息的语言；不指定时依据 LC_ALL、LC_MESSAGES、LANG
  -h, --help      显示本说明；gongwen 命令 --help 显示该命令的说明
  --version       显示版本

示例
  gongwen tasks 通知.docx
  gongwen parse 通知.docx | jq '.tasks[].task'
  gongwen tasks --format csv --output 任务.csv *.docx

退出码
  0  全部完成
  1  多个文件中至少一个失败，其余已完成
  2  命令行有误
  3  无法读取或写入
)"};

constexpr Text kParse{
    R"(usage: gongwen parse [OPTIONS] FILE…

The whole notice as one JSON object: indented on a terminal, compact in a pipe. Several files: JSON Lines, in their order.

  --format json                      errors on standard error as JSON objects, too
  --indent N                         spaces a level for one file; 0: one line
  --punctuation chinese|ascii|keep   which way punctuation is normalized (chinese)
  --revisions accept|reject          how tracked changes of a Word document are read (accept)
  --grammar DIR                      add the *.toml of a folder, or one file; may be given again
  --prose                            make records of sentences that give a unit a duty, too (origin: prose)
  --stats                            on standard error: how many characters belong to what
  -o, --output FILE                  write there instead of to standard output
  --lang zh|en                       language of messages

examples
  gongwen parse notice.docx
  gongwen parse archive/*.docx archive/*.txt > notices.jsonl
  curl -s "$URL" | gongwen parse -
)",
    R"(用法：gongwen parse [选项] 文件…

把整篇公文输出为一个 JSON 对象：在终端上缩进显示，在管道中为一行。多个文件时按顺序每行一个（JSON Lines）。

  --format json                      错误信息也以 JSON 对象写到标准错误
  --indent N                         单个文件时每层缩进的空格数；0 为一行
  --punctuation chinese|ascii|keep   标点归一的方向（默认 chinese）
  --revisions accept|reject          Word 文档中的修订按全部接受（默认）或全部拒绝读取
  --grammar 目录                     加入目录中的 *.toml，或一个文件；可重复
  --prose                            正文中规定某单位职责的句子也作为任务记录（origin 为 prose）
  --stats                            在标准错误上列出各类文字的字数
  -o, --output 文件                  写入文件而不是标准输出
  --lang zh|en                       提示信息的语言

示例
  gongwen parse 通知.docx
  gongwen parse 归档/*.docx 归档/*.txt > 公文.jsonl
  curl -s "$URL" | gongwen parse -
)"};

constexpr Text kTasks{
    R"(usage: gongwen tasks [OPTIONS] FILE…

The records of the notices: each task with its units and its deadline.

  --format table|csv|jsonl           table (the default), for people; csv and jsonl, for programs
  --origin table|annotation|prose    only the records of tables, of annotations, or of sentences
  --prose                            make records of sentences that give a unit a duty, too
  --bom                              begin csv with a byte order mark; --output does so by itself, for spreadsheets
  --punctuation chinese|ascii|keep   which way punctuation is normalized (chinese)
  --revisions accept|reject          how tracked changes of a Word document are read (accept)
  --grammar DIR                      add the *.toml of a folder, or one file; may be given again
  -o, --output FILE                  write there instead of to standard output
  --lang zh|en                       language of messages and of the table's head

examples
  gongwen tasks notice.docx
  gongwen tasks --origin annotation notice.txt
  gongwen tasks --format csv --output tasks.csv *.docx
  gongwen tasks --format jsonl *.docx | jq -r 'select(.deadline.date != null) | [.deadline.date, .task] | @tsv' | sort
)",
    R"(用法：gongwen tasks [选项] 文件…

输出公文中的任务记录：任务内容、单位和时限。

  --format table|csv|jsonl           table 供人阅读（默认），csv、jsonl 供程序使用
  --origin table|annotation|prose    只输出表格中的、标注中的，或正文句子中的任务
  --prose                            正文中规定某单位职责的句子也作为任务记录
  --bom                              csv 以字节顺序标记开头；用 --output 写文件时自动加上，便于电子表格打开
  --punctuation chinese|ascii|keep   标点归一的方向（默认 chinese）
  --revisions accept|reject          Word 文档中的修订按全部接受（默认）或全部拒绝读取
  --grammar 目录                     加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件                  写入文件而不是标准输出
  --lang zh|en                       提示信息和表头的语言

示例
  gongwen tasks 通知.docx
  gongwen tasks --origin annotation 通知.txt
  gongwen tasks --format csv --output 任务.csv *.docx
  gongwen tasks --format jsonl *.docx | jq -r 'select(.deadline.date != null) | [.deadline.date, .task] | @tsv' | sort
)"};

constexpr Text kOutline{
    R"(usage: gongwen outline [OPTIONS] FILE

The tree of the notice's headings, part by part.

  --punctuation chinese|ascii|keep   which way punctuation is normalized (chinese)
  --revisions accept|reject          how tracked changes of a Word document are read (accept)
  --grammar DIR                      add the *.toml of a folder, or one file; may be given again
  -o, --output FILE                  write there instead of to standard output
  --lang zh|en                       language of messages

example
  gongwen outline notice.docx
)",
    R"(用法：gongwen outline [选项] 文件

按部分输出公文的标题层次。

  --punctuation chinese|ascii|keep   标点归一的方向（默认 chinese）
  --revisions accept|reject          Word 文档中的修订按全部接受（默认）或全部拒绝读取
  --grammar 目录                     加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件                  写入文件而不是标准输出
  --lang zh|en                       提示信息的语言

示例
  gongwen outline 通知.docx
)"};

constexpr Text kUnits{
    R"(usage: gongwen units [OPTIONS] FILE…

The units of all the notices together: in how many records each leads, is responsible, supports, and in how many notices
it stands; the most frequent first, then by name in the order of code points. A level that a list leaves out is carried on:
in 市教育局、财政局 the latter counts as 市财政局. The records themselves keep what is written.

  --aliases FILE                count other names as one: a file of [[alias]] entries, whose id is the full name and whose
                                forms are the others, as in grammar files
  --format text|csv|json|jsonl  text (the default) is a table for people; json has each written form with its count
  --bom                         begin csv with a byte order mark; --output does so by itself, for spreadsheets
  --prose                       count sentences that give a unit a duty, too
  --revisions accept|reject     tracked changes of a .docx as if accepted (the default) or rejected
  --grammar DIR                 add the *.toml of a folder, or one file; may be given again
  -o, --output FILE             write there instead of to standard output
  --lang zh|en                  language of messages and of the table's head

examples
  gongwen units archive/*.docx
  gongwen units --aliases names.toml --format csv --output units.csv *.docx
  gongwen units --format jsonl *.docx | jq -r 'select(.lead > 10) | .unit'
)",
    R"(用法：gongwen units [选项] 文件…

统计全部公文中的单位：各自牵头、负责、配合的任务数和出现的篇数，按合计从多到少、再按名称的码点顺序排列。
列表中省略的层级由前一单位补足：“市教育局、财政局”中后者计为市财政局；任务记录本身保持原文。

  --aliases 文件                把别名计为同一单位：文件由 [[alias]] 条目组成，id 为全称，forms 为其他名称，写法同语法文件
  --format text|csv|json|jsonl  text（默认）为供人阅读的表格；json 列出每种写法及次数
  --bom                         csv 以字节顺序标记开头；用 --output 写文件时自动加上，便于电子表格打开
  --prose                       同时统计正文句子中的任务
  --revisions accept|reject     .docx 中的修订按接受（默认）或拒绝处理
  --grammar 目录                加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件             写入文件而不是标准输出
  --lang zh|en                  提示信息和表头的语言

示例
  gongwen units 归档/*.docx
  gongwen units --aliases 别名.toml --format csv --output 单位.csv *.docx
  gongwen units --format jsonl *.docx | jq -r 'select(.lead > 10) | .unit'
)"};

constexpr Text kExplain{
    R"(usage: gongwen explain [OPTIONS] FILE

Why the records of a notice have their values: for each value the source text with a mark under it, the table cell or the
annotation that it stands in, and the grammar entries that made it what it is (file, line, kind, id, what they matched, and
the form of theirs that did).

  --task ID                  only the record with this id, as gongwen tasks shows it; otherwise all
  --format text|json         json: JSON Lines, one object a record
  --prose                    records of sentences that give a unit a duty, too, as in gongwen tasks
  --revisions accept|reject  tracked changes of a .docx as if accepted (the default) or rejected
  --grammar DIR              add the *.toml of a folder, or one file; may be given again
  -o, --output FILE          write there instead of to standard output
  --lang zh|en               language of messages

examples
  gongwen explain notice.docx --task t7
  gongwen explain --format json notice.docx | jq -r '.values[].entries[] | [.file, .id] | @tsv' | sort | uniq -c
)",
    R"(用法：gongwen explain [选项] 文件

说明任务记录各项内容的依据：原文（下方标出所在位置）、所在的单元格或标注，以及起作用的语法条目（文件、行、种类、id、匹配的
文字和匹配它的形式）。

  --task 编号                只说明这一条记录，编号见 gongwen tasks；不指定时为全部
  --format text|json         json：每条记录一行（JSON Lines）
  --prose                    同时包括正文句子中的任务，与 gongwen tasks 相同
  --revisions accept|reject  .docx 中的修订按接受（默认）或拒绝处理
  --grammar 目录             加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件          写入文件而不是标准输出
  --lang zh|en               提示信息的语言

示例
  gongwen explain 通知.docx --task t7
  gongwen explain --format json 通知.docx | jq -r '.values[].entries[] | [.file, .id] | @tsv' | sort | uniq -c
)"};

constexpr Text kDeadline{
    R"(usage: gongwen deadline [OPTIONS] EXPR…

What an expression of time means, as in the deadline column of a notice: on a terminal a sentence, in a pipe the deadline
object of the output, one a line; `from` is null, and an expression that says nothing (/, 无) is null. With - for EXPR
standard input is read: one expression a line, behind a tab its own day of issue, if it has one; each line gives one line
of JSON. A line that cannot be read is told on standard error and gives null; the others come out all the same.

  --issued-on DATE    the day of issue of the notice: 2024-06-24; it gives the year that an expression leaves out.
                      Without it, what needs one has no date
  --format json|text  text: sentences for people, whoever reads them
  --grammar DIR       add the *.toml of a folder, or one file; may be given again
  -o, --output FILE   write there instead of to standard output
  --lang zh|en        language of messages and sentences

examples
  gongwen deadline 6月底前 --issued-on 2024-06-24
  gongwen deadline --format json "2025年6月底前完成方案，12月底前全部建成" | jq -r .date
  cut -f3,5 tasks.tsv | gongwen deadline - > deadlines.jsonl
)",
    R"(用法：gongwen deadline [选项] 表达式…

说明一个时限表达式的含义，与公文中“完成时限”一栏的读法相同：在终端上输出一句话，在管道中每行输出一个时限对象；其 from
为 null，无内容的表达式（/、无）输出 null。表达式为 - 时读取标准输入：每行一个表达式，制表符之后可以是它自己的成文日期；
每行输出一行 JSON。无法读取的行在标准错误上说明并输出 null，其余照常。

  --issued-on 日期    公文的成文日期，如 2024-06-24，用来补足省略的年份；不指定时，需要它的表达式没有日期
  --format json|text  text：总是输出供人阅读的句子
  --grammar 目录      加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件   写入文件而不是标准输出
  --lang zh|en        提示信息和句子的语言

示例
  gongwen deadline 6月底前 --issued-on 2024-06-24
  gongwen deadline --format json "2025年6月底前完成方案，12月底前全部建成" | jq -r .date
  cut -f3,5 任务.tsv | gongwen deadline - > 时限.jsonl
)"};

constexpr Text kText{
    R"(usage: gongwen text [OPTIONS] FILE

The source text, in UTF-8: for a text file the file itself, for any other format a plain rendering in reading order with
every automatic number written out. `begin` and `end` of every span count its code points, `line` its lines.

  --revisions accept|reject   how tracked changes of a Word document are read (accept)
  -o, --output FILE           write there instead of to standard output
  --lang zh|en                language of messages

example
  gongwen text notice.docx | less
)",
    R"(用法：gongwen text [选项] 文件

以 UTF-8 输出原文：文本文件即其本身；其他格式按阅读顺序输出为纯文本，自动编号一并写出。
所有位置的 begin、end 按其字符（码点）计数，line 按其行计数。

  --revisions accept|reject   Word 文档中的修订按全部接受（默认）或全部拒绝读取
  -o, --output 文件           写入文件而不是标准输出
  --lang zh|en                提示信息的语言

示例
  gongwen text 通知.docx | less
)"};

constexpr Text kGrammar{
    R"(usage: gongwen grammar test [DIR…]
       gongwen grammar list [--kind KIND] [DIR…]
       gongwen grammar show ID [--grammar DIR]

What gongwen knows of the language stands in grammar files, as data; grammars/README.md teaches how to add to it. DIR is a
folder with *.toml, or one such file: its entries are added to the built-in ones, or take the place of those of the same
kind and id, as with --grammar.

  test   tries every entry on its `examples` and its `not`, and says of each that fails where it stands and what matched
         instead; an example that another entry decides is one, too. Exit status 1 if any fails
  list   the entries: kind, id, place, what they say, how many forms they have
  show   one entry as TOML, to be copied and changed; ID may be KIND/ID

  --kind KIND         only the entries of one kind, such as column
  --grammar DIR       add the *.toml of a folder, or one file; may be given again
  -o, --output FILE   write there instead of to standard output
  --lang zh|en        language of messages

examples
  gongwen grammar test my/
  gongwen grammar list --kind column
  gongwen grammar show column/deadline > my/columns.toml
)",
    R"(用法：gongwen grammar test [目录…]
       gongwen grammar list [--kind 种类] [目录…]
       gongwen grammar show ID [--grammar 目录]

gongwen 的语言知识以数据形式存放在语法文件中，写法见 grammars/README.md。目录中应有 *.toml，也可以直接给出一个这样的文件；
其中的条目加入内置条目，种类和 id 相同的取代内置条目，与 --grammar 相同。

  test   用每个条目的 examples 和 not 检验该条目，列出不符之处的位置和实际匹配的内容；被其他条目抢先的示例也算。
         有不符之处时退出码为 1
  list   列出条目：种类、id、位置、属性、形式数
  show   以 TOML 输出一个条目，便于复制修改；ID 可写作 种类/ID

  --kind 种类         只列出一种条目，如 column
  --grammar 目录      加入目录中的 *.toml，或一个文件；可重复
  -o, --output 文件   写入文件而不是标准输出
  --lang zh|en        提示信息的语言

示例
  gongwen grammar test my/
  gongwen grammar list --kind column
  gongwen grammar show column/deadline > my/columns.toml
)"};

constexpr Text kSchema{
    R"(usage: gongwen schema [-o FILE]

The JSON Schema (draft 2020-12) of what `gongwen parse` prints for one notice.

example
  gongwen schema > notice.schema.json
)",
    R"(用法：gongwen schema [-o 文件]

输出 `gongwen parse` 单篇结果的 JSON Schema（draft 2020-12）。

示例
  gongwen schema > notice.schema.json
)"};

const Text& text_of(std::optional<Command> command) noexcept {
  if (!command) return kGeneral;
  switch (*command) {
    case Command::parse: return kParse;
    case Command::tasks: return kTasks;
    case Command::outline: return kOutline;
    case Command::units: return kUnits;
    case Command::explain: return kExplain;
    case Command::deadline: return kDeadline;
    case Command::text: return kText;
    case Command::grammar: return kGrammar;
    case Command::schema:
    case Command::check:
    case Command::rules:
    case Command::convert:
    case Command::merge: break;
  }
  return kSchema;
}

}  // namespace

std::string_view help(std::optional<Command> command, Language language) noexcept {
  if (command == Command::convert) return convert_help(language);
  if (command == Command::check) return check_help(language);
  if (command == Command::rules) return rules_help(language);
  if (command == Command::merge) return merge_help(language);
  const Text& text = text_of(command);
  return language == Language::zh ? text.chinese : text.english;
}

}  // namespace gongwen::cli
