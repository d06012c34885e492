#pragma once
// What `--fix` makes of a text file.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <gongwen/check.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/text.hpp>

namespace gongwen::cli {

/// Bytes of a text, and what takes their place.
struct Edit {
  Range bytes;
  std::string with;
};

struct Fix {
  std::vector<Edit> edits;             ///< of the notice's text, in order, none over another
  std::string text;                    ///< with them done
  std::string bytes;                   ///< the same in the file's encoding, with its byte order mark
  std::uint64_t left_out = 0;          ///< edits that would have changed a record, or that another one stood in the way of
  bool unwritable = false;             ///< the file's bytes cannot be made of its text again: nothing is done
};

/// The mechanical findings of `notice`, which `bytes` hold, mended: all of those that leave every record as it is.
[[nodiscard]] Fix fix(const Notice& notice, std::span<const std::byte> bytes, const ParseOptions& parsing);

}  // namespace gongwen::cli
