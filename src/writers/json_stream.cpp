// Values become JSON text, as they come.
#include "writers/json_stream.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "text/utf8.hpp"

namespace gongwen {
namespace {

// Deeper levels are written, but not indented further, so that the output stays linear in its input.
constexpr int kDeepestIndent = 64;
constexpr std::size_t kShortKey = 32;   // bytes

// The length of the well-formed UTF-8 sequence of two or more bytes at `at`; 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
  const std::uint32_t size = text::decode_multibyte(text, at).size;
  return size > 1 ? size : 0;
}

std::string_view escaped_sequence(std::string_view sequence) noexcept {
  if (sequence == "\xE2\x80\xA8") return "\\u2028";
  if (sequence == "\xE2\x80\xA9") return "\\u2029";
  if (sequence == "\xC2\x85") return "\\u0085";
  return sequence;
}

void escape_ascii(std::string& out, char byte) {
  constexpr const char* kDigits = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  const auto code = static_cast<unsigned char>(byte);
  out += "\\u00";
  out += kDigits[code >> 4];
  out += kDigits[code & 15];
}

// How many bytes may be copied as they are, without a closer look.
std::size_t plain_length(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  const char* at = text.data();
  while (at < end) {
    if (gongwen::text::is_usual_three(at, end)) at += 3;
    else if (*at >= 0x20 && *at < 0x7F && *at != '"' && *at != '\\') ++at;
    else break;
  }
  return static_cast<std::size_t>(at - text.data());
}

}  // namespace

void json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;   // everything before it is in `out`
  std::size_t i = 0;
  const auto flush = [&] { out.append(text, copied, i - copied); };
  while (true) {
    i += plain_length(text.substr(i));
    if (i == text.size()) break;
    const bool ascii = static_cast<unsigned char>(text[i]) < 0x80;
    const std::size_t length = ascii ? 0 : sequence_length(text, i);
    const std::string_view sequence = text.substr(i, length);
    const std::string_view escaped = escaped_sequence(sequence);
    if (length > 0 && escaped.data() == sequence.data()) {
      i += length;
      continue;
    }
    flush();
    if (ascii) escape_ascii(out, text[i]);
    else if (length > 0) out += escaped;
    else out += "\xEF\xBF\xBD";
    i += std::max<std::size_t>(length, 1);
    copied = i;
  }
  flush();
  out += '"';
}

// A notice has thousands of keys: each is put together first, and appended as one.
char* JsonStream::put_key(char* at, std::string_view name) noexcept {
  if (!first_) *at++ = ',';
  *at++ = '"';
  at = std::copy(name.begin(), name.end(), at);
  *at++ = '"';
  *at++ = ':';
  first_ = false;
  return at;
}

void JsonStream::key(std::string_view name) {
  std::array<char, kShortKey + 4> text;
  if (indent_ > 0 || name.size() > kShortKey) {
    item();
    out_->append("\"").append(name).append(indent_ > 0 ? "\": " : "\":");
  } else {
    out_->append(text.data(), put_key(text.data(), name));
  }
  after_key_ = true;
}

void JsonStream::integer(std::int64_t value) {
  std::array<char, 20> digits;
  item();
  out_->append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void JsonStream::integer_of(std::string_view name, std::int64_t value) {
  std::array<char, kShortKey + 24> text;
  if (indent_ > 0 || name.size() > kShortKey) return key(name), integer(value);
  char* const end = std::to_chars(put_key(text.data(), name), text.data() + text.size(), value).ptr;
  out_->append(text.data(), end);
}

void JsonStream::text_key(std::string_view name) {
  item();
  json_string(*out_, name);
  *out_ += indent_ > 0 ? ": " : ":";
  after_key_ = true;
}

void JsonStream::item() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) *out_ += ',';
  if (depth_ > 0) new_line();
  first_ = false;
}

void JsonStream::open(char bracket) {
  item();
  *out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonStream::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  *out_ += bracket;
  first_ = false;
}

void JsonStream::new_line() {
  if (indent_ <= 0) return;
  *out_ += '\n';
  out_->append(static_cast<std::size_t>(indent_) * static_cast<std::size_t>(std::min(depth_, kDeepestIndent)), ' ');
}

}  // namespace gongwen
