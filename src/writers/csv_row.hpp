#pragma once
// CSV as RFC 4180 has it.
#include <string>
#include <string_view>

namespace gongwen {

/// One row. A field is quoted where its text would be taken for something else.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  void field(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace gongwen
