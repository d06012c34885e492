// A text becomes checkpoints, each with the code points and the line breaks before it. Between checkpoints eight bytes are
// counted at a time, unless the text has other line breaks than LF.
#include "text/source_index.hpp"

#include <algorithm>
#include <cstring>

namespace gongwen::text {
namespace {

constexpr std::size_t kStep = 64;
constexpr std::uint64_t kLow = 0x0101'0101'0101'0101, kHigh = kLow << 7;

// Whether a line break ends with this byte. A CR before an LF does not end one: the LF does.
bool ends_line(std::string_view text, std::size_t at) noexcept {
  const char byte = text[at];
  if (byte == '\n') return true;
  if (byte == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  return (byte == '\xA8' || byte == '\xA9') && at >= 2 && text[at - 1] == '\x80' && text[at - 2] == '\xE2';
}

SourceIndex::Count count_each(std::string_view text, std::size_t begin, std::size_t end, SourceIndex::Count from) noexcept {
  for (std::size_t i = begin; i < end; ++i) {
    from.code_points += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    from.breaks += ends_line(text, i);
  }
  return from;
}

// How many bytes have their high bit set, where no other bit is.
constexpr std::uint32_t high_bits(std::uint64_t bits) noexcept { return static_cast<std::uint32_t>(((bits >> 7) * kLow) >> 56); }

// Continuation bytes have their high bit set and the next one not; an LF is where the difference to it is zero.
void count_word(std::uint64_t bytes, SourceIndex::Count& count) noexcept {
  const std::uint64_t continued = bytes & ~(bytes << 1) & kHigh;
  const std::uint64_t other = bytes ^ (kLow * '\n');
  const std::uint64_t line_feeds = ~(((other & ~kHigh) + ~kHigh) | other | ~kHigh);
  count.code_points += 8 - high_bits(continued);
  count.breaks += high_bits(line_feeds);
}

SourceIndex::Count count_words(std::string_view text, std::size_t begin, std::size_t end, SourceIndex::Count from) noexcept {
  std::uint64_t bytes;
  for (; begin + sizeof bytes <= end; begin += sizeof bytes) {
    std::memcpy(&bytes, text.data() + begin, sizeof bytes);
    count_word(bytes, from);
  }
  if (begin == end) return from;
  bytes = kHigh;   // what is beyond the end counts as continuation
  std::memcpy(&bytes, text.data() + begin, end - begin);
  count_word(bytes, from);
  return from;
}

}  // namespace

SourceIndex::Count SourceIndex::count(std::size_t begin, std::size_t end, Count from) const noexcept {
  return line_feeds_only_ ? count_words(text_, begin, end, from) : count_each(text_, begin, end, from);
}

SourceIndex::SourceIndex(std::string_view text) : text_(text) {
  line_feeds_only_ = text.find('\r') == text.npos && text.find("\xE2\x80\xA8") == text.npos && text.find("\xE2\x80\xA9") == text.npos;
  checkpoints_.reserve(text.size() / kStep + 1);
  Count here;
  for (std::size_t i = 0;; i += kStep) {
    checkpoints_.push_back(here);
    if (i + kStep > text.size()) return;
    here = count(i, i + kStep, here);
  }
}

SourceIndex::Count SourceIndex::at(std::uint32_t byte) const noexcept {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t checkpoint = end / kStep;
  return count(checkpoint * kStep, end, checkpoints_[checkpoint]);
}

std::uint32_t line_break_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  if (text[at] == '\n') return 1;
  if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

}  // namespace gongwen::text
