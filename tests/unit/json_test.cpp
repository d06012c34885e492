#include <gongwen/writer.hpp>

#include <string>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "writers/json_stream.hpp"

using namespace gongwen;

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  json_string(out, text);
  return out;
}

Section section(std::string id, std::uint32_t level, std::uint32_t end) {
  Section made;
  made.id = std::move(id), made.level = level, made.end = end;
  return made;
}

}  // namespace

TEST_CASE("JSON strings are escaped where JSON, or a reader of lines, needs it") {
  CHECK(quoted("一\"\\\n\t") == "\"一\\\"\\\\\\n\\t\"");
  CHECK(quoted(std::string_view("\0\x1F\x7F", 3)) == "\"\\u0000\\u001f\\u007f\"");
  CHECK(quoted("\xE2\x80\xA8\xE2\x80\xA9\xC2\x85") == "\"\\u2028\\u2029\\u0085\"");
  CHECK(quoted("𠮷") == "\"𠮷\"");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD, each") {
  CHECK(quoted("a\xFF z") == "\"a\xEF\xBF\xBD z\"");
  CHECK(quoted("\xE4\xB8") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");        // cut off
  CHECK(quoted("\xED\xA0\x80").size() == 2 + 9);                      // a surrogate
  CHECK(quoted("\xC0\x80").size() == 2 + 6);                          // overlong
  CHECK(quoted("\xF4\x90\x80\x80").size() == 2 + 12);                 // over U+10FFFF
}

TEST_CASE("an empty notice has every key") {
  const std::string text = to_json(Notice{});
  CHECK(text.find('\n') == std::string::npos);
  CHECK(text ==
        R"({"schema_version":"1.0","source":{"path":"","format":"","encoding":null,"size":0,"sha256":""},)"
        R"("metadata":{"title":null,"document_number":null,"issuer":null,"issued_on":null,"addressees":[],"copied_to":[],)"
        R"("publicity":null,"signatory":null,"urgency":null,"secrecy":null,"attachments":[],"issued_document":null},)"
        R"("parts":[],"tasks":[],"tables":[],"diagnostics":[]})");
}

TEST_CASE("indented and compact output say the same") {
  Notice notice;
  notice.parts.resize(1);
  notice.parts[0].paragraphs.resize(2);
  CHECK(nlohmann::json::parse(to_json(notice)) == nlohmann::json::parse(to_json(notice, {.indent = 2})));
  CHECK(to_json(notice, {.indent = 2}).substr(0, 28) == "{\n  \"schema_version\": \"1.0\",");
}

TEST_CASE("sections are nested from preorder") {
  Notice notice;
  notice.parts.resize(1);
  notice.parts[0].sections = {section("p1.s1", 1, 3), section("p1.s1.1", 2, 2), section("p1.s1.2", 2, 3), section("p1.s2", 1, 4)};
  const auto sections = nlohmann::json::parse(to_json(notice))["parts"][0]["sections"];
  REQUIRE(sections.size() == 2);
  CHECK(sections[0]["children"].size() == 2);
  CHECK(sections[0]["children"][1]["id"] == "p1.s1.2");
  CHECK(sections[1]["id"] == "p1.s2");
}

TEST_CASE("a tree of any depth is written without recursion") {
  Notice notice;
  notice.parts.resize(1);
  for (std::uint32_t i = 0; i < 20'000; ++i) notice.parts[0].sections.push_back(section("s", i + 1, 20'000));
  const std::string text = to_json(notice, {.indent = 2});
  CHECK(text.size() < 100'000'000);
  CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
}

TEST_CASE("spans count code points and lines; the cell stands inside a table") {
  Notice notice;
  notice.text = "牵头\n单位";
  Task task;
  task.id = "t1";
  task.task = {"单位", {{7, 13}, CellPlace{1, 2, 3}}};
  task.extra = {{"备注", {"a", {{0, 3}, {}}}}, {"备注", {"b", {{3, 6}, {}}}}};
  notice.tasks.push_back(task);
  const auto json = nlohmann::json::parse(to_json(notice))["tasks"][0];
  CHECK(json["evidence"]["task"].dump() == R"({"begin":3,"cell":{"column":3,"row":2,"table":1},"end":5,"line":2})");
  CHECK(json["number"].is_null());
  CHECK(json["evidence"]["number"].is_null());
  CHECK(json["extra"]["备注"] == "a");
  CHECK(json["extra"]["备注（2）"] == "b");
  CHECK(json["evidence"]["extra"]["备注（2）"]["begin"] == 1);
}

TEST_CASE("the schema is JSON") { CHECK(nlohmann::json::parse(json_schema())["$schema"] == "https://json-schema.org/draft/2020-12/schema"); }
