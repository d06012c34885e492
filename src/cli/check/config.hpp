#pragma once
// .gongwen.toml: what `gongwen check` is to look for, file by file. docs/check.md describes it.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gongwen/check.hpp>

#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

inline constexpr std::string_view kConfigName = ".gongwen.toml";

/// What a configuration says, or a part of it of some paths. What is not said is left as it was.
struct CheckSettings {
  std::optional<std::vector<std::string>> select;
  std::vector<std::string> ignore;                            ///< added
  std::vector<std::pair<std::string, Severity>> severities;   ///< added; the last one holds
  std::optional<std::vector<std::string>> required_columns, known_units;
};

struct Config {
  std::string file;                                           ///< as it is named in messages
  std::string folder;                                         ///< that globs are relative to, absolute
  CheckSettings all;
  std::vector<std::pair<std::string, CheckSettings>> paths;   ///< globs, in the order of the file
  std::vector<std::string> exclude;                           ///< globs of files that are never checked
};

/// E_BAD_CONFIG with file:line: reason, the line and a caret; or why the file cannot be read.
[[nodiscard]] std::variant<Config, Trouble> read_config(const std::string& path, std::string folder, Language language);

/// The options of each file. Not for several threads at once.
class Configs {
 public:
  struct Arguments {
    std::string config;                                       ///< --config: for every file; "": found upward
    bool none = false;                                        ///< --no-config
    std::vector<std::string> select, ignore;                  ///< of the command line
    Language language = Language::en;
  };
  using Options = std::shared_ptr<const CheckOptions>;

  explicit Configs(Arguments arguments) : arguments_(std::move(arguments)) {}

  /// `path`: as the output names it, a member of an archive after "!/". Null: the file is excluded. On a fault of a
  /// configuration `wrong` says its path, and nothing else is of use.
  std::variant<Options, Trouble> options(const std::string& path, std::string& wrong);

 private:
  using Found = std::shared_ptr<const Config>;                // null: none
  std::variant<Found, Trouble> config_of(const std::string& path, std::string& wrong);
  std::variant<Found, Trouble> upward(const std::string& folder, std::string& wrong);
  std::variant<Found, Trouble> load(const std::string& file, std::string folder, std::string& wrong);
  Options made(const Config* config, const std::vector<bool>& matching);

  Arguments arguments_;
  std::map<std::string, Found> by_folder_;
  std::map<std::pair<const Config*, std::vector<bool>>, Options> options_;
};

}  // namespace gongwen::cli
