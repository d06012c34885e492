#pragma once
// What is done of a DEST, kept beside it while it is not finished: a line for each input, in source order.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch/files.hpp"
#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// An input that is done, as the journal remembers it.
struct Done {
  std::string digest;                  ///< of its path and content; "": to be done again (it took too long, could not be read)
  std::uint64_t end = 0;               ///< of the work file, after its result
  std::uint64_t size = 0;              ///< of its own file in a DEST folder
  std::uint64_t records = 0, findings = 0;
  std::optional<Trouble> trouble;
  std::string output;                  ///< its name in a DEST folder
  std::uint64_t line_end = 0;          ///< of the journal, after its line
};

/// One line, and back; nothing if it is not a whole one.
[[nodiscard]] std::string journal_line(const Done& done);
[[nodiscard]] std::optional<Done> read_journal_line(std::string_view line);

/// What an input is known by.
[[nodiscard]] std::string input_digest(std::string_view path, std::string_view sha256);

/// What a journal found on the disk says.
struct JournalContent {
  bool ours = false;                   ///< gongwen wrote it
  std::string key;                     ///< version, grammar and options that the work was done with
  std::vector<Done> done;
  std::string finished_state;          ///< of DEST, when it was
  std::uint64_t header_end = 0;        ///< of the journal, after its first line
  std::uint64_t whole_bytes = 0;       ///< up to the end of the last whole line
};

/// Nothing where there is no such file.
[[nodiscard]] std::optional<JournalContent> read_journal(const std::string& path);
[[nodiscard]] std::string journal_header(std::string_view key);
[[nodiscard]] std::string journal_finish(std::string_view state);

}  // namespace gongwen::cli
