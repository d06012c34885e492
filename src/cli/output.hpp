#pragma once
#include <string>
#include <string_view>

namespace gongwen::cli {

/// Where results go: standard output, or a file that is made with the first byte. Writes are gathered; the first failure
/// is kept, and nothing is written after it.
class Output {
 public:
  /// "": standard output.
  explicit Output(std::string path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  /// Writes out what is gathered.
  void flush();
  /// Writes out and closes; a file that was to be written is made, even if it is empty.
  void finish();

  [[nodiscard]] bool failed() const noexcept { return error_ != 0; }
  /// The system's number of the first failure.
  [[nodiscard]] int error() const noexcept { return error_; }
  [[nodiscard]] bool is_file() const noexcept { return !path_.empty(); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  void open();

  std::string path_;
  std::string gathered_;
  int fd_;
  int error_ = 0;
};

}  // namespace gongwen::cli
