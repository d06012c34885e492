#pragma once
// What a batch is going to do: everything that is decided before the first input is looked at.
#include <string>
#include <variant>
#include <vector>

#include "cli/args.hpp"
#include "cli/batch/convert.hpp"
#include "cli/batch/store.hpp"
#include "cli/batch/walk.hpp"
#include "cli/report.hpp"

namespace gongwen::cli {

struct Plan {
  std::string dest;                    ///< without a "/" at its end
  std::string key;                     ///< version, grammar and options: a journal with another one is of no use
  std::vector<std::string> sources;
  Conversion how;

  [[nodiscard]] Store::Settings store_settings(const Arguments& arguments) const;
  [[nodiscard]] Walk walk(const Arguments& arguments) const;
};

/// Says itself what is wrong with the command line, a list or a grammar.
[[nodiscard]] std::variant<Plan, Exit> make_plan(const Arguments& arguments, const Reporter& reporter);

}  // namespace gongwen::cli
