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

/// The two arrays of grammar/builtin.hpp.
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
  }
  [[nodiscard]] std::string text() const {
    return "// Made from grammars/*.toml by tools/embed_grammar.cpp.\n#include \"grammar/builtin.hpp\"\n\nnamespace gongwen {\n"
           "namespace {\n\nusing namespace std::string_view_literals;\n\nconstexpr BuiltinEntry kEntries[] = {\n" +
           entries_ + "};\n\nconstexpr std::string_view kStrings[] = {\n" + strings_ +
           "};\n\n}  // namespace\n\nstd::span<const BuiltinEntry> builtin_entries() noexcept { return kEntries; }\n"
           "std::span<const std::string_view> builtin_strings() noexcept { return kStrings; }\n\n}  // namespace gongwen\n";
  }

 private:
  void add_string(std::string_view text) {
    strings_ += "    " + literal_of(text) + ",\n";
    ++count_;
  }
  std::string entries_, strings_;
  std::size_t count_ = 0;
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
