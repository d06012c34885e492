#pragma once
// What goes wrong is told on standard error: as a line, or as a JSON object for programs.
#include <string>
#include <string_view>

#include <gongwen/result.hpp>

namespace gongwen::cli {

class Reporter {
 public:
  Reporter(Language language, bool json);

  /// `gongwen: PATH: E_CODE: sentence`, or {"path":…,"code":…,"message":…}.
  void failure(std::string_view path, const Error& error) const;
  /// The same with any code.
  void tell(std::string_view path, std::string_view code, std::string_view sentence) const;
  /// Standard output or a file could not be written; a reader that went away (`| head`) is no news.
  void write_failure(std::string_view path, int number) const;
  /// The same for what has no ErrorCode.
  void trouble(std::string_view path, std::string_view code, std::string_view sentence) const { tell(path, code, sentence); }
  /// A line for people, as it is.
  void line(std::string_view text) const;

  [[nodiscard]] Language language() const noexcept { return language_; }

 private:
  Language language_;
  bool json_;
  bool color_;
};

}  // namespace gongwen::cli
