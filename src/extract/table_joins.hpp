#pragma once
// Tables that a page parts.
#include <span>
#include <string>
#include <string_view>

#include <gongwen/document.hpp>
#include <gongwen/grammar.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Makes one table of two that nothing but blank lines parts, where the second goes on with the first: under the same
/// header, or under none with the same columns. Two tables that merely follow each other stay two. Total; linear.
void join_tables(Document& document, const Folded& folded, const Grammar& grammar);

/// Whether a row over all columns repeats one of a table's captions where it goes on: 任务表, 任务表（续）, 续表.
[[nodiscard]] bool is_caption_again(std::string_view text, std::span<const std::string> captions, const Grammar& grammar);

}  // namespace gongwen
