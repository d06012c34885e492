#pragma once
// The files of samples/, for tests that hold for every notice.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace gongwen::test {

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every .txt and .docx, by name.
inline std::vector<std::filesystem::path> sample_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(GONGWEN_SOURCE_DIR "/samples"))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".docx") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace gongwen::test
