// `gongwen grammar test`, `list`, `show`: for people who add to the grammar.
#include <algorithm>
#include <string>
#include <string_view>

#include "cli/commands/commands.hpp"
#include "cli/commands/grammar.hpp"
#include "cli/input.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

std::string place_of(const GrammarEntry& entry, std::uint32_t line) {
  return entry.file + ":" + std::to_string(line == 0 ? entry.line : line);
}

Exit test(Session& session, const MergedGrammar& merged) {
  const bool chinese = session.arguments.language == Language::zh;
  const TestResult result = test_grammar(merged, chinese);
  for (const TestFault& fault : result.faults) {
    const KindedEntry& kinded = fault.entry->kinded;
    session.output.write(printable(place_of(kinded.entry, fault.line) + ": " + std::string(kind_name(kinded.kind)) + " " + kinded.entry.id + ": " + fault.sentence) + "\n");
  }
  const auto number = [](std::size_t count) { return std::to_string(count); };
  const std::size_t tried = result.examples + result.counter_examples, entries = merged.entries.size(), failed = result.faults.size();
  if (chinese)
    session.output.write(number(entries) + " 个条目，" + number(tried) + " 个示例和反例，" + (failed == 0 ? "全部通过" : number(failed) + " 处不符") + "\n");
  else
    session.output.write(number(entries) + " entries, " + number(tried) + " examples and counter-examples, " +
                         (failed == 0 ? "all as they should be" : number(failed) + (failed == 1 ? " fault" : " faults")) + "\n");
  return result.faults.empty() ? kDone : kSomeFailed;
}

std::string attributes_of(const GrammarEntry& entry) {
  std::string out;
  for (const auto& [name, value] : entry.attributes) out.append(out.empty() ? "" : " ").append(name).append("=").append(value);
  return out;
}

Exit list(Session& session, const MergedGrammar& merged) {
  constexpr std::size_t kAttributes = 3;
  const bool chinese = session.arguments.language == Language::zh;
  std::vector<std::string> header{"kind", "id", "place", "attributes", "forms"};
  if (chinese) header = {"种类", "id", "位置", "属性", "形式数"};
  TextTable table(std::move(header), kAttributes);
  for (const MergedEntry& entry : merged.entries) {
    const GrammarEntry& e = entry.kinded.entry;
    const std::string_view kind = kind_name(entry.kinded.kind);
    if (!session.arguments.entry_kind.empty() && kind != session.arguments.entry_kind) continue;
    table.add_row({std::string(kind), printable(e.id), printable(place_of(e, 0)), printable(attributes_of(e)), std::to_string(e.forms.size())});
  }
  session.output.write(table.render(terminal_columns()));
  return kDone;
}

// As TOML that can be copied into a file of one's own. Forms often hold a backslash: those go in '…' where that is possible.
std::string quoted(std::string_view text) {
  const bool literal = text.find('\\') != text.npos && text.find('\'') == text.npos;
  std::string out(1, literal ? '\'' : '"');
  for (const char c : text) {
    if (!literal && (c == '"' || c == '\\')) out.push_back('\\');
    out.push_back(c);
  }
  return out + (literal ? "'" : "\"");
}

std::string list_of(std::string_view key, const std::vector<std::string>& strings) {
  if (strings.empty()) return "";
  std::string line = std::string(key) + " = [", lines = line + "\n";
  for (const std::string& text : strings) {
    line.append(line.ends_with('[') ? "" : ", ").append(quoted(text));
    lines.append("  ").append(quoted(text)).append(",\n");
  }
  return display_width(line) < 100 ? line + "]\n" : lines + "]\n";
}

bool is_plain(std::string_view value) {
  return value == "true" || value == "false" || (!value.empty() && value.find_first_not_of("0123456789") == value.npos);
}

std::string toml_of(const KindedEntry& kinded) {
  const GrammarEntry& entry = kinded.entry;
  std::string out = "# " + place_of(entry, 0) + "\n[[" + std::string(kind_name(kinded.kind)) + "]]\nid = " + quoted(entry.id) + "\n";
  for (const auto& [name, value] : entry.attributes) out += name + " = " + (is_plain(value) ? value : quoted(value)) + "\n";
  return out + list_of("forms", entry.forms) + list_of("examples", entry.examples) + list_of("not", entry.counter_examples);
}

Exit bad_usage(const Session& session, const std::string& english, const std::string& chinese) {
  const bool zh = session.arguments.language == Language::zh;
  session.reporter.line(printable(zh ? "gongwen: 命令行有误：" + chinese : "gongwen: the command line is wrong: " + english));
  return kBadUsage;
}

// ID, or KIND/ID where several kinds have the id.
Exit show(Session& session, const MergedGrammar& merged) {
  const std::string& wanted = session.arguments.entry_id;
  bool any = false;
  for (const MergedEntry& entry : merged.entries) {
    const std::string& id = entry.kinded.entry.id;
    if (wanted != id && wanted != std::string(kind_name(entry.kinded.kind)) + "/" + id) continue;
    session.output.write((any ? "\n" : "") + toml_of(entry.kinded));
    any = true;
  }
  if (any) return kDone;
  return bad_usage(session, "there is no entry “" + wanted + "”; see gongwen grammar list", "没有条目“" + wanted + "”；请看 gongwen grammar list");
}

}  // namespace

Exit grammar_command(Session& session) {
  const Arguments& arguments = session.arguments;
  if (!arguments.entry_kind.empty() && !grammar_kind(arguments.entry_kind)) {
    std::string kinds;
    for (std::size_t i = 0; i < static_cast<std::size_t>(GrammarKind::count_); ++i)
      kinds.append(i == 0 ? "" : ", ").append(kind_name(static_cast<GrammarKind>(i)));
    return bad_usage(session, "there is no kind “" + arguments.entry_kind + "”; there are " + kinds, "没有种类“" + arguments.entry_kind + "”；有 " + kinds);
  }
  std::string where;
  const auto files = read_grammar_files(arguments.grammars, arguments.language, where);
  if (!files) return session.reporter.failure(where, files.error()), kNothingDone;
  const auto merged = merge_grammar(*files);
  if (!merged) return session.reporter.failure(where, merged.error()), kNothingDone;
  switch (arguments.grammar_action) {
    case GrammarAction::test: return test(session, *merged);
    case GrammarAction::list: return list(session, *merged);
    case GrammarAction::show: break;
  }
  return show(session, *merged);
}

}  // namespace gongwen::cli
