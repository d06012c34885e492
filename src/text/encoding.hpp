#pragma once
// Which encoding a text file is in, and its text in UTF-8.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/result.hpp>
#include <gongwen/text.hpp>

namespace gongwen::text {

struct Decoded {
  std::string text;                  ///< valid UTF-8, without a byte order mark
  std::string_view encoding;         ///< "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "Big5"
  bool guessed = false;              ///< neither a mark nor strict validity told the encoding: frequency did
  std::vector<Range> replacements;   ///< runs of U+FFFD in `text` that stand for bytes which mean nothing in the encoding
};

/// The rules, in their order: a byte order mark; the zeros that UTF-16 has; strictly valid UTF-8; UTF-8 but for a few
/// bytes; GB18030 or Big5, whichever alone is strictly valid, else the one whose common characters are used; ICU's
/// detector. Binary data is E_NOT_TEXT, text in anything else is E_UNKNOWN_ENCODING.
[[nodiscard]] Result<Decoded> decode_text(std::span<const std::byte> bytes);

}  // namespace gongwen::text
