#pragma once
// Labels of headings: 第一章, 一、, （一）, 1., 1.1, （1）, ①.
#include <cstdint>
#include <optional>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

struct Label {
  std::string_view style;     ///< labels of one style count together; lives as long as the grammar
  int rank = 0;               ///< a smaller rank stands further out
  std::uint32_t number = 0;
  std::uint32_t end = 0;      ///< bytes of the text that the label takes
  GrammarUse by;
};

/// The label that `text` (folded) opens with, if it is one: a cross-reference, a date or a measured number is not.
[[nodiscard]] std::optional<Label> read_label(std::string_view text, const Grammar& grammar);
/// A label that Word counted, `text` being all of it: what follows cannot turn it into a cross-reference or a measured
/// number. `digits_too`: digits alone are one as well, 1 over 1.1.
[[nodiscard]] std::optional<Label> read_automatic_label(std::string_view text, bool digits_too, const Grammar& grammar);
/// The first number of a decimal label as a label of its own: 4. in 4.5月底前完成.
[[nodiscard]] std::optional<Label> read_label_before_decimal(std::string_view text, const Grammar& grammar);

/// A label that is all of its line, 一、 or 第一章: its title is the next line, if that may be one.
[[nodiscard]] std::optional<Label> read_lone_label(std::string_view text, std::string_view next, const Grammar& grammar);

/// Where the title of a numbered paragraph ends (contract, "Headings").
struct TitleSplit {
  std::uint32_t title_end = 0;    ///< bytes of the title from the start of the text given; 0: no title
  std::uint32_t rest_begin = 0;   ///< where its own text begins; the text's size if there is none
};

/// `text` is what follows the label; `annotation` is where an annotation that closes the first sentence begins, or the
/// text's size.
[[nodiscard]] TitleSplit split_title(std::string_view text, std::size_t annotation);

/// Whether `text`, right above deeper headings, is a title with its colon: 专题二：平台建设.
[[nodiscard]] bool is_counted_title(std::string_view text, const Grammar& grammar);

/// The same for an article: a title only where one stands apart from its text, by a space or in brackets, or alone.
/// `spaced` is the text with the spaces beside Chinese characters kept; the result counts without them.
[[nodiscard]] TitleSplit split_article_title(std::string_view spaced);

}  // namespace gongwen
