// One grammar file (TOML) to its entries. Everything that a person can get wrong is answered with the place: the file, the
// line, the line's text, and a caret under the fault.
#include "grammar/loader.hpp"

#include <algorithm>
#include <set>

#include "grammar/attributes.hpp"
#include "grammar/caret.hpp"
#include "grammar/quotes.hpp"
#include "grammar/toml.hpp"
#include "text/pattern.hpp"

namespace gongwen {
namespace {

constexpr std::string_view kKindList =
    "heading, not_heading, column, label, duty, rule, unit_ending, unit_word, deadline, document_type, matter, furniture, cell_word, prose, alias, "
    "unit_name, counted_name";

/// Reads one file; the first fault ends it.
class FileReading {
 public:
  explicit FileReading(const Grammar::File& file) : file_(file) {}

  Result<std::vector<KindedEntry>> run() {
    if (const auto quotes = fault_outside_quotes(file_.text)) return grammar_fault(file_, quotes->place, quotes->reason);
    const toml::parse_result parsed = toml::parse(file_.text, file_.name);
    if (!parsed) {
      fault(parsed.error().source().begin, parsed.error().description());
    } else {
      for (const auto& [name, node] : parsed.table()) read_kind(name, node);
    }
    if (fault_) return std::move(*fault_);
    std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.entry.line < b.entry.line; });
    return std::move(entries_);
  }

 private:
  void fault(const toml::source_position& at, std::string_view reason, std::uint32_t offset = 0) {
    if (!fault_) fault_ = grammar_fault(file_, {at.line, at.column + offset}, reason);
  }

  void read_kind(const toml::key& name, const toml::node& node) {
    const auto kind = grammar_kind(name.str());
    const auto at = name.source().begin;
    if (!kind) return fault(at, "no such kind of entry; there are " + std::string(kKindList));
    if (!node.is_array_of_tables()) return fault(at, "write entries as [[" + std::string(name.str()) + "]]");
    std::set<std::string, std::less<>> ids;
    for (const toml::node& element : *node.as_array()) {
      if (fault_) return;
      read_entry(*kind, *element.as_table());
      if (!fault_ && !ids.insert(entries_.back().entry.id).second) {
        fault(element.as_table()->get("id")->source().begin, "this id stands in the file twice");
      }
    }
  }

  void read_entry(GrammarKind kind, const toml::table& table) {
    KindedEntry made{kind, {}, {}, {}};
    GrammarEntry& entry = made.entry;
    entry.file = file_.name;
    entry.line = table.source().begin.line;
    for (const auto& [key, value] : table) read_key(made, key, value);
    if (!table.contains("id")) fault(table.source().begin, "this entry has no id");
    if (!table.contains("forms")) fault(table.source().begin, "this entry has no forms");
    if (const std::string missing = missing_attribute_fault(kind, entry); !missing.empty()) fault(table.source().begin, missing);
    entries_.push_back(std::move(made));
  }

  void read_key(KindedEntry& made, const toml::key& key, const toml::node& value) {
    GrammarEntry& entry = made.entry;
    if (key == "id") {
      if (!value.is_string()) return fault(value.source().begin, "the id must be a string");
      entry.id = value.as_string()->get();
      if (entry.id.empty()) fault(value.source().begin, "the id is empty");
    } else if (key == "forms") {
      entry.forms = read_strings(key, value, nullptr);
      if (!fault_ && entry.forms.empty()) return fault(value.source().begin, "an entry needs at least one form");
      if (!fault_) check_forms(*value.as_array());
    } else if (key == "examples") {
      entry.examples = read_strings(key, value, &made.example_places);
    } else if (key == "not") {
      entry.counter_examples = read_strings(key, value, &made.counter_example_places);
    } else {
      read_attribute(made, key, value);
    }
  }

  std::vector<std::string> read_strings(const toml::key& key, const toml::node& value, std::vector<FilePlace>* places) {
    std::vector<std::string> strings;
    const std::string wanted = std::string(key.str()) + " must be a list of strings";
    if (!value.is_array()) return fault(value.source().begin, wanted), strings;
    for (const toml::node& element : *value.as_array()) {
      const auto begin = element.source().begin;
      if (!element.is_string()) return fault(begin, wanted), strings;
      strings.push_back(element.as_string()->get());
      if (strings.back().empty()) return fault(begin, "an empty string says nothing"), strings;
      if (places != nullptr) places->push_back({begin.line, begin.column});
    }
    return strings;
  }

  void read_attribute(KindedEntry& made, const toml::key& key, const toml::node& value) {
    if (const std::string reason = attribute_name_fault(made.kind, key.str()); !reason.empty()) return fault(key.source().begin, reason);
    std::string text;
    AttributeType type = AttributeType::text;
    if (value.is_string()) {
      text = value.as_string()->get();
    } else if (value.is_integer()) {
      text = std::to_string(value.as_integer()->get());
      type = AttributeType::number;
    } else if (value.is_boolean()) {
      text = value.as_boolean()->get() ? "true" : "false";
      type = AttributeType::flag;
    } else {
      return fault(value.source().begin, "an attribute is a string, a whole number, true or false");
    }
    if (const std::string reason = attribute_value_fault(made.kind, key.str(), type, text); !reason.empty())
      return fault(value.source().begin, reason);
    made.entry.attributes.emplace_back(key.str(), std::move(text));
  }

  void check_forms(const toml::array& forms) {
    for (const toml::node& form : forms) {
      text::PatternSet scratch;
      const auto error = scratch.add(form.as_string()->get());
      if (!error) continue;
      const auto begin = form.source().begin;
      return fault(begin, error->reason, characters_to(file_.text, {begin.line, begin.column}, error->offset));
    }
  }

  const Grammar::File& file_;
  std::vector<KindedEntry> entries_;
  std::optional<Error> fault_;
};

}  // namespace

Result<std::vector<KindedEntry>> parse_grammar_file(const Grammar::File& file) { return FileReading(file).run(); }

}  // namespace gongwen
