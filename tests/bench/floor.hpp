#pragma once
// What merely reading a file costs: nothing that reads notices can be faster.
#include <filesystem>
#include <string>

namespace gongwen::bench {

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Reads a .docx, inflates its main part and parses that in place.
void floor_of_docx(const std::filesystem::path& path);
/// Reads a text and takes it to UTF-16 and back to UTF-8; `encoding` as ICU calls it.
void floor_of_text(const std::filesystem::path& path, const char* encoding);

}  // namespace gongwen::bench
