#pragma once
#include <functional>
#include <optional>
#include <string>

#include <gongwen/result.hpp>

#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// Gives the next notice as one line of JSON; false at the end, or where `fault` says what is wrong.
struct Notices {
  std::function<bool(std::string& line)> next;
  std::optional<Trouble> fault;
};

}  // namespace gongwen::cli
