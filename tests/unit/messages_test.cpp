#include <gongwen/diagnostic.hpp>
#include <gongwen/result.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
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

TEST_CASE("a format that is not read says what to do about it") {
  const auto says = [](const char* format, const char* words) {
    return message({ErrorCode::unsupported_format, format}, Language::en).find(words) != std::string::npos;
  };
  CHECK(says("PDF", "pdftotext"));
  CHECK(says("RTF", "soffice --headless --convert-to docx"));
  CHECK(says("OpenDocument text", "soffice --headless --convert-to docx"));
  CHECK(says("PNG image", "OCR"));
  CHECK(says("RAR", "unpack it"));
  CHECK(says("Excel workbook", "convert it to .docx or to text"));
  CHECK(message({ErrorCode::unsupported_format, "OFD document"}, Language::zh).find("OFD 阅读器") != std::string::npos);
}

TEST_CASE("a diagnostic takes its severity and its sentence from the catalogue") {
  const Diagnostic gap = diagnose("heading-number-gap", {}, {"三、", "2"});
  CHECK(gap.severity == Severity::warning);
  CHECK(message(gap, Language::en) == "the heading “三、” leaves a gap; number 2 was expected");
  CHECK(message(gap, Language::zh) == "标题“三、”序号不连续，应为第 2 号");
}

TEST_CASE("arguments too few or too many lose nothing and crash nothing") {
  CHECK(message(diagnose("heading-number-gap", {}), Language::en) == "the heading “…” leaves a gap; number … was expected");
  CHECK(message(diagnose("docx-hidden-text", {}, {"a", "b"}), Language::en) == "hidden text is left out: “a” [b]");
  CHECK(message(diagnose("docx-hidden-text", {}, {"{1}", "b"}), Language::en) == "hidden text is left out: “{1}” [b]");
}

TEST_CASE("an unknown rule is named as it is") {
  const Diagnostic unknown = diagnose("no-such-rule", {}, {"x"});
  CHECK(unknown.severity == Severity::warning);
  CHECK(message(unknown, Language::zh) == "no-such-rule [x]");
}

TEST_CASE("long quotations are cut short, between characters") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "长";
  CHECK(message(diagnose("docx-hidden-text", {}, {text}), Language::en) == "hidden text is left out: “" + text.substr(0, 180) + "…”");
}

TEST_CASE("every rule that the sources name is in the catalogue") {
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GONGWEN_SOURCE_DIR "/src")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    const std::string call = "diagnose(\"";
    for (std::size_t at = source.find(call); at != std::string::npos; at = source.find(call, at + 1), ++found) {
      const std::size_t begin = at + call.size();
      const std::string rule = source.substr(begin, source.find('"', begin) - begin);
      INFO(entry.path().string() << ": " << rule);
      CHECK(message(diagnose(rule, {}), Language::en) != rule);
    }
  }
  CHECK(found > 5);
}
