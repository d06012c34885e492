// What `check` and `rules` understand on the command line.
#include "cli/check/arguments.hpp"

#include <map>

#include <CLI/CLI.hpp>

#include "cli/args.hpp"
#include "cli/check/formats/format.hpp"
#include "cli/check/names.hpp"
#include "cli/options.hpp"

namespace gongwen::cli {
namespace {

// Names of rules: a list with commas, and again.
void names(CLI::App& app, const char* name, std::vector<std::string>& values, const Language& language) {
  auto* option = add_many(app, name, values)->delimiter(',');
  option->each([&language](const std::string& value) {
    if (const std::string fault = name_fault({value}, language); !fault.empty()) throw CLI::ValidationError(fault);
  });
}

}  // namespace

void add_check_options(CLI::App& app, Arguments& arguments) {
  CheckArguments& check = arguments.check;
  app.add_option("PATH", arguments.files)->required()->expected(1, -1);
  std::map<std::string, ReportKind> formats;
  for (const ReportFormat* format : report_formats()) formats.emplace(format->name, format->kind);
  add_choice<ReportKind>(app, "--format", check.format, formats);
  add_choice<Severity>(app, "--fail-on", check.fail_on, {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}});
  names(app, "--select", check.select, arguments.language);
  names(app, "--ignore", check.ignore, arguments.language);
  auto* config = app.add_option("--config", check.config);
  app.add_flag("--no-config", check.no_config)->excludes(config);
  auto* baseline = app.add_option("--baseline", check.baseline);
  auto* writing = app.add_option("--write-baseline", check.write_baseline)->excludes(baseline);
  app.add_flag("--fix", check.fix)->excludes(writing);
  app.add_flag("--diff", check.diff)->excludes(writing);
  app.add_flag("--statistics", check.statistics);
  add_many(app, "--include", arguments.batch.include);
  add_many(app, "--exclude", arguments.batch.exclude);
  app.add_option("-j,--jobs", arguments.batch.jobs)->check(CLI::Range(1, 1024));
  app.add_flag("--quiet,-q", arguments.batch.quiet);
}

void add_rules_options(CLI::App& app, Arguments& arguments) {
  app.add_option("RULE", arguments.check.rule)->each([&language = arguments.language](const std::string& value) {
    if (const std::string fault = rule_fault(value, language); !fault.empty()) throw CLI::ValidationError(fault);
  });
}

}  // namespace gongwen::cli
