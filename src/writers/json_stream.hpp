#pragma once
// JSON written straight into a string: no tree, no allocation per value.
#include <cstdint>
#include <string>
#include <string_view>

namespace gongwen {

/// Appends `text` as a JSON string. U+2028, U+2029 and U+0085 are escaped, so that no reader of lines breaks one; bytes
/// that are not UTF-8 become U+FFFD.
void json_string(std::string& out, std::string_view text);

/// The caller opens and closes in pairs, and gives a key before each value of an object.
class JsonStream {
 public:
  /// `indent` spaces a level; 0: all on one line.
  JsonStream(std::string& out, int indent) : out_(&out), indent_(indent) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// A key that needs no escaping.
  void key(std::string_view name);
  /// The same and its value, a whole number.
  void integer_of(std::string_view name, std::int64_t value);
  /// A key that may be any text.
  void text_key(std::string_view name);

  void string(std::string_view text) { item(), json_string(*out_, text); }
  void integer(std::int64_t value);
  void boolean(bool value) { item(), *out_ += value ? "true" : "false"; }
  void null() { item(), *out_ += "null"; }
  /// Text that has no value when it is empty.
  void string_or_null(std::string_view text) { text.empty() ? null() : string(text); }

 private:
  char* put_key(char* at, std::string_view name) noexcept;
  void item();
  void open(char bracket);
  void close(char bracket);
  void new_line();

  std::string* out_;
  int indent_;
  int depth_ = 0;
  bool first_ = true;       // nothing in the open container yet
  bool after_key_ = false;
};

}  // namespace gongwen
