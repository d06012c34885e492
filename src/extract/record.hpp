#pragma once
// What annotations and tables share in making a record.
#include <optional>
#include <string_view>

#include "extract/extract.hpp"
#include "extract/units.hpp"

namespace gongwen {

/// A value from bytes of a passage's text.
[[nodiscard]] Value value_of(const Passage& passage, Range in_text, std::string text, std::optional<CellPlace> cell = {});

/// Adds what was read of units to the task, each beside its place.
void add_units(Task& task, const UnitReading& reading, const Passage& passage, std::optional<CellPlace> cell = {});

/// Sets the deadline that `text`, a part of `passage` beginning at `begin`, expresses.
void set_deadline(Task& task, const Passage& passage, Range in_text, DeadlineSource source, const ExtractContext& context,
                  std::vector<Diagnostic>& diagnostics, std::optional<CellPlace> cell = {});

/// The deadline that a task's own words state, where no other is given.
void find_own_deadline(Task& task, const Passage& passage, const ExtractContext& context, std::optional<CellPlace> cell = {});

}  // namespace gongwen
