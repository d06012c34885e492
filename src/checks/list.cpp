// The checks, and their rules by name.
#include <algorithm>
#include <array>
#include <vector>

#include "checks/check.hpp"
#include "checks/list.hpp"

namespace gongwen {
namespace checks {
namespace {

constexpr std::array kChecks{
    &headings_read,
    &tables_read,
    &records_read,
    &deadlines_read,
    &word_files,
    &text_files,

    &document_number_form,
    &document_number,
    &closing_date,
    &addressees,
    &title,
    &signature,
    &attachments,

    &heading_labels,
    &heading_levels,
    &empty_sections,
    &cross_references,

    &stray_characters,
    &halfwidth,
    &brackets,
    &ranges,

    &tables_announced,
    &table_rows,
    &table_serials,
    &table_repeats,
    &table_columns,
    &unit_lists,
    &unit_names,
    &deadline_years,
};

std::vector<const Rule*> by_name() {
  std::vector<const Rule*> all;
  for (const Check* check : kChecks)
    for (const Rule& rule : check->rules) all.push_back(&rule);
  std::sort(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->name < b->name; });
  return all;
}

}  // namespace

std::span<const Check* const> all() noexcept { return kChecks; }

Findings run(const Inspection& inspection) {
  Findings findings;
  for (const Check* check : kChecks)
    if (check->run != nullptr) check->run(inspection, findings);
  return findings;
}

}  // namespace checks

std::span<const Rule* const> rules() noexcept {
  static const std::vector<const Rule*> all = checks::by_name();
  return all;
}

const Rule* find_rule(std::string_view name) noexcept {
  const auto all = rules();
  const auto found = std::lower_bound(all.begin(), all.end(), name, [](const Rule* rule, std::string_view wanted) { return rule->name < wanted; });
  return found != all.end() && (*found)->name == name ? *found : nullptr;
}

}  // namespace gongwen
