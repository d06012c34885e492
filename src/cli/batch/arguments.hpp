#pragma once
#include "cli/args.hpp"

namespace CLI {
class App;
}

namespace gongwen::cli {

/// The options of `convert` and `merge`, added to their subcommands.
void add_convert_options(CLI::App& app, Arguments& arguments);
void add_merge_options(CLI::App& app, Arguments& arguments);

}  // namespace gongwen::cli
