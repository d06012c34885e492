// Jobs in, results out in the same order, whatever the workers do.
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "cli/batch/pipeline.hpp"

using gongwen::cli::Pipeline;
using namespace std::chrono_literals;

namespace {

using Numbers = Pipeline<int, std::string>;

const auto kIdle = [] {};
const auto kNever = [](int&) { return std::string("given up"); };

std::string slow_for_some(int& n) {
  std::this_thread::sleep_for(std::chrono::microseconds(n * 7919 % 500));
  return std::to_string(n);
}

}  // namespace

TEST_CASE("Results come in the order of the jobs", "[pipeline]") {
  for (const unsigned workers : {1u, 2u, 8u}) {
    Numbers pipeline({workers, 5, 0s, 10ms}, slow_for_some);
    pipeline.feed([&] {
      for (int n = 0; n < 300; ++n) (void)pipeline.push(n);
    });
    for (int n = 0; n < 300; ++n) {
      const auto result = pipeline.next(kIdle, kNever);
      REQUIRE(result != nullptr);
      CHECK(*result == std::to_string(n));
    }
    CHECK(pipeline.next(kIdle, kNever) == nullptr);
  }
}

TEST_CASE("No more than the window is under way", "[pipeline]") {
  std::atomic<int> pushed = 0;
  Numbers pipeline({2, 3, 0s, 10ms}, slow_for_some);
  pipeline.feed([&] {
    while (pushed < 100 && pipeline.push(pushed)) ++pushed;
  });
  std::this_thread::sleep_for(30ms);
  CHECK(pushed <= 3);
  CHECK(*pipeline.next(kIdle, kNever) == "0");
  pipeline.stop();
  while (pipeline.next(kIdle, kNever) != nullptr) {
  }
  CHECK(pushed <= 5);
}

TEST_CASE("Those that were taken in are finished after a stop", "[pipeline]") {
  Numbers pipeline({2, 4, 0s, 10ms}, slow_for_some);
  std::atomic<bool> refused = false;
  pipeline.feed([&] {
    for (int n = 0; pipeline.push(n); ++n) {
    }
    refused = true;
  });
  for (int n = 0; n < 10; ++n) CHECK(*pipeline.next(kIdle, kNever) == std::to_string(n));
  pipeline.stop();
  int expected = 10;
  while (const auto result = pipeline.next(kIdle, kNever)) CHECK(*result == std::to_string(expected++));
  CHECK(refused);
}

TEST_CASE("A job that hangs is given up, and the others go on", "[pipeline]") {
  std::atomic<bool> release = false;
  Numbers pipeline({1, 4, 1s, 10ms}, [&](int& n) {
    while (n == 1 && !release) std::this_thread::sleep_for(1ms);
    return std::to_string(n);
  });
  pipeline.feed([&] {
    for (int n = 0; n < 4; ++n) (void)pipeline.push(n);
  });
  std::vector<std::string> results;
  while (const auto result = pipeline.next(kIdle, kNever)) results.push_back(*result);
  CHECK(results == std::vector<std::string>{"0", "given up", "2", "3"});
  CHECK(pipeline.stuck());
  release = true;
  for (int turn = 0; turn < 1000 && pipeline.stuck(); ++turn) std::this_thread::sleep_for(1ms);
  CHECK_FALSE(pipeline.stuck());
}
