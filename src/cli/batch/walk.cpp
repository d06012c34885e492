// Folders and archives are gone through by name; what is an archive is told by its content.
#include "cli/batch/walk.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/batch/glob.hpp"
#include "cli/input.hpp"

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kDeepestFolder = 200;
constexpr std::size_t kHead = 64;

// A .docx begins with this entry as a rule; one that does not is found by its directory.
bool begins_as_document(std::string_view head) { return head.substr(0, kHead).find("[Content_Types].xml") == 30; }

std::string_view last_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

// What systems and Word leave beside files and nobody wrote.
bool is_leftover(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames{".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX"};
  return name.starts_with("~$") || name.starts_with("._") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool has_leftover(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (is_leftover(path.substr(0, slash))) return true;
    if (slash == path.npos) return false;
    path.remove_prefix(slash + 1);
  }
}

std::string head_of(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);   // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd < 0) return "";
  std::string bytes(kHead, '\0');
  const ssize_t got = ::read(fd, bytes.data(), bytes.size());
  ::close(fd);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return bytes;
}

// As folders are gone through: name by name, so "a/b" before "a.txt".
bool comes_before(std::string_view one, std::string_view other) {
  const auto rank = [](char c) { return c == '/' ? -1 : static_cast<int>(static_cast<unsigned char>(c)); };
  return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end(), [&](char a, char b) { return rank(a) < rank(b); });
}

std::string joined(const std::string& folder, const std::string& name) {
  if (folder.empty()) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

class Walker {
 public:
  Walker(const Walk& what, const std::function<bool(Found&)>& visit, Skipped& skipped)
      : what_(what), options_(what.options), visit_(visit), skipped_(skipped) {}

  // One SOURCE. `name` is its place in the tree: "" if its own tree is the tree.
  bool source(const std::string& path, const std::string& name) {
    struct stat status {};
    const bool there = path != "-" && ::stat(path.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode)) return folder(path, name, 0);
    if (there && S_ISREG(status.st_mode)) return file(path, name, true);
    return visit({.path = path, .name = name.empty() ? std::string(last_name(path)) : name, .file = path});
  }

 private:
  bool visit(Found found) { return visit_(found); }

  bool fail(const std::string& path, const std::string& name, Trouble trouble) {
    return visit({.path = path, .name = name.empty() ? std::string(last_name(path)) : name, .trouble = std::move(trouble)});
  }
  bool too_deep(const std::string& path, const std::string& name, std::uint64_t limit) {
    return fail(path, name, trouble(BatchError::too_deep, std::to_string(limit), what_.language));
  }

  [[nodiscard]] bool is_own(const std::string& path) const {
    return std::any_of(what_.own_files.begin(), what_.own_files.end(), [&](const std::string& own) {
      std::error_code none;
      return last_name(own) == last_name(path) && fs::equivalent(own, path, none);
    });
  }

  bool folder(const std::string& path, const std::string& name, unsigned depth) {
    if (depth > kDeepestFolder) return too_deep(path, name, kDeepestFolder);
    std::error_code failed;
    std::vector<std::string> names;
    for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) names.push_back(at->path().filename().string());
    if (failed) return fail(path, name, trouble(Error{ErrorCode::unreadable, failed.message()}, what_.language));
    std::sort(names.begin(), names.end());
    return std::all_of(names.begin(), names.end(), [&](const std::string& each) {
      return in_folder(joined(path, each), joined(name, each), depth);
    });
  }

  bool in_folder(const std::string& path, const std::string& name, unsigned depth) {
    if (is_own(path)) return true;
    if (is_leftover(last_name(name))) return ++skipped_.files, true;
    if (matches_any(options_.exclude, name)) return true;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return visit({.path = path, .name = name, .file = path});
    if (S_ISDIR(status.st_mode)) return folder(path, name, depth + 1);
    // A link may be a file's, not a folder's: that might lead round in a circle.
    if (S_ISLNK(status.st_mode) && (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))) return ++skipped_.files, true;
    if (!S_ISREG(status.st_mode)) return ++skipped_.files, true;
    return file(path, name, wanted(name));
  }

  [[nodiscard]] bool wanted(const std::string& name) const {
    return options_.include.empty() || matches_any(options_.include, name);
  }

  // `taken`: whether it is wanted where it is a notice; an archive is gone into all the same.
  bool file(const std::string& path, const std::string& name, bool taken) {
    if (const std::string head = head_of(path); begins_as_zip(head) && !begins_as_document(head)) {
      const auto opened = ZipArchive::open(path);
      if (opened && !opened->is_document()) {
        std::uint64_t budget = options_.archives.expanded_bytes;
        return archive(*opened, path, name, 1, budget);
      }
    }
    if (!taken) return ++skipped_.others, true;
    return visit({.path = path, .name = name.empty() ? std::string(last_name(path)) : name, .file = path});
  }

  bool archive(const ZipArchive& zip, const std::string& path, const std::string& name, std::uint32_t depth, std::uint64_t& budget) {
    if (depth > options_.archives.depth) return too_deep(path, name, options_.archives.depth);
    if (const auto fault = zip.fault(options_.archives, budget)) return fail(path, name, trouble(*fault, what_.language));
    std::vector<std::pair<std::string, std::uint64_t>> entries;
    for (std::uint64_t i = 0; i < zip.size(); ++i)
      if (std::string entry = zip.name(i); !entry.empty() && !entry.ends_with('/')) entries.emplace_back(std::move(entry), i);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return comes_before(a.first, b.first) || (a.first == b.first && a.second < b.second); });
    return std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
      return in_archive(zip, entry.second, path + "!/" + entry.first, joined(name, entry.first), depth, budget);
    });
  }

  bool in_archive(const ZipArchive& zip, std::uint64_t index, const std::string& path, const std::string& name, std::uint32_t depth,
                  std::uint64_t& budget) {
    if (has_leftover(std::string_view(path).substr(path.rfind("!/") + 2))) return ++skipped_.files, true;
    if (matches_any(options_.exclude, name)) return true;
    Found found{.path = path, .name = name, .archive = &zip, .entry = index};
    if (const std::string head = zip.head(index); begins_as_zip(head) && !begins_as_document(head)) {
      auto bytes = zip.read(index, options_.limits.file_bytes);
      if (!bytes) return fail(path, name, trouble(bytes.error(), what_.language));
      if (const auto inner = ZipArchive::open_bytes(*bytes); inner && !inner->is_document())
        return archive(*inner, path, name, depth + 1, budget);
      found.bytes = *std::move(bytes);
    }
    if (!wanted(name)) return ++skipped_.others, true;
    return visit(std::move(found));
  }

  const Walk& what_;
  const BatchOptions& options_;
  const std::function<bool(Found&)>& visit_;
  Skipped& skipped_;
};

}  // namespace

void walk(const Walk& what, const std::function<bool(Found&)>& visit, Skipped& skipped) {
  Walker walker(what, visit, skipped);
  const bool alone = what.sources.size() == 1;
  for (const std::string& source : what.sources)
    if (!walker.source(source, alone ? std::string() : source)) return;
}

std::vector<std::string> listed_paths(std::string_view list) {
  const char separator = list.find('\0') != list.npos ? '\0' : '\n';
  std::vector<std::string> paths;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view path = list.substr(0, end);
    if (separator == '\n' && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return paths;
}

}  // namespace gongwen::cli
