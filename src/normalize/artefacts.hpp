#pragma once
// What converters and page scripts leave in a text that is no part of it.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongwen {

enum class ArtefactKind : std::uint8_t {
  none,
  nothing,   ///< leaves no trace
  space,     ///< stands for white space
  text,      ///< stands for a character
};

struct Artefact {
  ArtefactKind kind = ArtefactKind::none;
  std::size_t size = 0;        ///< bytes
  std::string_view text;       ///< of ArtefactKind::text; static storage
};

/// The artefact that `line` holds at `at`, if it holds one: [bookmark: …], [image: …], a footnote mark [1] behind a word,
/// {HYPERLINK …}, &nbsp; and its like, HTML tags, a backslash before a mark, @@, an object's placeholder, a character of a
/// symbol font, a pinyin gloss （kāi） behind its character. `toned`: the line has glosses with tones, so that one without
/// (（de）) is a gloss too.
[[nodiscard]] Artefact artefact_at(std::string_view line, std::size_t at, bool toned);

/// Whether a code point may begin an artefact.
[[nodiscard]] bool may_begin_artefact(char32_t c) noexcept;

/// Whether a pinyin gloss with a tone stands in `line`.
[[nodiscard]] bool has_toned_gloss(std::string_view line);

}  // namespace gongwen
