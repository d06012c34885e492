// A file is replaced: written beside it, synced, and renamed over it. At no moment is there half a file.
#include "cli/check/replace.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/batch/files.hpp"
#include "cli/input.hpp"
#include "text/sha256.hpp"

namespace gongwen::cli {
namespace {

// Writes a new file with the permissions of `like`, and where that may be its owner. 0 or the system's number.
int write_new(const std::string& path, std::string_view bytes, const struct stat& like) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);   // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd < 0) return errno;
  int result = write_all(fd, bytes);
  if (::fchown(fd, like.st_uid, like.st_gid) != 0 && errno != EPERM && result == 0) result = errno;
  if (result == 0 && ::fchmod(fd, like.st_mode & 07777) != 0) result = errno;
  if (result == 0 && ::fsync(fd) != 0 && errno != EINVAL) result = errno;
  if (::close(fd) != 0 && result == 0) result = errno;
  return result;
}

}  // namespace

std::optional<Trouble> replace_file(const std::string& path, std::string_view bytes, const std::string& sha256, Language language) {
  std::error_code failed;
  const std::string target = std::filesystem::canonical(path, failed).string();
  struct stat status {};
  if (failed || ::stat(target.c_str(), &status) != 0) return write_trouble(failed ? failed.value() : errno, language);
  const auto now = read_file(target, std::numeric_limits<std::uint64_t>::max() / 2);
  if (!now || text::sha256(*now) != sha256)
    return Trouble{"E_CHANGED", language == Language::zh ? "检查期间文件有变，未作修正；请重新运行" : "the file changed while it was checked, and is left as it is; run this again"};
  const std::string beside = target + std::string(kUnfinished);
  ::unlink(beside.c_str());   // of a run that was killed
  int result = write_new(beside, bytes, status);
  if (result == 0) result = put_in_place(beside, target);
  if (result == 0) return std::nullopt;
  ::unlink(beside.c_str());
  return write_trouble(result, language);
}

}  // namespace gongwen::cli
