// What holds for every input, whole or spoiled: a result or a named error; every character counted once; every value where
// its span says; the same bytes out for the same bytes in. The seed is fixed and printed with a failure; GONGWEN_SEED sets
// another, GONGWEN_MUTANTS how many spoiled notices are made.
#include "catch.hpp"

#include <cstdlib>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <gongwen/gongwen.hpp>

#include "support/corpus.hpp"
#include "support/mutate.hpp"
#include "support/values.hpp"

namespace {

using namespace gongwen;
using test::Input;

std::uint32_t setting(const char* name, std::uint32_t otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

Result<Notice> parse_bytes(const std::string& bytes) { return parse(std::as_bytes(std::span(bytes))); }

// Everything that must hold for a notice that was read.
void check(const Notice& notice) {
  CHECK(test::covered(notice.coverage) == test::count_ink(notice.text));
  for (const std::string& untrue : test::untrue_spans(notice)) FAIL_CHECK(untrue);
  for (const Task& task : notice.tasks) CHECK(!task.task.text.empty());
  for (const Diagnostic& diagnostic : notice.diagnostics) {
    CHECK(diagnostic.span.bytes.begin <= diagnostic.span.bytes.end);
    CHECK(diagnostic.span.bytes.end <= notice.text.size());
  }
}

// The source texts of all inputs: what is spoiled.
std::vector<Input> texts() {
  std::vector<Input> found;
  for (const Input& input : test::all_inputs())
    if (const auto notice = parse_bytes(input.bytes)) found.push_back({input.name, notice->text});
  return found;
}

const std::vector<Input>& mutants() {
  static const std::vector<Input> made = [] {
    const std::uint32_t seed = setting("GONGWEN_SEED", 20120606), count = setting("GONGWEN_MUTANTS", 2000);
    test::Mutator mutator(seed);
    const std::vector<Input> sources = texts();
    std::vector<Input> all;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Input& source = sources[i % sources.size()];
      const test::Mutant mutant = mutator.spoil(source.bytes);
      all.push_back({"seed " + std::to_string(seed) + ", mutant " + std::to_string(i) + " of " + source.name + (mutant.is_utf8 ? "" : ", with bytes"), mutant.bytes});
    }
    return all;
  }();
  return made;
}

std::string json_of(const std::string& bytes) {
  const auto notice = parse_bytes(bytes);
  return notice ? to_json(*notice) : std::string(code_name(notice.error().code)) + " " + notice.error().detail;
}

}  // namespace

TEST_CASE("Every character is counted once and every value stands where its span says", "[invariant]") {
  for (const Input& input : test::all_inputs()) {
    INFO(input.name);
    if (const auto notice = parse_bytes(input.bytes)) check(*notice);
  }
}

TEST_CASE("Every Word document of other programs is read, and keeps what holds for all", "[invariant]") {
  const std::vector<Input> documents = test::word_inputs();
  CHECK(documents.size() >= 40);
  for (const Input& input : documents) {
    INFO(input.name);
    const auto notice = parse_bytes(input.bytes);
    REQUIRE(notice);
    check(*notice);
  }
}

TEST_CASE("So it is in spoiled notices", "[invariant]") {
  REQUIRE(mutants().size() > 0);
  std::size_t read = 0;
  for (const Input& mutant : mutants()) {
    INFO(mutant.name);
    const auto notice = parse_bytes(mutant.bytes);
    if (notice) {
      ++read;
      check(*notice);
    } else {
      CHECK(!code_name(notice.error().code).empty());
    }
  }
  CHECK(read > mutants().size() * 9 / 10);
}

TEST_CASE("Any text with ink is a notice", "[invariant]") {
  const auto is_read = [](const std::string& text) {
    const auto notice = parse_bytes(text);
    if (test::count_ink(text) == 0) return !notice.ok() && notice.error().code == ErrorCode::empty;
    return notice.ok() && (notice->text == text || "\uFEFF" + notice->text == text);   // a byte order mark is no text
  };
  for (const Input& mutant : mutants()) {
    if (mutant.name.ends_with("with bytes")) continue;
    INFO(mutant.name);
    CHECK(is_read(mutant.bytes));
  }
  const std::uint32_t seed = setting("GONGWEN_SEED", 20120606);
  test::Mutator mutator(seed);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = mutator.soup(1 + static_cast<std::size_t>(i) / 2);
    INFO("seed " << seed << ", soup " << i << ": " << text);
    CHECK(is_read(text));
    if (const auto notice = parse_bytes(text)) check(*notice);
  }
}

TEST_CASE("The same bytes give the same output on any thread, in any order", "[invariant]") {
  constexpr std::size_t kThreads = 8;
  std::vector<Input> inputs = test::all_inputs();
  for (std::size_t i = 0; i < mutants().size(); i += 20) inputs.push_back(mutants()[i]);
  std::vector<std::string> expected;
  for (const Input& input : inputs) expected.push_back(json_of(input.bytes));

  std::vector<std::vector<std::size_t>> wrong(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      const bool backwards = t % 2 == 1;
      for (std::size_t n = 0; n < inputs.size(); ++n) {
        const std::size_t step = (n + t * inputs.size() / kThreads) % inputs.size();
        const std::size_t i = backwards ? inputs.size() - 1 - step : step;
        if (json_of(inputs[i].bytes) != expected[i]) wrong[t].push_back(i);
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& indices : wrong)
    for (const std::size_t i : indices) FAIL_CHECK("not the same twice: " << inputs[i].name);
}
