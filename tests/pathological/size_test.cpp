// Inputs made to be slow. Time must grow with the input's size and no faster: four times the input may take seven times as
// long, not sixteen. Each is measured at two sizes, the better of three runs.
#include <algorithm>
#include <ctime>
#include <functional>

#include "catch.hpp"
#include "support/docx_fixture.hpp"
#include "support/notice_check.hpp"

using namespace gongwen;

namespace {

struct Shape {
  const char* name;
  std::function<std::string(std::size_t)> make;   // about so many bytes
};

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text = "关于开展检查的通知\n\n各科室：\n";
  while (text.size() < bytes) text += piece;
  return text;
}

double milliseconds(const std::string& bytes) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();   // of this process: others do not count
    const auto notice = parse(test::as_bytes(bytes));
    const std::string json = notice.ok() ? to_json(*notice) : "";
    best = std::min(best, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
  }
  return best;
}

std::string numbered(std::size_t bytes, const std::function<std::string(std::size_t)>& line) {
  std::string text = repeated("", 0);
  for (std::size_t i = 1; text.size() < bytes; ++i) text += line(i);
  return text;
}

const Shape kShapes[] = {
    {"one long line", [](std::size_t n) { return repeated("各单位要认真贯彻落实，", n); }},
    {"open brackets", [](std::size_t n) { return repeated("（", n); }},
    {"open brackets of annotations", [](std::size_t n) { return repeated("（责任单位：", n); }},
    {"brackets in brackets", [](std::size_t n) { return repeated("", 0) + std::string(n / 2, '(') + std::string(n / 2, ')'); }},
    {"annotations", [](std::size_t n) { return repeated("落实任务。（责任单位：市数据局）\n", n); }},
    {"annotations in one line", [](std::size_t n) { return repeated("落实任务。（责任单位：市数据局）", n); }},
    {"units in one list", [](std::size_t n) { return repeated("", 0) + "落实任务。（责任单位：" + repeated("市数据局、", n) + "市民政局）\n"; }},
    {"headings", [](std::size_t n) { return numbered(n, [](std::size_t i) { return std::to_string(i) + "．检查内容\n"; }); }},
    {"the same heading again", [](std::size_t n) { return repeated("一、检查内容\n", n); }},
    {"headings one deeper each", [](std::size_t n) { return repeated("第一章 总则\n第一节 一般\n一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n", n); }},
    {"dotted numbers", [](std::size_t n) { return repeated("1.1.1.1.1.1.1.1.1.1.", n); }},
    {"empty lines", [](std::size_t n) { return repeated("\n", n) + "完\n"; }},
    {"tabs", [](std::size_t n) { return repeated("\t", n) + "完\n"; }},
    {"tabs and lines", [](std::size_t n) { return repeated("\t甲\n", n); }},
    {"bars", [](std::size_t n) { return repeated("|甲|乙|丙|\n", n); }},
    {"bars in one line", [](std::size_t n) { return repeated("|", n); }},
    {"box drawing", [](std::size_t n) { return repeated("│甲│乙│\n├─┼─┤\n", n); }},
    {"columns of spaces", [](std::size_t n) { return repeated("甲    乙    丙\n", n); }},
    {"a table of cells in lines", [](std::size_t n) { return repeated("", 0) + "序号\n任务内容\n责任单位\n完成时限\n" + numbered(n, [](std::size_t i) { return std::to_string(i) + "\n开展检查。\n市数据局\n6月底前\n"; }); }},
    {"a table after tabs", [](std::size_t n) { return repeated("", 0) + "序号\t任务内容\t责任单位\n" + numbered(n, [](std::size_t i) { return std::to_string(i) + "\t开展检查。\t市数据局\n"; }); }},
    {"table headers", [](std::size_t n) { return repeated("序号\t任务内容\t责任单位\n", n); }},
    {"dates", [](std::size_t n) { return repeated("2023年3月1日", n); }},
    {"digits", [](std::size_t n) { return repeated("1234567890", n); }},
    {"Chinese numerals", [](std::size_t n) { return repeated("一二三四五六七八九十百千", n); }},
    {"quotation marks", [](std::size_t n) { return repeated("《“", n); }},
    {"combining marks", [](std::size_t n) { return repeated("\u0301", n); }},
    {"control characters", [](std::size_t n) { return repeated("各单位各单位各单位\x01", n); }},
    {"bad bytes", [](std::size_t n) { return repeated("各单位要认真贯彻落实，各单位要认真贯彻落实\xFF", n); }},
    {"attachments", [](std::size_t n) { return repeated("附件：1.检查表\n", n); }},
    {"copied to", [](std::size_t n) { return repeated("抄送：市委，市人大，市政协。\n", n); }},
    {"titles", [](std::size_t n) { return repeated("关于印发《检查方案》的通知\n", n); }},
    {"Word paragraphs", [](std::size_t n) {
       std::string body;
       while (body.size() < n) body += "<w:p><w:r><w:t>一、检查内容</w:t></w:r></w:p>";
       return test::make_docx(body);
     }},
    {"Word tables in tables", [](std::size_t n) {
       std::string open, close;
       while (open.size() + close.size() < n / 64) open += "<w:tbl><w:tr><w:tc>", close += "<w:p/></w:tc></w:tr></w:tbl>";
       return test::make_docx(open + close);
     }},
    {"a Word table", [](std::size_t n) {
       std::string rows;
       while (rows.size() < n) rows += "<w:tr><w:tc><w:p><w:r><w:t>开展检查</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>市数据局</w:t></w:r></w:p></w:tc></w:tr>";
       return test::make_docx("<w:tbl>" + rows + "</w:tbl>");
     }},
};

}  // namespace

TEST_CASE("time grows no faster than the input", "[slow]") {
  constexpr std::size_t kSmall = 60'000, kGreat = 4 * kSmall;
  for (const Shape& shape : kShapes) {
    INFO(shape.name);
    const std::string small = shape.make(kSmall), great = shape.make(kGreat);
    double before = milliseconds(small), after = milliseconds(great);
    if (after > 7 * before + 30) before = std::max(before, milliseconds(small)), after = std::min(after, milliseconds(great));
    INFO(before << " ms, then " << after << " ms");
    CHECK(after <= 7 * before + 30);
    CHECK(test::broken_promise(test::as_bytes(small)) == "");
  }
}
