#pragma once
// Records as they must be and as they were read, in a form that can be compared and shown.
#include <string>
#include <vector>

#include <gongwen/notice.hpp>

#include "property/random_table.hpp"

namespace gongwen::test {

/// What a record says, each value with its name before it; empty values are left out.
struct Record {
  std::string number;                  // kept apart: lines of labels have none
  std::string rest;                    // path, task, units, deadline, extra
  std::string task;
  friend bool operator==(const Record& a, const Record& b) { return a.number == b.number && a.rest == b.rest; }
};

[[nodiscard]] std::vector<Record> expected_records(const RandomTable& table);
[[nodiscard]] Record record_of(const Task& task);

}  // namespace gongwen::test
