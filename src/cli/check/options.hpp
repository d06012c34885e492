#pragma once
// What `gongwen check` and `gongwen rules` are asked for beside what every command knows.
#include <string>
#include <vector>

#include <gongwen/diagnostic.hpp>

namespace gongwen::cli {

enum class ReportKind { text, json, jsonl, sarif, junit, github, gitlab };

struct CheckArguments {
  ReportKind format = ReportKind::text;
  Severity fail_on = Severity::warning;
  std::vector<std::string> select, ignore;   ///< names of rules, of groups, or "all"
  std::string config;                        ///< "": the .gongwen.toml nearest to each file
  bool no_config = false;
  std::string baseline, write_baseline;      ///< "": none
  bool fix = false, diff = false, statistics = false;
  std::string rule;                          ///< of `gongwen rules`
};

}  // namespace gongwen::cli
