// The values of a notice get back the traditional characters that stand where they were read. A value and its source run side
// by side: simplified, the characters of the one stand in the other in the same order, with others between them.
#include "script.hpp"

#include <algorithm>

#include "each_text.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

class Restorer {
 public:
  explicit Restorer(const Folded& folded) : folded_(folded) {}

  void value(std::string& text, Range source) const {
    const Range place = folded_.to_folded(source);
    const std::string_view read = folded_.view_folded(place), written = folded_.written(place);
    if (const std::size_t at = read.find(text); at != read.npos) text = written.substr(at, text.size());
    else text = side_by_side(text, read, written);
  }

  // The name of a column or a label, which stands before its value; of a table's column, in the table.
  void name(std::string& text, Range source) const {
    const Range place = folded_.to_folded(source);
    const std::string_view all = folded_.text();
    std::size_t at = all.find(text, place.begin);
    if (at == all.npos || at >= place.end) at = all.substr(0, place.begin).rfind(text);
    if (at == all.npos) at = all.find(text);   // an empty value has no place
    if (at == all.npos) return;
    text = folded_.written({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())});
  }

 private:
  static std::string side_by_side(const std::string& text, std::string_view read, std::string_view written) {
    constexpr std::size_t kFar = 4096;   // how far a character is looked for
    std::string out;
    out.reserve(text.size());
    std::size_t here = 0;
    for (std::size_t i = 0; i < text.size();) {
      const text::CodePoint c = text::decode(text, i);
      const std::string_view character = std::string_view(text).substr(i, c.size);
      const std::size_t found = c.value == ' ' ? read.npos : read.substr(here, kFar).find(character);   // a space may be put in
      if (found == read.npos) {
        out += character;
      } else {
        out += written.substr(here + found, c.size);
        here += found + c.size;
      }
      i += c.size;
    }
    return out;
  }

  const Folded& folded_;
};

}  // namespace

void restore_script(Notice& notice, const Folded& folded) {
  if (!folded.is_traditional()) return;
  const Restorer restore(folded);
  each_text(notice, [&](std::string& text, const Span& span, TextKind kind) {
    if (kind == TextKind::value) restore.value(text, span.bytes);
    else restore.name(text, span.bytes);
  });
  if (auto& number = notice.metadata.document_number) number->agency = number->text.text.substr(0, number->agency.size());
  for (Diagnostic& diagnostic : notice.diagnostics)
    for (std::string& argument : diagnostic.arguments) restore.value(argument, diagnostic.span.bytes);
}

}  // namespace gongwen
