#pragma once
#include <gongwen/grammar.hpp>

#include "cli/args.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"

namespace gongwen::cli {

/// Checks every file that the arguments name, and writes the report.
[[nodiscard]] Exit run_check(const Arguments& arguments, const Grammar& grammar, Output& output, const Reporter& reporter);

}  // namespace gongwen::cli
