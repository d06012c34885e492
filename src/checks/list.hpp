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

// Matter: what GB/T 9704-2012 asks of a notice's number, title, addressees, signature, attachments.
extern const Check document_number_form;
extern const Check document_number;
extern const Check closing_date;
extern const Check addressees;
extern const Check title;
extern const Check signature;
extern const Check attachments;

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
