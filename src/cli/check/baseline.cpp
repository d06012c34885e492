// Findings become a file of known ones, and such a file answers which findings are known. {"gongwen_baseline": 1, "files":
// {PATH: {RULE: {CONTEXT: COUNT}}}}, sorted, so that its history can be read.
#include "cli/check/baseline.hpp"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "cli/batch/files.hpp"
#include "cli/input.hpp"
#include "text/utf8.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLimit = 1ull << 30;
constexpr const char* kMark = "gongwen_baseline";

bool is_named(std::string_view name, const Rule* rule, std::string_view rule_name) {
  return name == "all" || name == rule_name || (rule != nullptr && name == rule->group);
}

bool is_asked_for(std::string_view rule_name, const CheckOptions& options) {
  const Rule* rule = find_rule(rule_name);
  const auto names = [&](const std::string& name) { return is_named(name, rule, rule_name); };
  return (options.select.empty() || std::any_of(options.select.begin(), options.select.end(), names)) &&
         std::none_of(options.ignore.begin(), options.ignore.end(), names);
}

// As it comes back from JSON: what is no UTF-8 is replaced.
std::string as_utf8(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    text::append(out, c.value);
    i += c.size;
  }
  return out;
}

Trouble bad(Language language) {
  return {"E_BAD_BASELINE", language == Language::zh ? "这不是基线文件；请用 --write-baseline 重新生成" : "this is no baseline; make one with --write-baseline"};
}

}  // namespace

Baseline::Baseline(const std::string& file) : file_(file) {
  std::error_code failed;
  folder_ = fs::absolute(folder_of(file), failed).lexically_normal().string();
}

const std::string& Baseline::name_of(const std::string& path) {
  if (path == named_) return name_;
  named_ = path;
  if (path == "-") return name_ = path;
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed).lexically_normal();
  const fs::path relative = whole.lexically_relative(folder_);
  return name_ = as_utf8(relative.empty() ? whole.string() : relative.string());
}

std::variant<Baseline, Trouble> Baseline::read(const std::string& file, Language language) {
  const auto bytes = read_file(file, kLimit);
  if (!bytes) return trouble(bytes.error(), language);
  const auto json = nlohmann::json::parse(reinterpret_cast<const char*>(bytes->data()), reinterpret_cast<const char*>(bytes->data()) + bytes->size(),
                                          nullptr, false);
  if (!json.is_object() || json.value(kMark, nlohmann::json()) != 1 || !json.contains("files") || !json["files"].is_object()) return bad(language);
  Baseline made(file);
  for (const auto& [path, entries] : json["files"].items()) {
    if (!entries.is_object()) return bad(language);
    for (const auto& [rule, contexts] : entries.items()) {
      if (!contexts.is_object()) return bad(language);
      for (const auto& [context, count] : contexts.items()) {
        if (!count.is_number_unsigned()) return bad(language);
        made.files_[path][rule][context] = count.get<std::uint64_t>();
        made.size_ += count.get<std::uint64_t>();
      }
    }
  }
  return made;
}

void Baseline::add(const std::string& path, std::string_view rule, const std::string& context) {
  ++files_[name_of(path)][std::string(rule)][context];
  ++size_;
}

bool Baseline::take(const std::string& path, std::string_view rule, const std::string& context) {
  const auto entries = files_.find(name_of(path));
  if (entries == files_.end()) return false;
  const auto contexts = entries->second.find(rule);
  if (contexts == entries->second.end()) return false;
  const auto found = contexts->second.find(context);
  if (found == contexts->second.end() || found->second == 0) return false;
  return --found->second, true;
}

void Baseline::close(const std::string& path, const CheckOptions& options) {
  const std::string name = name_of(path);
  const auto entries = files_.find(name);
  if (entries == files_.end()) return;
  for (const auto& [rule, contexts] : entries->second)
    if (is_asked_for(rule, options))
      for (const auto& [context, count] : contexts)
        if (count > 0) stale_[{name, rule}] += count;
  files_.erase(entries);
}

std::vector<Stale> Baseline::stale() const {
  auto all = stale_;
  for (const auto& [name, entries] : files_) {
    std::error_code failed;
    if (name == "-" || fs::exists(fs::path(folder_) / name.substr(0, name.find("!/")), failed) || failed) continue;
    for (const auto& [rule, contexts] : entries)
      for (const auto& [context, count] : contexts) all[{name, rule}] += count;
  }
  std::vector<Stale> out;
  for (const auto& [key, count] : all)
    if (count > 0) out.push_back({key.first, key.second, count});
  return out;
}

int Baseline::write() const {
  std::string out;
  JsonStream json(out, 1);
  json.begin_object();
  json.key(kMark), json.integer(1);
  json.key("files"), json.begin_object();
  for (const auto& [path, entries] : files_) {
    json.text_key(path), json.begin_object();
    for (const auto& [rule, contexts] : entries) {
      json.text_key(rule), json.begin_object();
      for (const auto& [context, count] : contexts) json.text_key(context), json.integer(static_cast<std::int64_t>(count));
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return write_whole(file_, out + "\n");
}

}  // namespace gongwen::cli
