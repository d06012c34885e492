// A text becomes checkpoints, each with the code points and the line breaks before it.
#include "text/source_index.hpp"

#include <algorithm>

namespace gongwen::text {
namespace {

constexpr std::size_t kStep = 256;

// Whether a line break ends with this byte. A CR before an LF does not end one: the LF does.
bool ends_line(std::string_view text, std::size_t at) noexcept {
  const char byte = text[at];
  if (byte == '\n') return true;
  if (byte == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  return (byte == '\xA8' || byte == '\xA9') && at >= 2 && text[at - 1] == '\x80' && text[at - 2] == '\xE2';
}

SourceIndex::Count count(std::string_view text, std::size_t begin, std::size_t end, SourceIndex::Count from) noexcept {
  for (std::size_t i = begin; i < end; ++i) {
    from.code_points += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    from.breaks += ends_line(text, i);
  }
  return from;
}

}  // namespace

SourceIndex::SourceIndex(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / kStep + 1);
  Count here;
  for (std::size_t i = 0;; i += kStep) {
    checkpoints_.push_back(here);
    if (i + kStep > text.size()) return;
    here = count(text, i, i + kStep, here);
  }
}

SourceIndex::Count SourceIndex::at(std::uint32_t byte) const noexcept {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t checkpoint = end / kStep;
  return count(text_, checkpoint * kStep, end, checkpoints_[checkpoint]);
}

std::uint32_t line_break_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  if (text[at] == '\n') return 1;
  if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

}  // namespace gongwen::text
