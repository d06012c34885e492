// What a notice costs beside the floor, and stage by stage; three benchmarks a file: NAME/floor, NAME/whole (from the file to
// the bytes of its JSON) and NAME/stages, whose counters are the microseconds of each stage.
// usage: gongwen-bench FOLDER [Google Benchmark's options]      every file of the folder
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <malloc.h>

#include <benchmark/benchmark.h>
#include <gongwen/gongwen.hpp>

#include "floor.hpp"
#include "stages.hpp"

namespace {

namespace bench = gongwen::bench;
using Path = std::filesystem::path;

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

void floor(benchmark::State& state, const Path& path) {
  const bool docx = path.extension() == ".docx";
  const char* encoding = path.stem().extension() == ".gb" ? "gb18030" : "UTF-8";
  for (auto _ : state) docx ? bench::floor_of_docx(path) : bench::floor_of_text(path, encoding);
}

void whole(benchmark::State& state, const Path& path) {
  for (auto _ : state) {
    const std::string bytes = bench::read_file(path);
    const auto notice = gongwen::parse(bytes_of(bytes));
    if (!notice) return state.SkipWithError("it cannot be read");
    benchmark::DoNotOptimize(gongwen::to_json(*notice));
  }
}

void stages(benchmark::State& state, const Path& path) {
  const std::string bytes = bench::read_file(path);
  bench::Times times;
  for (auto _ : state) bench::time_stages(bytes_of(bytes), times);
  for (const auto& [stage, seconds] : times)
    state.counters[std::string(stage)] = seconds * 1e6 / static_cast<double>(state.iterations());
}

void add(const Path& path) {
  const std::string name = path.filename().string();
  const auto one = [&](const char* what, void (*run)(benchmark::State&, const Path&)) {
    benchmark::RegisterBenchmark((name + "/" + what).c_str(), run, path)->Unit(benchmark::kMicrosecond);
  };
  one("floor", floor);
  one("whole", whole);
  one("stages", stages);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || !std::filesystem::is_directory(argv[1])) {
    std::fprintf(stderr, "usage: gongwen-bench FOLDER [Google Benchmark's options]\n");
    return 2;
  }
  // As in a program that has read notices for a while: memory stays with the process, and no page is faulted in twice.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  std::vector<Path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) add(file);
  --argc;
  argv[1] = argv[0];
  benchmark::Initialize(&argc, argv + 1);
  benchmark::RunSpecifiedBenchmarks();
}
