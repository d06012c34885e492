#pragma once
#include "cli/args.hpp"

namespace CLI {
class App;
}

namespace gongwen::cli {

/// The options of `check` and `rules`, added to their subcommands.
void add_check_options(CLI::App& app, Arguments& arguments);
void add_rules_options(CLI::App& app, Arguments& arguments);

}  // namespace gongwen::cli
