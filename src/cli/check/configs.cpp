// A file's path becomes what is to be looked for in it: the nearest .gongwen.toml from its folder upward, the settings there
// for such paths, and the command line over both.
#include <filesystem>

#include "cli/batch/glob.hpp"
#include "cli/check/config.hpp"
#include "cli/check/formats/paths.hpp"

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

// The file on the disk: of a member of an archive the archive.
std::string_view on_disk(std::string_view path) { return path.substr(0, path.find("!/")); }

fs::path absolute(std::string_view path) {
  std::error_code failed;
  const fs::path found = fs::absolute(fs::path(path), failed);
  return (failed ? fs::path(path) : found).lexically_normal();
}

// As globs see it: from the configuration's folder, with "/" between names.
std::string relative(const std::string& path, const Config& config) {
  const fs::path whole = absolute(path), below = whole.lexically_relative(config.folder);
  return below.empty() ? whole.string() : below.string();
}

void apply(const CheckSettings& settings, CheckOptions& options) {
  if (settings.select) options.select = *settings.select;
  options.ignore.insert(options.ignore.end(), settings.ignore.begin(), settings.ignore.end());
  options.severities.insert(options.severities.end(), settings.severities.begin(), settings.severities.end());
  if (settings.required_columns) options.required_columns = *settings.required_columns;
  if (settings.known_units) options.known_units = *settings.known_units;
}

}  // namespace

std::variant<Configs::Found, Trouble> Configs::load(const std::string& file, std::string folder, std::string& wrong) {
  auto read = read_config(file, std::move(folder), arguments_.language);
  if (auto* fault = std::get_if<Trouble>(&read)) return wrong = file, std::move(*fault);
  return std::make_shared<const Config>(std::get<Config>(std::move(read)));
}

std::variant<Configs::Found, Trouble> Configs::upward(const std::string& start, std::string& wrong) {
  std::vector<std::string> passed;
  Found found;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (const auto known = by_folder_.find(folder.string()); known != by_folder_.end()) {
      found = known->second;
      break;
    }
    passed.push_back(folder.string());
    const fs::path file = folder / kConfigName;
    std::error_code failed;
    if (fs::exists(file, failed)) {
      auto loaded = load(report_path(file.string()), folder.string(), wrong);
      if (std::holds_alternative<Trouble>(loaded)) return loaded;
      found = std::get<Found>(std::move(loaded));
      break;
    }
    if (!folder.has_relative_path()) break;
  }
  for (const std::string& folder : passed) by_folder_[folder] = found;
  return found;
}

std::variant<Configs::Found, Trouble> Configs::config_of(const std::string& path, std::string& wrong) {
  if (arguments_.none) return Found();
  if (arguments_.config.empty()) return upward((path == "-" ? absolute(".") / "-" : absolute(on_disk(path))).parent_path().string(), wrong);
  if (const auto known = by_folder_.find(""); known != by_folder_.end()) return known->second;
  auto loaded = load(arguments_.config, absolute(".").string(), wrong);
  if (const Found* found = std::get_if<Found>(&loaded)) by_folder_[""] = *found;
  return loaded;
}

std::variant<Configs::Options, Trouble> Configs::options(const std::string& path, std::string& wrong) {
  auto config = config_of(path, wrong);
  if (auto* fault = std::get_if<Trouble>(&config)) return std::move(*fault);
  const Config* found = std::get<Found>(config).get();
  std::vector<bool> matching;
  if (found != nullptr) {
    const std::string name = relative(path, *found);
    if (matches_any(found->exclude, name)) return Options();
    for (const auto& [glob, settings] : found->paths) matching.push_back(matches_glob(glob, name));
  }
  Options& known = options_[{found, matching}];
  if (known == nullptr) known = made(found, matching);
  return known;
}

Configs::Options Configs::made(const Config* config, const std::vector<bool>& matching) {
  CheckOptions options;
  if (config != nullptr) {
    apply(config->all, options);
    for (std::size_t i = 0; i < matching.size(); ++i)
      if (matching[i]) apply(config->paths[i].second, options);
  }
  if (!arguments_.select.empty()) options.select = arguments_.select;
  options.ignore.insert(options.ignore.end(), arguments_.ignore.begin(), arguments_.ignore.end());
  return std::make_shared<const CheckOptions>(std::move(options));
}

}  // namespace gongwen::cli
