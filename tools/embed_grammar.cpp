// The grammar files to one C++ source that holds their entries as constant data: embed_grammar OUTPUT
// FILE… A fault in a file ends the build with its place.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <utility>

#include "grammar/loader.hpp"

namespace {

/// A string literal; bytes beyond ASCII in octal, so that the source's encoding does not matter.
std::string literal_of(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '?') {
      literal.push_back(c);
    } else {
      literal += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)), static_cast<char>('0' + (byte & 7))};
    }
  }
  return literal + "\"sv";
}

/// The arrays of one kind's compiled patterns, as constants whose names hold the kind's.
class PatternsOutput {
 public:
  PatternsOutput(std::string_view kind, const gongwen::text::PatternData& data) : kind_(kind) {
    using namespace gongwen::text;
    array("PatternInstruction", data.code, [](const PatternInstruction& i) {
      return "{PatternInstruction::Op{" + std::to_string(static_cast<int>(i.op)) + "}, " + numbers({i.length, i.jump, i.argument}) + "}";
    });
    array("char32_t", data.sets, [](char32_t c) { return numbers({c}); });
    array("std::uint32_t", data.closures, [](std::uint32_t i) { return numbers({i}); });
    array("PatternProgram", data.programs, [](const PatternProgram& p) { return "{" + numbers({p.begin, p.end}) + (p.has_slots ? ", true}" : ", false}"); });
    array("PatternHead", data.heads, [](const PatternHead& h) { return "{" + numbers({h.character, h.instruction}) + "}"; });
    array("std::uint32_t", data.slot_heads, [](std::uint32_t i) { return numbers({i}); });
    array("PatternState", data.states, [](const PatternState& s) {
      return "{" + numbers({s.edges, s.edge_count, s.slots, s.accepts, s.slot_count, s.classes}) + "}";
    });
    array("PatternEdge", data.edges, [](const PatternEdge& e) { return "{" + numbers({e.character, e.state}) + "}"; });
    array("PatternSlotEdge", data.slot_edges, [](const PatternSlotEdge& e) {
      return "{SlotKind{" + std::to_string(static_cast<int>(e.kind)) + "}, " + numbers({e.state}) + "}";
    });
    names_ += numbers({data.texts, data.classes});
  }
  [[nodiscard]] const std::string& arrays() const noexcept { return arrays_; }
  /// The PatternData.
  [[nodiscard]] std::string value() const { return "    {" + names_ + "},\n"; }

 private:
  static std::string numbers(std::initializer_list<std::uint32_t> values) {
    std::string text;
    for (const std::uint32_t value : values) text += (text.empty() ? "" : ", ") + std::to_string(value);
    return text;
  }
  template <class T, class Write>
  void array(std::string_view type, std::span<const T> values, Write write) {
    const std::string name = "k_" + kind_ + "_" + std::to_string(count_++);
    names_ += (values.empty() ? "{}" : name) + ", ";
    if (values.empty()) return;
    arrays_ += "constexpr " + std::string(type) + " " + name + "[] = {\n";
    std::string line;
    for (const T& value : values) {
      line += write(value) + ",";
      if (line.size() < 120) continue;
      arrays_ += line + "\n";
      line.clear();
    }
    arrays_ += line + "};\n";
  }
  std::string kind_, arrays_, names_;
  std::size_t count_ = 0;
};

/// The arrays of grammar/builtin.hpp.
class Output {
 public:
  void add(const gongwen::KindedEntry& kinded) {
    const gongwen::GrammarEntry& entry = kinded.entry;
    entries_ += "    {GrammarKind::" + std::string(gongwen::kind_name(kinded.kind)) + ", " + literal_of(entry.id) + ", " + literal_of(entry.file) +
                ", " + std::to_string(entry.line) + ", " + std::to_string(count_) + ", " + std::to_string(entry.forms.size()) + ", " +
                std::to_string(entry.attributes.size()) + ", " + std::to_string(entry.examples.size()) + ", " +
                std::to_string(entry.counter_examples.size()) + "},\n";
    for (const std::string& form : entry.forms) add_string(form);
    for (const auto& [name, text] : entry.attributes) {
      add_string(name);
      add_string(text);
    }
    for (const std::string& example : entry.examples) add_string(example);
    for (const std::string& example : entry.counter_examples) add_string(example);
    loader_.add(kinded);
  }
  [[nodiscard]] std::string text() {
    std::string arrays, patterns;
    const gongwen::GrammarTables tables = std::move(loader_).build();
    for (std::size_t kind = 0; kind < tables.tables.size(); ++kind) {
      const PatternsOutput made(gongwen::kind_name(static_cast<gongwen::GrammarKind>(kind)), tables.tables[kind].patterns().data());
      arrays += made.arrays();
      patterns += made.value();
    }
    return "// Made from grammars/*.toml by tools/embed_grammar.cpp.\n#include \"grammar/builtin.hpp\"\n\nnamespace gongwen {\n"
           "namespace {\n\nusing namespace std::string_view_literals;\n\nconstexpr BuiltinEntry kEntries[] = {\n" +
           entries_ + "};\n\nconstexpr std::string_view kStrings[] = {\n" + strings_ +
           "};\n\nusing namespace text;\n" + arrays + "constexpr PatternData kPatterns[] = {\n" + patterns +
           "};\n\n}  // namespace\n\nstd::span<const text::PatternData> builtin_patterns() noexcept { return kPatterns; }\nstd::span<const BuiltinEntry> builtin_entries() noexcept { return kEntries; }\n"
           "std::span<const std::string_view> builtin_strings() noexcept { return kStrings; }\n\n}  // namespace gongwen\n";
  }

 private:
  void add_string(std::string_view text) {
    strings_ += "    " + literal_of(text) + ",\n";
    ++count_;
  }
  std::string entries_, strings_;
  std::size_t count_ = 0;
  gongwen::GrammarLoader loader_;
};

bool embed(const std::string& path, Output& output, std::map<std::pair<gongwen::GrammarKind, std::string>, std::string>& seen) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::cerr << path << ": cannot be read\n", false;
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const auto entries = gongwen::parse_grammar_file({path, text});
  if (!entries) return std::cerr << entries.error().detail << '\n', false;
  const std::string name = "grammars/" + std::filesystem::path(path).filename().string();
  for (gongwen::KindedEntry kinded : *entries) {
    const auto [first, fresh] = seen.try_emplace({kinded.kind, kinded.entry.id}, name);
    if (!fresh) {
      std::cerr << path << ":" << kinded.entry.line << ": the id " << kinded.entry.id << " stands in " << first->second << " too\n";
      return false;
    }
    kinded.entry.file = name;
    output.add(kinded);
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::cerr << "usage: embed_grammar OUTPUT FILE...\n", 2;
  Output output;
  std::map<std::pair<gongwen::GrammarKind, std::string>, std::string> seen;
  for (int i = 2; i < argc; ++i) {
    if (!embed(argv[i], output, seen)) return 1;
  }
  std::ofstream stream(argv[1], std::ios::binary);
  stream << output.text();
  return stream.flush() ? 0 : 1;
}
