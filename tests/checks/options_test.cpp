// The rules that look for what the caller asks: required columns, known units. And what findings quote.
#include <set>
#include <span>
#include <string>

#include "catch.hpp"

#include <gongwen/check.hpp>

namespace {

using namespace gongwen;

const std::string kNotice =
    "云溪县2024年重点任务分工表\n\n序号\t工作任务\t责任单位（排名第一的牵头）\t备注\n1\t修缮校舍。\t县教育局、财政局\t\n2\t疏浚河道。\t县水利局、各乡镇\t\n3\t维护路灯。\t县发改局、县城管局（市容中心）\t\n";

std::multiset<std::string> found(const CheckOptions& options, Language language = Language::en) {
  std::multiset<std::string> messages;
  const auto notice = check(std::as_bytes(std::span(kNotice)), {}, options);
  REQUIRE(notice.ok());
  for (const Diagnostic& finding : notice->diagnostics) messages.insert(message(finding, language));
  return messages;
}

}  // namespace

TEST_CASE("columns that are required, by field and by header") {
  CheckOptions options{.select = {"table-column-missing"}, .ignore = {}, .severities = {}, .required_columns = {}, .known_units = {}};
  CHECK(found(options).empty());
  options.required_columns = {"task", "responsible_units", "备 注", "number"};
  CHECK(found(options).empty());
  options.required_columns = {"deadline", "责任领导", "备注"};
  CHECK(found(options) == std::multiset<std::string>{"the table has no column “deadline”", "the table has no column “责任领导”"});
}

TEST_CASE("units that are known, and those that are not") {
  CheckOptions options{.select = {"unit-unknown"}, .ignore = {}, .severities = {}, .required_columns = {}, .known_units = {}};
  CHECK(found(options).empty());
  options.known_units = {"县教育局", "县财政局", "县水利局", "县城管局", "县发展和改革局"};
  CHECK(found(options) == std::multiset<std::string>{"“县发改局” is not among the known units [县发展和改革局]"});
  options.known_units = {"县财政局", "县水利局", "县城管局", "县发改局"};
  CHECK(found(options, Language::zh) == std::multiset<std::string>{"“县教育局”不在单位名录中"});
}

TEST_CASE("a finding quotes the notice in its own script") {
  const std::string text = "雲溪縣2024年重點任務分工表\n\n序號\t工作任務\t責任單位\t備註\n1\t修繕校舍。\t縣教育局\t急\n2\t疏濬河道。\t\t急\n3\t維護路燈。\t縣城管局\t急\n";
  const auto notice = check(std::as_bytes(std::span(text)), {}, {.select = {"table"}, .ignore = {}, .severities = {}, .required_columns = {}, .known_units = {}});
  REQUIRE(notice.ok());
  REQUIRE(notice->diagnostics.size() == 1);
  CHECK(message(notice->diagnostics[0], Language::en) == "no unit is named for “疏濬河道。”");
}
