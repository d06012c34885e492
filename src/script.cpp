// The values of a notice get back the traditional characters that stand where they were read. A value and its source run side
// by side: simplified, the characters of the one stand in the other in the same order, with others between them.
#include "script.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "each_text.hpp"
#include "side_by_side.hpp"
#include "text/utf8.hpp"

namespace gongwen {
namespace {

class Restorer {
 public:
  explicit Restorer(const Folded& folded) : folded_(folded) {}

  void value(std::string& text, Range source) const {
    const Range place = folded_.to_folded(source);
    const std::string_view read = folded_.view_folded(place), written = folded_.written(place);
    if (const std::size_t whole = read.find(text); whole != read.npos) text = written.substr(whole, text.size());
    else
      text = side_by_side(text, read, [](char32_t c, char32_t met) { return c == met && c != U' '; },   // a space may be put in
                          [&](std::string& out, const text::CodePoint& c, std::size_t at) { out += written.substr(at, c.size); });
  }

  // The name of a label, which stands right before its value, or of a column. A column's is looked for once: it stands far
  // above most of its values.
  void name(std::string& text, Range source) {
    constexpr std::size_t kNear = 256;   // bytes
    const Range place = folded_.to_folded(source);
    const std::size_t from = place.begin - std::min<std::size_t>(place.begin, kNear);
    const std::size_t near = folded_.text().substr(from, place.begin - from).rfind(text);
    if (near != std::string_view::npos) {
      text = written(from + near, text.size());
      return;
    }
    const auto [known, added] = columns_.try_emplace(text);
    if (added) known->second = column(text, place);
    text = known->second;
  }

 private:
  [[nodiscard]] std::string written(std::size_t at, std::size_t size) const {
    return std::string(folded_.written({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)}));
  }

  [[nodiscard]] std::string column(const std::string& name, Range place) const {
    const std::string_view all = folded_.text();
    std::size_t at = all.substr(0, place.end).find(name, place.begin);
    if (at == all.npos) at = all.substr(0, place.begin).rfind(name);
    if (at == all.npos) at = all.find(name);   // an empty value has no place
    return at == all.npos ? name : written(at, name.size());
  }

  const Folded& folded_;
  std::unordered_map<std::string, std::string> columns_;   // as read, as written
};

}  // namespace

void restore_script(std::vector<Diagnostic>& diagnostics, const Folded& folded) {
  if (!folded.is_traditional()) return;
  const Restorer restore(folded);
  for (Diagnostic& diagnostic : diagnostics)
    for (std::string& argument : diagnostic.arguments) restore.value(argument, diagnostic.span.bytes);
}

void restore_script(Notice& notice, const Folded& folded) {
  if (!folded.is_traditional()) return;
  Restorer restore(folded);
  each_text(notice, [&](std::string& text, const Span& span, TextKind kind) {
    if (kind == TextKind::value) restore.value(text, span.bytes);
    else restore.name(text, span.bytes);
  });
  if (auto& number = notice.metadata.document_number) number->agency = number->text.text.substr(0, number->agency.size());
  restore_script(notice.diagnostics, folded);
}

}  // namespace gongwen
