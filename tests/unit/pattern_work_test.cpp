// The work of every pattern on its worst text: steps of the matcher, which are the same on every machine. Twice the text
// may cost twice the steps, and no more steps a byte than the pattern is long (times its options, in strange patterns).
#include <map>
#include <set>

#include "catch.hpp"
#include "grammar/examples.hpp"
#include "grammar/loader.hpp"
#include "text/pattern.hpp"
#include "text/pattern_search.hpp"
#include "text/pattern_walk.hpp"
#include "text/utf8.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace gongwen;

namespace {

constexpr std::size_t kLong = 100'000;

/// A text that a pattern matches: of several ways the last one, or the first; options taken.
class Sample {
 public:
  Sample(std::string_view pattern, bool last) : pattern_(pattern), last_(last) {}
  std::string run() { return sequence(); }

 private:
  std::string sequence() {
    std::string all;
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      all += atom();
      if (at_ < pattern_.size() && pattern_[at_] == '?') ++at_;
    }
    return all;
  }
  std::string atom() {
    switch (pattern_[at_]) {
      case '(': return group();
      case '[': return set();
      case '{': return slot();
      default: return character();
    }
  }
  std::string group() {
    std::string chosen;
    ++at_;
    for (bool first = true; at_ < pattern_.size(); first = false) {
      const std::string one = sequence();
      if (first || last_) chosen = one;
      if (pattern_[at_++] == ')') break;
    }
    return chosen;
  }
  std::string set() {
    ++at_;
    const std::string one = character();
    while (pattern_[at_] != ']') character();
    ++at_;
    return one;
  }
  std::string slot() {
    static const std::map<std::string_view, std::pair<std::string, std::string>> kTexts{
        {"year", {"2025", "二〇二五"}}, {"month", {"12", "十二"}}, {"day", {"31", "三十一"}}, {"n", {"9999", "九千九百九十九"}},
        {"han", {"十", "九千九百九十九"}}, {"digits", {"1", "9999"}}, {"circled", {"①", "㊿"}}, {"letter", {"a", "Z"}},
        {"roman", {"XVIII", "Ⅻ"}}, {"text", {"文", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯"}}};
    const std::size_t closed = pattern_.find('}', at_);
    const auto& texts = kTexts.at(pattern_.substr(at_ + 1, closed - at_ - 1));
    at_ = closed + 1;
    return last_ ? texts.second : texts.first;
  }
  std::string character() {
    if (pattern_[at_] == '\\') ++at_;
    const auto size = text::decode(pattern_, at_).size;
    at_ += size;
    return std::string(pattern_.substr(at_ - size, size));
  }

  std::string_view pattern_;
  bool last_;
  std::size_t at_ = 0;
};

std::set<std::string> characters(std::string_view text) {
  std::set<std::string> all;
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).size) all.emplace(text.substr(at, text::decode(text, at).size));
  return all;
}

/// Pieces that a text hard to search could be made of: what the pattern takes, nearly takes, and its single characters.
std::set<std::string> pieces_of(std::string_view pattern) {
  std::set<std::string> pieces{"1", "一", "文", "a"};
  for (const bool last : {false, true}) {
    const std::string sample = Sample(pattern, last).run();
    pieces.merge(characters(sample));
    pieces.insert(sample);
    const std::size_t shorter = sample.size() - text::decode_before(sample, sample.size()).size;
    if (shorter != 0) pieces.insert(sample.substr(0, shorter));
    pieces.insert(sample + sample.substr(0, shorter));
  }
  return pieces;
}

std::string repeated(const std::string& piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

/// The steps of finding every match in a text, one behind the other.
std::uint64_t steps_of(const text::PatternSet& set, const std::string& text) {
  std::uint64_t steps = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    text::PatternSearch search(set, text, text::SearchMode::onward);
    const auto found = search.run(at);
    steps += search.steps() + 1;
    if (!found) break;
    at = found->end;
  }
  return steps;
}

/// Checks one pattern, or several that are looked for together.
void check_work(const std::vector<std::string>& patterns, std::size_t per_byte = 1) {
  text::PatternSet set;
  std::set<std::string> pieces;
  std::size_t size = 0;
  for (const std::string& pattern : patterns) {
    REQUIRE_FALSE(set.add(pattern));
    pieces.merge(pieces_of(pattern));
    size += pattern.size();
  }
  std::string worst;
  std::uint64_t most = 0;
  for (const std::string& piece : pieces) {
    const std::uint64_t steps = steps_of(set, repeated(piece, 1500));
    if (steps >= most) most = steps, worst = piece;
  }
  INFO(patterns.front() << " (" << patterns.size() << " forms) on " << worst);
  const std::uint64_t half = steps_of(set, repeated(worst, kLong / 2)), whole = steps_of(set, repeated(worst, kLong));
  CHECK(whole <= half * 21 / 10 + 1000);
  CHECK(whole <= (kLong + worst.size()) * (size + 8) * per_byte);
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("every entry of the grammars is linear on 100 KB of its worst characters", "[pattern][pathological]") {
  std::size_t entries = 0;
  for (const auto& file : std::filesystem::directory_iterator(GONGWEN_SOURCE_DIR "/grammars")) {
    if (file.path().extension() != ".toml") continue;
    const auto read = parse_grammar_file({file.path().filename().string(), file_text(file.path())});
    REQUIRE(read.ok());
    for (const KindedEntry& kinded : *read) {
      check_work(kinded.entry.forms);
      ++entries;
    }
  }
  CHECK(entries > 150);
}

TEST_CASE("so is whatever a user may write", "[pattern][pathological]") {
  std::string options, nested, choices, texts, mixed;
  for (int i = 0; i < 60; ++i) options += "a?";
  for (int i = 0; i < 15; ++i) nested = "(" + nested + "a?a?)?";
  for (int i = 0; i < 25; ++i) choices += "(a|aa)";
  for (int i = 0; i < 20; ++i) texts += "{text}";
  for (int i = 0; i < 7; ++i) mixed += "{n}?{text}?(年|月)?";
  const std::vector<std::string> patterns = {options + "b", nested + "b", choices + "b", texts, texts + "。", "{text}前", "{text}{text}前", "({text}|{n})({text}|{digits})?底",
                                             mixed + "日", "({n}|{year}|{digits}|{han})({n}|{day})?({n}|{month})?月底", "{text}?{text}?{text}?。"};
  constexpr std::size_t kOptions = 60;   // of which each may be the next
  for (const std::string& pattern : patterns) check_work({pattern}, kOptions);
  check_work(patterns, kOptions);
}

TEST_CASE("a walk along ordinary text takes about a step for each character that a pattern may begin with", "[pattern]") {
  const std::string sentence = "完善政策解读材料，推进重点建设项目台账，确保2025年6月底前按时完成年度任务（县水利局牵头，县财政局、各镇按职责分工负责）。";
  const std::string text = repeated(sentence, kLong);
  for (const GrammarTable& table : Grammar::builtin().tables().tables) {
    if (table.entries().empty()) continue;
    REQUIRE_FALSE(table.patterns().data().states.empty());
    text::PatternWalk walk(table.patterns(), text, text::SearchMode::here);
    for (std::uint32_t at = 0; at < text.size(); at += text::decode(text, at).size) {
      if (table.patterns().may_begin(text::decode(text, at).value)) (void)walk.run(at);
      REQUIRE_FALSE(walk.gave_up());
    }
    INFO(table.entries().front().id);
    const bool tried_everywhere = (table.patterns().data().classes & text::kClassText) != 0;   // a pattern that begins with {text}
    constexpr std::size_t kBytes = 3;   // of a character: {text} looks at so many of them from each
    CHECK(walk.steps() <= text.size() * (tried_everywhere ? text::kSlotTextCharacters / kBytes : 1));
  }
}
