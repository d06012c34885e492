// gongwen: the command line. What it understands is in args, what it does in commands.
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/args.hpp"
#include "cli/commands/commands.hpp"

namespace {

int reply(const gongwen::cli::Reply& what) {
  gongwen::cli::Output output("");
  if (what.exit != gongwen::cli::kDone) return (void)std::fputs(what.text.c_str(), stderr), what.exit;
  output.write(what.text);
  output.finish();
  return output.failed() ? gongwen::cli::kNothingDone : gongwen::cli::kDone;
}

}  // namespace

int main(int argc, char** argv) {
  (void)std::signal(SIGPIPE, SIG_IGN);   // a reader that went away is a write that failed
  try {
    const auto arguments = gongwen::cli::read_arguments(argc, argv);
    if (const auto* what = std::get_if<gongwen::cli::Reply>(&arguments)) return reply(*what);
    return gongwen::cli::run(std::get<gongwen::cli::Arguments>(arguments));
  } catch (const std::exception& error) {   // no memory, or a mistake of ours
    (void)std::fprintf(stderr, "gongwen: E_INTERNAL: %s\n", error.what());
    return gongwen::cli::kNothingDone;
  }
}
