#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gongwen/export.hpp>
#include <gongwen/text.hpp>

namespace gongwen {

enum class DeadlineKind { date, ongoing, recurring, relative, conditional, immediate, unknown };
enum class DeadlineSource { column, annotation, task, none };   ///< none: an expression by itself (deadline.hpp)

/// A calendar day. year 0: none.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0, day = 0;

  [[nodiscard]] bool empty() const noexcept { return year == 0; }
  /// ISO 8601, "2024-06-30"; "" if empty.
  [[nodiscard]] GONGWEN_API std::string iso() const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// By when a task is to be done (时限).
struct Deadline {
  struct Milestone {
    Date date;
    std::string text;
  };
  std::string text;                        ///< the whole expression, normalized
  DeadlineKind kind = DeadlineKind::unknown;
  Date date;                               ///< the last day on which the task is in time
  Date start;                              ///< of a period that names its start
  bool ongoing = false;                    ///< it also goes on (持续推进)
  std::string recurrence;                  ///< ISO 8601 duration, "P1M"; "" if none
  std::vector<Milestone> milestones;
  DeadlineSource source = DeadlineSource::column;
  Span span;
};

/// A row of a task table; a bracket or a labelled line that assigns the text before it; a sentence that gives a unit a duty
/// (only with ParseOptions::prose).
enum class TaskOrigin { table, annotation, prose };

/// One assignment: what is to be done, by whom, by when.
struct Task {
  std::string id;                          ///< "t1", in reading order
  TaskOrigin origin = TaskOrigin::table;
  std::optional<Value> number;             ///< the 序号 cell
  std::vector<Value> path;                 ///< from the outside in
  std::string section;                     ///< Section::id, "" if none
  Value task;
  std::vector<Value> lead_units;           ///< 牵头单位
  std::vector<Value> responsible_units;    ///< 责任单位
  std::vector<Value> supporting_units;     ///< 配合单位
  std::optional<Deadline> deadline;
  std::vector<std::pair<std::string, Value>> extra;   ///< every other column or label, by its header
};

enum class TableRole { tasks, other };

/// What gongwen made of one table of the notice.
struct TableSummary {
  struct Column {
    std::string header;
    std::string field;                     ///< "task", "lead_units", …; "" for `extra`
  };
  std::string id;                          ///< "table1"
  TableRole role = TableRole::other;
  Value caption;                           ///< the full row above the header
  std::vector<Column> columns;
  std::uint32_t rows = 0;                  ///< records in it; of another table, its rows
  Span span;
};

}  // namespace gongwen
