// The rules become a table, the page of one rule, or JSON.
#include "cli/check/rules.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <gongwen/check.hpp>

#include "cli/check/checked.hpp"
#include "cli/check/rule_words.hpp"
#include "cli/check/summary.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kPage = 100;   // columns that prose is read in at ease

std::vector<const Rule*> by_group() {
  std::vector<const Rule*> all(rules().begin(), rules().end());
  std::stable_sort(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->group < b->group; });
  return all;
}

std::string table(Language language) {
  const bool chinese = language == Language::zh;
  TextTable table(chinese ? std::vector<std::string>{"规则", "级别", "修正", "说明"}
                          : std::vector<std::string>{"rule", "severity", "fix", "what"}, 3);
  table.keep_whole(0);
  std::string_view group;
  for (const Rule* rule : by_group()) {
    if (rule->group != group) table.add_section(std::string(group = rule->group));
    table.add_row({std::string(rule->name), std::string(severity_word(rule->severity, language)), rule->fixable ? "--fix" : "",
                   std::string(rule->what.in(language).empty() ? rule->message.in(language) : rule->what.in(language))});
  }
  return table.render(terminal_columns());
}

void add_paragraph(std::string& out, std::string_view head, std::string_view text, std::string_view indent = "  ") {
  if (text.empty()) return;
  out.append("\n").append(head).append("\n");
  for (const std::string& line : wrap(text, std::min(terminal_columns(), kPage) - indent.size())) out.append(indent).append(line).append("\n");
}

// Tabs stay: in a text they are the lines between the cells of a table.
void add_with_tabs(std::string& out, std::string_view line) {
  for (std::size_t tab; (tab = line.find('\t')) != line.npos; line.remove_prefix(tab + 1)) out.append(printable(line.substr(0, tab))).append("\t");
  out.append(printable(line));
}

void add_example(std::string& out, std::string_view head, std::string_view text) {
  if (text.empty()) return;
  out.append("\n").append(head).append("\n");
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_with_tabs(out.append("  | "), text.substr(0, end));
    out.append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// What the rule says of its own example; what is shown of a .docx is no file.
std::string reported(const Rule& rule, Language language) {
  if (rule.fires.empty() || rule.fires.starts_with("<w:")) return "";
  CheckOptions alone;
  alone.select = {std::string(rule.name)};
  auto notice = check(std::as_bytes(std::span(rule.fires)), {}, alone);
  if (!notice) return "";
  const Checked checked{.path = "", .file = "", .options = nullptr, .notice = *std::move(notice), .trouble = {}, .fix = {}, .original = {}};
  const Places places(checked);
  std::string out;
  for (const Diagnostic& what : checked.notice.diagnostics) {
    const Finding finding = places.finding(what, language);
    out += "  " + std::to_string(finding.begin.line) + ":" + std::to_string(finding.begin.column) + ": " + printable(finding.message) + "\n";
  }
  return out;
}

std::string page(const Rule& rule, Language language) {
  const bool chinese = language == Language::zh;
  std::string out = std::string(rule.name) + "  " + std::string(severity_word(rule.severity, language)) + "\n\n";
  const auto line = [&](std::string_view name, std::string_view value) { out.append("  ").append(name).append(value).append("\n"); };
  line(chinese ? "组：    " : "group:    ", rule.group);
  line(chinese ? "对象：  " : "looks at: ", scope_words(rule.scope, language));
  line(chinese ? "依据：  " : "basis:    ", basis_words(rule, language));
  if (rule.fixable) line(chinese ? "修正：  " : "fix:      ", chinese ? "文本文件可用 gongwen check --fix" : "gongwen check --fix, in text files");
  line(chinese ? "消息：  " : "message:  ", rule.message.in(language));
  add_paragraph(out, chinese ? "检查什么" : "What it finds", rule.what.in(language));
  add_paragraph(out, chinese ? "为什么" : "Why", rule.why.in(language));
  add_example(out, chinese ? "会报告的例子" : "An example on which it reports", rule.fires);
  out += reported(rule, language);
  add_example(out, chinese ? "不会报告的例子" : "The same, mended", rule.silent);
  add_paragraph(out, chinese ? "怎么改" : "What to do", rule.mend.in(language));
  return out;
}

void write_phrase(JsonStream& json, const char* key, const Phrase& phrase) {
  json.key(key), json.begin_object();
  json.key("en"), json.string(phrase.en);
  json.key("zh"), json.string(phrase.zh);
  json.end_object();
}

void write_json(JsonStream& json, const Rule& rule) {
  json.begin_object();
  json.key("name"), json.string(rule.name);
  json.key("group"), json.string(rule.group);
  json.key("severity"), json.string(severity_name(rule.severity));
  json.key("basis"), json.string(basis_name(rule.basis));
  json.key("clause"), json.string_or_null(rule.clause);
  json.key("scope"), json.string(scope_name(rule.scope));
  json.key("fixable"), json.boolean(rule.fixable);
  write_phrase(json, "message", rule.message);
  write_phrase(json, "what", rule.what);
  write_phrase(json, "why", rule.why);
  write_phrase(json, "mend", rule.mend);
  json.key("fires"), json.string_or_null(rule.fires);
  json.key("silent"), json.string_or_null(rule.silent);
  json.end_object();
}

std::string as_json(const Rule* one) {
  std::string out;
  JsonStream json(out, 2);
  if (one != nullptr) return write_json(json, *one), out + "\n";
  json.begin_array();
  for (const Rule* rule : rules()) write_json(json, *rule);
  json.end_array();
  return out + "\n";
}

}  // namespace

void write_rules(const Arguments& arguments, Output& output) {
  const Rule* one = find_rule(arguments.check.rule);
  if (arguments.format == Format::json) return output.write(as_json(one));
  output.write(one != nullptr ? page(*one, arguments.language) : table(arguments.language));
}

}  // namespace gongwen::cli
