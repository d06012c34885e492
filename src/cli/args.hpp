#pragma once
// The command line, understood.
#include <string>
#include <variant>
#include <vector>

#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

#include "cli/batch/options.hpp"
#include "cli/check/options.hpp"

namespace gongwen::cli {

/// Exit codes, part of the public contract.
enum Exit : int {
  kDone = 0,          ///< everything asked was done
  kSomeFailed = 1,    ///< of several inputs at least one failed; the others were done
  kBadUsage = 2,      ///< the command line was wrong
  kNothingDone = 3,   ///< nothing could be read or written
};

enum class Command { parse, check, rules, tasks, outline, units, explain, deadline, text, schema, grammar, convert, merge };
enum class GrammarAction { test, list, show };
enum class Format { automatic, json, table, csv, jsonl, text };
enum class Origins { all, table, annotation, prose };

struct Arguments {
  Command command = Command::parse;
  std::vector<std::string> files;      ///< "-": standard input; of `deadline` the expressions
  Language language = Language::en;
  Format format = Format::automatic;
  Origins origins = Origins::all;
  Punctuation punctuation = Punctuation::chinese;
  Revisions revisions = Revisions::accept;
  std::vector<std::string> grammars;   ///< folders with *.toml, or files
  GrammarAction grammar_action = GrammarAction::test;
  std::string aliases;                 ///< of `units`: a file
  std::string task;                    ///< of `explain`: the id of a record
  std::string entry_kind;              ///< of `grammar list`
  std::string entry_id;                ///< of `grammar show`
  std::string issued_on;               ///< as it was typed
  std::string output;                  ///< "": standard output
  int indent = -1;                     ///< -1: by whether a person reads it
  bool stats = false;
  bool prose = false;                  ///< records of sentences, too
  bool bom = false;
  BatchOptions batch;                  ///< of convert and merge; of check what it has in common with them
  CheckArguments check;                ///< of check and rules

  /// Whether programs, not people, read the errors.
  [[nodiscard]] bool json_errors() const noexcept {
    if (command == Command::check) return check.format == ReportKind::json || check.format == ReportKind::jsonl;
    return format == Format::json || format == Format::jsonl;
  }
};

/// What to print instead of running a command: the help, the version, or what is wrong with the command line.
struct Reply {
  Exit exit = kDone;
  std::string text;                    ///< for standard output, or if the command line is wrong for standard error
};

/// Never throws, whatever the command line.
std::variant<Arguments, Reply> read_arguments(int argc, const char* const* argv);

}  // namespace gongwen::cli
