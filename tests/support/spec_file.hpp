#pragma once
// tests/spec/*.md: prose, with cases in fenced blocks. A case is everything under one heading.
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gongwen::test {

struct SpecFence {
  std::string language;
  std::string text;  ///< without the last line break
};

struct SpecCase {
  std::string title;
  std::size_t line = 0;
  std::vector<SpecFence> fences;

  [[nodiscard]] const std::string* fence(std::string_view language) const {
    for (const auto& candidate : fences) {
      if (candidate.language == language) return &candidate.text;
    }
    return nullptr;
  }
};

/// The cases of a file that have at least one fence.
inline std::vector<SpecCase> read_spec(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::vector<SpecCase> cases;
  SpecCase current;
  std::string line;
  bool fenced = false;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("```")) {
      fenced = !fenced;
      if (fenced) current.fences.push_back({line.substr(3), {}});
      else if (!current.fences.back().text.empty()) current.fences.back().text.pop_back();
    } else if (fenced) {
      current.fences.back().text += line + "\n";
    } else if (line.starts_with("#")) {
      if (!current.fences.empty()) cases.push_back(std::move(current));
      current = {line.substr(line.find_first_not_of("# ")), number, {}};
    }
  }
  if (!current.fences.empty()) cases.push_back(std::move(current));
  return cases;
}

}  // namespace gongwen::test
