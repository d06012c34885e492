// A place in a grammar file to the message about it. Under a wide character the caret's line is padded with a wide space.
#include "grammar/caret.hpp"

#include <string>

#include "text/utf8.hpp"

namespace gongwen {
namespace {

constexpr std::uint32_t kShownBefore = 60, kShownAfter = 40;   // characters on either side of the fault

std::string_view line_of(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  const std::size_t end = text.find('\n', begin);
  std::string_view found = text.substr(begin, end == std::string_view::npos ? end : end - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

std::size_t byte_of_column(std::string_view line, std::uint32_t column) {
  std::size_t position = 0;
  for (std::uint32_t i = 1; i < column && position < line.size(); ++i) position += text::decode(line, position).size;
  return position;
}

bool is_wide(char32_t c) { return text::is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60); }

std::string padding_for(std::string_view line) {
  std::string padding;
  for (std::size_t position = 0; position < line.size();) {
    const text::CodePoint c = text::decode(line, position);
    position += c.size;
    padding += c.value == U'\t' ? "\t" : is_wide(c.value) ? "　" : " ";
  }
  return padding;
}

/// Bytes of the value that one character or escape of a basic string stands for, and its length in the file.
struct Written {
  std::size_t value_bytes, file_bytes;
};
Written written_at(std::string_view line, std::size_t position, bool basic) {
  const text::CodePoint c = text::decode(line, position);
  if (!basic || c.value != U'\\') return {c.size, c.size};
  const char kind = position + 1 < line.size() ? line[position + 1] : '\0';
  if (kind != 'u' && kind != 'U') return {1, 2};
  const std::size_t digits = kind == 'u' ? 4 : 8;
  char32_t value = 0;
  for (const char digit : line.substr(position + 2, digits)) {
    const char lower = static_cast<char>(digit | 0x20);
    value = value * 16 + static_cast<char32_t>(digit <= '9' ? digit - '0' : lower - 'a' + 10);
  }
  return {text::encode(value).size(), digits + 2};
}

}  // namespace

Error grammar_fault(const Grammar::File& file, FilePlace place, std::string_view reason) {
  const std::string_view line = line_of(file.text, place.line);
  const std::size_t at = byte_of_column(line, place.column);
  const bool cut = place.column > kShownBefore + 1;
  const std::size_t first = cut ? byte_of_column(line, place.column - kShownBefore) : 0;
  const std::size_t last = byte_of_column(line, place.column + kShownAfter);
  std::string detail = file.name + ":" + std::to_string(place.line) + ": " + std::string(reason);
  detail += std::string("\n") + (cut ? "…" : "") + std::string(line.substr(first, last - first)) + (last < line.size() ? "…" : "");
  detail += std::string("\n") + (cut ? " " : "") + padding_for(line.substr(first, at - first)) + "^";
  return {ErrorCode::bad_grammar, std::move(detail)};
}

std::uint32_t characters_to(std::string_view file, FilePlace place, std::uint32_t offset) {
  const std::string_view line = line_of(file, place.line);
  std::size_t position = byte_of_column(line, place.column);
  const std::string_view opening = line.substr(position, 3);
  if (opening == "\"\"\"" || opening == "'''" || opening.empty()) return 0;
  const bool basic = opening[0] == '"';
  std::uint32_t characters = 1;
  ++position;
  for (std::size_t value = 0; value < offset && position < line.size();) {
    const Written written = written_at(line, position, basic);
    value += written.value_bytes;
    characters += static_cast<std::uint32_t>(text::count_code_points(line.substr(position, written.file_bytes)));
    position += written.file_bytes;
  }
  return characters;
}

}  // namespace gongwen
