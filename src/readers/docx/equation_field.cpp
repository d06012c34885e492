// The code of an EQ field becomes text. Chinese Word writes its 带圈字符 as EQ \o\ac(○,3) and its 拼音指南 as
// EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(qū),衢): the operands overlie each other, and the last one is the
// text.
#include "readers/docx/equation_field.hpp"

#include <array>
#include <vector>

#include "readers/docx/number_format.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool has_switch(std::string_view before_operands, char which) {
  for (std::size_t at = 0; (at = before_operands.find('\\', at)) != before_operands.npos; ++at) {
    if (at + 1 < before_operands.size() && (before_operands[at + 1] | 0x20) == which) return true;
  }
  return false;
}

// What stands between the outermost brackets, split at commas (or semicolons, where the system's list separator is
// one).
std::vector<std::string_view> operands(std::string_view inside) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const char c = inside[i];
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth != 0 || (c != ',' && c != ';')) continue;
    parts.push_back(trimmed(inside.substr(begin, i - begin)));
    begin = i + 1;
  }
  parts.push_back(trimmed(inside.substr(begin)));
  return parts;
}

std::string overlaid(const std::vector<std::string_view>& parts) {
  constexpr std::array<std::string_view, 4> kCircles = {"○", "〇", "◯", "O"};
  const std::string_view base = parts.back();
  const auto value = number(base);
  const bool digits = value && *value >= 1 && *value <= 20 && base == std::to_string(*value);
  for (const auto circle : kCircles) {
    if (digits && parts.front() == circle) return format_number("decimalEnclosedCircle", *value).value_or("");
  }
  return std::string(base);
}

}  // namespace

std::string equation_text(std::string_view code) {
  code = trimmed(code);
  if (code.size() < 3 || (code[0] | 0x20) != 'e' || (code[1] | 0x20) != 'q' || (code[2] != ' ' && code[2] != '\\'))
    return {};
  const auto open = code.find('('), close = code.rfind(')');
  if (open == code.npos || close == code.npos || close < open) return {};
  const auto before = code.substr(2, open - 2);
  const auto parts = operands(code.substr(open + 1, close - open - 1));
  if (has_switch(before, 'o')) return overlaid(parts);
  std::string text;
  for (const auto part : parts) {
    if (!text.empty() && has_switch(before, 'f')) text += '/';
    text += part;
  }
  return text;
}

}  // namespace gongwen::docx
