#pragma once
// The commands. Each turns one input into text in the output; `run` goes through the inputs.
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>
#include <gongwen/units.hpp>

#include "cli/args.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"

namespace gongwen::cli {

/// What every command works with.
struct Session {
  const Arguments& arguments;
  Output& output;
  const Reporter& reporter;
  ParseOptions options;
  UnitCounts units{};     ///< of `units`
  std::size_t done = 0;   ///< inputs that succeeded so far
  Exit exit = kDone;      ///< what a command asks for beside that
};

using Bytes = std::span<const std::byte>;
using Failure = std::optional<Error>;

/// One input; on an Error nothing of it was written.
Failure parse_command(Session& session, const std::string& path, Bytes bytes);
Failure tasks_command(Session& session, const std::string& path, Bytes bytes);
Failure outline_command(Session& session, const std::string& path, Bytes bytes);
Failure text_command(Session& session, const std::string& path, Bytes bytes);
Failure explain_command(Session& session, const std::string& path, Bytes bytes);
Failure units_command(Session& session, const std::string& path, Bytes bytes);   ///< only counts
/// What has been counted.
void write_units(Session& session);
/// What is wrong with a file of aliases.
Failure check_aliases(const Grammar::File& file);
/// Takes no input.
void schema_command(Session& session);

/// Takes expressions, not files.
Exit deadline_command(Session& session);
/// Takes folders of grammar files, or the id of an entry.
Exit grammar_command(Session& session);
/// Whole archives, into one output.
Exit convert_command(const Arguments& arguments, const Reporter& reporter);
/// Outputs of convert, put together.
Exit merge_command(const Arguments& arguments, const Reporter& reporter);

/// Does what the command line says.
Exit run(const Arguments& arguments);

}  // namespace gongwen::cli
