#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

namespace gongwen::cli {

/// The bytes of a file, or of standard input if the path is "-". Never more than `limit` are held: E_TOO_LARGE.
[[nodiscard]] Result<std::vector<std::byte>> read_file(const std::string& path, std::uint64_t limit);

/// Standard input, line by line. Never more than `limit` bytes of a line are held.
class LineReader {
 public:
  enum class Got { line, too_long, nothing };
  /// `before_waiting` is called before each read of the system's, which may take long.
  LineReader(std::size_t limit, std::function<void()> before_waiting) : limit_(limit), before_waiting_(std::move(before_waiting)) {}
  /// The next line, without its '\n'; of one that is too long nothing, and it is passed over.
  [[nodiscard]] Result<Got> next(std::string& line);

 private:
  [[nodiscard]] Result<bool> fill();

  std::size_t limit_;
  std::function<void()> before_waiting_;
  std::string buffer_;
  std::size_t at_ = 0;
};

/// The *.toml of the folders, by name, and the .toml files, in order. `where` says which path an Error is about.
[[nodiscard]] Result<std::vector<Grammar::File>> read_grammar_files(const std::vector<std::string>& paths, Language language, std::string& where);

/// The built-in grammar with that of the folders and files added, in order.
[[nodiscard]] Result<Grammar> load_grammar(const std::vector<std::string>& paths, Language language, std::string& where);

/// Whether two paths name one existing file.
[[nodiscard]] bool is_same_file(const std::string& one, const std::string& other);

}  // namespace gongwen::cli
