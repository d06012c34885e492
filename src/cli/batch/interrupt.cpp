// A signal becomes a number that the batch looks at between notices. The one global of the command line: a signal handler
// knows nothing else.
#include "cli/batch/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace gongwen::cli {
namespace {

std::atomic<int> g_signal = 0;   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void remember_signal(int number) { g_signal = number; }

}  // namespace

void catch_interrupts() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN) continue;   // nohup
    struct sigaction action {};
    action.sa_handler = remember_signal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    (void)::sigaction(number, &action, nullptr);
  }
}

int interrupted() noexcept { return g_signal; }

}  // namespace gongwen::cli
