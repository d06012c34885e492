#pragma once
#include "cli/args.hpp"

namespace CLI {
class App;
}

namespace gongwen::cli {

/// The options of `check`, added to its subcommand.
void add_check_options(CLI::App& app, Arguments& arguments);

}  // namespace gongwen::cli
