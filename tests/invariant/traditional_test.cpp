// A notice in traditional characters reads as it does in simplified ones: the samples turned into traditional characters by ICU
// say the same, turned alike. The values keep the script of their source.
#include "catch.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <span>
#include <string>
#include <utility>

#include <gongwen/gongwen.hpp>

#include "support/corpus.hpp"
#include "support/outline_text.hpp"
#include "support/values.hpp"
#include "text/traditional.hpp"

namespace {

using namespace gongwen;

class Script {
 public:
  explicit Script(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance(name, UTRANS_FORWARD, status));
    REQUIRE(U_SUCCESS(status));
  }
  [[nodiscard]] std::string turn(const std::string& text) const {
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    transliterator_->transliterate(wide);
    std::string out;
    return wide.toUTF8String(out);
  }

 private:
  std::unique_ptr<icu::Transliterator> transliterator_;
};

Notice read(const std::string& text) {
  auto notice = parse(std::as_bytes(std::span(text)));
  REQUIRE(notice.ok());
  return std::move(*notice);
}

// ICU turns the quotation marks too, as they are set in traditional text.
std::string plain(std::string text) {
  for (const auto& [from, to] : {std::pair{"「", "“"}, {"」", "”"}, {"『", "‘"}, {"』", "’"}})
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) text.replace(at, 3, to);
  return text::simplified(text);
}

}  // namespace

TEST_CASE("A sample in traditional characters says the same", "[invariant]") {
  const Script traditional("Simplified-Traditional");
  for (const test::Input& sample : test::sample_inputs()) {
    if (!sample.name.ends_with(".txt")) continue;
    INFO(sample.name);
    const auto whole = parse(std::as_bytes(std::span(sample.bytes)));
    REQUIRE(whole.ok());
    const std::string source = traditional.turn(whole->text);
    REQUIRE(text::find_traditional(source) != std::string::npos);
    const Notice notice = read(source);
    CHECK(plain(test::said(notice)) == plain(test::said(*whole)));
    CHECK(test::said(notice).find("关于") == std::string::npos);
    for (const std::string& untrue : test::untrue_spans(notice)) FAIL_CHECK(untrue);
  }
}

TEST_CASE("A notice of both scripts keeps each where it stands", "[invariant]") {
  const Notice notice = read("关于整治河道的通知\n\n各鄉鎮：\n一、工作任務。清淤河道。（責任单位：縣水利局）\n");
  REQUIRE(notice.tasks.size() == 1);
  CHECK(notice.metadata.title.text == "关于整治河道的通知");
  CHECK(notice.tasks[0].responsible_units.at(0).text == "縣水利局");
  CHECK(notice.tasks[0].path.at(0).text == "一、工作任務");
}
