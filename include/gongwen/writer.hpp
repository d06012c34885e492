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

/// The JSON Schema (draft 2020-12) that every output of `to_json` validates against.
[[nodiscard]] GONGWEN_API std::string_view json_schema() noexcept;

}  // namespace gongwen
