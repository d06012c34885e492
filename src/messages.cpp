// A diagnostic or an error becomes one sentence, in English or Chinese. Two catalogues say it all: one of rules, one of
// error codes. In a template {0} stands for the first argument, {1} for the second; by convention {0} quotes the notice
// and {1} says what was expected. An argument that no template asks for is added in brackets, so that no fact is lost,
// and an unknown rule is named as it is.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongwen/diagnostic.hpp>
#include <gongwen/result.hpp>

namespace gongwen {
namespace {

struct Rule {
  std::string_view name;
  Severity severity;
  std::string_view english, chinese;
};

constexpr std::array kRules{
    Rule{"annotation-without-task", Severity::warning, "no task stands before the annotation “{0}”",
         "标注“{0}”之前没有任务内容"},
    Rule{"body-deadline-differs", Severity::warning, "the deadline of “{0}” is {1} in the table, but {2} in the body",
         "“{0}”的时限表格为{1}，正文为{2}"},
    Rule{"body-lead-differs", Severity::warning, "“{0}” is led by {1} in the table, but by {2} in the body",
         "“{0}”的牵头单位表格为{1}，正文为{2}"},
    Rule{"body-task-missing", Severity::warning, "“{0}” stands in the table, but no annotation of the body assigns it",
         "“{0}”见于表格，正文标注中没有"},
    Rule{"deadline-impossible-date", Severity::error, "“{0}” names a day that does not exist", "“{0}”中的日期不存在"},
    Rule{"deadline-not-understood", Severity::warning, "the deadline “{0}” is not understood; it is given as text only",
         "未能识别时限“{0}”，仅保留原文"},
    Rule{"docx-comments", Severity::info, "the document has comments ({0}); they are left out", "文档含批注（{0}），未计入正文"},
    Rule{"docx-covered-cell-text", Severity::warning,
         "the merged cell hides the text “{0}”; it is left out", "合并单元格遮住了文字“{0}”，未计入正文"},
    Rule{"docx-embedded-document", Severity::warning,
         "the document holds another one that Word would show ({0}); it is left out", "文档嵌入了其他文档（{0}），未计入正文"},
    Rule{"docx-hidden-text", Severity::info, "hidden text is left out: “{0}”", "隐藏文字未计入正文：“{0}”"},
    Rule{"docx-malformed-text", Severity::warning,
         "text that is no valid UTF-8 was repaired ({0})", "部分文字不是有效的 UTF-8，已作替换（{0}）"},
    Rule{"docx-number-field", Severity::warning,
         "numbers that Word counts in fields ({0}) are not in the file; ⟦{0}⟧ stands where Word shows one",
         "域（{0}）生成的编号未存于文件中，编号处以 ⟦{0}⟧ 标出"},
    Rule{"docx-number-format-unknown", Severity::warning,
         "the automatic number format “{0}” is not known; ⟦{0} …⟧ stands where Word shows the number",
         "未知的自动编号格式“{0}”，编号处以 ⟦{0} …⟧ 标出"},
    Rule{"docx-open-revisions", Severity::warning,
         "the document has tracked changes that nobody has accepted ({0}); it is read as if all were accepted",
         "文档含未接受的修订（{0} 处），按全部接受处理"},
    Rule{"docx-part-repeated", Severity::warning,
         "the file holds the part “{0}” more than once; the last one is read", "文件中部件“{0}”重复出现，按最后一个读取"},
    Rule{"docx-rejected-revisions", Severity::warning,
         "the document has tracked changes that nobody has rejected ({0}); it is read as if all were rejected",
         "文档含未处理的修订（{0} 处），按全部拒绝处理"},
    Rule{"encoding-guessed", Severity::info, "the encoding is not stated; it was read as {0}", "文件未注明编码，按 {0} 读取"},
    Rule{"encoding-replacement", Severity::warning,
         "bytes that are no valid {0} were replaced by U+FFFD", "部分字节不是有效的 {0} 编码，已用 U+FFFD 代替"},
    Rule{"heading-label-style", Severity::warning,
         "the label “{0}” is written unlike its neighbours, such as “{1}”", "序号“{0}”与相邻序号（如“{1}”）写法不一致"},
    Rule{"heading-level-skipped", Severity::warning,
         "the heading “{0}” leaves out a level", "标题“{0}”跳过了一级层次"},
    Rule{"heading-number-gap", Severity::warning, "the heading “{0}” leaves a gap; number {1} was expected",
         "标题“{0}”序号不连续，应为第 {1} 号"},
    Rule{"heading-number-repeated", Severity::warning, "the heading “{0}” repeats a number; number {1} was expected",
         "标题“{0}”序号重复，应为第 {1} 号"},
    Rule{"heading-without-label", Severity::warning, "“{0}” is set as a heading but has no label; it is kept as text",
         "“{0}”按标题排版但没有序号，按正文处理"},
    Rule{"lead-unit-assumed", Severity::info, "“{0}” is taken as the lead because it is named first",
         "“{0}”列在首位，视为牵头单位"},
    Rule{"table-cell-across-units", Severity::warning,
         "the cell “{0}” covers the columns “{1}” and “{2}”; it counts for the first",
         "单元格“{0}”横跨“{1}”和“{2}”两栏，计入前一栏"},
    Rule{"table-column-unknown", Severity::info, "the column “{0}” is not known; its values are in `extra`",
         "未知的表格栏目“{0}”，其内容列入 extra"},
    Rule{"table-row-ambiguous", Severity::warning,
         "the columns of the row “{0}” could not all be told apart", "表格行“{0}”的各栏未能全部分清"},
    Rule{"table-row-short", Severity::warning, "the row “{0}” has fewer cells than the table has columns",
         "表格行“{0}”的单元格少于栏目数"},
    Rule{"table-task-missing", Severity::warning, "“{0}” is assigned in the body, but stands in no table",
         "“{0}”见于正文标注，表格中没有"},
    Rule{"text-control-characters", Severity::info, "control characters ({0} of them) were left out of the values",
         "{0} 个控制字符未计入各项内容"},
};

struct Trouble {
  ErrorCode code;
  std::string_view name;
  std::string_view english, english_advice;
  std::string_view chinese, chinese_advice;
};

// In the order of ErrorCode.
constexpr std::array kTroubles{
    Trouble{ErrorCode::not_found, "E_NOT_FOUND", "there is no such file", "check the path", "文件不存在", "请检查路径"},
    Trouble{ErrorCode::is_directory, "E_IS_DIRECTORY", "this is a folder, not a file", "name the files in it, such as FOLDER/*.docx",
            "这是文件夹，不是文件", "请给出其中的文件，如 FOLDER/*.docx"},
    Trouble{ErrorCode::unreadable, "E_UNREADABLE", "the file cannot be read", "check its permissions and the disk",
            "文件无法读取", "请检查权限和磁盘"},
    Trouble{ErrorCode::empty, "E_EMPTY", "the file has no text in it", "get the notice again from where it came",
            "文件中没有文字", "请重新获取该文件"},
    Trouble{ErrorCode::not_text, "E_NOT_TEXT", "this is binary data in no known format", "give a .docx or a text file",
            "这是未知格式的二进制数据", "请提供 .docx 或文本文件"},
    Trouble{ErrorCode::unknown_encoding, "E_UNKNOWN_ENCODING", "the text is in no encoding that gongwen knows",
            "save it as UTF-8 or GB18030", "无法识别文本的编码", "请另存为 UTF-8 或 GB18030"},
    Trouble{ErrorCode::unsupported_format, "E_UNSUPPORTED_FORMAT", "gongwen does not read this format",
            "convert it to .docx or to text", "不支持这种格式", "请转换为 .docx 或文本文件"},
    Trouble{ErrorCode::legacy_doc, "E_LEGACY_DOC", "this is a Word 97-2003 document (.doc)",
            "save it as .docx in Word or WPS, or run `soffice --headless --convert-to docx FILE`",
            "这是 Word 97-2003 文档（.doc）", "请用 Word 或 WPS 另存为 .docx，或运行 `soffice --headless --convert-to docx FILE`"},
    Trouble{ErrorCode::encrypted, "E_ENCRYPTED", "the document is protected by a password",
            "open it with the password and save it without one", "文档已加密", "请输入密码打开后取消加密并另存"},
    Trouble{ErrorCode::truncated, "E_TRUNCATED", "the file ends before its data does", "copy or download it again",
            "文件不完整", "请重新复制或下载"},
    Trouble{ErrorCode::not_docx, "E_NOT_DOCX", "this is a zip file without a Word document in it",
            "unpack it and give the documents in it", "这是 zip 文件，但其中没有 Word 文档", "请先解压，再提供其中的文档"},
    Trouble{ErrorCode::corrupt, "E_CORRUPT", "the document is damaged", "open and save it again in Word or WPS, or copy it again",
            "文档已损坏", "请用 Word 或 WPS 打开后重新保存，或重新复制"},
    Trouble{ErrorCode::bad_xml, "E_BAD_XML", "a part of the document is not well-formed XML",
            "open and save it again in Word or WPS, or copy it again", "文档的一部分不是合法的 XML",
            "请用 Word 或 WPS 打开后重新保存，或重新复制"},
    Trouble{ErrorCode::too_large, "E_TOO_LARGE", "the document is over a limit", "split it, or check that it is what it says",
            "文档超出限制", "请拆分文档，或检查其内容是否正常"},
    Trouble{ErrorCode::bad_grammar, "E_BAD_GRAMMAR", "the grammar cannot be used", "correct this", "语法文件无法使用", "请改正"},
};

constexpr bool in_order_of_codes() {
  for (std::size_t i = 0; i < kTroubles.size(); ++i)
    if (static_cast<std::size_t>(kTroubles[i].code) != i) return false;
  return kTroubles.size() == static_cast<std::size_t>(ErrorCode::bad_grammar) + 1;
}
static_assert(in_order_of_codes());

// What to do about a format that is known but not read.
struct Remedy {
  std::string_view format;   // a detail of E_UNSUPPORTED_FORMAT begins with it
  std::string_view english, chinese;
};

constexpr std::string_view kConvert = "save it as .docx in Word or WPS, or run `soffice --headless --convert-to docx FILE`";
constexpr std::string_view kConvertChinese = "请用 Word 或 WPS 另存为 .docx，或运行 `soffice --headless --convert-to docx FILE`";
constexpr std::string_view kUnpack = "unpack it and give the documents in it";
constexpr std::string_view kUnpackChinese = "请先解压，再提供其中的文档";
constexpr std::string_view kRecognize = "recognize its characters first (OCR), and give the text";
constexpr std::string_view kRecognizeChinese = "请先识别其中的文字（OCR），再提供文本";

constexpr std::array kRemedies{
    Remedy{"PDF", "make text of it (`pdftotext -layout FILE`; a scan needs OCR), and give the text",
           "请先转为文本（`pdftotext -layout FILE`；扫描件需 OCR），再提供文本"},
    Remedy{"RTF", kConvert, kConvertChinese},
    Remedy{"HTML", kConvert, kConvertChinese},
    Remedy{"MHTML", kConvert, kConvertChinese},
    Remedy{"Word 2003 XML", kConvert, kConvertChinese},
    Remedy{"OpenDocument text", kConvert, kConvertChinese},
    Remedy{"embedded document", kConvert, kConvertChinese},
    Remedy{"UOF", kConvert, kConvertChinese},
    Remedy{"OFD", "save it as .docx or as text in an OFD reader", "请用 OFD 阅读器另存为 .docx 或文本"},
    Remedy{"PNG", kRecognize, kRecognizeChinese},
    Remedy{"JPEG", kRecognize, kRecognizeChinese},
    Remedy{"GIF", kRecognize, kRecognizeChinese},
    Remedy{"TIFF", kRecognize, kRecognizeChinese},
    Remedy{"BMP", kRecognize, kRecognizeChinese},
    Remedy{"WebP", kRecognize, kRecognizeChinese},
    Remedy{"DjVu", kRecognize, kRecognizeChinese},
    Remedy{"gzip", kUnpack, kUnpackChinese},
    Remedy{"bzip2", kUnpack, kUnpackChinese},
    Remedy{"xz", kUnpack, kUnpackChinese},
    Remedy{"zstd", kUnpack, kUnpackChinese},
    Remedy{"7z", kUnpack, kUnpackChinese},
    Remedy{"RAR", kUnpack, kUnpackChinese},
    Remedy{"tar", kUnpack, kUnpackChinese},
};

const Trouble& trouble(ErrorCode code) { return kTroubles[static_cast<std::size_t>(code)]; }

const Rule* find_rule(std::string_view name) {
  for (const Rule& rule : kRules)
    if (rule.name == name) return &rule;
  return nullptr;
}

bool is_placeholder(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}';
}

// A quotation is there to find the place, not to repeat the notice.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 60;   // characters
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && ++characters > kMost) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_placeholder(pattern, i)) {
      out += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    out += index < arguments.size() ? shortened(arguments[index]) : "…";
    used = std::max(used, index + 1);
    i += 2;
  }
  for (std::size_t i = used; i < arguments.size(); ++i) out += " [" + shortened(arguments[i]) + "]";
  return out;
}

}  // namespace

std::string_view code_name(ErrorCode code) noexcept { return trouble(code).name; }

static std::string_view advice_on(const Error& error, bool chinese) {
  if (error.code == ErrorCode::unsupported_format) {
    for (const Remedy& remedy : kRemedies)
      if (error.detail.starts_with(remedy.format)) return chinese ? remedy.chinese : remedy.english;
  }
  const Trouble& what = trouble(error.code);
  return chinese ? what.chinese_advice : what.english_advice;
}

std::string message(const Error& error, Language language) {
  const bool chinese = language == Language::zh;
  const Trouble& what = trouble(error.code);
  std::string out(chinese ? what.chinese : what.english);
  const std::string_view advice = advice_on(error, chinese);
  if (error.code == ErrorCode::bad_grammar)   // its detail ends in lines of source with a caret: they stand last
    return out.append(chinese ? "，" : "; ").append(advice).append(chinese ? "：\n" : ":\n").append(error.detail);
  if (!error.detail.empty()) out.append(chinese ? "（" : " (").append(error.detail).append(chinese ? "）" : ")");
  return out.append(chinese ? "；" : "; ").append(advice);
}

std::string message(const Diagnostic& diagnostic, Language language) {
  const Rule* rule = find_rule(diagnostic.rule);
  const std::string_view pattern = rule == nullptr ? diagnostic.rule : language == Language::zh ? rule->chinese : rule->english;
  return fill(pattern, diagnostic.arguments);
}

Diagnostic diagnose(std::string_view rule, Span span, std::vector<std::string> arguments) {
  const Rule* known = find_rule(rule);
  return {known != nullptr ? known->name : rule, known != nullptr ? known->severity : Severity::warning, std::move(arguments), span};
}

}  // namespace gongwen
