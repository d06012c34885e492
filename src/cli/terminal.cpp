// Text becomes lines that fit a terminal; the width of each character is ICU's.
#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kLeastColumns = 40, kUsualColumns = 120;

std::string_view environment(const char* name) noexcept {
  const char* value = std::getenv(name);   // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t width_of(char32_t c) noexcept {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (c >= 0x4E00 && c <= 0x9FFF) return 2;
  const auto u = static_cast<UChar32>(c);
  const auto type = u_charType(u);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) return 0;
  const int width = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool closes(char32_t c) noexcept {
  return std::u32string_view(U"，。、；：？！）》」』】〕”’,.;:?!)").find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) noexcept { return std::u32string_view(U"（《「『【〔“‘(").find(c) != std::u32string_view::npos; }

// Breaks one paragraph. `line_` begins at `begin_`; `break_` is the last place where it may end.
class Wrapper {
 public:
  Wrapper(std::string_view text, std::size_t width) : text_(text), width_(std::max<std::size_t>(width, 2)) {}

  void into(std::vector<std::string>& lines) {
    char32_t before = 0;
    for (std::size_t i = 0; i < text_.size();) {
      const text::CodePoint c = text::decode(text_, i);
      const std::size_t wide = width_of(c.value);
      if (i > begin_ && may_break(before, c.value)) break_ = i, width_at_break_ = columns_;
      if (columns_ + wide > width_ && i > begin_) end_line(lines, i);
      columns_ += wide;
      before = c.value;
      i += c.size;
    }
    add(lines, text_.size());
  }

 private:
  static bool may_break(char32_t before, char32_t next) noexcept {
    if (before == ' ') return next != ' ';
    return (width_of(before) == 2 || width_of(next) == 2) && !closes(next) && !opens(before) && next != ' ';
  }
  void end_line(std::vector<std::string>& lines, std::size_t here) {
    if (break_ <= begin_) break_ = here, width_at_break_ = columns_;   // nowhere better
    add(lines, break_);
    begin_ = break_;
    columns_ -= width_at_break_;
  }
  void add(std::vector<std::string>& lines, std::size_t end) const {
    std::string_view line = text_.substr(begin_, end - begin_);
    while (line.ends_with(' ')) line.remove_suffix(1);
    lines.emplace_back(line);
  }

  std::string_view text_;
  std::size_t width_;
  std::size_t begin_ = 0, columns_ = 0;
  std::size_t break_ = 0, width_at_break_ = 0;
};

}  // namespace

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

bool wants_color(int descriptor) noexcept {
  return is_terminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t terminal_columns() noexcept {
  winsize size{};
  if (is_terminal(STDOUT_FILENO) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)   // NOLINT(cppcoreguidelines-pro-type-vararg)
    return std::max<std::size_t>(size.ws_col, kLeastColumns);
  std::size_t columns = 0;
  for (const char digit : environment("COLUMNS")) {
    if (digit < '0' || digit > '9' || columns > 10'000) return kUsualColumns;
    columns = columns * 10 + static_cast<std::size_t>(digit - '0');
  }
  return columns == 0 ? kUsualColumns : std::max(columns, kLeastColumns);
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    width += width_of(c.value);
    i += c.size;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    Wrapper(text.substr(0, end), width).into(lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const bool control = (c.value < 0x20 && c.value != '\n') || (c.value >= 0x7F && c.value <= 0x9F);
    text::append(out, control ? text::kReplacement : c.value);
    i += c.size;
  }
  return out;
}

}  // namespace gongwen::cli
