#pragma once
// Ends the program where a notice does not keep a promise.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "support/notice_check.hpp"

namespace gongwen::fuzz {

inline void check(std::span<const std::byte> bytes) {
  ParseOptions options;
  options.limits.part_bytes = 16 << 20;
  options.limits.cells = 200'000;
  const std::string broken = test::broken_promise(bytes, options);
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace gongwen::fuzz
