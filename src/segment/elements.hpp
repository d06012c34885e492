#pragma once
// The fixed elements of front matter (grammars/matter.toml) and the fields of a web page.
#include <cstddef>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

[[nodiscard]] bool is_element(const GrammarMatch& match, std::string_view element);

/// What of a line is looked through: front matter is short, a paragraph of a megabyte is none.
[[nodiscard]] std::string_view searched(std::string_view text);

/// Where a word of an element stands, and its end; npos if there is none.
struct Found {
  std::size_t begin = std::string_view::npos, end = std::string_view::npos;
  explicit operator bool() const noexcept { return begin != std::string_view::npos; }
};
[[nodiscard]] Found find_element(std::string_view text, std::string_view element, const Grammar& grammar);

/// A line above a notice that is a web page's: 索引号：…, 首页>政务公开.
[[nodiscard]] bool is_field_line(std::string_view text, const Grammar& grammar);

/// A table of a web page's fields: 索引号 | … | 发文字号 | ….
[[nodiscard]] bool is_field_table(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
