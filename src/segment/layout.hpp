#pragma once
// How a document is set: what its look says where its words leave it open. A text file has no look.
#include <cstddef>

#include "segment/lines.hpp"

namespace gongwen {

class Layout {
 public:
  explicit Layout(const Lines& lines);

  /// Set as a title is (GB/T 9704-2012, 7.3.1): centred, and larger than the text or in 小标宋, 黑体 or bold where the text
  /// is not.
  [[nodiscard]] bool is_display(const Line& line) const noexcept;
  /// Past the lines from `begin` on that are set as one title: all of one look, without a blank line between; `begin` if
  /// the first is not set as a title.
  [[nodiscard]] std::size_t display_end(const Lines& lines, std::size_t begin) const noexcept;
  /// Set in another typeface, weight or size than the text.
  [[nodiscard]] bool stands_out(const Line& line) const noexcept;
  /// The same number for lines that are set alike: size, typeface, weight, centring.
  [[nodiscard]] static std::uint32_t look(const Line& line) noexcept;

 private:
  struct Look {
    std::uint16_t half_points = 0;
    Typeface typeface = Typeface::unknown;
    bool bold = false;
    friend bool operator==(const Look&, const Look&) = default;
    friend auto operator<=>(const Look&, const Look&) = default;
  };
  static Look look_of(const Paragraph& paragraph) noexcept;
  Look text_;   ///< of most of the text; half_points 0: not known
};

}  // namespace gongwen
