// Errors become lines, or JSON objects, on standard error.
#include "cli/report.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <unistd.h>

#include "cli/terminal.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

// Where even standard error cannot be written there is nobody to tell.
void to_stderr(const std::string& text) { (void)std::fwrite(text.data(), 1, text.size(), stderr); }

std::string as_json(std::string_view path, std::string_view code, std::string_view sentence) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("path"), json.string(path);
  json.key("code"), json.string(code);
  json.key("message"), json.string(sentence);
  json.end_object();
  return out + "\n";
}

}  // namespace

Reporter::Reporter(Language language, bool json) : language_(language), json_(json), color_(!json && wants_color(STDERR_FILENO)) {}

void Reporter::tell(std::string_view path, std::string_view code, std::string_view sentence) const {
  if (json_) return to_stderr(as_json(path, code, sentence));
  const std::string red = color_ ? "\x1B[31m" : "", plain = color_ ? "\x1B[0m" : "";
  to_stderr("gongwen: " + printable(path) + ": " + red + std::string(code) + plain + ": " + printable(sentence) + "\n");
}

void Reporter::failure(std::string_view path, const Error& error) const { tell(path, code_name(error.code), message(error, language_)); }

void Reporter::write_failure(std::string_view path, int number) const {
  if (number == EPIPE) return;
  const std::string reason = std::generic_category().message(number);
  const bool chinese = language_ == Language::zh;
  tell(path.empty() ? "-" : path, "E_WRITE",
       chinese ? "无法写入（" + reason + "）；请检查磁盘空间和权限" : "cannot write (" + reason + "); check the space on the disk and the permissions");
}

void Reporter::line(std::string_view text) const { to_stderr(std::string(text) + "\n"); }

}  // namespace gongwen::cli
