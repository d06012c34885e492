#include <gongwen/grammar.hpp>

#include "catch.hpp"
#include "grammar/tables.hpp"

using namespace gongwen;

namespace {

std::string fault(std::string text) {
  const Grammar::File file{"my.toml", std::move(text)};
  const auto grammar = Grammar::extended({&file, 1});
  if (grammar.ok()) return "none";
  CHECK(grammar.error().code == ErrorCode::bad_grammar);
  return grammar.error().detail;
}

}  // namespace

TEST_CASE("the built-in grammar loads", "[grammar]") {
  CHECK(Grammar::builtin().tables()[GrammarKind::deadline].match_whole("长期坚持"));
}

TEST_CASE("an entry is added", "[grammar]") {
  const Grammar::File file{"my.toml", "[[column]]\nid = 'x'\nforms = ['甲乙(丙丁|戊己)', '庚辛']\nfield = 'deadline'\nrank = 3\n"};
  const auto grammar = Grammar::extended({&file, 1});
  REQUIRE(grammar.ok());
  const auto match = (*grammar).tables()[GrammarKind::column].match_whole("甲乙戊己");
  REQUIRE(match);
  CHECK(match->entry->id == "x");
  CHECK(match->entry->file == "my.toml");
  CHECK(match->entry->line == 1);
  CHECK(match->entry->attribute("field") == "deadline");
  CHECK(match->entry->attribute("rank") == "3");
  CHECK(match->entry->attribute("none").empty());
  CHECK_FALSE(Grammar::builtin().tables()[GrammarKind::column].match_whole("甲乙戊己"));
}

TEST_CASE("an entry replaces the one of the same kind and id", "[grammar]") {
  const Grammar::File files[] = {{"a.toml", "[[furniture]]\nid = 'x'\nwhere = 'any'\nforms = ['甲甲甲']\n"}, {"b.toml", "[[furniture]]\nid = 'x'\nwhere = 'any'\nforms = ['乙乙乙']\n"}};
  const auto grammar = Grammar::extended(files);
  REQUIRE(grammar.ok());
  CHECK_FALSE((*grammar).tables()[GrammarKind::furniture].match_whole("甲甲甲"));
  CHECK((*grammar).tables()[GrammarKind::furniture].match_whole("乙乙乙"));
  CHECK((*grammar).tables()[GrammarKind::furniture].entries().size() ==
        Grammar::builtin().tables()[GrammarKind::furniture].entries().size() + 1);
}

TEST_CASE("faults of grammar files show the place", "[grammar]") {
  CHECK(fault("[[deadline]]\nid = \"a\"\nforms = [\"年(底\"]\n") ==
        "my.toml:3: this ( is not closed\nforms = [\"年(底\"]\n          　^");
  CHECK(fault("[[deadline]]\nid = \"a\"\nforms = [\"a\\\\(b\", \"\\u5E74x)\"]\n") ==
        "my.toml:3: this ) closes nothing\nforms = [\"a\\\\(b\", \"\\u5E74x)\"]\n                          ^");
  CHECK(fault("\n[[dead]]\nid = 'a'\n").substr(0, 37) == "my.toml:2: no such kind of entry; the");
  CHECK(fault("[deadline]\nid = 'a'\n").substr(0, 47) == "my.toml:1: write entries as [[deadline]]\n[deadl");
  CHECK(fault("[[deadline]]\nforms = ['a']\n") == "my.toml:1: this entry has no id\n[[deadline]]\n^");
  CHECK(fault("[[deadline]]\nid = 'a'\n") == "my.toml:1: this entry has no forms\n[[deadline]]\n^");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = []\n") == "my.toml:3: an entry needs at least one form\nforms = []\n        ^");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = 'b'\n") == "my.toml:3: forms must be a list of strings\nforms = 'b'\n        ^");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = ['b', 3]\n") == "my.toml:3: forms must be a list of strings\nforms = ['b', 3]\n              ^");
  CHECK(fault("[[deadline]]\nid = 3\nforms = ['b']\n") == "my.toml:2: the id must be a string\nid = 3\n     ^");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = ['b']\nkind = 1.5\n") ==
        "my.toml:4: an attribute is a string, a whole number, true or false\nkind = 1.5\n       ^");
  CHECK(fault("[[not_heading]]\nid = 'a'\nforms = ['b']\n[[not_heading]]\nid = 'a'\nforms = ['c']\n") ==
        "my.toml:5: this id stands in the file twice\nid = 'a'\n     ^");
  CHECK(fault("[[deadline]]\nid = 'a\n").substr(0, 11) == "my.toml:2: ");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = [\"年底, \"月底\"]\n") ==
        "my.toml:3: this stands outside of quotes\nforms = [\"年底, \"月底\"]\n          　　   ^");
  CHECK(fault("[[deadline]]\nid = 'a'　\n") == "my.toml:2: this stands outside of quotes\nid = 'a'　\n        ^");
  CHECK(fault("[[deadline]]\nid = \"\"\"a\"\"\"\n") == "my.toml:2: write a string on one line\nid = \"\"\"a\"\"\"\n     ^");
  CHECK(fault("# 注释 ·、《\n[[not_heading]]\nid = 'a' # 甲\nforms = ['\\·', \"《\"]\n") == "none");
  CHECK(fault(std::string("\xFF\xFE\0", 3)).substr(0, 9) == "my.toml:1");
  CHECK(fault(std::string(100'000, '[')).substr(0, 8) == "my.toml:");
}

TEST_CASE("attributes are those that the kind has, and say what they may", "[grammar]") {
  const std::string head = "[[column]]\nid = 'a'\nforms = ['b']\n";
  CHECK(fault(head + "feild = 'task'\n") ==
        "my.toml:4: no such key in a column; there are id, forms, examples, not, field, rank, mode\nfeild = 'task'\n^");
  CHECK(fault(head + "field = 'lead'\n") ==
        "my.toml:4: field is one of number, task, group, lead_units, responsible_units, supporting_units, deadline, extra\nfield = 'lead'\n        ^");
  CHECK(fault(head + "field = 1\n") == "my.toml:4: field is a string, in quotes\nfield = 1\n        ^");
  CHECK(fault(head + "field = 'task'\nrank = '9'\n") == "my.toml:5: rank is a whole number, without quotes\nrank = '9'\n       ^");
  CHECK(fault(head + "field = 'task'\nmode = 'all'\n") == "my.toml:5: mode is one of whole, prefix, search, suffix\nmode = 'all'\n       ^");
  CHECK(fault("[[document_type]]\nid = 'a'\nforms = ['b']\nstatutory = 'true'\n") ==
        "my.toml:4: statutory is true or false, without quotes\nstatutory = 'true'\n            ^");
  CHECK(fault("[[deadline]]\nid = 'a'\nforms = ['b']\nkind = 'recurring'\nevery = 'monthly'\n").substr(0, 38) ==
        "my.toml:5: every is an ISO 8601 durati");
  CHECK(fault(head).substr(0, 45) == "my.toml:1: this entry has no field: number, t");
  CHECK(fault("[[heading]]\nid = 'a'\nforms = ['{n}']\nrank = 1\n") == "my.toml:1: this entry has no style\n[[heading]]\n^");
}

TEST_CASE("an entry that fails its own examples is a fault", "[grammar]") {
  const std::string head = "[[column]]\nid = 'a'\nfield = 'task'\nforms = ['甲(乙|丙)']\n";
  CHECK(fault(head + "examples = [\"甲乙\", \"甲丁\"]\n") ==
        "my.toml:5: no form of this entry matches its example 甲丁\nexamples = [\"甲乙\", \"甲丁\"]\n             　　   ^");
  CHECK(fault(head + "examples = ['甲乙']\nnot = ['甲丙']\n") ==
        "my.toml:6: the form 甲(乙|丙) matches 甲丙, which it must not\nnot = ['甲丙']\n       ^");
  CHECK(fault(head + "examples = ['']\n") == "my.toml:5: an empty string says nothing\nexamples = ['']\n            ^");
  CHECK(fault(head + "examples = ['甲乙']\nnot = ['甲丁']\n") == "none");
}

TEST_CASE("the first faulty file is named", "[grammar]") {
  const Grammar::File files[] = {{"a.toml", "[[furniture]]\nid = 'x'\nwhere = 'any'\nforms = ['甲']\n"}, {"b.toml", "x"}};
  const auto grammar = Grammar::extended(files);
  REQUIRE_FALSE(grammar.ok());
  CHECK(grammar.error().detail.substr(0, 9) == "b.toml:1:");
}
