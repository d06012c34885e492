// Every entry of grammars/*.toml against its own `examples` and `not`.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "grammar/examples.hpp"
#include "grammar/loader.hpp"

using namespace gongwen;

namespace {

std::vector<Grammar::File> grammar_files() {
  std::vector<Grammar::File> files;
  for (const auto& item : std::filesystem::directory_iterator(GONGWEN_SOURCE_DIR "/grammars")) {
    if (item.path().extension() != ".toml") continue;
    std::ifstream stream(item.path(), std::ios::binary);
    files.push_back({item.path().string(), std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  return files;
}

}  // namespace

TEST_CASE("every grammar entry matches its examples and not its counter-examples", "[grammar]") {
  const auto files = grammar_files();
  REQUIRE_FALSE(files.empty());
  std::size_t checked = 0;
  for (const Grammar::File& file : files) {
    const auto entries = parse_grammar_file(file);
    if (!entries) FAIL(entries.error().detail);
    for (const KindedEntry& entry : *entries) {
      for (const ExampleFault& fault : failed_examples(entry)) FAIL_CHECK(file.name << ":" << entry.entry.line << ": " << sentence_of(fault));
      if (entry.entry.examples.empty()) FAIL_CHECK(file.name << ":" << entry.entry.line << ": " << entry.entry.id << " has no examples");
      checked += entry.entry.examples.size() + entry.entry.counter_examples.size();
    }
  }
  CHECK(checked > 0);
}
