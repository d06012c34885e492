// A grammar file, character by character: outside, in a comment, or in a string of one line.
#include "grammar/quotes.hpp"

#include "text/utf8.hpp"

namespace gongwen {

std::optional<QuoteFault> fault_outside_quotes(std::string_view text) noexcept {
  enum class In { nothing, comment, basic, literal } in = In::nothing;
  FilePlace place{1, 1};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t position = 0; position < text.size();) {
    const text::CodePoint c = text::decode(text, position);
    const std::string_view rest = text.substr(position);
    position += c.size;
    if (c.value == U'\n') {
      in = In::nothing;
      place = {place.line + 1, 1};
      continue;
    }
    if (in == In::basic && c.value == U'\\' && position < text.size() && text[position] != '\n') {
      position += text::decode(text, position).size;
      ++place.column;
    } else if (in == In::nothing) {
      if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) return QuoteFault{place, "write a string on one line"};
      if (c.value >= 0x80) return QuoteFault{place, "this stands outside of quotes"};
      in = c.value == U'#' ? In::comment : c.value == U'"' ? In::basic : c.value == U'\'' ? In::literal : In::nothing;
    } else if ((in == In::basic && c.value == U'"') || (in == In::literal && c.value == U'\'')) {
      in = In::nothing;
    }
    ++place.column;
  }
  return std::nullopt;
}

}  // namespace gongwen
