#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

namespace gongwen::cli {

/// The bytes of a file, or of standard input if the path is "-". Never more than `limit` are held: E_TOO_LARGE.
[[nodiscard]] Result<std::vector<std::byte>> read_file(const std::string& path, std::uint64_t limit);

/// The built-in grammar with that of the folders (their *.toml, by name) and files added, in order. `where` says which
/// path an Error is about.
[[nodiscard]] Result<Grammar> load_grammar(const std::vector<std::string>& paths, std::string& where);

/// The same in two steps, for those who must know the files' content.
[[nodiscard]] Result<std::vector<Grammar::File>> read_grammar_files(const std::vector<std::string>& paths, std::string& where);
[[nodiscard]] Result<Grammar> load_grammar(const std::vector<Grammar::File>& files);

/// Whether two paths name one existing file.
[[nodiscard]] bool is_same_file(const std::string& one, const std::string& other);

}  // namespace gongwen::cli
