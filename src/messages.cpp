// A diagnostic or an error becomes one sentence, in English or Chinese: by its rule (src/checks), or by the catalogue of error
// codes that stands here. In a template {0} stands for the first argument, {1} for the second; by convention {0} quotes the notice
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
#include <gongwen/rule.hpp>

namespace gongwen {
namespace {

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
  for (std::size_t i = used; i < arguments.size(); ++i)
    if (!arguments[i].empty()) out += " [" + shortened(arguments[i]) + "]";
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
  return fill(rule != nullptr ? rule->message.in(language) : diagnostic.rule, diagnostic.arguments);
}

Diagnostic diagnose(std::string_view rule, Span span, std::vector<std::string> arguments) {
  const Rule* known = find_rule(rule);
  return {known != nullptr ? known->name : rule, known != nullptr ? known->severity : Severity::warning, std::move(arguments), span};
}

}  // namespace gongwen
