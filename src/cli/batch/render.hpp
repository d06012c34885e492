#pragma once
// A notice as DEST has it.
#include <optional>
#include <string>
#include <string_view>

#include <gongwen/notice.hpp>
#include <gongwen/result.hpp>

#include "cli/batch/options.hpp"
#include "cli/batch/store.hpp"

namespace gongwen::cli {

struct Rendering {
  Target target = Target::jsonl;
  bool records = false, guard = true, bom = true;
  Language language = Language::en;
};

/// By DEST's ending, unless --format said; a folder where it has none that is known.
[[nodiscard]] Target target_of(Target wanted, std::string_view dest);

/// The notice's part of DEST, or of the work file that a container is made of.
[[nodiscard]] std::string render(const Notice& notice, const Rendering& how);
/// The same from the notice's JSON; nothing if it is no notice. Not for records.
[[nodiscard]] std::optional<std::string> render_json(std::string_view json, const Rendering& how);
[[nodiscard]] Framing framing(const Rendering& how);

/// Whether the work file holds notices of which DEST is made at the end.
[[nodiscard]] constexpr bool is_container(Target target) noexcept { return target == Target::xlsx || target == Target::sqlite; }

}  // namespace gongwen::cli
