#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <gongwen/export.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

namespace gongwen {

/// The units of notices under their full names, counted by role. Names are resolved in two steps: a level that a list
/// leaves out is carried on from the name before (市教育局、财政局: the latter is 市财政局), then the `[[alias]]` entries of
/// the grammar, whose ids are full names, take what is written, or what was carried, for one of theirs. The records stay as
/// they are. Not thread-safe; one object for each thread.
class UnitCounts {
 public:
  struct Unit {
    std::string name;                            ///< the full name
    std::size_t lead = 0, responsible = 0, supporting = 0;   ///< in how many records it has the role
    std::size_t notices = 0;                     ///< in how many notices it stands
    std::vector<std::pair<std::string, std::size_t>> written;   ///< the forms counted here, the most frequent first

    [[nodiscard]] std::size_t total() const noexcept { return lead + responsible + supporting; }
  };

  explicit UnitCounts(Grammar grammar = Grammar::builtin()) : grammar_(std::move(grammar)) {}

  /// Counts the units of one more notice (with Chinese punctuation, as `parse` gives it by default).
  GONGWEN_API void add(const Notice& notice);
  [[nodiscard]] std::size_t notices() const noexcept { return notices_; }

  /// By total, the greatest first, then by name, in the order of code points.
  [[nodiscard]] GONGWEN_API std::vector<Unit> sorted() const;

 private:
  struct Entry {
    Unit unit;                                   // without `written`
    std::map<std::string, std::size_t> written;
    std::size_t last_notice = 0;
  };
  void add_list(const Notice& notice, const std::vector<Value>& list, std::size_t Unit::*role);

  Grammar grammar_;
  std::map<std::string, Entry> entries_;
  std::size_t notices_ = 0;
};

}  // namespace gongwen
