// The inputs, one after the other, in their order; one that fails is named, and the others come out all the same.
#include <array>
#include <new>
#include <utility>

#include "cli/check/rules.hpp"
#include "cli/check/run.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

namespace gongwen::cli {
namespace {

using OneInput = Failure (*)(Session&, const std::string&, Bytes);

constexpr std::array<std::pair<Command, OneInput>, 6> kCommands{{
    {Command::parse, parse_command},
    {Command::tasks, tasks_command},
    {Command::outline, outline_command},
    {Command::units, units_command},
    {Command::explain, explain_command},
    {Command::text, text_command},
}};

Failure do_one(Session& session, OneInput command, const std::string& path) {
  const auto bytes = read_file(path, session.options.limits.file_bytes);
  if (!bytes) return bytes.error();
  session.options.path = path;
  try {
    return command(session, path, *bytes);
  } catch (const std::bad_alloc&) {   // the other inputs may be smaller
    return Error{ErrorCode::too_large, "out of memory"};
  }
}

// The number of inputs that failed. Stops where the output does: nobody is reading.
std::size_t do_all(Session& session, OneInput command) {
  std::size_t failed = 0;
  for (const std::string& path : session.arguments.files) {
    if (session.output.failed()) break;
    if (const Failure failure = do_one(session, command, path)) {
      session.reporter.failure(path, *failure);
      ++failed;
    } else {
      ++session.done;
      if (session.arguments.files.size() > 1) session.output.flush();
    }
  }
  return failed;
}

Exit finish(Session& session) {
  session.output.finish();
  if (!session.output.failed()) return kDone;
  session.reporter.write_failure(session.output.path(), session.output.error());
  return kNothingDone;
}

bool would_overwrite_input(const Arguments& arguments) {
  for (const std::string& file : arguments.files)
    if (!arguments.output.empty() && file != "-" && is_same_file(file, arguments.output)) return true;
  return false;
}

}  // namespace

Exit run(const Arguments& arguments) {
  const Reporter reporter(arguments.language, arguments.json_errors());
  if (arguments.command == Command::convert) return convert_command(arguments, reporter);
  if (arguments.command == Command::merge) return merge_command(arguments, reporter);
  Output output(arguments.output);
  Session session{arguments, output, reporter, {}};
  if (arguments.command == Command::schema) return schema_command(session), finish(session);

  if (arguments.command == Command::rules) return write_rules(arguments, output), finish(session);
  if (arguments.command == Command::grammar) {
    const Exit done = grammar_command(session);
    const Exit written = finish(session);
    return written != kDone ? written : done;
  }
  if (would_overwrite_input(arguments)) {
    const bool chinese = arguments.language == Language::zh;
    reporter.line(std::string("gongwen: ") + (chinese ? "命令行有误：--output 与输入是同一个文件" : "the command line is wrong: --output is one of the inputs"));
    return kBadUsage;
  }
  std::string where;
  auto grammar = load_grammar(arguments.grammars, arguments.aliases, arguments.language, where);
  if (!grammar) return reporter.failure(where, grammar.error()), kNothingDone;
  session.options.grammar = *std::move(grammar);
  session.units = UnitCounts(session.options.grammar);
  session.options.punctuation = arguments.punctuation;
  session.options.revisions = arguments.revisions;
  session.options.prose = arguments.prose || arguments.origins == Origins::prose;

  if (arguments.command == Command::check) {
    const Exit done = run_check(arguments, session.options.grammar, output, reporter);
    const Exit written = finish(session);
    return written != kDone ? written : done;
  }
  if (arguments.command == Command::deadline) {
    const Exit done = deadline_command(session);
    const Exit written = finish(session);
    return written != kDone ? written : done;
  }
  std::size_t failed = 0;
  for (const auto& [command, one_input] : kCommands)
    if (command == arguments.command) failed = do_all(session, one_input);
  if (session.done == 0 && failed > 0) return kNothingDone;
  if (arguments.command == Command::units) write_units(session);
  if (const Exit written = finish(session); written != kDone) return written;
  return failed > 0 ? kSomeFailed : session.exit;
}

}  // namespace gongwen::cli
