#pragma once
#include <string>
#include <string_view>

#include <gongwen/export.hpp>
#include <gongwen/notice.hpp>

namespace gongwen {

/// How a notice is written as JSON.
struct JsonOptions {
  int indent = 0;                          ///< spaces a level; 0: one line
  Language language = Language::en;        ///< of the diagnostics' messages
};

/// The notice as one JSON object, exactly as the output contract says. Code points and lines are counted here.
[[nodiscard]] GONGWEN_API std::string to_json(const Notice& notice, const JsonOptions& options = {});

/// The records as JSON Lines: each as in `to_json`, with "source", the notice's path, before its other keys.
[[nodiscard]] GONGWEN_API std::string tasks_to_json_lines(const Notice& notice);

/// The same with the notice's "metadata", as in `to_json`, after "source".
[[nodiscard]] GONGWEN_API std::string records_to_json_lines(const Notice& notice);

/// The records as CSV (RFC 4180), one a row, with a header row if asked for. Units are joined by 、, a path by " / ".
[[nodiscard]] GONGWEN_API std::string tasks_to_csv(const Notice& notice, bool header);

/// The JSON Schema (draft 2020-12) that every output of `to_json` validates against.
[[nodiscard]] GONGWEN_API std::string_view json_schema() noexcept;

}  // namespace gongwen
