// Entries to what is wrong with them: each is tried on its own examples, alone and then among all others; what an example
// of a deadline says that it means is what the deadline reader must make of it.
#include <array>
#include <unordered_map>

#include "cli/commands/grammar.hpp"
#include "extract/deadline_text.hpp"
#include "grammar/builtin.hpp"
#include "grammar/examples.hpp"
#include "text/traditional.hpp"

namespace gongwen::cli {
namespace {

// The notice that the examples of deadlines stand in.
const DeadlineContext kContext{2024, {2024, 6, 24}};

class EntryTest {
 public:
  EntryTest(const MergedGrammar& merged, const MergedEntry& entry, bool chinese, TestResult& result)
      : merged_(merged), entry_(entry), chinese_(chinese), result_(result) {}

  void run() {
    std::vector<bool> failed(entry_.kinded.entry.examples.size(), false);
    for (const ExampleFault& fault : failed_examples(entry_.kinded)) {
      if (!fault.counter) failed[fault.index] = true;
      add(fault.counter, fault.index, fault.counter ? counter_sentence(fault) : unmatched_sentence(fault));
    }
    for (std::size_t i = 0; i < failed.size(); ++i) {
      if (failed[i]) continue;
      test_among_others(i);
      test_meaning(i);
    }
    if (failed.empty() && entry_.added) result_.faults.push_back({&entry_, 0, chinese_ ? "没有 examples" : "this entry has no examples"});
    result_.examples += failed.size();
    result_.counter_examples += entry_.kinded.entry.counter_examples.size();
  }

 private:
  void add(bool counter, std::size_t index, std::string sentence) {
    const auto& places = counter ? entry_.kinded.counter_example_places : entry_.kinded.example_places;
    result_.faults.push_back({&entry_, index < places.size() ? places[index].line : 0, std::move(sentence)});
  }

  [[nodiscard]] std::optional<GrammarMatch> decided_by(std::string_view text) const {
    return deciding_match(merged_.grammar.tables()[entry_.kinded.kind], example_mode(entry_.kinded), text);
  }

  [[nodiscard]] std::string name_of(const GrammarMatch& match, std::string_view text) const {
    const GrammarEntry& other = *match.entry;
    const std::string what(text.substr(match.begin, match.end - match.begin));
    const std::string place = other.file + ":" + std::to_string(other.line);
    return chinese_ ? place + " 的 " + other.id + "（" + other.forms[match.form] + " 匹配“" + what + "”）"
                    : other.id + " at " + place + " (its form " + other.forms[match.form] + " matches “" + what + "”)";
  }

  [[nodiscard]] std::string unmatched_sentence(const ExampleFault& fault) const {
    const auto other = decided_by(fault.text);
    if (chinese_) return "没有形式匹配示例“" + fault.text + "”；匹配它的是：" + (other ? name_of(*other, fault.text) : "无");
    return "no form matches the example “" + fault.text + "”; what matches it instead: " + (other ? name_of(*other, fault.text) : "nothing");
  }

  [[nodiscard]] std::string counter_sentence(const ExampleFault& fault) const {
    if (chinese_) return "形式 " + fault.form + " 匹配了 not 中“" + fault.text + "”的“" + fault.matched + "”";
    return "the form " + fault.form + " matches “" + fault.matched + "” of “" + fault.text + "”, which is under `not`";
  }

  // An entry of the caller's that another one outdoes has no effect; one that outdoes a built-in one changes what that says.
  void test_among_others(std::size_t index) {
    const std::string_view text = example_text(entry_.kinded.entry.examples[index]);
    const auto match = decided_by(text);
    if (!match || match->entry->attributes == entry_.kinded.entry.attributes || match->entry->id == entry_.kinded.entry.id) return;
    if (!entry_.added && !is_added(*match->entry)) return;   // among themselves the built-in entries are in order
    add(false, index, chinese_ ? "示例“" + std::string(text) + "”由另一条目决定：" + name_of(*match, text)
                               : "the example “" + std::string(text) + "” is decided by another entry: " + name_of(*match, text));
  }

  [[nodiscard]] bool is_added(const GrammarEntry& wanted) const {
    for (const MergedEntry& entry : merged_.entries)
      if (entry.kinded.kind == wanted.kind && entry.kinded.entry.id == wanted.id) return entry.added;
    return false;
  }

  void test_meaning(std::size_t index) {
    const std::string& example = entry_.kinded.entry.examples[index];
    const std::string_view wanted = example_meaning(example);
    if (wanted.empty()) return;
    if (entry_.kinded.kind != GrammarKind::deadline)
      return add(false, index, chinese_ ? "只有 deadline 的示例可以用 => 说明含义" : "only an example of a deadline says with => what it means");
    const std::string_view text = example_text(example);
    const std::string got = deadline_text(read_deadline(text::simplified(text), kContext, merged_.grammar));
    if (got.find(wanted) != got.npos) return;
    add(false, index, chinese_ ? "示例“" + std::string(text) + "”的含义是 " + got + "，不是 " + std::string(wanted)
                               : "the example “" + std::string(text) + "” means " + got + ", not " + std::string(wanted));
  }

  const MergedGrammar& merged_;
  const MergedEntry& entry_;
  bool chinese_;
  TestResult& result_;
};

}  // namespace

Result<MergedGrammar> merge_grammar(const std::vector<Grammar::File>& files) {
  MergedGrammar merged;
  std::array<std::unordered_map<std::string, std::size_t>, static_cast<std::size_t>(GrammarKind::count_)> places;
  const auto add = [&](KindedEntry kinded, bool added) {
    const auto [at, fresh] = places[static_cast<std::size_t>(kinded.kind)].try_emplace(kinded.entry.id, merged.entries.size());
    if (fresh) merged.entries.push_back({std::move(kinded), added});
    else merged.entries[at->second] = {std::move(kinded), added};
  };
  for (KindedEntry& entry : builtin_with_examples()) add(std::move(entry), false);
  for (const Grammar::File& file : files) {
    auto entries = parse_grammar_file(file);
    if (!entries) return entries.error();
    for (KindedEntry& entry : *entries) add(std::move(entry), true);
  }
  GrammarLoader loader;
  for (const MergedEntry& entry : merged.entries) loader.add(entry.kinded);
  merged.grammar = Grammar(std::make_shared<const GrammarTables>(std::move(loader).build()));
  return merged;
}

TestResult test_grammar(const MergedGrammar& merged, bool chinese) {
  TestResult result;
  for (const MergedEntry& entry : merged.entries) EntryTest(merged, entry, chinese, result).run();
  return result;
}

}  // namespace gongwen::cli
