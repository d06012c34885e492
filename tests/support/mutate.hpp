#pragma once
// Notices spoiled at random. The same seed gives the same texts with every standard library.
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace gongwen::test {

struct Mutant {
  std::string bytes;
  bool is_utf8 = true;   ///< false: bytes were put in that need not be text
};

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  /// `utf8` with one to four faults: lines or stretches cut, doubled or shuffled, characters left out or put in, now and
  /// then bytes put in.
  Mutant spoil(std::string_view utf8);

  /// Random code points: those that mean something in a notice, and any others.
  std::string soup(std::size_t length);

 private:
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
  char32_t any_code_point();
  void spoil_text(std::u32string& text);
  void cut(std::u32string& text);
  void repeat(std::u32string& text);
  void shuffle_lines(std::u32string& text);
  void drop_characters(std::u32string& text);
  void put_characters(std::u32string& text);

  std::mt19937 random_;
};

}  // namespace gongwen::test
