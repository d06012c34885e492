// Every rule's own examples: it reports on the one that fires, and is silent on the one that is mended.
#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "catch.hpp"

#include <gongwen/check.hpp>

#include "support/docx_fixture.hpp"

namespace {

using namespace gongwen;

std::string bytes_of(std::string_view example) {
  return example.starts_with("<w:") ? test::docx_of(std::string(example)) : std::string(example);
}

bool reports(const Rule& rule, std::string_view example) {
  const std::string bytes = bytes_of(example);
  const auto notice = check(std::as_bytes(std::span(bytes)));
  REQUIRE(notice.ok());
  return std::any_of(notice->diagnostics.begin(), notice->diagnostics.end(), [&](const Diagnostic& found) { return found.rule == rule.name; });
}

}  // namespace

TEST_CASE("every rule says in both languages what it finds, why, and what to do") {
  for (const Rule* rule : rules()) {
    INFO(rule->name);
    for (const Language language : {Language::en, Language::zh})
      for (const Phrase& phrase : {rule->message, rule->what, rule->why, rule->mend}) CHECK_FALSE(phrase.in(language).empty());
    CHECK(rule->clause.empty() == (rule->basis == Basis::practice));
  }
}

// They need bytes that are no valid text or container, an option of reading, or a configuration; their tests stand with those.
const std::set<std::string_view> kWithoutExamples{"docx-malformed-text", "docx-part-repeated",   "docx-rejected-revisions", "encoding-guessed",
                                                  "encoding-replacement", "table-column-missing", "unit-unknown"};

TEST_CASE("the examples of every rule") {
  for (const Rule* rule : rules()) {
    INFO(rule->name);
    CHECK(rule->fires.empty() == kWithoutExamples.contains(rule->name));
    CHECK(rule->silent.empty() == rule->fires.empty());
    if (!rule->fires.empty()) CHECK(reports(*rule, rule->fires));
    if (!rule->silent.empty()) CHECK_FALSE(reports(*rule, rule->silent));
  }
}

TEST_CASE("names of rules are found, and are unique") {
  std::set<std::string_view> names;
  for (const Rule* rule : rules()) {
    INFO(rule->name);
    CHECK(names.insert(rule->name).second);
    CHECK(find_rule(rule->name) == rule);
  }
  CHECK(find_rule("no-such-rule") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("rules are selected by name and by group, and have the severity that is asked for") {
  const std::string text = "关于做好防汛工作的通知\n\n一、加强值守\n各单位要加强值守。\n\n三、加强巡查\n各单位要加强巡查。\n";
  const auto found = [&](const CheckOptions& options) {
    std::multiset<std::string> names;
    const auto notice = check(std::as_bytes(std::span(text)), {}, options);
    REQUIRE(notice.ok());
    for (const Diagnostic& finding : notice->diagnostics) names.insert(std::string(finding.rule));
    return names;
  };
  CheckOptions options;
  CHECK(found(options).contains("heading-number-gap"));
  options.select = {"structure"};
  CHECK(found(options) == std::multiset<std::string>{"heading-number-gap"});
  options.ignore = {"heading-number-gap"};
  CHECK(found(options).empty());
  options = {.select = {"heading-number-gap"}, .severities = {{"structure", Severity::info}, {"heading-number-gap", Severity::error}}};
  const auto notice = check(std::as_bytes(std::span(text)), {}, options);
  REQUIRE(notice.ok());
  REQUIRE(notice->diagnostics.size() == 1);
  CHECK(notice->diagnostics[0].severity == Severity::error);
}
