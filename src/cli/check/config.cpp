// A .gongwen.toml becomes a Config. What a person can get wrong is answered with the place: file, line, and a caret.
#include <algorithm>

#include "grammar/toml.hpp"

#include "cli/check/config.hpp"
#include "cli/check/formats/paths.hpp"
#include "cli/check/names.hpp"
#include "cli/batch/files.hpp"
#include "cli/input.hpp"
#include "grammar/caret.hpp"
#include "grammar/quotes.hpp"
#include "text/encoding.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint64_t kLimit = 16 << 20;   // bytes of a configuration, of a file of units

// One unit a line; empty lines and those that begin with # say nothing.
Result<std::vector<std::string>> read_units(const std::string& path) {
  const auto bytes = read_file(path, kLimit);
  if (!bytes) return bytes.error();
  const auto decoded = text::decode_text(*bytes);
  if (!decoded) return decoded.error();
  std::vector<std::string> units;
  std::string_view rest = decoded->text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!line.empty() && std::string_view(" \t\r").find(line.front()) != line.npos) line.remove_prefix(1);
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) != line.npos) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with('#')) units.emplace_back(line);
  }
  return units;
}

/// Reads one file; of several faults the first in it is told.
class Reading {
 public:
  Reading(Grammar::File file, std::string folder, Language language) : file_(std::move(file)), language_(language) {
    config_.file = file_.name;
    config_.folder = std::move(folder);
  }

  std::variant<Config, Trouble> run() {
    if (const auto quotes = fault_outside_quotes(file_.text)) return told(grammar_fault(file_, quotes->place, quotes->reason));
    const toml::parse_result parsed = toml::parse(file_.text, file_.name);
    if (!parsed) {
      fault(parsed.error().source().begin, std::string(parsed.error().description()));
    } else {
      for (const auto& [key, value] : parsed.table()) read_top(key, value);
    }
    if (fault_) return told(grammar_fault(file_, {fault_->first.line, fault_->first.column}, fault_->second));
    std::stable_sort(path_lines_.begin(), path_lines_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [line, path] : path_lines_) config_.paths.push_back(std::move(path));
    return std::move(config_);
  }

 private:
  [[nodiscard]] bool chinese() const noexcept { return language_ == Language::zh; }
  [[nodiscard]] std::string say(const std::string& english, const std::string& chinese_text) const { return chinese() ? chinese_text : english; }

  [[nodiscard]] Trouble told(const Error& error) const {
    return {"E_BAD_CONFIG", say("the configuration cannot be used; correct this:\n", "配置文件无法使用，请改正：\n") + error.detail};
  }

  void fault(const toml::source_position& at, const std::string& reason) {
    const bool earlier = fault_ && (fault_->first.line < at.line || (fault_->first.line == at.line && fault_->first.column <= at.column));
    if (!earlier) fault_ = {at, reason};
  }

  void read_top(const toml::key& key, const toml::node& value) {
    if (key == "exclude") return void(config_.exclude = strings(key, value));
    if (key == "paths") return read_paths(key, value);
    read_setting(config_.all, key, value, true);
  }

  void read_paths(const toml::key& key, const toml::node& value) {
    if (!value.is_table()) return fault(value.source().begin, say("write settings of some paths as [paths.\"drafts/**\"]", "按路径的设置请写成 [paths.\"drafts/**\"]"));
    for (const auto& [glob, table] : *value.as_table()) {
      if (!table.is_table()) {
        fault(glob.source().begin, say("write settings of some paths as [paths.\"drafts/**\"]", "按路径的设置请写成 [paths.\"drafts/**\"]"));
        continue;
      }
      CheckSettings settings;
      for (const auto& [name, node] : *table.as_table()) read_setting(settings, name, node, false);
      path_lines_.emplace_back(glob.source().begin.line, std::pair(std::string(glob.str()), std::move(settings)));
    }
    (void)key;
  }

  void read_setting(CheckSettings& settings, const toml::key& key, const toml::node& value, bool top) {
    if (key == "select") settings.select = names(key, value);
    else if (key == "ignore") settings.ignore = names(key, value);
    else if (key == "severity") read_severities(settings, key, value);
    else if (key == "required_columns") settings.required_columns = strings(key, value);
    else if (key == "known_units") read_known_units(settings, key, value);
    else unknown(key, top);
  }

  void unknown(const toml::key& key, bool top) {
    const std::string known = std::string("select, ignore, severity, required_columns, known_units") + (top ? ", exclude, paths" : "");
    const std::string quoted = "“" + std::string(key.str()) + "”";
    fault(key.source().begin, say(quoted + " is no key; there are " + known, "没有“" + std::string(key.str()) + "”这个键；可用的有 " + known));
  }

  std::vector<std::string> strings(const toml::key& key, const toml::node& value) {
    std::vector<std::string> found;
    const auto wrong = [&](const toml::node& node) {
      fault(node.source().begin, say(std::string(key.str()) + " must be a list of strings", std::string(key.str()) + " 应为字符串的列表"));
    };
    if (!value.is_array()) return wrong(value), found;
    for (const toml::node& element : *value.as_array()) {
      if (!element.is_string() || element.as_string()->get().empty()) return wrong(element), found;
      found.push_back(element.as_string()->get());
    }
    return found;
  }

  std::vector<std::string> names(const toml::key& key, const toml::node& value) {
    std::vector<std::string> found = strings(key, value);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (const std::string reason = name_fault({found[i]}, language_); !reason.empty()) fault(value.as_array()->get(i)->source().begin, reason);
    return found;
  }

  void read_severities(CheckSettings& settings, const toml::key& key, const toml::node& value) {
    if (!value.is_table()) return fault(value.source().begin, say("severity must be a table: heading-number-gap = \"error\"", "severity 应为表，如 heading-number-gap = \"error\""));
    std::vector<std::pair<toml::source_position, std::pair<std::string, Severity>>> found;
    for (const auto& [name, node] : *value.as_table()) {
      if (const std::string reason = name_fault({std::string(name.str())}, language_); !reason.empty()) fault(name.source().begin, reason);
      const std::string word = node.is_string() ? node.as_string()->get() : "";
      if (word != "error" && word != "warning" && word != "info")
        fault(node.source().begin, say("a severity is \"error\", \"warning\" or \"info\"", "级别应为 \"error\"、\"warning\" 或 \"info\""));
      found.push_back({name.source().begin, {std::string(name.str()), word == "error" ? Severity::error : word == "info" ? Severity::info : Severity::warning}});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.first.line != b.first.line ? a.first.line < b.first.line : a.first.column < b.first.column;
    });
    for (auto& each : found) settings.severities.push_back(std::move(each.second));
    (void)key;
  }

  void read_known_units(CheckSettings& settings, const toml::key& key, const toml::node& value) {
    if (!value.is_string()) return fault(value.source().begin, say("known_units names a file: one unit a line", "known_units 应为文件名，文件中每行一个单位"));
    const std::string& name = value.as_string()->get();
    const std::string path = name.starts_with('/') ? name : folder_of(file_.name) + "/" + name;
    auto units = read_units(path);
    if (!units) return fault(value.source().begin, path + ": " + message(units.error(), language_));
    settings.known_units = *std::move(units);
    (void)key;
  }

  Grammar::File file_;
  Language language_;
  Config config_;
  std::vector<std::pair<std::uint32_t, std::pair<std::string, CheckSettings>>> path_lines_;
  std::optional<std::pair<toml::source_position, std::string>> fault_;
};

}  // namespace

std::variant<Config, Trouble> read_config(const std::string& path, std::string folder, Language language) {
  const auto bytes = read_file(path, kLimit);
  if (!bytes) return trouble(bytes.error(), language);
  std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Reading({path, std::string(text)}, std::move(folder), language).run();
}

}  // namespace gongwen::cli
