#pragma once
// What names look like: offices, titles, dates, document numbers.
#include <optional>
#include <string>
#include <string_view>

#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "grammar/tables.hpp"

namespace gongwen {

/// A short line without sentence marks that ends as the names of offices do (GB/T 9704-2012, 发文机关).
[[nodiscard]] bool is_office_line(std::string_view text, const Grammar& grammar);
/// An office's ending that the text ends in: 局, 委员会, 人民政府, …; brackets behind it aside.
[[nodiscard]] std::optional<GrammarMatch> office_ending(std::string_view text, const Grammar& grammar);
[[nodiscard]] bool ends_as_office(std::string_view text, const Grammar& grammar);
/// Ends in a document type, brackets such as （试行） behind it aside; `statutory`: in one of those that offices sign.
[[nodiscard]] bool ends_as_title(std::string_view text, const Grammar& grammar, bool statutory = false);

/// The text without what leads to a time at its end: 县水利局于, 力争.
[[nodiscard]] std::string_view before_time(std::string_view text, const Grammar& grammar);

/// A date written out, 2024年6月24日 or 二〇二四年六月二十四日, and where it stands in the text.
struct FoundDate {
  Date date;
  std::uint32_t begin = 0, end = 0;
};
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text, std::size_t from = 0);
/// A whole line that is a date in figures, 2024-06-24, 2024.6.24, or one with 印发 behind it.
[[nodiscard]] std::optional<FoundDate> read_numeric_date(std::string_view text);
/// The first date in either writing from `from` on.
[[nodiscard]] std::optional<FoundDate> find_any_date(std::string_view text, std::size_t from);
/// The year that a text names first, 2024年; 0 if none.
[[nodiscard]] int find_year(std::string_view text);

/// A document number and where it stands in the text.
struct FoundNumber {
  std::string text, agency;
  int year = 0, serial = 0;
  std::uint32_t begin = 0, end = 0;
};
[[nodiscard]] std::optional<FoundNumber> find_document_number(std::string_view text);
/// The number of an order or an announcement that is a line of its own: 第12号, 2023年第4号.
[[nodiscard]] std::optional<FoundNumber> find_bare_number(std::string_view text);

/// Characters, 《》 and white space aside, for comparing titles.
[[nodiscard]] std::string bare_title(std::string_view text);

}  // namespace gongwen
