#pragma once
// Options that several commands have alike. For the files that know CLI11.
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace gongwen::cli {

/// One of several words.
template <class Value>
void add_choice(CLI::App& app, const char* name, Value& value, const std::map<std::string, Value>& choices) {
  app.add_option_function<std::string>(name, [&value, choices](const std::string& word) { value = choices.at(word); })
      ->check(CLI::IsMember(choices));
}

/// An option that may be given again, with one value each time.
inline CLI::Option* add_many(CLI::App& app, const char* name, std::vector<std::string>& values) {
  return app.add_option(name, values)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
}

}  // namespace gongwen::cli
