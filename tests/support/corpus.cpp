// Files of the repository to inputs, in the order of their names.
#include "support/corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "support/docx_fixture.hpp"
#include "support/spec_file.hpp"

namespace gongwen::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::string& folder, const std::vector<std::string>& extensions) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (std::find(extensions.begin(), extensions.end(), entry.path().extension().string()) != extensions.end()) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<Input> sample_inputs() {
  std::vector<Input> inputs;
  for (const fs::path& path : files_in(std::string(GONGWEN_SOURCE_DIR) + "/samples", {".txt", ".docx"}))
    inputs.push_back({path.filename().string(), read_file(path)});
  return inputs;
}

std::vector<Input> word_inputs() {
  std::vector<Input> inputs;
  for (const fs::path& path : files_in(std::string(GONGWEN_SOURCE_DIR) + "/tests/word", {".docx"}))
    inputs.push_back({path.filename().string(), read_file(path)});
  return inputs;
}

std::vector<Input> spec_inputs() {
  std::vector<Input> inputs;
  for (const fs::path& path : files_in(GONGWEN_SPEC_DIR, {".md"}))
    for (const SpecCase& one : read_spec(path.string())) {
      const std::string name = path.filename().string() + ": " + one.title;
      for (const SpecFence& fence : one.fences) {
        if (fence.language.starts_with("notice")) inputs.push_back({name, fence.text + "\n"});
        if (fence.language == "wml") inputs.push_back({name, docx_of(fence.text)});
      }
    }
  return inputs;
}

std::vector<Input> all_inputs() {
  std::vector<Input> inputs = sample_inputs();
  for (Input& input : word_inputs()) inputs.push_back(std::move(input));
  for (Input& input : spec_inputs()) inputs.push_back(std::move(input));
  return inputs;
}

}  // namespace gongwen::test
