#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace gongwen::cli {

/// Whether the rows of each sheet of an .xlsx are as many bytes as were written.
[[nodiscard]] bool sheet_data_is_whole(const std::string& path, const std::vector<std::uint64_t>& bytes);

}  // namespace gongwen::cli
