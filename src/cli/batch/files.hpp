#pragma once
// Files that appear whole or not at all: write, fsync, rename, fsync the folder. Every function gives 0 or the system's
// number of what went wrong.
#include <cstdint>
#include <string>
#include <string_view>

namespace gongwen::cli {

/// A file that is written from some place on.
class WorkFile {
 public:
  WorkFile() = default;
  ~WorkFile();
  WorkFile(const WorkFile&) = delete;
  WorkFile& operator=(const WorkFile&) = delete;

  /// Opens or makes it, and leaves it as it is.
  int open(const std::string& path);
  /// EWOULDBLOCK if another process holds it.
  int lock();
  /// Keeps that many bytes, and goes on there.
  int cut(std::uint64_t keep);
  int write(std::string_view bytes);
  int sync();
  int close();
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }   ///< since the last cut

 private:
  int fd_ = -1;
  std::uint64_t size_ = 0;
};

int sync_file(const std::string& path);
int sync_folder(const std::string& path);
/// `from` becomes `to`, for good; `to` is replaced.
int put_in_place(const std::string& from, const std::string& to);
/// Makes the folders over `path`, then the file; only its folder is not yet synced.
int write_whole(const std::string& path, std::string_view bytes);
int write_all(int descriptor, std::string_view bytes);

[[nodiscard]] std::string folder_of(const std::string& path);

/// What an unfinished file is called until it is whole.
inline constexpr std::string_view kUnfinished = ".gongwen-tmp";

}  // namespace gongwen::cli
