// Paths become bytes, and folders of grammar files a Grammar.
#include "cli/input.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gongwen::cli {
namespace {

constexpr std::size_t kChunk = 1 << 16;

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)), owned_(path != "-") {}   // NOLINT(cppcoreguidelines-pro-type-vararg)
  ~Descriptor() {
    if (owned_ && fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const noexcept { return fd_; }

 private:
  int fd_;
  bool owned_;
};

Error system_error(int number) {
  const std::string reason = std::generic_category().message(number);
  if (number == ENOENT || number == ENOTDIR) return {ErrorCode::not_found, ""};
  if (number == EISDIR) return {ErrorCode::is_directory, ""};
  return {ErrorCode::unreadable, reason};
}

}  // namespace

Result<std::vector<std::byte>> read_file(const std::string& path, std::uint64_t limit) {
  const Descriptor file(path);
  if (file.get() < 0) return system_error(errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(errno);
  if (S_ISDIR(status.st_mode)) return Error{ErrorCode::is_directory, ""};

  std::vector<std::byte> bytes;
  const auto expected = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0)) : 0;
  bytes.resize(static_cast<std::size_t>(std::min(expected, limit)) + 1);   // one more, to meet the end at once
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(bytes.size() + std::max(bytes.size(), kChunk));
    const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) return Error{ErrorCode::too_large, "over " + std::to_string(limit) + " bytes"};
  }
  bytes.resize(size);
  return bytes;
}

// More of standard input, in place of what was read; false at its end.
Result<bool> LineReader::fill() {
  before_waiting_();
  buffer_.resize(kChunk);
  at_ = 0;
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return buffer_.clear(), system_error(errno);
    buffer_.resize(static_cast<std::size_t>(got));
    return got > 0;
  }
}

Result<LineReader::Got> LineReader::next(std::string& line) {
  line.clear();
  bool any = false, too_long = false;
  while (true) {
    if (at_ == buffer_.size()) {
      const auto more = fill();
      if (!more) return more.error();
      if (!*more) return !any ? Got::nothing : too_long ? Got::too_long : Got::line;
    }
    any = true;
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    too_long = too_long || line.size() + (stop - at_) > limit_;
    too_long ? line.clear() : (void)line.append(buffer_, at_, stop - at_);
    at_ = end == std::string::npos ? stop : end + 1;
    if (end != std::string::npos) return too_long ? Got::too_long : Got::line;
  }
}

namespace {

constexpr std::uint64_t kGrammarLimit = 16 << 20;

// The *.toml of a folder, by name; such a file stands for itself.
Result<std::vector<std::string>> grammar_files(const std::string& path, bool chinese) {
  std::error_code failed;
  if (!std::filesystem::is_directory(path, failed)) {
    if (failed && failed != std::errc::no_such_file_or_directory) return system_error(failed.value());
    if (!std::filesystem::exists(path, failed)) return Error{ErrorCode::not_found, ""};
    if (!path.ends_with(".toml")) return Error{ErrorCode::bad_grammar, path + (chinese ? ": 既不是文件夹，也不是 .toml 文件" : ": this is neither a folder nor a .toml file")};
    return std::vector{path};
  }
  std::vector<std::string> files;
  std::filesystem::directory_iterator at(path, failed);
  for (const std::filesystem::directory_iterator end; !failed && at != end; at.increment(failed))
    if (at->path().extension() == ".toml") files.push_back(at->path().string());
  if (failed) return system_error(failed.value());
  if (files.empty()) return Error{ErrorCode::bad_grammar, path + (chinese ? ": 文件夹中没有 *.toml" : ": there is no *.toml in this folder")};
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<Grammar::File>> read_grammar_files(const std::vector<std::string>& paths, Language language, std::string& where) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::vector<Grammar::File> files;
  for (const std::string& path : paths) {
    where = path;
    const auto names = grammar_files(path, language == Language::zh);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      where = name;
      const auto bytes = read_file(name, kGrammarLimit);
      if (!bytes) return bytes.error();
      std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
      if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
      files.push_back({name, std::string(text)});
    }
    where = path;
  }
  return files;
}

Result<Grammar> load_grammar(const std::vector<std::string>& paths, Language language, std::string& where) {
  const auto files = read_grammar_files(paths, language, where);
  if (!files) return files.error();
  if (files->empty()) return Grammar::builtin();
  return Grammar::extended(*files);
}

bool is_same_file(const std::string& one, const std::string& other) {
  struct stat a {}, b {};
  return ::stat(one.c_str(), &a) == 0 && ::stat(other.c_str(), &b) == 0 && S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace gongwen::cli
