// Closing lines to metadata.
#include "segment/back_matter.hpp"

#include <algorithm>
#include <optional>

#include "grammar/tables.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kLongestSignature = 45;   // code points
constexpr int kMostIssuers = 6;
constexpr std::size_t kLongestAttachmentTitle = 90;
constexpr std::size_t kListLines = 40;

Value value_at(const Line& line, std::size_t begin, std::size_t end, const Folded& folded) {
  const Range all = folded.to_folded(line.source);
  const Range part{all.begin + static_cast<std::uint32_t>(begin), all.begin + static_cast<std::uint32_t>(end)};
  return {std::string(line.text.substr(begin, end - begin)), {folded.to_source(part), {}}};
}

// A line that closes with a date and holds nothing else but the office that signs.
std::optional<FoundDate> closing_date(const Line& line, const Grammar& grammar) {
  if (!line.is_free() || text::count_code_points(line.text) > kLongestSignature + 12) return {};
  const auto date = find_date(line.text);
  if (!date || date->end != line.text.size()) return {};
  if (date->begin != 0 && !is_office_line(line.text.substr(0, date->begin), grammar)) return {};
  return date;
}

bool may_sign(const Line& line, const Grammar& grammar, bool nearest) {
  if (!line.is_free() || text::count_code_points(line.text) > kLongestSignature || read_label(line.text, grammar)) return false;
  if (read_attachment_mark(line, grammar)) return false;
  for (const std::string_view mark : {"。", "；", "：", "，", "？", "！", "）。"})
    if (line.text.find(mark) != line.text.npos) return false;
  return nearest ? text::count_code_points(line.text) >= 2 : ends_as_office(line.text, grammar);
}

std::string without_spaces(std::string_view name) {
  std::string bare;
  for (const char c : name)
    if (c != ' ') bare += c;
  return bare;
}

// Offices on one line are set apart by spaces.
void add_issuers(Metadata& metadata, const Line& line, std::size_t end, const Folded& folded, const Grammar& grammar) {
  const Range all = folded.to_folded(line.source);
  const Range part{all.begin, all.begin + static_cast<std::uint32_t>(end)};
  const Passage passage(folded, folded.to_source(part), Passage::Glue::lines);
  const std::string_view text = passage.text();
  std::vector<Value> found;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ') continue;
    const std::string_view piece = std::string_view(text).substr(from, i - from);
    if (i < text.size() && !ends_as_office(piece, grammar)) continue;   // spaced-out letters of one name
    if (!piece.empty())
      found.push_back({without_spaces(piece), {passage.source({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i)}), {}}});
    from = i + 1;
  }
  metadata.issuers.insert(metadata.issuers.begin(), found.begin(), found.end());
}

bool is_publicity(std::string_view text, const Grammar& grammar) {
  if (text.starts_with("（") && text.ends_with("）")) text = text.substr(3, text.size() - 6);
  if (text.starts_with("此件发至") && text::count_code_points(text) <= 40) return true;
  const auto match = grammar.tables()[GrammarKind::matter].match_whole(text);
  return match && match->entry->attribute("element") == "publicity";
}

bool is_printed_line(std::string_view text, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::matter].match_whole(text);
  if (match && match->entry->attribute("element") == "printed") return true;
  if (!text.ends_with("印发") && !text.ends_with("印")) return false;
  const auto date = find_date(text);
  return date && text.size() - date->end <= 6 && text::count_code_points(text) < 60;
}

// 抄送：… , up to the line that ends in a full stop.
std::size_t read_copies(Lines& lines, std::size_t at, std::size_t colon, const Folded& folded, Metadata& metadata) {
  std::size_t end = at + 1;
  while (end < lines.size() && end - at < 6 && lines[end].is_free() && !lines[end - 1].text.ends_with("。") &&
         lines[end].blank_before == 0 && lines[end].text.find("印发") == std::string_view::npos)
    ++end;
  std::vector<Range> ranges;
  for (std::size_t i = at; i < end; ++i) {
    ranges.push_back(lines[i].source);
    lines[i].owner = Owner::metadata;
  }
  const Passage passage(folded, ranges);
  const std::string_view text = passage.text();
  std::size_t from = colon;
  for (std::size_t i = colon; i <= text.size();) {
    const text::CodePoint c = i < text.size() ? text::decode(text, i) : text::CodePoint{U'。', 1};
    if (c.value == U'，' || c.value == U'；' || c.value == U'。' || c.value == U'、') {
      if (i > from)
        metadata.copied_to.push_back({std::string(text.substr(from, i - from)),
                                      {passage.source({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i)}), {}}});
      from = i + c.size;
    }
    i += c.size;
  }
  return end;
}

// The colon after a fixed word at the start of a line; 0 if it opens with none of that element.
std::size_t after_element(std::string_view text, std::string_view element, const Grammar& grammar) {
  const auto match = grammar.tables()[GrammarKind::matter].match_at(text, 0);
  if (!match || match->entry->attribute("element") != element) return 0;
  return text.substr(match->end).starts_with("：") ? match->end + 3 : 0;
}

std::string_view without_stop(std::string_view title) {
  for (const std::string_view mark : {"。", "；", "，"})
    if (title.ends_with(mark)) return title.substr(0, title.size() - mark.size());
  return title;
}

// The label of an item; also where its title opens with a year: 1.2018年….
std::optional<Label> item_label(std::string_view text, const Grammar& grammar) {
  const auto label = read_label(text, grammar);
  return label && !label->style.starts_with("decimal") ? label : read_label_before_decimal(text, grammar);
}

// 1.任务分工表, 2、…: an item of the list.
bool is_list_item(const Line& line, const Grammar& grammar) {
  if (!line.is_free() || text::count_code_points(line.text) > kLongestAttachmentTitle || line.text.ends_with("。")) return false;
  const auto label = item_label(line.text, grammar);
  return label && (label->style == "arabic" || label->style == "han" || label->style == "arabic-paren");
}

void add_attachment(Metadata& metadata, const Line& line, std::size_t begin, std::size_t end, int number, const Folded& folded) {
  const std::string_view title = without_stop(line.text.substr(begin, end - begin));
  if (title.empty()) return;
  const Value value = value_at(line, begin, begin + title.size(), folded);
  metadata.attachments.push_back({number == 0 ? static_cast<int>(metadata.attachments.size()) + 1 : number, value});
}

// 附件：1.甲；2.乙 on one line.
void add_run_on_items(Metadata& metadata, const Line& line, std::size_t begin, const Folded& folded, const Grammar& grammar) {
  while (begin < line.text.size()) {
    const auto label = item_label(line.text.substr(begin), grammar);
    if (!label) return;
    std::size_t end = line.text.find("；", begin);
    while (end != line.text.npos && !item_label(line.text.substr(end + 3), grammar)) end = line.text.find("；", end + 3);
    const std::size_t to = end == line.text.npos ? line.text.size() : end;
    add_attachment(metadata, line, begin + label->end, to, static_cast<int>(label->number), folded);
    begin = to + 3;
  }
}

}  // namespace

std::size_t read_signature(Lines& lines, std::size_t begin, std::size_t end, const Folded& folded, const Grammar& grammar,
                           Metadata& metadata) {
  // A date in figures closes a letter only below an office, and where no date is written out.
  const bool written_out = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](const Line& line) { return closing_date(line, grammar).has_value(); });
  for (std::size_t i = begin; i < end; ++i) {
    auto date = closing_date(lines[i], grammar);
    if (!date && !written_out && i > begin && lines[i].is_free() && lines[i - 1].is_free() && is_office_line(lines[i - 1].text, grammar))
      date = read_numeric_date(lines[i].text);
    if (!date) continue;
    metadata.issued_on = date->date;
    metadata.issued_on_span = value_at(lines[i], date->begin, date->end, folded).span;
    lines[i].owner = Owner::metadata;
    if (date->begin != 0) add_issuers(metadata, lines[i], date->begin, folded, grammar);
    for (int n = 0; n < kMostIssuers && i > begin; ++n) {
      Line& above = lines[i - 1 - static_cast<std::size_t>(n)];
      if (!may_sign(above, grammar, n == 0 && date->begin == 0)) break;
      add_issuers(metadata, above, above.text.size(), folded, grammar);
      above.owner = Owner::metadata;
      if (i - static_cast<std::size_t>(n) - 1 == begin) break;
    }
    return i + 1;
  }
  return begin;
}

void read_fixed_lines(Lines& lines, std::size_t begin, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  for (std::size_t i = begin; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!line.is_free() || text::count_code_points(line.text) > 400) continue;
    if (is_publicity(line.text, grammar)) {
      const bool bracketed = line.text.starts_with("（");
      const std::size_t inset = bracketed ? 3 : 0;
      if (metadata.publicity.text.empty()) metadata.publicity = value_at(line, inset, line.text.size() - inset, folded);
      line.owner = Owner::metadata;
    } else if (is_printed_line(line.text, grammar)) {
      line.owner = Owner::metadata;
    } else if (const std::size_t colon = after_element(line.text, "copied_to", grammar); colon != 0) {
      i = read_copies(lines, i, colon, folded, metadata) - 1;
    }
  }
}

std::optional<AttachmentMark> read_attachment_mark(const Line& line, const Grammar& grammar) {
  if (!line.is_free()) return {};
  const auto match = grammar.tables()[GrammarKind::matter].match_at(line.text, 0);
  if (!match || match->entry->attribute("element") != "attachments") return {};
  std::string_view rest = line.text.substr(match->end);
  int number = 0;
  while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9' && number < 1000) {
    number = number * 10 + (rest[0] - '0');
    rest.remove_prefix(1);
  }
  if (const auto han = text::parse_numeral(rest); number == 0 && han && han->value <= 99) {
    number = static_cast<int>(han->value);
    rest.remove_prefix(han->bytes);
  }
  if (number != 0 && rest.starts_with("-")) {   // 附件1-1
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (end != 1) rest.remove_prefix(std::min(end, rest.size()));
  }
  const bool colon = rest.starts_with("：");
  if (colon) rest.remove_prefix(3);
  else if (number != 0 && (rest.starts_with(".") || rest.starts_with("、") || rest.starts_with("．")))
    rest.remove_prefix(rest.starts_with(".") ? 1 : 3);
  // 附件10万元预算表, 附件规定的…: a mark is set apart from what follows by its number or a colon.
  if (!rest.empty() && !colon && number == 0) return {};
  if (text::count_code_points(rest) > kLongestAttachmentTitle || rest.ends_with("。")) return {};
  return AttachmentMark{number, rest};
}

bool is_attachment_list(const Lines& lines, std::size_t at, const Grammar& grammar) {
  const auto mark = read_attachment_mark(lines[at], grammar);
  if (!mark) return false;
  // Items, other marks and a signature follow a list; the text of an attachment follows an attachment.
  bool items = false;
  for (std::size_t i = at + 1; i < lines.size() && i - at < kListLines; ++i) {
    if (lines[i].is_table()) return false;
    if (lines[i].owner != Owner::none) return !mark->title.empty();
    if (closing_date(lines[i], grammar)) return true;
    if (const auto other = read_attachment_mark(lines[i], grammar)) {
      if (other->title.empty() || other->number <= mark->number || !mark->title.empty()) return !mark->title.empty();
      continue;
    }
    if (is_list_item(lines[i], grammar)) {
      items = true;
      continue;
    }
    const bool may_close = may_sign(lines[i], grammar, true);
    if (!may_close) return false;
    if (mark->title.empty() && i == at + 1) return false;   // the title of an attachment
  }
  return items || !mark->title.empty();
}

std::size_t read_attachment_list(Lines& lines, std::size_t at, const Folded& folded, const Grammar& grammar, Metadata& metadata) {
  const auto mark = *read_attachment_mark(lines[at], grammar);
  const std::size_t title = lines[at].text.size() - mark.title.size();
  if (item_label(mark.title, grammar) && mark.number == 0)
    add_run_on_items(metadata, lines[at], title, folded, grammar);
  else
    add_attachment(metadata, lines[at], title, lines[at].text.size(), mark.number, folded);
  lines[at].owner = Owner::metadata;
  std::size_t i = at + 1;
  for (; i < lines.size() && is_list_item(lines[i], grammar); ++i) {
    const auto label = *item_label(lines[i].text, grammar);
    add_attachment(metadata, lines[i], label.end, lines[i].text.size(), static_cast<int>(label.number), folded);
    lines[i].owner = Owner::metadata;
  }
  return i;
}

}  // namespace gongwen
