#include <gongwen/diagnostic.hpp>
#include <gongwen/result.hpp>

#include <set>
#include <string>

#include "catch.hpp"

using namespace gongwen;

TEST_CASE("every error code has a name of its own and a sentence in both languages") {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::bad_grammar); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    CHECK(code_name(code).substr(0, 2) == "E_");
    names.insert(code_name(code));
    CHECK(message({code, ""}, Language::en).find(';') != std::string::npos);
    CHECK(message({code, "FACT"}, Language::en).find("FACT") != std::string::npos);
    CHECK(message({code, "FACT"}, Language::zh).find("FACT") != std::string::npos);
    CHECK(message({code, ""}, Language::en) != message({code, ""}, Language::zh));
  }
  CHECK(names.size() == static_cast<std::size_t>(ErrorCode::bad_grammar) + 1);
}

TEST_CASE("a legacy document says how to convert it") {
  const std::string text = message({ErrorCode::legacy_doc, ""}, Language::en);
  CHECK(text.find("soffice --headless --convert-to docx") != std::string::npos);
}

TEST_CASE("a diagnostic takes its severity and its sentence from the catalogue") {
  const Diagnostic gap = diagnose("heading-number-gap", {}, {"三、", "二、"});
  CHECK(gap.severity == Severity::warning);
  CHECK(message(gap, Language::en) == "the heading “三、” leaves a gap; 二、 was expected");
  CHECK(message(gap, Language::zh) == "标题“三、”序号不连续，应为 二、");
}

TEST_CASE("arguments too few or too many lose nothing and crash nothing") {
  CHECK(message(diagnose("heading-number-gap", {}), Language::en) == "the heading “…” leaves a gap; … was expected");
  CHECK(message(diagnose("docx-hidden-text", {}, {"a", "b"}), Language::en) == "hidden text is left out: “a” [b]");
  CHECK(message(diagnose("docx-hidden-text", {}, {"{1}", "b"}), Language::en) == "hidden text is left out: “{1}” [b]");
}

TEST_CASE("an unknown rule is named as it is") {
  const Diagnostic unknown = diagnose("no-such-rule", {}, {"x"});
  CHECK(unknown.severity == Severity::warning);
  CHECK(message(unknown, Language::zh) == "no-such-rule [x]");
}
