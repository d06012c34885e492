#include <string>

#include "catch.hpp"
#include "normalize/folded.hpp"

using namespace gongwen;

namespace {

std::string flowing(const std::string& source) {
  const Folded folded(source);
  return std::string(Passage(folded, Range{0, static_cast<std::uint32_t>(source.size())}).text());
}

}  // namespace

TEST_CASE("lines flow together") {
  CHECK(flowing("加强政务公\n开工作") == "加强政务公开工作");
  CHECK(flowing("采用 Open\nData 标准") == "采用Open Data标准");
}

TEST_CASE("a number that a line break cuts is one; numbers one a line are not") {
  CHECK(flowing("新增泊位20\n00个") == "新增泊位2000个");
  CHECK(flowing("010-55230190\n010-55230191") == "010-55230190 010-55230191");
  CHECK(flowing("12\n34") == "12 34");
  CHECK(flowing("联系电话55230190\n55230191转分机") == "联系电话55230190 55230191转分机");
}
