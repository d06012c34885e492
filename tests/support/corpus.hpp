#pragma once
// Every notice that the tests know: samples, the Word documents of other programs, and the cases of the specification.
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

/// tests/word/*.docx: what LibreOffice and python-docx write.
std::vector<Input> word_inputs();

/// All of them.
std::vector<Input> all_inputs();

}  // namespace gongwen::test
