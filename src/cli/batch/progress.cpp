// Counts become a bar or a line. On a narrow terminal the bar goes first, then the time left, then the rate.
#include "cli/batch/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/terminal.hpp"

namespace gongwen::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kWidestBar = 40, kLeastBar = 8;

std::size_t stderr_columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;   // NOLINT(cppcoreguidelines-pro-type-vararg)
}

void put(const std::string& text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
  (void)std::fflush(stderr);
}

std::string joined_fitting(const std::vector<std::string>& pieces, std::size_t columns) {
  std::string out;
  for (const std::string& piece : pieces) {
    const std::string glue = out.empty() ? "" : "  ";
    if (display_width(out) + glue.size() + display_width(piece) > columns) break;
    out += glue + piece;
  }
  return out;
}

}  // namespace

std::string clock_time(std::uint64_t seconds) {
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::uint64_t hours = seconds / 3600, minutes = seconds / 60 % 60;
  if (hours > 0) return std::to_string(hours) + ":" + two(minutes) + ":" + two(seconds % 60);
  return std::to_string(minutes) + ":" + two(seconds % 60);
}

std::string progress_bar(std::uint64_t done, std::uint64_t total, std::size_t columns) {
  const std::size_t full = total == 0 ? 0 : static_cast<std::size_t>(std::min(done, total) * columns / total);
  return "[" + std::string(full, '#') + std::string(columns - full, '.') + "]";
}

Progress::Progress(ProgressMode mode, Language language) : mode_(mode), chinese_(language == Language::zh) {
  if (mode_ == ProgressMode::automatic) mode_ = is_terminal(STDERR_FILENO) ? ProgressMode::bar : ProgressMode::none;
}

void Progress::count(bool failed) {
  ++done_;
  failed_ += failed ? 1 : 0;
}

std::string Progress::line(std::uint64_t total, double seconds) const {
  const std::string of = total == 0 ? "" : "/" + std::to_string(total);
  const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  std::vector<std::string> pieces{std::to_string(done_) + of + (chinese_ ? " 已处理" : " done")};
  pieces.push_back((chinese_ ? "失败 " : "failed ") + std::to_string(failed_));
  pieces.push_back(std::to_string(static_cast<std::uint64_t>(rate + 0.5)) + (chinese_ ? " 份/秒" : "/s"));
  if (total > done_ && rate > 0)
    pieces.push_back((chinese_ ? "剩余 " : "left ") + clock_time(static_cast<std::uint64_t>(static_cast<double>(total - done_) / rate + 0.5)));
  if (mode_ == ProgressMode::plain) return joined_fitting(pieces, 1000);
  const std::size_t columns = stderr_columns() - 1;
  std::string text = joined_fitting(pieces, columns);
  const std::size_t room = columns - display_width(text);
  if (total > 0 && room >= kLeastBar + 4) text = progress_bar(done_, total, std::min(kWidestBar, room - 4)) + "  " + text;
  return text;
}

void Progress::draw(const std::string& text) {
  put(mode_ == ProgressMode::bar ? "\r\x1B[K" + text : text + "\n");
  drawn_ = mode_ == ProgressMode::bar;
}

void Progress::show() {
  if (!wanted()) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < (mode_ == ProgressMode::bar ? 100ms : 5000ms)) return;
  shown_ = now;
  draw(line(total_, std::chrono::duration<double>(now - begun_).count()));
}

void Progress::clear() {
  if (drawn_) put("\r\x1B[K");
  drawn_ = false;
}

}  // namespace gongwen::cli
