// A text file becomes a Document: its decoded text, unchanged, and a paragraph for each line that has ink on it.
#include <cstdint>
#include <limits>
#include <string_view>

#include "readers/readers.hpp"
#include "text/characters.hpp"
#include "text/encoding.hpp"
#include "text/source_index.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

bool has_ink(std::string_view line) noexcept {
  for (std::size_t i = 0; i < line.size();) {
    const text::CodePoint c = text::decode(line, i);
    const text::CharClass kind = text::char_class(c.value);
    if (kind != text::CharClass::space && kind != text::CharClass::line_end && kind != text::CharClass::dropped) return true;
    i += c.size;
  }
  return false;
}

// The end of the line that begins at `begin`: where its line break stands, or the end of the text.
std::size_t line_end(std::string_view source, std::size_t begin) noexcept {
  for (std::size_t i = begin; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\n' || c == '\r' || (c == '\xE2' && text::line_break_at(source, i) > 0)) return i;
  }
  return source.size();
}

std::vector<Block> lines_of(std::string_view source) {
  std::vector<Block> blocks;
  std::uint32_t blank = 0;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = line_end(source, begin);
    if (has_ink(source.substr(begin, end - begin))) {
      Paragraph paragraph;
      paragraph.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      paragraph.blank_lines_before = blank;
      blocks.emplace_back(paragraph);
      blank = 0;
    } else {
      ++blank;
    }
    begin = end + text::line_break_at(source, end);
  }
  return blocks;
}

}  // namespace

Result<Document> read_txt(Bytes bytes, const ReadOptions&) {
  auto decoded = text::decode_text(bytes);
  if (!decoded) return decoded.error();
  if (decoded->text.size() > std::numeric_limits<std::uint32_t>::max() / 2) return Error{ErrorCode::too_large, "over 2 GiB of text"};
  Document document;
  document.format = "txt";
  document.encoding = decoded->encoding;
  document.source = std::move(decoded->text);
  document.blocks = lines_of(document.source);
  if (document.blocks.empty()) return Error{ErrorCode::empty, ""};
  if (decoded->guessed) document.diagnostics.push_back(diagnose("encoding-guessed", {}, {document.encoding}));
  for (const Range& run : decoded->replacements)
    document.diagnostics.push_back(diagnose("encoding-replacement", {run, {}}, {document.encoding}));
  return document;
}

}  // namespace gongwen
