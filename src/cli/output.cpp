// Text goes to standard output or to a file, and the first thing that goes wrong is remembered.
#include "cli/output.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace gongwen::cli {
namespace {

constexpr std::size_t kGather = 1 << 16;
constexpr int kNotOpen = -1;

// Whoever gave us a descriptor that does not block still gets all of the output.
void wait_for_room(int fd) noexcept {
  pollfd room{fd, POLLOUT, 0};
  ::poll(&room, 1, -1);
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)), fd_(path_.empty() ? STDOUT_FILENO : kNotOpen) {}

Output::~Output() {
  if (is_file() && fd_ != kNotOpen) ::close(fd_);
}

void Output::write(std::string_view text) {
  if (failed()) return;
  gathered_ += text;
  if (gathered_.size() >= kGather) flush();
}

void Output::open() {
  if (fd_ != kNotOpen || failed()) return;
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);   // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd_ < 0) error_ = errno, fd_ = kNotOpen;
}

void Output::flush() {
  open();
  std::string_view rest = gathered_;
  while (!rest.empty() && !failed()) {
    const ssize_t done = ::write(fd_, rest.data(), rest.size());
    if (done >= 0) rest.remove_prefix(static_cast<std::size_t>(done));
    else if (errno == EAGAIN) wait_for_room(fd_);
    else if (errno != EINTR) error_ = errno;
  }
  gathered_.clear();
}

void Output::finish() {
  flush();
  if (fd_ == kNotOpen) return;
  if (::close(fd_) != 0 && !failed()) error_ = errno;   // where a file system tells of a full disk only now
  fd_ = kNotOpen;
}

}  // namespace gongwen::cli
