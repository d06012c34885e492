// A batch's errors become a code and one sentence, in English or Chinese.
#include "cli/batch/trouble.hpp"

#include <array>
#include <system_error>

namespace gongwen::cli {
namespace {

struct Text {
  std::string_view code, english, english_advice, chinese, chinese_advice;
};

// In the order of BatchError.
constexpr std::array<Text, 8> kTexts{{
    {"E_EXISTS", "is there already, and this run did not make it", "choose another --output, or replace it with --force",
     "已存在，且不是本次转换的结果", "请另选 --output，或用 --force 覆盖"},
    {"E_UNFINISHED", "unfinished work on it is there", "go on with --resume, or begin anew with --force",
     "尚有未完成的转换", "请用 --resume 继续，或用 --force 重新开始"},
    {"E_BUSY", "another gongwen is working on it", "wait for it, or choose another --output",
     "另一个 gongwen 正在写入", "请等它结束，或另选 --output"},
    {"E_TOO_DEEP", "archives or folders stand too deep inside each other", "unpack them, or raise --max-depth",
     "压缩包或文件夹嵌套过深", "请先解压，或调高 --max-depth"},
    {"E_TIMEOUT", "took too long", "raise --max-seconds, or look at the file", "处理超时", "请调高 --max-seconds，或检查该文件"},
    {"E_NO_INPUT", "no files are there", "check the path, --include and --exclude", "没有找到文件", "请检查路径和 --include、--exclude"},
    {"E_BAD_PART", "is not a whole output of gongwen convert", "convert that shard again",
     "不是完整的 gongwen convert 输出", "请重新转换该部分"},
    {"E_WRITE", "cannot write", "check the space on the disk and the permissions", "无法写入", "请检查磁盘空间和权限"},
}};

}  // namespace

Trouble trouble(BatchError error, std::string_view detail, Language language) {
  const Text& text = kTexts[static_cast<std::size_t>(error)];
  const bool chinese = language == Language::zh;
  std::string sentence(chinese ? text.chinese : text.english);
  if (!detail.empty()) sentence.append(chinese ? "（" : " (").append(detail).append(chinese ? "）" : ")");
  sentence.append(chinese ? "；" : "; ").append(chinese ? text.chinese_advice : text.english_advice);
  return {std::string(text.code), std::move(sentence)};
}

Trouble trouble(const Error& error, Language language) { return {std::string(code_name(error.code)), message(error, language)}; }

Trouble write_trouble(int number, Language language) {
  return trouble(BatchError::write, std::generic_category().message(number), language);
}

}  // namespace gongwen::cli
