#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace gongwen::cli {

/// Where in a DEST folder the notice of each source stands: its own path and name with ".json" after it, so that a.txt and
/// a.docx never meet. No name leads out of the folder. A name that comes twice (twice the same entry in one archive) gets
/// "~2", and so on, in source order.
class OutputNames {
 public:
  [[nodiscard]] std::string next(std::string_view name);
  [[nodiscard]] bool contains(std::string_view output) const { return used_.contains(hash(output)); }

 private:
  static std::uint64_t hash(std::string_view name) noexcept;
  std::unordered_set<std::uint64_t> used_;   // hashes are enough: a chance meeting costs a "~2", no result
};

}  // namespace gongwen::cli
