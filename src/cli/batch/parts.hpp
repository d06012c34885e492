#pragma once
// The parts of `gongwen merge`, read back one notice after the other.
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// What a part holds, told by its content.
enum class PartContent { nothing, notices, records, rows, folder };

/// A notice's JSON with all white space outside of strings taken out: what gongwen writes on one line.
[[nodiscard]] std::string compact_json(std::string_view json);
/// The other way: as gongwen writes it with two spaces a level. `json` is compact.
[[nodiscard]] std::string indented_json(std::string_view json);

/// One item of a part.
struct PartItem {
  std::string text;                    ///< a notice on one line, a record's line, rows of CSV
  std::string name;                    ///< in a folder: the path of its file there, without ".json"
};

class PartReader {
 public:
  PartReader(std::string path, Language language) : path_(std::move(path)), language_(language) {}

  std::optional<Trouble> open();
  [[nodiscard]] PartContent content() const noexcept { return content_; }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// False at the end, or where `fault` says what is wrong.
  bool next(PartItem& item);
  [[nodiscard]] const std::optional<Trouble>& fault() const noexcept { return fault_; }

 private:
  bool next_line(PartItem& item);
  bool next_element(PartItem& item);
  bool next_rows(PartItem& item);
  bool next_file(PartItem& item);
  bool bad(const std::string& detail);
  std::optional<Trouble> list_folder();

  std::string path_;
  Language language_;
  PartContent content_ = PartContent::nothing;
  std::ifstream file_;
  std::vector<std::string> names_;     // of a folder, the next one last
  std::uint64_t line_ = 0;
  bool array_ = false;
  std::optional<Trouble> fault_;
};

}  // namespace gongwen::cli
