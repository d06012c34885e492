// What ARCHITECTURE.md promises of every notice, held against the samples.
#include <thread>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "support/docx_fixture.hpp"
#include "support/notice_check.hpp"
#include "support/samples.hpp"

using namespace gongwen;
using test::as_bytes;
using Json = nlohmann::json;

namespace {

std::string json_of(const std::string& bytes) {
  const auto notice = parse(as_bytes(bytes));
  return notice.ok() ? to_json(*notice) : std::string(code_name(notice.error().code));
}

void drop_places(Json& value) {
  if (value.is_object()) {
    value.erase("span");
    value.erase("evidence");
  }
  if (value.is_structured())
    for (auto& child : value) drop_places(child);
}

}  // namespace

TEST_CASE("every value of a sample is where its span says, and no character is lost") {
  const auto files = test::sample_files();
  REQUIRE(files.size() >= 24);
  for (const auto& file : files) {
    INFO(file.filename());
    const std::string bytes = test::read_bytes(file);
    for (const Punctuation punctuation : {Punctuation::chinese, Punctuation::ascii, Punctuation::keep}) {
      ParseOptions options;
      options.punctuation = punctuation;
      CHECK(test::broken_promise(as_bytes(bytes), options) == "");
    }
  }
}

TEST_CASE("a sample gives the same sections and records as .txt and as .docx") {
  std::size_t compared = 0;
  for (const auto& file : test::sample_files()) {
    if (file.extension() != ".docx") continue;
    INFO(file.filename());
    auto word = Json::parse(json_of(test::read_bytes(file)));
    auto text = Json::parse(json_of(test::read_bytes(std::filesystem::path(file).replace_extension(".txt"))));
    // A table that holds no records may stay lines of text in a .txt: what stands outside of sections is not compared.
    for (Json* notice : {&word, &text})
      for (Json& part : (*notice)["parts"]) part.erase("paragraphs");
    for (const char* key : {"parts", "tasks"}) {
      drop_places(word[key]);
      drop_places(text[key]);
      INFO(key << ", from .txt to .docx: " << Json::diff(text[key], word[key]).dump().substr(0, 1000));
      CHECK((word[key] == text[key]));
    }
    ++compared;
  }
  CHECK(compared >= 12);
}

TEST_CASE("four threads at once give what one gives") {
  std::vector<std::string> bytes, wanted;
  for (const auto& file : test::sample_files()) bytes.push_back(test::read_bytes(file));
  for (const auto& one : bytes) wanted.push_back(json_of(one));
  std::vector<std::vector<std::string>> got(4, std::vector<std::string>(bytes.size()));
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < got.size(); ++t)
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t at = (i + t * 7) % bytes.size();   // each in an order of its own
        got[t][at] = json_of(bytes[at]);
      }
    });
  for (auto& thread : threads) thread.join();
  for (const auto& one : got) CHECK(one == wanted);
}
