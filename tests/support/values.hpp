#pragma once
// Every value of a notice beside the source text that its span quotes.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/notice.hpp>

namespace gongwen::test {

/// UTF-8 to code points; each byte that is none stands for itself.
std::u32string code_points(std::string_view utf8);

/// Whether the quoted source text is the value or contains it, width, white space and the marks of a table's layout folded
/// away; or, where a cell is broken over lines beside other cells, holds its characters in order.
bool quotes(std::u32string_view quoted, std::u32string_view value);

/// Calls `see` for each value that is not empty, with its place in the notice ("tasks[3].path[0]").
void for_each_value(const Notice& notice, const std::function<void(const std::string& where, std::string_view text, const Span&)>& see);

/// The values whose span does not quote them, each described.
std::vector<std::string> untrue_spans(const Notice& notice);

/// Code points that are neither white space, nor control or format characters, nor ignorable by default.
std::uint64_t count_ink(std::string_view utf8);

/// The ink that the coverage of a notice accounts for.
std::uint64_t covered(const Coverage& coverage);

}  // namespace gongwen::test
