// Any bytes at all.
#include <cstdint>

#include "fuzz/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongwen::fuzz::check(std::as_bytes(std::span(data, size)));
  return 0;
}
