// What `convert` and `merge` understand on the command line.
#include "cli/batch/arguments.hpp"

#include <charconv>
#include <map>

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace gongwen::cli {
namespace {

// 64K, 256M, 4G: in steps of 1,024.
void size(CLI::App& app, const char* name, std::uint64_t& value) { app.add_option(name, value)->transform(CLI::AsSizeValue(false)); }

bool read_number(std::string_view text, std::uint64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

std::string read_shard(const std::string& text, Shard& shard) {
  const std::size_t slash = text.find('/');
  const bool ok = slash != text.npos && read_number(std::string_view(text).substr(0, slash), shard.index) &&
                  read_number(std::string_view(text).substr(slash + 1), shard.count) && shard.index >= 1 && shard.index <= shard.count &&
                  shard.count <= 1'000'000;
  return ok ? "" : "--shard: " + text + " is not I/N with I from 1 to N";
}

void add_target(CLI::App& app, BatchOptions& batch) {
  add_choice<Target>(app, "--format", batch.target,
                 {{"folder", Target::folder},
                  {"jsonl", Target::jsonl},
                  {"json", Target::json},
                  {"csv", Target::csv},
                  {"xlsx", Target::xlsx},
                  {"sqlite", Target::sqlite},
                  {"md", Target::markdown}});
  app.add_flag("--no-bom", batch.no_bom);
  app.add_flag("--no-guard", batch.no_guard);
  app.add_flag("--force", batch.force);
  app.add_flag("--quiet,-q", batch.quiet);
}

void add_limits(CLI::App& app, BatchOptions& batch) {
  size(app, "--max-bytes", batch.limits.file_bytes);
  app.add_option("--max-cells", batch.limits.cells);
  app.add_option("--max-seconds", batch.seconds);
  size(app, "--max-expanded", batch.archives.expanded_bytes);
  app.add_option("--max-ratio", batch.archives.ratio)->check(CLI::PositiveNumber);
  app.add_option("--max-entries", batch.archives.entries);
  app.add_option("--max-depth", batch.archives.depth);
}

}  // namespace

void add_convert_options(CLI::App& app, Arguments& arguments) {
  BatchOptions& batch = arguments.batch;
  app.add_option("SOURCE", arguments.files)->expected(0, -1);
  app.add_option("--files-from", batch.files_from);
  add_many(app, "--include", batch.include);
  add_many(app, "--exclude", batch.exclude);
  app.add_flag("--records", batch.records);
  app.add_option("-j,--jobs", batch.jobs)->check(CLI::Range(1, 1024));
  app.add_flag("--resume", batch.resume);
  app.add_flag("--fail-fast", batch.fail_fast);
  app.add_option_function<std::string>("--shard", [&batch](const std::string& text) {
    if (const std::string fault = read_shard(text, batch.shard); !fault.empty()) throw CLI::ValidationError(fault);
  });
  app.add_option("--report", batch.report);
  add_choice<ProgressMode>(app, "--progress", batch.progress,
                       {{"bar", ProgressMode::bar}, {"plain", ProgressMode::plain}, {"none", ProgressMode::none}});
  add_target(app, batch);
  add_limits(app, batch);
}

void add_merge_options(CLI::App& app, Arguments& arguments) {
  app.add_option("PART", arguments.files)->required()->expected(1, -1);
  add_target(app, arguments.batch);
}

}  // namespace gongwen::cli
