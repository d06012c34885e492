#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongwen/export.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/parse.hpp>

namespace gongwen {

/// A grammar entry that made a value what it is: the form of it that matched, and the (normalized) text that it matched.
struct EntryUse {
  std::string kind, id;                    ///< "column", "responsible"
  std::string file;                        ///< "grammars/columns.toml", or one that the caller gave
  std::uint32_t line = 0;                  ///< of the entry
  std::string form, matched;
  std::vector<std::pair<std::string, std::string>> attributes;   ///< what the entry says: field, role, kind, period, …
};

/// Why a record has one of its values.
struct Reason {
  std::string field;                       ///< the record's key: "task", "lead_units", "deadline", …; of `extra` "extra"
  std::string key;                         ///< of `extra`: the header or label
  Value value;
  /// "column": a cell under a header; "section_row": a row of a table; "heading": a heading over an annotation; "text":
  /// what an annotation closes; "annotation"; "default": a rule about records without units; "task": the task's own words;
  /// "prose": a sentence that gives a unit a duty.
  std::string_view from;
  std::string header;                      ///< of a cell: that of its column
  Span annotation;                         ///< the annotation that it stands in, or that closes it; empty if none
  std::vector<EntryUse> entries;           ///< empty where no entry had a say, but its place alone
};

struct TaskReasons {
  std::string task;                        ///< Task::id
  std::vector<Reason> reasons;             ///< in the order of the record's keys
};

struct Explanation {
  Notice notice;
  std::vector<TaskReasons> tasks;
};

/// Parses, and says of each record, or only of that with the id `task`, why it has its values. Each value is read once more
/// from its evidence by the function that read it first, which names the entries that it went by; a value that does not
/// come out the same has no entries, nor have the units of a sentence (`ParseOptions::prose`). No task of that id: no reasons.
[[nodiscard]] GONGWEN_API Result<Explanation> explain(std::span<const std::byte> bytes, const ParseOptions& options = {}, std::string_view task = "");

/// JSON Lines: one object for each record explained.
[[nodiscard]] GONGWEN_API std::string to_json_lines(const Explanation& explanation);

}  // namespace gongwen
