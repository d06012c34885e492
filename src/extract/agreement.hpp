#pragma once
// Whether the annotations of the body and the rows of the tables say the same of the same tasks.
#include <vector>

#include <gongwen/diagnostic.hpp>
#include <gongwen/task.hpp>

namespace gongwen {

/// A diagnostic for each task whose lead or deadline differs between the two, and for each that stands in only one of them.
/// Silent unless they evidently state the same set: most tasks of each are found in the other. Linear in the tasks' text.
void compare_body_and_tables(const std::vector<Task>& tasks, std::vector<Diagnostic>& diagnostics);

}  // namespace gongwen
