// Lines to the title among them: by its words (关于, a document type), else by how it is set.
#include "segment/title.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "grammar/tables.hpp"
#include "segment/elements.hpp"
#include "segment/labels.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kFront = 120;         // lines within which the title stands
constexpr std::size_t kLongestTitle = 160;  // code points
constexpr std::size_t kTitleLines = 6;
constexpr std::size_t kRepeat = 20;         // lines below a title within which a page repeats it
constexpr std::size_t kQuote = 3;           // bytes of 《 before a title

std::string_view without_stop(std::string_view text) {
  for (const std::string_view mark : {"。", "，", "；", "、"})
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  return text;
}

// …工作要点的通知。: a title, or its last line, that someone has closed as if it were a sentence.
bool is_stopped_title(std::string_view text, const Grammar& grammar) {
  const std::string_view bare = without_stop(text);
  if (bare.size() == text.size() || text::count_code_points(text) > 60 || !ends_as_title(bare, grammar, true)) return false;
  for (const std::string_view mark : {"。", "，", "；", "："})
    if (bare.find(mark) != bare.npos) return false;
  return true;
}

bool is_text_line(std::string_view text, const Grammar& grammar) {
  return text.ends_with("。") && text::count_code_points(text) > 15 && !is_stopped_title(text, grammar);
}

bool is_balanced(std::string_view text) {
  const auto count = [&](std::string_view mark) {
    int found = 0;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++found;
    return found;
  };
  return count("《") == count("》") && count("“") == count("”") && count("（") == count("）");
}

// 某县人民政府文件, over a title.
bool is_red_head(std::string_view text, const Grammar& grammar) {
  constexpr std::string_view kHead = "文件";
  return text.ends_with(kHead) && ends_as_office(text.substr(0, text.size() - kHead.size()), grammar);
}

bool ends_as_statutory(std::string_view text, const Grammar& grammar) { return ends_as_title(text, grammar, true); }

// The title of a browser window, a path of links: 通知_某县人民政府网站, 首页 > 公开.
bool is_page_line(std::string_view text) {
  if (text.find_first_of("_|") != text.npos) return true;
  return text.find('>') != text.npos && text.find('<') == text.npos;
}

bool is_title_line(const Line& line, const Grammar& grammar) {
  if (!line.is_free() || is_text_line(line.text, grammar) || line.text.ends_with("：")) return false;
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

// How a title must close: with all its brackets, or, where there is no such, at least as those of notices do.
enum class Closing : std::uint8_t { balanced, statutory };

// The title that begins at or before the line with 关于: office lines above belong to it, and lines below up to its type.
LineRange title_around(const Lines& lines, std::size_t about, Closing closing, const Grammar& grammar) {
  std::string joined;
  std::size_t end = about;
  bool whole = false;
  while (end < lines.size() && end - about < kTitleLines && is_title_line(lines[end], grammar)) {
    if (end > about && read_label(lines[end].text, grammar)) break;
    joined += lines[end++].text;
    const std::string_view bare = is_stopped_title(lines[end - 1].text, grammar) ? without_stop(joined) : std::string_view(joined);
    if ((whole = closing == Closing::balanced ? is_whole_title(bare, grammar) : ends_as_statutory(bare, grammar))) break;
  }
  if (!whole) return {};
  // 关于办理人大代表建议 | 和政协提案工作的通知: a line that closes a statutory title behind one that only seems whole.
  const auto bare_next = [&] { return is_stopped_title(lines[end].text, grammar) ? without_stop(lines[end].text) : lines[end].text; };
  if (!ends_as_statutory(joined, grammar) && end < lines.size() && lines[end].blank_before == 0 && is_title_line(lines[end], grammar) &&
      !find_document_number(lines[end].text) && is_whole_title(joined + std::string(bare_next()), grammar) &&
      ends_as_statutory(bare_next(), grammar))
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

LineRange find_about_title(const Lines& lines, const Folded& folded, Closing closing, const Grammar& grammar) {
  LineRange found;
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); ++i) {
    const Line& line = lines[i];
    if (line.is_table() && !is_field_table(folded.view(line.source), grammar)) break;
    if (line.owner != Owner::none) continue;
    if (is_text_line(line.text, grammar) || read_label(line.text, grammar)) break;
    const std::size_t about = find_element(line.text, "about", grammar).begin;
    const bool head = about != line.text.npos && may_open_title(line.text.substr(0, about), grammar);
    if (line.text.ends_with("：") && !found.empty()) break;
    if (!head) continue;
    const LineRange title = title_around(lines, i, closing, grammar);
    if (title.empty()) continue;
    found = title;
    i = title.end - 1;
  }
  return last_repeat(lines, found, grammar);
}

// Without 关于: the first short line, or group of lines, that ends in a document type.
LineRange find_plain_title(const Lines& lines, const Folded& folded, const Grammar& grammar) {
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); ++i) {
    const Line& line = lines[i];
    if ((line.is_table() && !is_field_table(folded.view(line.source), grammar)) || is_text_line(line.text, grammar)) break;
    if (line.owner != Owner::none) continue;
    if (read_label(line.text, grammar) || (line.text.ends_with("：") && line.text.starts_with("各"))) break;
    const auto number = find_document_number(line.text);
    if ((number && number->begin < kQuote + 1) || line.text.starts_with("附件") || !is_title_line(line, grammar)) continue;
    if (is_red_head(line.text, grammar)) continue;
    std::string joined;
    for (std::size_t end = i; end < lines.size() && end - i < 4 && is_title_line(lines[end], grammar); ++end) {
      if (end > i && (lines[end].blank_before > 1 || find_document_number(lines[end].text))) break;
      joined += lines[end].text;
      if (text::count_code_points(joined) > 80) break;
      const std::string_view bare = is_stopped_title(lines[end].text, grammar) ? without_stop(joined) : std::string_view(joined);
      if (ends_as_title(bare, grammar) && is_balanced(bare)) return {i, end + 1};
    }
  }
  return {};
}

// Past the lines from `begin` on that are set as one title, the red head and the number aside; `begin` if there are none.
std::size_t set_title_end(const Lines& lines, std::size_t begin, const Layout& layout, const Grammar& grammar) {
  constexpr std::size_t kShortest = 5;   // code points: 目录 is none
  const std::size_t end = layout.display_end(lines, begin);
  std::size_t size = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = lines[i].text;
    if (!is_title_line(lines[i], grammar) || text.ends_with("文件") || text.starts_with("附件")) return begin;
    if (is_office_line(text, grammar) || find_document_number(text) || read_label(text, grammar)) return begin;
    size += text::count_code_points(text);
  }
  return size < kShortest ? begin : end;
}

// The first lines that are set as a title.
LineRange find_set_title(const Lines& lines, const Layout& layout, const Grammar& grammar) {
  for (std::size_t i = 0; i < std::min(lines.size(), kFront); i = std::max(i + 1, layout.display_end(lines, i))) {
    if (lines[i].is_table() || is_text_line(lines[i].text, grammar) || read_label(lines[i].text, grammar)) break;
    if (const std::size_t end = set_title_end(lines, i, layout, grammar); end != i) return {i, end};
  }
  return {};
}

// A title without 关于: the words find it where one of its lines ends in a document type; the look of the lines says which
// they are where they are set as a title.
LineRange find_other_title(const Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar) {
  const LineRange worded = find_plain_title(lines, folded, grammar);
  if (worded.empty() || !layout.is_display(lines[worded.begin])) {
    const LineRange set = find_set_title(lines, layout, grammar);
    return set.empty() ? worded : set;
  }
  return {worded.begin, std::max(worded.end, set_title_end(lines, worded.begin, layout, grammar))};
}

}  // namespace

bool is_whole_title(std::string_view joined, const Grammar& grammar) {
  if (!is_balanced(joined) || !ends_as_title(joined, grammar)) return false;
  const Found about = find_element(joined, "about", grammar);
  if (!about) return true;
  const Found hands_on = find_element(joined.substr(about.end), "hands_on", grammar);
  return !hands_on || hands_on.begin != 0 || ends_as_statutory(joined, grammar);
}

LineRange find_title(const Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar) {
  for (const Closing closing : {Closing::balanced, Closing::statutory})
    if (const LineRange title = find_about_title(lines, folded, closing, grammar); !title.empty()) return title;
  return find_other_title(lines, folded, layout, grammar);
}

}  // namespace gongwen
