#pragma once
#include <string>

#include <gongwen/result.hpp>

#include "cli/ledger/entry.hpp"

namespace gongwen::cli {

/// A notice for people: its title, what it is known by, a table of its records, what is odd about it.
[[nodiscard]] std::string markdown(const Entry& entry, Language language);

}  // namespace gongwen::cli
