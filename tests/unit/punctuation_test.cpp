#include "punctuation.hpp"

#include <string>

#include "catch.hpp"

using namespace gongwen;

TEST_CASE("values take the marks that the source has") {
  CHECK(with_marks_of("一是公开，二是解读；（见附件）：完", "一是公开, 二是解读；(见\n附件）:完") == "一是公开,二是解读；(见附件）:完");
  CHECK(with_marks_of("甲，乙", "甲，乙") == "甲，乙");
  CHECK(with_marks_of("甲，乙", "") == "甲，乙");
  CHECK(with_marks_of("2023年，市局", "２０２３年,市局") == "2023年,市局");
  CHECK(with_marks_of("头：甲（乙）", "甲(乙)") == "头：甲(乙)");   // 头： was put in
}

TEST_CASE("a notice in each direction") {
  const std::string text = "关于开展检查的通知\n\n各单位:\n一、检查内容\n核对上年度归档文件,逐项登记。(责任单位：办公室、档案室)\n";
  const auto first_task = [&](Punctuation punctuation) {
    ParseOptions options;
    options.punctuation = punctuation;
    const auto notice = parse(std::as_bytes(std::span(text)), options);
    REQUIRE(notice.ok());
    REQUIRE(notice->tasks.size() == 1);
    return notice->tasks[0].task.text + "|" + notice->parts[0].sections[0].paragraphs[0].text;
  };
  CHECK(first_task(Punctuation::chinese) == "核对上年度归档文件，逐项登记。|核对上年度归档文件，逐项登记。（责任单位：办公室、档案室）");
  CHECK(first_task(Punctuation::ascii) == "核对上年度归档文件,逐项登记。|核对上年度归档文件,逐项登记。(责任单位:办公室、档案室)");
  CHECK(first_task(Punctuation::keep) == "核对上年度归档文件,逐项登记。|核对上年度归档文件,逐项登记。(责任单位：办公室、档案室)");
}
