#pragma once
// What can go wrong with a batch beside what can go wrong with a notice: a stable code and one sentence.
#include <string>
#include <string_view>

#include <gongwen/result.hpp>

namespace gongwen::cli {

struct Trouble {
  std::string code;                    ///< "E_EXISTS"
  std::string message;                 ///< what is wrong; what to do
  friend bool operator==(const Trouble&, const Trouble&) = default;
};

enum class BatchError {
  exists,        ///< E_EXISTS: an output that is there already and not ours
  unfinished,    ///< E_UNFINISHED: work that was broken off is there
  busy,          ///< E_BUSY: another gongwen works on the same DEST
  too_deep,      ///< E_TOO_DEEP: archives or folders inside each other
  timeout,       ///< E_TIMEOUT: one notice took too long
  no_input,      ///< E_NO_INPUT: the sources hold no file at all
  bad_part,      ///< E_BAD_PART: a PART of merge that gongwen did not write, or that is damaged
  write,         ///< E_WRITE: the output cannot be written
};

[[nodiscard]] Trouble trouble(BatchError error, std::string_view detail, Language language);
[[nodiscard]] Trouble trouble(const Error& error, Language language);
/// E_WRITE, with the system's reason.
[[nodiscard]] Trouble write_trouble(int number, Language language);

}  // namespace gongwen::cli
