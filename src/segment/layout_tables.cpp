// Small tables become the lines that a reader takes them for. One line must show that the table is of a notice's frame,
// and none may be anything else: offices alone, or a list of dates, are a table.
#include "segment/layout_tables.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/tables.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kMostCells = 24;
constexpr std::size_t kLongestLine = 400;     // code points: a list of those copied to
constexpr std::size_t kLongestMargin = 12;    // code points beside a document number: 签发人：某某
constexpr std::size_t kLongestDigits = 8;     // of a copy's number

enum class Sign { none, weak, date, sure };

bool is_digits(std::string_view text) {
  return text.size() <= kLongestDigits && text.find_first_not_of("0123456789") == text.npos;
}

// A fixed word of the frame: alone, or with its value behind a colon.
Sign read_fixed(std::string_view text, const Grammar& grammar) {
  const GrammarTable& matter = grammar.tables()[GrammarKind::matter];
  const auto is_one_of = [](const GrammarMatch& match, std::initializer_list<std::string_view> elements) {
    const auto element = match.entry->attribute("element");
    return std::find(elements.begin(), elements.end(), element) != elements.end();
  };
  if (const auto whole = matter.match_whole(text); whole && is_one_of(*whole, {"secrecy", "urgency", "publicity", "printed"}))
    return Sign::sure;
  const auto word = matter.match_at(text, 0);
  if (word && is_one_of(*word, {"copied_to", "signatory"}) && text.substr(word->end).starts_with("：")) return Sign::sure;
  return Sign::none;
}

// 青政发〔2024〕8号, also beside 签发人：某某 or behind a red head.
Sign read_number(std::string_view text) {
  const auto number = find_document_number(text);
  if (!number) return Sign::none;
  const std::string_view before = text.substr(0, number->begin), behind = text.substr(number->end);
  const bool alone = text::count_code_points(before) <= kLongestMargin || before.ends_with("文件");
  return alone && text::count_code_points(behind) <= kLongestMargin ? Sign::sure : Sign::none;
}

// 2024年6月1日, alone, under an office on the same line, or before 印发.
Sign read_closing_date(std::string_view text, const Grammar& grammar) {
  const auto date = find_date(text);
  if (!date) return Sign::none;
  const std::string_view before = text.substr(0, date->begin), behind = text.substr(date->end);
  if (!before.empty() && !is_office_line(before, grammar)) return Sign::none;
  return behind.empty() ? Sign::date : behind == "印发" || behind == "印" ? Sign::sure : Sign::none;
}

Sign sign_of(std::string_view text, const Grammar& grammar) {
  if (text::count_code_points(text) > kLongestLine) return Sign::none;
  for (const Sign sign : {read_fixed(text, grammar), read_number(text), read_closing_date(text, grammar)})
    if (sign != Sign::none) return sign;
  if (text.starts_with("（") && text.ends_with("）")) return read_fixed(text.substr(3, text.size() - 6), grammar);
  if (text.ends_with("文件") || text == "文件" || is_office_line(text, grammar) || is_digits(text)) return Sign::weak;
  return Sign::none;
}

// The lines of the source text that a table takes up.
std::vector<Range> lines_of(const Table& table, std::string_view source) {
  std::vector<Range> lines;
  for (std::uint32_t begin = table.range.begin; begin < table.range.end;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(source.find('\n', begin), table.range.end));
    if (!text::trim(source.substr(begin, end - begin)).empty()) lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

bool is_layout(const std::vector<Range>& lines, const Folded& folded, const Grammar& grammar) {
  std::size_t sure = 0, dates = 0;
  for (const Range line : lines) {
    const Sign sign = sign_of(folded.view(line), grammar);
    if (sign == Sign::none) return false;
    sure += sign == Sign::sure;
    dates += sign == Sign::date;
  }
  return sure > 0 || (dates == 1 && lines.size() > 1);
}

}  // namespace

void unfold_layout_tables(Document& document, const Folded& folded, const Grammar& grammar) {
  std::vector<Block> blocks;
  blocks.reserve(document.blocks.size());
  for (Block& block : document.blocks) {
    const auto* const table = std::get_if<Table>(&block);
    const auto lines = table != nullptr && table->cells.size() <= kMostCells ? lines_of(*table, document.source) : std::vector<Range>();
    if (lines.empty() || !is_layout(lines, folded, grammar)) {
      blocks.push_back(std::move(block));
      continue;
    }
    for (const Range line : lines) {
      Paragraph paragraph;
      paragraph.range = line;
      blocks.emplace_back(paragraph);
    }
  }
  document.blocks = std::move(blocks);
}

}  // namespace gongwen
