#pragma once
// Which section of the body says the same as a row of a table.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongwen/outline.hpp>

namespace gongwen {

/// The clauses of all sections by what they say. Linear in the text to make, in the task to ask.
class BodyIndex {
 public:
  explicit BodyIndex(const std::vector<Part>& parts);
  /// The id of the section whose title or paragraph is the task, else of the one that holds at least half of the task's clauses, the most of all; "" if none does.
  [[nodiscard]] std::string find(std::string_view task) const;

 private:
  void add(std::string_view text, const std::string& id);
  std::vector<const std::string*> ids_;
  std::unordered_map<std::string_view, std::uint32_t> clauses_;   // first section that says it
  std::unordered_map<std::string_view, std::uint32_t> wholes_;    // titles and paragraphs
};

}  // namespace gongwen
