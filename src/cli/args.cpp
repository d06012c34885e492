// argv becomes Arguments, or a Reply: the help, the version, or what is wrong. The only place that knows CLI11.
#include "cli/args.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>

#include <CLI/CLI.hpp>

#include <gongwen/version.hpp>

#include "cli/batch/arguments.hpp"
#include "cli/check/arguments.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"

namespace gongwen::cli {
namespace {

Language language_of(std::string_view locale) noexcept { return locale.starts_with("zh") ? Language::zh : Language::en; }

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return language_of(value);   // NOLINT(concurrency-mt-unsafe)
  return Language::en;
}

// Errors are told in the language asked for, even where the rest of the command line is wrong.
Language wanted_language(int argc, const char* const* argv) {
  Language language = locale_language();
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    std::string_view name;
    if (argument == "--lang" && i + 1 < argc) name = argv[i + 1];
    if (argument.starts_with("--lang=")) name = argument.substr(7);
    if (name == "zh" || name == "en") language = language_of(name);
  }
  return language;
}

void add_language(CLI::App& app, Arguments& arguments) {
  add_choice<Language>(app, "--lang", arguments.language, {{"zh", Language::zh}, {"en", Language::en}});
}
void add_output(CLI::App& app, Arguments& arguments) { app.add_option("-o,--output", arguments.output); }

void add_grammar(CLI::App& app, Arguments& arguments) {
  add_many(app, "--grammar", arguments.grammars);
}

void add_reading(CLI::App& app, Arguments& arguments) {
  add_choice<Revisions>(app, "--revisions", arguments.revisions, {{"accept", Revisions::accept}, {"reject", Revisions::reject}});
}

void add_parsing(CLI::App& app, Arguments& arguments) {
  add_choice<Punctuation>(app, "--punctuation", arguments.punctuation,
                          {{"chinese", Punctuation::chinese}, {"ascii", Punctuation::ascii}, {"keep", Punctuation::keep}});
  add_reading(app, arguments);
  add_grammar(app, arguments);
}

void add_files(CLI::App& app, Arguments& arguments, bool several) {
  auto* option = app.add_option("FILE", arguments.files)->required();
  several ? option->expected(1, -1) : option->expected(1);
}

// A subcommand; `chosen` takes in what it is once it has been read.
template <class Choice>
CLI::App& add_subcommand(CLI::App& app, const char* name, Arguments& arguments, Choice& chosen, Choice choice) {
  CLI::App& sub = *app.add_subcommand(name);
  sub.set_help_flag("-h,--help");
  sub.parse_complete_callback([&chosen, choice] { chosen = choice; });
  add_language(sub, arguments);
  add_output(sub, arguments);
  return sub;
}

CLI::App& add_command(CLI::App& app, const char* name, Arguments& arguments, Command command) {
  return add_subcommand(app, name, arguments, arguments.command, command);
}

CLI::App& add_grammar_action(CLI::App& app, const char* name, Arguments& arguments, GrammarAction action) {
  return add_subcommand(app, name, arguments, arguments.grammar_action, action);
}

void add_grammar_command(CLI::App& app, Arguments& arguments) {
  CLI::App& grammar = add_command(app, "grammar", arguments, Command::grammar);
  grammar.require_subcommand(1);
  add_grammar_action(grammar, "test", arguments, GrammarAction::test).add_option("DIR", arguments.grammars);
  CLI::App& list = add_grammar_action(grammar, "list", arguments, GrammarAction::list);
  list.add_option("DIR", arguments.grammars);
  list.add_option("--kind", arguments.entry_kind);
  CLI::App& show = add_grammar_action(grammar, "show", arguments, GrammarAction::show);
  show.add_option("ID", arguments.entry_id)->required();
  add_grammar(show, arguments);
}

void add_commands(CLI::App& app, Arguments& arguments) {
  CLI::App& parse = add_command(app, "parse", arguments, Command::parse);
  add_files(parse, arguments, true);
  add_parsing(parse, arguments);
  add_choice<Format>(parse, "--format", arguments.format, {{"json", Format::json}});
  parse.add_option("--indent", arguments.indent)->check(CLI::Range(0, 16));
  parse.add_flag("--stats", arguments.stats);
  parse.add_flag("--prose", arguments.prose);

  CLI::App& check = add_command(app, "check", arguments, Command::check);
  add_check_options(check, arguments);
  add_reading(check, arguments);
  add_grammar(check, arguments);

  CLI::App& rules = add_command(app, "rules", arguments, Command::rules);
  add_rules_options(rules, arguments);
  add_choice<Format>(rules, "--format", arguments.format, {{"text", Format::text}, {"json", Format::json}});

  CLI::App& tasks = add_command(app, "tasks", arguments, Command::tasks);
  add_files(tasks, arguments, true);
  add_parsing(tasks, arguments);
  add_choice<Format>(tasks, "--format", arguments.format,
                     {{"table", Format::table}, {"csv", Format::csv}, {"jsonl", Format::jsonl}});
  add_choice<Origins>(tasks, "--origin", arguments.origins, {{"table", Origins::table}, {"annotation", Origins::annotation}, {"prose", Origins::prose}});
  tasks.add_flag("--prose", arguments.prose);
  tasks.add_flag("--bom", arguments.bom);

  CLI::App& outline = add_command(app, "outline", arguments, Command::outline);
  add_files(outline, arguments, false);
  add_parsing(outline, arguments);

  CLI::App& units = add_command(app, "units", arguments, Command::units);
  add_files(units, arguments, true);
  units.add_option("--aliases", arguments.aliases);
  add_reading(units, arguments);
  add_grammar(units, arguments);
  add_choice<Format>(units, "--format", arguments.format,
                     {{"text", Format::text}, {"csv", Format::csv}, {"json", Format::json}, {"jsonl", Format::jsonl}});
  units.add_flag("--bom", arguments.bom);
  units.add_flag("--prose", arguments.prose);

  CLI::App& explain = add_command(app, "explain", arguments, Command::explain);
  add_files(explain, arguments, false);
  explain.add_option("--task", arguments.task);
  explain.add_flag("--prose", arguments.prose);
  add_reading(explain, arguments);
  add_grammar(explain, arguments);
  add_choice<Format>(explain, "--format", arguments.format, {{"text", Format::text}, {"json", Format::json}});

  CLI::App& deadline = add_command(app, "deadline", arguments, Command::deadline);
  deadline.add_option("EXPR", arguments.files)->required()->expected(1, -1);
  deadline.add_option("--issued-on", arguments.issued_on);
  add_grammar(deadline, arguments);
  add_choice<Format>(deadline, "--format", arguments.format, {{"json", Format::json}, {"text", Format::text}});

  CLI::App& text = add_command(app, "text", arguments, Command::text);
  add_files(text, arguments, false);
  add_reading(text, arguments);

  add_command(app, "schema", arguments, Command::schema);
  add_grammar_command(app, arguments);

  CLI::App& convert = add_command(app, "convert", arguments, Command::convert);
  add_convert_options(convert, arguments);
  add_parsing(convert, arguments);
  convert.add_flag("--prose", arguments.prose);
  add_merge_options(add_command(app, "merge", arguments, Command::merge), arguments);
}

std::optional<Command> command_of(const CLI::App& app) {
  const std::map<std::string, Command> names{{"parse", Command::parse},
                                             {"check", Command::check},
                                             {"rules", Command::rules},
                                             {"tasks", Command::tasks},
                                             {"outline", Command::outline},
                                             {"units", Command::units},
                                             {"explain", Command::explain},
                                             {"deadline", Command::deadline},
                                             {"text", Command::text},
                                             {"schema", Command::schema},
                                             {"convert", Command::convert},
                                             {"merge", Command::merge},
                                             {"grammar", Command::grammar}};
  const auto used = app.get_subcommands();
  if (used.empty()) return std::nullopt;
  return names.at(used.front()->get_name());
}

Reply bad_usage(const CLI::App& app, const std::string& what, Language language) {
  const auto used = app.get_subcommands();
  const std::string command = used.empty() ? "gongwen" : "gongwen " + used.front()->get_name();
  if (language == Language::zh) return {kBadUsage, "gongwen: 命令行有误：" + what + "；请看 " + command + " --help\n"};
  return {kBadUsage, "gongwen: the command line is wrong: " + what + "; see " + command + " --help\n"};
}

// CLI11's own words where they name the option; ours where they would not help.
std::string fault(const CLI::ParseError& error, const CLI::App& app, Language language) {
  const bool chinese = language == Language::zh;
  const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  if (required && app.get_subcommands().empty()) {
    const std::vector<std::string> words = app.remaining(true);
    if (words.empty()) return chinese ? "缺少命令" : "a command is missing";
    return chinese ? "没有“" + words.front() + "”这个命令" : "“" + words.front() + "” is no command";
  }
  if (required && app.get_subcommands().front()->get_name() == "grammar") {
    const CLI::App& grammar = *app.get_subcommands().front();
    if (!grammar.get_subcommands().empty()) return chinese ? "缺少条目的 ID" : "ID is missing";
    const std::vector<std::string> words = grammar.remaining();
    if (words.empty()) return chinese ? "缺少 test、list 或 show" : "test, list or show is missing";
    return chinese ? "没有“grammar " + words.front() + "”这个命令" : "“grammar " + words.front() + "” is no command";
  }
  if (required && app.get_subcommands().front()->get_name() == "deadline") return chinese ? "缺少时限表达式（EXPR）" : "EXPR is missing";
  if (required && app.get_subcommands().front()->get_name() == "check") return chinese ? "缺少路径（PATH）" : "PATH is missing";
  if (required) return chinese ? "缺少文件（FILE）" : "FILE is missing";
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::vector<std::string> extras = app.remaining(true);
    const std::string first = extras.empty() ? std::string(error.what()) : extras.back();
    return chinese ? "无法识别“" + first + "”" : "“" + first + "” is not understood";
  }
  return error.what();
}

}  // namespace

std::variant<Arguments, Reply> read_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  arguments.language = wanted_language(argc, argv);
  CLI::App app;
  app.name("gongwen");
  app.set_help_flag("-h,--help");
  app.set_version_flag("--version", "gongwen " + std::string(version()));
  app.require_subcommand(1);
  add_language(app, arguments);
  add_commands(app, arguments);
  try {
    app.parse(argc, argv);
    return arguments;
  } catch (const CLI::CallForVersion&) {
    return Reply{kDone, "gongwen " + std::string(version()) + "\n"};
  } catch (const CLI::CallForHelp&) {
    return Reply{kDone, std::string(help(command_of(app), arguments.language))};
  } catch (const CLI::ParseError& error) {
    return bad_usage(app, fault(error, app, arguments.language), arguments.language);
  }
}

}  // namespace gongwen::cli
