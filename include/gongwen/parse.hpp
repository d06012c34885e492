#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <gongwen/export.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/result.hpp>

namespace gongwen {

/// Which way punctuation is normalized: to Chinese full width in Chinese context (the default), to ASCII, or not at all.
enum class Punctuation { chinese, ascii, keep };

/// How a document with open revisions (修订) is read: as if all of them were accepted, or as if all were rejected.
enum class Revisions { accept, reject };

/// What a reader refuses beyond. Each overstepping is E_TOO_LARGE.
struct Limits {
  std::uint64_t file_bytes = 256ull << 20;       ///< bytes of the input
  std::uint64_t part_bytes = 512ull << 20;       ///< bytes of one inflated part of a container
  std::uint32_t entries = 10000;                 ///< entries of a container
  std::uint32_t depth = 256;                     ///< nesting of elements and tables
  std::uint32_t cells = 4'000'000;               ///< grid positions of one table
};

struct ParseOptions {
  Grammar grammar = Grammar::builtin();
  Punctuation punctuation = Punctuation::chinese;
  bool prose = false;                            ///< records of sentences that give a unit a duty, too: 县水利局要检修闸门
  Limits limits;
  Revisions revisions = Revisions::accept;
  std::string path;                              ///< for Source::path only; nothing is opened
};

/// One notice from the bytes of a .txt or .docx, whatever its name: the format is found by content. Any bytes give a
/// Notice or a named error; nothing is printed, opened or kept. May be called from many threads at once.
[[nodiscard]] GONGWEN_API Result<Notice> parse(std::span<const std::byte> bytes, const ParseOptions& options = {});

}  // namespace gongwen
