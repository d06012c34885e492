// Bytes become files that survive a kill, a crash and a full disk whole, or are not there.
#include "cli/batch/files.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

namespace gongwen::cli {
namespace {

int sync_path(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);   // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd < 0) return errno;
  // A file system that cannot sync a folder (EINVAL) has nothing to sync.
  const int result = ::fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
  ::close(fd);
  return result;
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor, bytes.data(), bytes.size());
    if (done >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(done));
    } else if (errno == EAGAIN) {
      pollfd room{descriptor, POLLOUT, 0};
      ::poll(&room, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

WorkFile::~WorkFile() { (void)close(); }

int WorkFile::open(const std::string& path) {
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);   // NOLINT(cppcoreguidelines-pro-type-vararg)
  return fd_ < 0 ? errno : 0;
}

int WorkFile::lock() { return ::flock(fd_, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; }

int WorkFile::cut(std::uint64_t keep) {
  if (::ftruncate(fd_, static_cast<off_t>(keep)) != 0 || ::lseek(fd_, static_cast<off_t>(keep), SEEK_SET) < 0) return errno;
  size_ = keep;
  return 0;
}

int WorkFile::write(std::string_view bytes) {
  const int failed = write_all(fd_, bytes);
  if (failed == 0) size_ += bytes.size();
  return failed;
}

int WorkFile::sync() { return ::fsync(fd_) == 0 || errno == EINVAL ? 0 : errno; }

int WorkFile::close() {
  if (fd_ < 0) return 0;
  const int result = ::close(fd_) == 0 ? 0 : errno;
  fd_ = -1;
  return result;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

int sync_file(const std::string& path) { return sync_path(path, O_RDONLY); }
int sync_folder(const std::string& path) { return sync_path(path, O_RDONLY | O_DIRECTORY); }

int put_in_place(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return errno;
  return sync_folder(folder_of(to));
}

int write_whole(const std::string& path, std::string_view bytes) {
  std::error_code failed;
  std::filesystem::create_directories(folder_of(path), failed);
  if (failed) return failed.value();
  const std::string unfinished = path + std::string(kUnfinished);
  WorkFile file;
  int result = file.open(unfinished);
  if (result == 0) result = file.cut(0);
  if (result == 0) result = file.write(bytes);
  if (result == 0) result = file.sync();
  if (const int closed = file.close(); result == 0) result = closed;
  if (result == 0 && std::rename(unfinished.c_str(), path.c_str()) != 0) result = errno;
  if (result != 0) ::unlink(unfinished.c_str());
  return result;
}

}  // namespace gongwen::cli
