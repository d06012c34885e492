#pragma once
// Every notice that the tests know: samples, and the cases of the specification.
#include <string>
#include <vector>

namespace gongwen::test {

struct Input {
  std::string name;
  std::string bytes;
};

/// samples/*.txt and *.docx.
std::vector<Input> sample_inputs();

/// The fences `notice` of tests/spec/*.md as text files, and the fences `wml` as .docx.
std::vector<Input> spec_inputs();

/// Both.
std::vector<Input> all_inputs();

}  // namespace gongwen::test
