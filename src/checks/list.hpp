#pragma once
// The checks by name. To add one: its file, a line here, a line in list.cpp, its cases in tests/spec.
#include "checks/check.hpp"

namespace gongwen::checks {

// What earlier stages report.
extern const Check headings_read;
extern const Check tables_read;
extern const Check records_read;
extern const Check deadlines_read;
extern const Check word_files;
extern const Check text_files;

// Tables, units, deadlines.
extern const Check tables_announced;
extern const Check table_rows;
extern const Check table_serials;
extern const Check table_repeats;
extern const Check table_columns;
extern const Check unit_lists;
extern const Check unit_names;
extern const Check deadline_years;

}  // namespace gongwen::checks
