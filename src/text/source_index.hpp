#pragma once
// Bytes of a text as people count them: in code points and in lines.
#include <cstdint>
#include <string_view>
#include <vector>

namespace gongwen::text {

/// Lines end at CRLF, CR, LF, U+2028 and U+2029; nothing else ends one (neither U+0085, nor a form feed).
/// Built once per text, in linear time; each look-up counts at most 64 bytes from a checkpoint, however long the line.
class SourceIndex {
 public:
  /// `text` must outlive the index.
  explicit SourceIndex(std::string_view text);

  /// Code points before this byte. A byte inside a character counts as the place after it; beyond the end, as the end.
  [[nodiscard]] std::uint32_t code_points(std::uint32_t byte) const noexcept { return at(byte).code_points; }
  /// The line of this byte, from 1.
  [[nodiscard]] std::uint32_t line(std::uint32_t byte) const noexcept { return at(byte).breaks + 1; }

  struct Count {
    std::uint32_t code_points = 0, breaks = 0;   ///< before a byte
  };
  [[nodiscard]] Count at(std::uint32_t byte) const noexcept;

 private:
  /// `from`, which is what stands before `begin`, and what stands between.
  [[nodiscard]] Count count(std::size_t begin, std::size_t end, Count from) const noexcept;

  std::string_view text_;
  bool line_feeds_only_ = false;     ///< no CR, U+2028 or U+2029
  std::vector<Count> checkpoints_;   ///< one every 64 bytes
};

/// The length of the line break that stands at `at`, in bytes; 0 if none does.
[[nodiscard]] std::uint32_t line_break_at(std::string_view text, std::size_t at) noexcept;

}  // namespace gongwen::text
