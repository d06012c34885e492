#include "text/sha256.hpp"

#include <string_view>

#include "catch.hpp"

// The vectors of FIPS 180-4's examples.
TEST_CASE("SHA-256 of known texts") {
  const auto hash = [](std::string_view text) { return gongwen::text::sha256(std::as_bytes(std::span(text))); };
  CHECK(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
