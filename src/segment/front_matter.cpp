// The top of a notice to its metadata: red head, document number, title, addressees; and the lines that a web page puts
// there. GB/T 9704-2012, 7.2 and 7.3.1 to 7.3.2.
#include "segment/front_matter.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/elements.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "segment/page_fields.hpp"
#include "segment/title.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kAddresseeLines = 12;

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
    const LineRange title = find_title(lines_, folded_, layout_, grammar_);
    if (!title.empty()) {
      metadata_.title = without_number(unquoted(without_stop(join_lines(lines_, title.begin, title.end, folded_))));
      claim(title.begin, title.end);
    }
    for (std::size_t i = 0; i < title.begin; ++i) read_head_line(lines_[i]);
    std::size_t at = title.end;
    while (at < lines_.size() && read_below_title(lines_[at])) ++at;
    at = read_addressees(at);
    read_page_fields(lines_, std::max(at, fields_end()), folded_, grammar_, metadata_);
    return at;
  }

 private:
  // Past the tables of a page's fields that a text without a title may begin with.
  [[nodiscard]] std::size_t fields_end() const {
    std::size_t end = 0;
    while (end < lines_.size() && lines_[end].is_table() && is_field_table(folded_.view(lines_[end].source), grammar_)) ++end;
    return end;
  }

  void claim(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (lines_[i].owner == Owner::none) lines_[i].owner = Owner::metadata;
  }

  // A stop behind a title is none of it.
  static Value without_stop(Value title) {
    for (const std::string_view mark : {"。", "，", "；", "、"})
      if (title.text.ends_with(mark)) return {title.text.substr(0, title.text.size() - mark.size()), title.span};
    return title;
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
    if (is_rule(line.text) || read_number_line(line) || read_mark(line, line.text) || read_bracketed_date(line) || read_issuer_below(line)) {
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
