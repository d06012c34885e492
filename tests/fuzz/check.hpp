#pragma once
// What holds for every notice, whatever the bytes. Ends the program where it does not.
#include <cstddef>
#include <cstdlib>
#include <span>

#include <gongwen/gongwen.hpp>

namespace gongwen::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check(std::span<const std::byte> bytes) {
  ParseOptions options;
  options.limits.part_bytes = 16 << 20;
  options.limits.cells = 200'000;
  const auto notice = parse(bytes, options);
  if (!notice) return require(!code_name(notice.error().code).empty());
  const auto inside = [&](const Span& span) { return span.bytes.begin <= span.bytes.end && span.bytes.end <= notice->text.size(); };
  for (const Task& task : notice->tasks) require(!task.task.text.empty() && inside(task.task.span));
  for (const Diagnostic& diagnostic : notice->diagnostics) require(inside(diagnostic.span) && !message(diagnostic, Language::zh).empty());
  require(to_json(*notice).size() > 2);
}

}  // namespace gongwen::fuzz
