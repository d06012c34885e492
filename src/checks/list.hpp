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

// Structure.
extern const Check heading_labels;
extern const Check heading_levels;
extern const Check empty_sections;
extern const Check cross_references;

// Text.
extern const Check stray_characters;
extern const Check halfwidth;
extern const Check brackets;
extern const Check ranges;

}  // namespace gongwen::checks
