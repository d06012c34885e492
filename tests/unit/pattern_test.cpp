
#include <algorithm>
#include <array>

#include "catch.hpp"
#include "text/pattern.hpp"

using namespace gongwen::text;

namespace {

PatternSet set_of(std::initializer_list<std::string_view> patterns) {
  PatternSet set;
  for (const auto pattern : patterns) {
    INFO(pattern);
    REQUIRE_FALSE(set.add(pattern));
  }
  return set;
}

std::string text_of(const std::optional<Match>& match, std::string_view text) {
  return match ? std::string(text.substr(match->begin, match->end - match->begin)) : "none";
}

std::string at(std::string_view pattern, std::string_view text) { return text_of(set_of({pattern}).match_at(text, 0), text); }
std::string found(std::string_view pattern, std::string_view text) { return text_of(set_of({pattern}).find(text), text); }

std::string fault(std::string_view pattern) {
  PatternSet set;
  const auto error = set.add(pattern);
  return error ? std::to_string(error->offset) + ": " + error->reason : "none";
}

}  // namespace

TEST_CASE("literals, options, alternatives and sets", "[pattern]") {
  CHECK(at("完成时限", "完成时限：") == "完成时限");
  CHECK(at("完成时?限?", "完成") == "完成");
  CHECK(at("(完成|办结)(时限|时间)?", "办结时间") == "办结时间");
  CHECK(at("{month}月[底末]", "6月末前") == "6月末");
  CHECK(at("a(b(c|d)?)?e", "abe") == "abe");
  CHECK(at("(牵头|牵头单位)", "牵头单位") == "牵头单位");
  CHECK(at("(|责任)单位", "单位") == "单位");
  CHECK(at("x?y", "z") == "none");
}

TEST_CASE("a backslash takes the next character as it is", "[pattern]") {
  CHECK(at("\\(a\\|b\\)\\?", "(a|b)?") == "(a|b)?");
  CHECK(at("[\\]\\\\]x", "\\x") == "\\x");
  CHECK(at("\\{year\\}", "{year}") == "{year}");
}

TEST_CASE("slots read values", "[pattern]") {
  const auto set = set_of({"{year}年{month}月{day}日"});
  for (const std::string_view text : {"2025年6月30日", "二〇二五年六月三十日", "二○二五年06月三十日"}) {
    INFO(text);
    const auto match = set.match_whole(text);
    REQUIRE(match);
    REQUIRE(match->captures.size() == 3);
    CHECK(match->captures[0].value == 2025);
    CHECK(match->captures[1].value == 6);
    CHECK(match->captures[2].value == 30);
    CHECK(match->captures[2].slot == SlotKind::day);
  }
  CHECK_FALSE(set.match_whole("2125年6月30日"));
  CHECK_FALSE(set.match_whole("2025年13月30日"));
  CHECK_FALSE(set.match_whole("2025年6月32日"));
  CHECK(at("{circled}", "⑫") == "⑫");
  CHECK(at("{roman}、", "VIII、") == "VIII、");
  CHECK(at("{roman}、", "Ⅲ、") == "Ⅲ、");
  CHECK(at("由{text}负责", "由市教育局负责") == "由市教育局负责");
  CHECK(at("由{text}负责", "由市教育局，负责") == "none");
}

TEST_CASE("a slot is greedy, and gives back what the rest needs", "[pattern]") {
  const auto set = set_of({"{year}{month}{day}", "{month}2月"});
  const auto compact = set.match_whole("20250630");
  REQUIRE(compact);
  CHECK(compact->captures[1].value == 6);
  CHECK(compact->captures[2].value == 30);
  CHECK(set.match_whole("20251130")->captures[1].value == 11);
  CHECK(set.match_whole("12月")->captures[0].value == 1);
  CHECK(at("{month}十月", "二十月") == "二十月");
}

TEST_CASE("the longest match wins, of equally long ones the first added", "[pattern]") {
  const auto set = set_of({"年底", "年底前", "{text}前", "年底前?"});
  const auto match = set.match_at("年底前", 0);
  REQUIRE(match);
  CHECK(match->pattern == 1);
  CHECK(match->end == 9);
}

TEST_CASE("a search finds the leftmost, and takes numbers whole", "[pattern]") {
  CHECK(found("{month}月底", "方案于6月底、8月底") == "6月底");
  CHECK(found("{n}年内", "2025年内") == "2025年内");
  CHECK(found("{month}月", "第2012月") == "none");
  CHECK(found("{day}日", "二十五日") == "二十五日");
  CHECK(found("{han}日", "统一五日") == "五日");
  CHECK(found("五日", "十五日") == "五日");
  const auto set = set_of({"年底前"});
  const auto match = set.find("三年底前年底前", 4);
  REQUIRE(match);
  CHECK(match->begin == 12);
  CHECK_FALSE(set.find("年底前", 1));
  CHECK_FALSE(set.find("", 0));
  CHECK_FALSE(set.match_at("年底前", 9));
  CHECK_FALSE(set.match_at("年底前", 100));
}

TEST_CASE("a whole match ends at the end", "[pattern]") {
  const auto set = set_of({"(责任|责任单)(位|)"});
  CHECK(set.match_whole("责任单位"));
  CHECK(set.match_whole("责任"));
  CHECK_FALSE(set.match_whole("责任单位："));
  CHECK_FALSE(set.match_whole(""));
}

TEST_CASE("faults of patterns have a place", "[pattern]") {
  CHECK(fault("(a|b") == "0: this ( is not closed");
  CHECK(fault("ab)") == "2: this ) closes nothing");
  CHECK(fault("a|b") == "1: put alternatives into brackets: (a|b)");
  CHECK(fault("年[底") == "3: this [ is not closed");
  CHECK(fault("a[]") == "1: this [] holds no character");
  CHECK(fault("?a").substr(0, 2) == "0:");
  CHECK(fault("a??").substr(0, 2) == "2:");
  CHECK(fault("{jahr}年").substr(0, 16) == "0: no such slot;");
  CHECK(fault("a{year").substr(0, 2) == "1:");
  CHECK(fault("a\\").substr(0, 2) == "1:");
  CHECK(fault("a?(b|)").find("empty text") != std::string::npos);
  CHECK(fault("").find("empty text") != std::string::npos);
  CHECK(fault("a\xFF").substr(0, 2) == "1:");
  CHECK(fault(std::string(40, '(') + "a" + std::string(40, ')')).find("too deep") != std::string::npos);
  CHECK(fault(std::string(5000, 'a')).find("4096") != std::string::npos);
  std::string wide;
  for (int i = 0; i < 600; ++i) wide += "a?";
  CHECK(fault(wide + "b").find("too long") != std::string::npos);
}

TEST_CASE("a faulty pattern leaves the set as it was", "[pattern]") {
  PatternSet set;
  CHECK_FALSE(set.add("年底"));
  CHECK(set.add("年(底"));
  CHECK_FALSE(set.add("月底"));
  CHECK(set.size() == 2);
  CHECK(set.find("月底")->pattern == 1);
}

TEST_CASE("the worst patterns stay linear on 100 KB", "[pattern][pathological]") {
  std::string options, nested, choices, texts;
  for (int i = 0; i < 60; ++i) options += "a?";
  for (int i = 0; i < 15; ++i) nested = "(" + nested + "a?a?)?";
  for (int i = 0; i < 40; ++i) choices += "(a|aa)";
  for (int i = 0; i < 4; ++i) texts += "{text}";
  const std::string text(100'000, 'a'), digits(100'000, '1');
  std::string han;
  for (int i = 0; i < 33'000; ++i) han += "九";
  for (const std::string& pattern : {options + "b", nested + "b", choices + "b", texts + "。", std::string("({n}|{year}|{digits}|{han})({n}|{day})?({n}|{month})?月底")}) {
    auto set = set_of({pattern});
    for (const bool sealed : {false, true}) {
      if (sealed) set.seal();
      for (const std::string& worst : {text, digits, han}) {
        INFO(pattern);
        CHECK_FALSE(set.find(worst));
      }
    }
  }
}

namespace {

bool same(const std::optional<Match>& a, const std::optional<Match>& b) {
  if (!a || !b) return !a && !b;
  const auto same_capture = [](const Capture& x, const Capture& y) { return x.slot == y.slot && x.value == y.value && x.begin == y.begin && x.end == y.end; };
  return a->pattern == b->pattern && a->begin == b->begin && a->end == b->end &&
         std::equal(a->captures.begin(), a->captures.end(), b->captures.begin(), b->captures.end(), same_capture);
}

}  // namespace

TEST_CASE("a sealed set matches as one that is not", "[pattern]") {
  const std::initializer_list<std::string_view> patterns = {
      "{year}年{month}月{day}日", "{month}月[底末]前?", "{n}年内", "(年|月)底", "年底前", "({text}|{n})前", "{text}月{digits}", "五(年|日|月底)?", "[一二五]?月", "{han}日",
      "{circled}?{letter}", "{roman}、", "{day}?前", "{text}{text}底{n}", "(一|一五|一五月)(年|月年|底)?"};
  const PatternSet open = set_of(patterns);
  PatternSet sealed = set_of(patterns);
  sealed.seal();
  REQUIRE_FALSE(sealed.data().states.empty());
  constexpr std::array<std::string_view, 18> kPieces{"年", "月", "日", "底", "前", "五", "十", "一", "二", "2", "0", "25", "内", "，", "①", "I", "、", "\xE5"};
  std::uint32_t state = 1;
  for (int turn = 0; turn < 3000; ++turn) {
    std::string text;
    for (int i = 0; i < 1 + turn % 40; ++i) text += kPieces[((state = state * 1664525 + 1013904223) >> 16) % kPieces.size()];
    INFO(text);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      REQUIRE(same(open.match_at(text, at), sealed.match_at(text, at)));
      REQUIRE(same(open.find(text, at), sealed.find(text, at)));
    }
    REQUIRE(same(open.match_whole(text), sealed.match_whole(text)));
  }
}

TEST_CASE("any bytes at all", "[pattern]") {
  const auto set = set_of({"{text}", "{year}年", "{circled}", "[年月]"});
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>(i * 7919 >> 3));
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    const auto match = set.match_at(bytes, i);
    if (match) REQUIRE(match->end <= bytes.size());
  }
}
