// A Notice, or its JSON, becomes the bytes that stand for it in DEST.
#include "cli/batch/render.hpp"

#include <array>
#include <utility>

#include <gongwen/writer.hpp>

#include "cli/ledger/csv.hpp"
#include "cli/ledger/entry.hpp"
#include "cli/ledger/markdown.hpp"

namespace gongwen::cli {

Target target_of(Target wanted, std::string_view dest) {
  if (wanted != Target::automatic) return wanted;
  constexpr std::array<std::pair<std::string_view, Target>, 10> kEndings{{{".jsonl", Target::jsonl},
                                                                         {".ndjson", Target::jsonl},
                                                                         {".json", Target::json},
                                                                         {".csv", Target::csv},
                                                                         {".xlsx", Target::xlsx},
                                                                         {".sqlite", Target::sqlite},
                                                                         {".sqlite3", Target::sqlite},
                                                                         {".db", Target::sqlite},
                                                                         {".md", Target::markdown},
                                                                         {".markdown", Target::markdown}}};
  if (dest == "-") return Target::jsonl;
  for (const auto& [ending, target] : kEndings)
    if (dest.ends_with(ending)) return target;
  return Target::folder;
}

std::string render(const Notice& notice, const Rendering& how) {
  const auto json = [&](int indent) { return to_json(notice, {indent, how.language}); };
  switch (how.target) {
    case Target::csv:
    case Target::markdown: return render_json(json(0), how).value_or("");
    case Target::folder: return json(2) + "\n";
    case Target::json: return json(0);
    default: return how.records ? records_to_json_lines(notice) : json(0) + "\n";
  }
}

std::optional<std::string> render_json(std::string_view json, const Rendering& how) {
  const auto entry = read_entry(json);
  if (!entry) return std::nullopt;
  if (how.target == Target::csv) return csv_rows(*entry, how.guard);
  if (how.target == Target::markdown) return markdown(*entry, how.language);
  return std::string(json) + (how.target == Target::json ? "" : "\n");
}

Framing framing(const Rendering& how) {
  if (how.target == Target::csv) return {csv_header(how.bom), "", ""};
  if (how.target == Target::json) return {"[\n", ",\n", "\n]\n"};
  return {};
}

}  // namespace gongwen::cli
