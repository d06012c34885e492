// A command becomes what it costs as a whole process: the median over several runs of its wall-clock time, its processor
// time and its peak memory, those of the processes that it waits for included, as one line of JSON. A program of its own,
// and a small one: a child's peak memory is never less than that of the process that started it.
// usage: gongwen-bench-process TIMES COMMAND [ARGS]      its output goes to /dev/null
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Cost {
  double wall_ms = 0, cpu_ms = 0, peak_kib = 0;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Cost run(char** command) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = vfork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "gongwen-bench-process: %s failed\n", command[0]);
    std::exit(1);
  }
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss)};
}

double median(const std::vector<Cost>& runs, double Cost::*of) {
  std::vector<double> values;
  for (const Cost& cost : runs) values.push_back(cost.*of);
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int times = argc < 3 ? 0 : std::atoi(argv[1]);
  if (times < 1) {
    std::fprintf(stderr, "usage: gongwen-bench-process TIMES COMMAND [ARGS]\n");
    return 2;
  }
  std::vector<Cost> runs;
  for (int i = 0; i < times; ++i) runs.push_back(run(argv + 2));
  std::printf("{\"wall_ms\": %.3f, \"cpu_ms\": %.3f, \"peak_kib\": %.0f}\n", median(runs, &Cost::wall_ms), median(runs, &Cost::cpu_ms),
              median(runs, &Cost::peak_kib));
}
