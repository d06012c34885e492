// The top of a notice to its metadata: red head, document number, title, addressees; and the lines that a web page puts
// there. GB/T 9704-2012, 7.2 and 7.3.1 to 7.3.2.
#include "segment/front_matter.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/furniture.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kFront = 120;         // lines within which the title stands
constexpr std::size_t kLongestTitle = 160;  // code points
constexpr std::size_t kTitleLines = 6;
constexpr std::size_t kAddresseeLines = 12;
constexpr std::size_t kRepeat = 20;         // lines below a title within which a page repeats it
constexpr std::size_t kFieldWidth = 24;     // bytes within which a field's date stands
constexpr std::size_t kQuote = 3;           // bytes of 《 before a title

struct LineRange {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
};

bool is_text_line(std::string_view text) { return text.ends_with("。") && text::count_code_points(text) > 15; }

bool is_balanced(std::string_view text) {
  const auto count = [&](std::string_view mark) {
    int found = 0;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++found;
    return found;
  };
  return count("《") == count("》") && count("“") == count("”") && count("（") == count("）");
}

bool is_element(const GrammarMatch& match, std::string_view element) { return match.entry->attribute("element") == element; }

// What of a line is looked through: front matter is short, a paragraph of a megabyte is none.
std::string_view searched(std::string_view text) {
  constexpr std::size_t kSearched = 4000;   // bytes
  if (text.size() <= kSearched) return text;
  std::size_t end = kSearched;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// Where a word of a title of that element stands, and its end; npos if there is none.
struct Found {
  std::size_t begin = std::string_view::npos, end = std::string_view::npos;
  explicit operator bool() const noexcept { return begin != std::string_view::npos; }
};
Found find_element(std::string_view text, std::string_view element, const Grammar& grammar) {
  text = searched(text);
  const GrammarTable& table = grammar.tables()[GrammarKind::matter];
  for (auto match = table.find(text, 0); match; match = table.find(text, match->end))
    if (is_element(*match, element)) return {match->begin, match->end};
  return {};
}

bool ends_as_statutory(std::string_view text, const Grammar& grammar) { return ends_as_title(text, grammar, true); }

// A title that hands on another document names it before its own type: 关于印发《…》的通知.
bool is_whole_title(std::string_view joined, const Grammar& grammar) {
  if (!is_balanced(joined) || !ends_as_title(joined, grammar)) return false;
  const Found about = find_element(joined, "about", grammar);
  if (!about) return true;
  const Found hands_on = find_element(joined.substr(about.end), "hands_on", grammar);
  return !hands_on || hands_on.begin != 0 || ends_as_statutory(joined, grammar);
}

bool is_field_line(std::string_view text, const Grammar& grammar) { return is_furniture(text, PagePlace::top, grammar); }

// The title of a browser window, a path of links: 通知_某县人民政府网站, 首页 > 公开.
bool is_page_line(std::string_view text) {
  if (text.find_first_of("_|") != text.npos) return true;
  return text.find('>') != text.npos && text.find('<') == text.npos;
}

bool is_title_line(const Line& line, const Grammar& grammar) {
  if (!line.is_free() || is_text_line(line.text) || line.text.ends_with("：")) return false;
  if (text::count_code_points(line.text) > kLongestTitle || is_page_line(line.text)) return false;
  return !is_field_line(line.text, grammar);
}

// 某某人民政府印发: the office that hands a document on.
std::string_view without_verb(std::string_view text, const Grammar& grammar) {
  constexpr std::size_t kVerb = 6;   // bytes of 印发
  if (text.size() <= kVerb) return text;
  const auto match = grammar.tables()[GrammarKind::matter].match_whole(text.substr(text.size() - kVerb));
  return match && is_element(*match, "hands_on") ? text.substr(0, text.size() - kVerb) : text;
}

// Whether what stands before 关于 may open a title: nothing, an office, or an office that hands on 《关于….
bool may_open_title(std::string_view before, const Grammar& grammar) {
  if (before.find("：") != before.npos) return false;
  if (before.ends_with("《")) before.remove_suffix(kQuote);
  return before.empty() || ends_as_office(without_verb(before, grammar), grammar) || before.find("《") == before.npos;
}

// The title that begins at or before the line with 关于: office lines above belong to it, and lines below up to its type.
LineRange title_around(const Lines& lines, std::size_t about, const Grammar& grammar) {
  std::string joined;
  std::size_t end = about;
  bool whole = false;
  while (end < lines.size() && end - about < kTitleLines && is_title_line(lines[end], grammar)) {
    if (end > about && read_label(lines[end].text, grammar)) break;
    joined += lines[end++].text;
    if ((whole = is_whole_title(joined, grammar))) break;
  }
  if (!whole) return {};
  // 关于办理人大代表建议 | 和政协提案工作的通知: a line that closes a statutory title behind one that only seems whole.
  if (!ends_as_statutory(joined, grammar) && end < lines.size() && lines[end].blank_before == 0 && is_title_line(lines[end], grammar) &&
      !find_document_number(lines[end].text) && is_whole_title(joined + std::string(lines[end].text), grammar) &&
      ends_as_statutory(lines[end].text, grammar))
    ++end;
  std::size_t begin = about;
  const std::uint32_t gap = find_element(lines[about].text, "about", grammar).begin == 0 ? 1 : 0;   // blank lines between
  while (begin > 0 && about - begin < 4 && lines[begin].blank_before <= gap) {
    const Line& above = lines[begin - 1];
    if (!is_title_line(above, grammar) || !is_office_line(without_verb(above.text, grammar), grammar)) break;
    --begin;
  }
  return {begin, end};
}

// A page repeats the title that it shows above the notice itself: the notice's own is the last one near the top.
LineRange last_repeat(const Lines& lines, LineRange title, const Grammar& grammar) {
  if (title.empty()) return title;
  const auto bare = [&](LineRange range) {
    std::string joined;
    for (std::size_t i = range.begin; i < range.end; ++i) joined += bare_title(lines[i].text);
    return joined;
  };
  const std::string wanted = bare(title);
  LineRange last = title;
  for (std::size_t i = title.end; i < std::min(lines.size(), title.end + kRepeat); ++i) {
    if (lines[i].is_table() || !is_title_line(lines[i], grammar)) continue;
    std::string joined;
    for (std::size_t end = i; end < std::min(lines.size(), i + kTitleLines) && wanted.starts_with(joined); ++end) {
      joined += bare_title(lines[end].text);
      if (joined == wanted) last = {i, end + 1};
    }
  }
  return last;
}

LineRange find_about_title(const Lines& lines, const Grammar& grammar) {
  LineRange found;
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); ++i) {
    const Line& line = lines[i];
    if (line.is_table()) break;
    if (line.owner != Owner::none) continue;
    if (is_text_line(line.text) || read_label(line.text, grammar)) break;
    const std::size_t about = find_element(line.text, "about", grammar).begin;
    const bool head = about != line.text.npos && may_open_title(line.text.substr(0, about), grammar);
    if (line.text.ends_with("：") && !found.empty()) break;
    if (!head) continue;
    const LineRange title = title_around(lines, i, grammar);
    if (title.empty()) continue;
    found = title;
    i = title.end - 1;
  }
  return last_repeat(lines, found, grammar);
}

// Without 关于: the first short line, or group of lines, that ends in a document type.
LineRange find_plain_title(const Lines& lines, const Grammar& grammar) {
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); ++i) {
    const Line& line = lines[i];
    if (line.is_table() || is_text_line(line.text)) break;
    if (line.owner != Owner::none) continue;
    if (read_label(line.text, grammar) || (line.text.ends_with("：") && line.text.starts_with("各"))) break;
    const auto number = find_document_number(line.text);
    if ((number && number->begin < kQuote + 1) || line.text.starts_with("附件") || !is_title_line(line, grammar)) continue;
    std::string joined;
    for (std::size_t end = i; end < lines.size() && end - i < 4 && is_title_line(lines[end], grammar); ++end) {
      if (end > i && (lines[end].blank_before > 1 || find_document_number(lines[end].text))) break;
      joined += lines[end].text;
      if (text::count_code_points(joined) > 80) break;
      if (ends_as_title(joined, grammar) && is_balanced(joined)) return {i, end + 1};
    }
  }
  return {};
}

bool may_be_set_title(const Line& line, const Grammar& grammar) {
  return is_title_line(line, grammar) && !line.text.ends_with("文件") && !line.text.starts_with("附件") &&
         !is_office_line(line.text, grammar) && !find_document_number(line.text) && !read_label(line.text, grammar);
}

// Past the lines from `begin` on that are set as one title, the red head and the number aside; `begin` if there are none.
std::size_t set_title_end(const Lines& lines, std::size_t begin, const Layout& layout, const Grammar& grammar) {
  constexpr std::size_t kShortest = 5;   // code points: 目录 is none
  const std::size_t end = layout.display_end(lines, begin);
  std::size_t size = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!may_be_set_title(lines[i], grammar)) return begin;
    size += text::count_code_points(lines[i].text);
  }
  return size < kShortest ? begin : end;
}

// The first lines that are set as a title.
LineRange find_set_title(const Lines& lines, const Layout& layout, const Grammar& grammar) {
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); ++i) {
    const Line& line = lines[i];
    if (line.is_table() || is_text_line(line.text) || read_label(line.text, grammar)) break;
    if (const std::size_t end = set_title_end(lines, i, layout, grammar); end != i) return {i, end};
    i = std::max(i + 1, layout.display_end(lines, i)) - 1;
  }
  return {};
}

// A title without 关于: the words find it where one of its lines ends in a document type; the look of the lines says which
// they are where they are set as a title.
LineRange find_other_title(const Lines& lines, const Layout& layout, const Grammar& grammar) {
  const LineRange worded = find_plain_title(lines, grammar);
  if (worded.empty() || !layout.is_display(lines[worded.begin])) {
    const LineRange set = find_set_title(lines, layout, grammar);
    return set.empty() ? worded : set;
  }
  return {worded.begin, std::max(worded.end, set_title_end(lines, worded.begin, layout, grammar))};
}

// A key of a web page's table and its value: 文号：…　成文日期：…
std::string_view field_value(std::string_view text, std::string_view element, const Grammar& grammar) {
  text = searched(text);
  const GrammarTable& table = grammar.tables()[GrammarKind::matter];
  for (auto match = table.find(text, 0); match; match = table.find(text, match->end)) {
    if (match->entry->attribute("element") != element) continue;
    const std::string_view rest = text.substr(match->end);
    if (rest.starts_with("：") || rest.starts_with("〕：") || rest.starts_with("】：")) return rest.substr(rest.find("：") + 3);
  }
  return {};
}

Value part_of(const Line& line, std::string_view text, const Folded& folded) {
  if (text.empty()) return {};
  const Range all = folded.to_folded(line.source);
  const auto begin = all.begin + static_cast<std::uint32_t>(text.data() - line.text.data());
  const Range source = folded.to_source({begin, begin + static_cast<std::uint32_t>(text.size())});
  return {std::string(text), {source, {}}};
}

class FrontMatter {
 public:
  FrontMatter(Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar, Metadata& metadata)
      : lines_(lines), folded_(folded), layout_(layout), grammar_(grammar), metadata_(metadata) {}

  std::size_t read() {
    LineRange title = find_about_title(lines_, grammar_);
    if (title.empty()) title = find_other_title(lines_, layout_, grammar_);
    if (!title.empty()) {
      metadata_.title = without_number(unquoted(join_lines(lines_, title.begin, title.end, folded_)));
      claim(title.begin, title.end);
    }
    for (std::size_t i = 0; i < title.begin; ++i) read_head_line(lines_[i]);
    std::size_t at = title.end;
    while (at < lines_.size() && read_below_title(lines_[at])) ++at;
    at = read_addressees(at);
    if (title.empty()) read_title_from_fields(at);
    if (!metadata_.document_number) read_number_from_fields(at);
    if (metadata_.issued_on.empty()) read_date_from_fields(at);
    return at;
  }

 private:
  void claim(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (lines_[i].owner == Owner::none) lines_[i].owner = Owner::metadata;
  }

  // 《关于…的通知》 as a whole: the marks are the page's.
  static Value unquoted(Value title) {
    const std::string_view text = title.text;
    if (text.starts_with("《") && text.ends_with("》") && text.find("》") == text.size() - 3) title.text = std::string(text.substr(3, text.size() - 6));
    return title;
  }

  // …的通知（某政发〔2024〕1号）: the bracket is the number of the notice.
  Value without_number(Value title) {
    const std::size_t open = title.text.rfind("（");
    if (!title.text.ends_with("）") || open == title.text.npos) return title;
    const std::string_view inner = std::string_view(title.text).substr(open + 3, title.text.size() - open - 6);
    const auto number = find_document_number(inner);
    if (!number || number->begin != 0 || number->end != inner.size()) return title;
    metadata_.document_number = DocumentNumber{{number->text, title.span}, number->agency, number->year, number->serial};
    title.text.resize(open);
    return title;
  }

  void take_number(const Line& line, const FoundNumber& found) {
    if (metadata_.document_number) return;
    const Value value = line.is_table() ? Value{found.text, {line.source, {}}}
                                        : part_of(line, line.text.substr(found.begin, found.end - found.begin), folded_);
    metadata_.document_number = DocumentNumber{value, found.agency, found.year, found.serial};
  }

  // A line that is a document number and nothing else but the signatory beside it.
  bool read_number_line(Line& line) {
    auto number = find_document_number(line.text);
    if (!number) number = find_bare_number(line.text);
    const std::string_view signatory = field_value(line.text, "signatory", grammar_);
    if (!signatory.empty()) metadata_.signatory = part_of(line, signatory, folded_);
    if (!number) return !signatory.empty();
    const std::string_view before = line.text.substr(0, number->begin);
    if ((text::count_code_points(before) > 6 && !before.ends_with("文件")) || text::count_code_points(line.text) > 45) return !signatory.empty();
    take_number(line, *number);
    return true;
  }

  bool read_mark(const Line& line, std::string_view text) {
    const auto match = grammar_.tables()[GrammarKind::matter].match_whole(text);
    if (!match) return false;
    const std::string_view element = match->entry->attribute("element");
    Value* target = element == "secrecy" ? &metadata_.secrecy : element == "urgency" ? &metadata_.urgency
                    : element == "publicity" ? &metadata_.publicity : nullptr;
    if (target == nullptr) return false;
    if (target->text.empty()) *target = part_of(line, text, folded_);
    return true;
  }

  void read_head_line(Line& line) {
    if (!line.is_free()) return;
    if (is_field_line(line.text, grammar_)) {
      line.owner = Owner::furniture;
    } else if (read_number_line(line) || read_mark(line, line.text)) {
      line.owner = Owner::metadata;
    } else if (line.text.ends_with("文件") || is_office_line(line.text, grammar_) || is_rule(line.text)) {
      line.owner = Owner::metadata;
    }
  }

  // A ruled line under the red head, typed with dashes.
  static bool is_rule(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const text::CodePoint c = text::decode(text, i);
      const bool dash = c.value == '-' || c.value == '_' || c.value == '=' || c.value == U'—' || c.value == U'―' || c.value == U'★' ||
                        c.value == U'☆' || c.value == '*' || (c.value >= 0x2500 && c.value <= 0x257F);
      if (!dash) return false;
      i += c.size;
    }
    return true;
  }

  bool read_below_title(Line& line) {
    if (line.is_table()) return false;
    if (line.owner != Owner::none) return true;
    if (is_rule(line.text) || read_number_line(line) || read_bracketed_date(line) || read_issuer_below(line)) {
      line.owner = Owner::metadata;
      return true;
    }
    if (is_field_line(line.text, grammar_)) {
      line.owner = Owner::furniture;
      return true;
    }
    return false;
  }

  // （2024年6月1日某某会议通过） below the title of rules; a bare date there is that of the web page.
  bool read_bracketed_date(const Line& line) {
    if (!line.text.starts_with("（") || !line.text.ends_with("）")) return false;
    const auto date = find_date(line.text);
    if (!date || text::count_code_points(line.text) > 80) return false;
    if (metadata_.issued_on.empty()) {
      metadata_.issued_on = date->date;
      metadata_.issued_on_span = part_of(line, line.text.substr(date->begin, date->end - date->begin), folded_).span;
    }
    return true;
  }

  // The issuing office alone on the line below the title, where no addressee follows on it.
  bool read_issuer_below(const Line& line) {
    return line.text.starts_with("（") && line.text.ends_with("）") && read_mark(line, line.text.substr(3, line.text.size() - 6));
  }

  // The first list of offices that a colon closes, within a few lines; what a page puts above it is passed over.
  std::size_t read_addressees(std::size_t at) {
    for (std::size_t end = at; end < std::min(lines_.size(), at + kAddresseeLines); ++end) {
      const Line& line = lines_[end];
      if (line.is_table()) continue;   // of a page's fields
      if (line.text.find("。") != line.text.npos || read_label(line.text, grammar_)) break;
      if (!line.is_free() || !line.text.ends_with("：")) continue;
      std::size_t begin = end;
      std::string joined(line.text);
      while (begin > at && is_list_line(lines_[begin - 1]) && lines_[begin].blank_before == 0) joined.insert(0, lines_[--begin].text);
      if (!is_addressed(std::string_view(joined).substr(0, joined.size() - 3))) break;
      split_addressees(begin, end + 1);
      for (std::size_t i = at; i < begin; ++i) pass_over(lines_[i]);
      claim(begin, end + 1);
      return end + 1;
    }
    return at;
  }

  // A line of a list that goes on: no number, no colon, no title.
  [[nodiscard]] bool is_list_line(const Line& line) const {
    if (!line.is_free() || line.text.find("：") != line.text.npos || find_document_number(line.text)) return false;
    return line.text.find_first_of("0123456789") == line.text.npos && !line.text.starts_with("（") && !line.text.ends_with("）");
  }

  // Between a title and its addressees nothing is text.
  void pass_over(Line& line) {
    if (!line.is_free()) return;
    line.owner = read_number_line(line) ? Owner::metadata : Owner::furniture;
  }

  [[nodiscard]] bool is_addressed(std::string_view list) const {
    if (text::count_code_points(list) > 600) return false;
    if (list.starts_with("各") || ends_as_office(list, grammar_)) return true;
    for (const std::string_view word : {"各有关", "各部门", "各单位", "企业", "同志", "各县", "各市", "各乡", "各镇", "各委", "各局", "各区"})
      if (list.find(word) != list.npos) return true;
    return false;
  }

  // Split at ， and ；, and at 、 where both sides are whole offices: 各省、自治区、直辖市人民政府 is one.
  void split_addressees(std::size_t begin, std::size_t end) {
    std::vector<Range> ranges;
    for (std::size_t i = begin; i < end; ++i) ranges.push_back(lines_[i].source);
    const Passage passage(folded_, ranges);
    const std::string_view text = passage.text();
    const std::size_t size = text.ends_with("：") ? text.size() - 3 : text.size();
    std::size_t from = 0;
    int depth = 0;
    const auto add = [&](std::size_t to) {
      if (to > from)
        metadata_.addressees.push_back({std::string(text.substr(from, to - from)),
                                        {passage.source({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}), {}}});
    };
    for (std::size_t i = 0; i < size;) {
      const text::CodePoint c = text::decode(text, i);
      if (c.value == U'（') ++depth;
      if (c.value == U'）' && depth > 0) --depth;
      const bool hard = c.value == U'，' || c.value == U'；';
      const bool soft = c.value == U'、' && ends_as_office(text.substr(from, i - from), grammar_);
      if (depth == 0 && (hard || soft)) {
        add(i);
        from = i + c.size;
      }
      i += c.size;
    }
    add(size);
  }

  // 成文日期 | 2024-06-24 |: kept only where the letter itself has no date.
  void read_date_from_fields(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      const Range all = folded_.to_folded(lines_[i].source);
      const std::string_view text = folded_.view_folded(all);
      const Found field = find_element(text, "issued_on", grammar_);
      if (!field) continue;
      const auto date = find_any_date(text.substr(0, field.end + kFieldWidth), field.end);
      if (!date) continue;
      metadata_.issued_on = date->date;
      metadata_.issued_on_span.bytes = folded_.to_source({all.begin + date->begin, all.begin + date->end});
      return;
    }
  }

  // 标题 | 关于…的通知 |: a page that shows the title only among its fields.
  void read_title_from_fields(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      const Range all = folded_.to_folded(lines_[i].source);
      const std::string_view text = folded_.view_folded(all);
      const Found field = find_element(text, "title", grammar_);
      if (!field) continue;
      const std::size_t begin = text.find_first_not_of("| \n", field.end + (text.substr(field.end).starts_with("：") ? 3 : 0));
      if (begin == text.npos) continue;
      const std::size_t to = std::min(text.find_first_of("|\n", begin), text.size());
      const std::string_view title = text.substr(begin, to - begin);
      if (!is_whole_title(title, grammar_)) continue;
      const Range place{all.begin + static_cast<std::uint32_t>(begin), all.begin + static_cast<std::uint32_t>(to)};
      metadata_.title = {std::string(title), {folded_.to_source(place), {}}};
      return;
    }
  }

  void read_number_from_fields(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      const Line& line = lines_[i];
      const std::string_view text = line.is_table() ? folded_.view(line.source) : line.text;   // a page's table of fields
      if (!find_element(text, "document_number", grammar_)) continue;
      if (const auto number = find_document_number(text)) return take_number(line, *number);
    }
  }

  Lines& lines_;
  const Folded& folded_;
  const Layout& layout_;
  const Grammar& grammar_;
  Metadata& metadata_;
};

}  // namespace

std::size_t read_front_matter(Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar,
                              Metadata& metadata) {
  return FrontMatter(lines, folded, layout, grammar, metadata).read();
}

}  // namespace gongwen
