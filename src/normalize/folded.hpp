#pragma once
// Normalized text with a way back. The source text is folded once, as a whole: white space, width, punctuation and
// artefacts as the output contract says ("Normalized text"). Every later stage reads folded text and reports places in
// the source.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/parse.hpp>
#include <gongwen/text.hpp>

namespace gongwen {

class Folded {
 public:
  Folded(std::string_view source, Punctuation punctuation);

  /// The folded text of the whole source; lines are kept, separated by '\n'.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The folded text of a source range, without white space at its ends. Valid as long as this object.
  [[nodiscard]] std::string_view view(Range source) const { return view_folded(to_folded(source)); }
  [[nodiscard]] std::string_view view_folded(Range folded) const { return std::string_view(text_).substr(folded.begin, folded.size()); }
  /// Source range to folded range, trimmed of white space.
  [[nodiscard]] Range to_folded(Range source) const;
  /// Folded range to the source range that it came from.
  [[nodiscard]] Range to_source(Range folded) const;

 private:
  struct Anchor {
    std::uint32_t folded, source;   ///< from here on both advance byte by byte, up to the next anchor
  };
  std::string text_;
  std::vector<Anchor> anchors_;
};

/// Folded text put together from one or more places, such as the lines of a cell, with a way back to each.
class Passage {
 public:
  Passage() = default;
  /// `glue` stands between the pieces: "\n" where a line break counts (unit lists), else "" for the contract's rule (one
  /// space between two Latin letters or digits, nothing beside a Chinese character).
  Passage(const Folded& folded, std::span<const Range> source, std::string_view glue = {});
  Passage(const Folded& folded, Range source) : Passage(folded, std::span<const Range>(&source, 1)) {}

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// The source range of a range of bytes of `text()`.
  [[nodiscard]] Range source(Range in_text) const;
  [[nodiscard]] Range source() const { return source({0, static_cast<std::uint32_t>(text_.size())}); }

 private:
  struct Piece {
    std::uint32_t begin;      ///< in text_
    Range folded;
  };
  const Folded* folded_ = nullptr;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace gongwen
