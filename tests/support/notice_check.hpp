#pragma once
// What holds for every notice, whatever the bytes it was read from, as one question: for fuzzers and for spoiled files.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <gongwen/gongwen.hpp>

#include "support/values.hpp"

namespace gongwen::test {

/// Why the sections of a part are no tree in preorder; "" if they are one.
inline std::string broken_tree(const Part& part) {
  std::vector<std::uint32_t> ends;   // of the open subtrees
  for (std::uint32_t i = 0; i < part.sections.size(); ++i) {
    const Section& section = part.sections[i];
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    const std::size_t limit = ends.empty() ? part.sections.size() : ends.back();
    if (section.end <= i || section.end > limit) return section.id + ": its subtree ends outside of its parent's";
    ends.push_back(section.end);
    if (section.level != ends.size()) return section.id + ": its level is not its depth";
  }
  return "";
}

/// Parses, and names the first thing that does not hold; "" if all does.
inline std::string broken_promise(std::span<const std::byte> bytes, const ParseOptions& options = {}) {
  const auto notice = parse(bytes, options);
  if (!notice) return message(notice.error(), Language::zh).empty() ? "an error without a sentence" : "";
  if (covered(notice->coverage) != count_ink(notice->text)) return "the characters counted are not those of the text";
  if (const auto untrue = untrue_spans(*notice); !untrue.empty()) return untrue.front();
  for (const Part& part : notice->parts)
    if (std::string broken = broken_tree(part); !broken.empty()) return broken;
  for (const Task& task : notice->tasks)
    if (task.task.text.empty()) return task.id + ": an empty task";
  for (const Diagnostic& diagnostic : notice->diagnostics) {
    const Range range = diagnostic.span.bytes;
    if (range.begin > range.end || range.end > notice->text.size()) return std::string(diagnostic.rule) + ": its span is outside of the text";
  }
  return to_json(*notice).back() == '}' ? "" : "the JSON is cut short";
}

}  // namespace gongwen::test
