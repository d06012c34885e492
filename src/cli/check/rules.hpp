#pragma once
#include "cli/args.hpp"
#include "cli/output.hpp"

namespace gongwen::cli {

/// `gongwen rules`: all of them, or the one that the arguments name, which exists.
void write_rules(const Arguments& arguments, Output& output);

}  // namespace gongwen::cli
