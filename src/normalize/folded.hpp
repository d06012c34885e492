#pragma once
// Normalized text with a way back. The source text is folded once, as a whole: white space, width, punctuation and
// artefacts as the output contract says ("Normalized text"). Every later stage reads folded text and reports places in
// the source.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/text.hpp>

namespace gongwen {

class Folded {
 public:
  /// `joins`, ascending, are the breaks of lines that go on in the next: each is white space with a line break in it, and
  /// what a page put there. They fold away as a space does.
  explicit Folded(std::string_view source, std::span<const Range> joins = {});

  /// The folded text of the whole source; lines are kept, separated by '\n'. Traditional characters stand in it as simplified
  /// ones, so that every later stage knows one script: `written` has them as they are, in the same places.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The text that was folded.
  [[nodiscard]] std::string_view source() const noexcept { return source_; }
  /// The folded text of a source range, without white space at its ends. Valid as long as this object.
  [[nodiscard]] std::string_view view(Range source) const { return view_folded(to_folded(source)); }
  [[nodiscard]] std::string_view view_folded(Range folded) const {
    return std::string_view(text_).substr(folded.begin, folded.size());
  }
  /// The folded text of a folded range with the characters that the source has. Empty ranges aside, as long as `view_folded`.
  [[nodiscard]] std::string_view written(Range folded) const {
    return std::string_view(written_.empty() ? text_ : written_).substr(folded.begin, folded.size());
  }
  /// Whether the source has traditional characters, or others that are read as those beside them in `text`.
  [[nodiscard]] bool is_traditional() const noexcept { return !written_.empty(); }
  /// Source range to folded range, trimmed of white space.
  [[nodiscard]] Range to_folded(Range source) const;
  /// Folded range to the source range that it came from. An empty range stays empty.
  [[nodiscard]] Range to_source(Range folded) const;
  /// Calls `use` with the folded offset of each place within `folded` where white space beside a Chinese character was taken
  /// away, so that names set apart by spaces can be told apart.
  template <class Use>
  void each_gap(Range folded, Use use) const {
    if (folded.empty()) return;
    for (std::size_t i = stretch_at(folded.begin); stretches_[i].folded < folded.end; ++i)
      if (stretches_[i].folded > folded.begin && has_space(stretches_[i - 1].source + stretches_[i - 1].source_size, stretches_[i].source))
        use(stretches_[i].folded);
  }

 private:
  friend class Folder;
  /// A stretch of folded text and the source that it came from. Equal lengths: byte by byte; else as a whole.
  struct Stretch {
    std::uint32_t folded, source, source_size;
  };
  [[nodiscard]] std::size_t stretch_at(std::uint32_t folded) const;
  [[nodiscard]] bool has_space(std::uint32_t begin, std::uint32_t end) const;

  std::string_view source_;
  std::string text_;
  std::string written_;              // with traditional characters; empty if there are none
  std::vector<Stretch> stretches_;   // closed by one of size 0 at the end
};

/// Folded text put together from one or more places, such as the lines of a cell, with a way back to each.
class Passage {
 public:
  enum class Glue {
    flow,    ///< one text: a space between two Latin letters or digits, nothing beside a Chinese character
    lines,   ///< "\n" between the pieces, and a space where one was folded away: for unit lists
  };
  Passage() = default;
  Passage(const Folded& folded, std::span<const Range> source, Glue glue = Glue::flow);
  Passage(const Folded& folded, Range source, Glue glue = Glue::flow)
      : Passage(folded, std::span<const Range>(&source, 1), glue) {}

  /// Valid as long as this object and what was folded.
  [[nodiscard]] std::string_view text() const noexcept { return joined_.empty() ? single_ : std::string_view(joined_); }
  [[nodiscard]] bool empty() const noexcept { return text().empty(); }
  /// The source range of a range of bytes of `text()`.
  [[nodiscard]] Range source(Range in_text) const;
  [[nodiscard]] Range source() const { return source({0, static_cast<std::uint32_t>(text().size())}); }

 private:
  /// Where a stretch of the text begins, and where it stands in the folded text; kNone for glue.
  struct Piece {
    std::uint32_t in_text, folded;
  };
  void add_lines(Range folded);
  void add_spaced(Range folded);
  void flow_on(Range line);
  void add(Range folded);
  void add_glue(char glue, std::uint32_t folded);
  [[nodiscard]] std::uint32_t folded_at(std::uint32_t in_text) const noexcept;

  const Folded* folded_ = nullptr;
  std::string_view single_;     // the text where it is all one piece
  std::string joined_;          // the text of several
  Piece first_{0, 0};
  std::vector<Piece> more_;     // those behind the first
};

}  // namespace gongwen
