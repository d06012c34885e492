// The bytes of sample files, .docx among them, damaged at random (the same each time): what comes is a notice that keeps
// its promises, or a named error.
#include <algorithm>
#include <random>

#include "catch.hpp"
#include "support/corpus.hpp"
#include "support/docx_fixture.hpp"
#include "support/notice_check.hpp"

using namespace gongwen;

namespace {

using Random = std::mt19937;

void flip(std::string& bytes, Random& random) {
  for (auto n = random() % 8 + 1; n > 0 && !bytes.empty(); --n) bytes[random() % bytes.size()] = static_cast<char>(random());
}
void cut(std::string& bytes, Random& random) { bytes.resize(random() % (bytes.size() + 1)); }
void remove(std::string& bytes, Random& random) {
  if (!bytes.empty()) bytes.erase(random() % bytes.size(), random() % 200);
}
void repeat(std::string& bytes, Random& random) {
  if (bytes.empty()) return;
  const std::string piece = bytes.substr(random() % bytes.size(), random() % 300);
  for (auto n = random() % 5; n > 0; --n) bytes.insert(random() % bytes.size(), piece);
}
// Whole lines in another order: headings, rows and brackets where they do not belong.
void shuffle_lines(std::string& bytes, Random& random) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end;
  }
  std::shuffle(lines.begin(), lines.end(), random);
  bytes.clear();
  for (const auto& line : lines) bytes += line;
}

}  // namespace

static void damage(const std::vector<test::Input>& samples, int runs) {
  Random random(20230301);
  for (const test::Input& sample : samples) {
    for (int run = 0; run < runs; ++run) {
      std::string bytes = sample.bytes;
      constexpr void (*kDamages[])(std::string&, Random&) = {flip, cut, remove, repeat, shuffle_lines};
      for (auto n = random() % 3 + 1; n > 0; --n) kDamages[random() % std::size(kDamages)](bytes, random);
      INFO(sample.name << ", run " << run);
      REQUIRE(test::broken_promise(test::as_bytes(bytes)) == "");
    }
  }
}

TEST_CASE("damaged samples keep every promise") { damage(test::sample_inputs(), 25); }

TEST_CASE("so do damaged documents of LibreOffice and python-docx") { damage(test::word_inputs(), 10); }
