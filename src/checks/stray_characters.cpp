// Characters of the source text that no reader sees, or that stand for ones that were lost. The whole file is looked at: what is
// lost in its furniture is lost in the same copy.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "checks/list.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

enum Kind : std::uint8_t { control, invisible, replacement, none };

constexpr std::array kRules{
    Rule{.name = "text-control-characters",
         .group = "text",
         .severity = Severity::warning,
         .scope = Scope::file,
         .fixable = true,
         .message = {"control characters ({0}) stand in the text", "文中有控制字符（{0}）"},
         .what = {"A character that controls a device and is no text, such as U+0001 or U+0007, left by a conversion.",
                  "文中有不可打印的控制字符，如 U+0001、U+0007，多为格式转换所遗留。"},
         .why = {"It cannot be seen, but it splits words for whoever searches, compares or reads the file by program.",
                 "控制字符看不见，却会打断词语，影响检索、比对和程序读取。"},
         .mend = {"Delete it.", "删除该字符。"},
         .fires = "关于开展安全检查的通知\n\n各单位要认真\x07落实。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要认真落实。\n"},
    Rule{.name = "text-zero-width",
         .group = "text",
         .severity = Severity::warning,
         .scope = Scope::file,
         .fixable = true,
         .message = {"characters without width ({0}) stand in the text", "文中有零宽字符（{0}）"},
         .what = {"A character that takes no room and leaves no ink, such as U+200B or U+FEFF, mostly copied from a web page.",
                  "文中有不占位、不显示的字符，如 U+200B、U+FEFF，多为从网页复制所带入。"},
         .why = {"Two words that look alike are no longer the same: a search for the one does not find the other.",
                 "看似相同的词语实际不同：检索“牵头单位”时，找不到其中夹有零宽字符的同一词语。"},
         .mend = {"Delete it.", "删除该字符。"},
         .fires = "关于开展安全检查的通知\n\n各单位要认真\xE2\x80\x8B落实。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要认真落实。\n"},
    Rule{.name = "text-replacement-character",
         .group = "text",
         .severity = Severity::error,
         .scope = Scope::file,
         .message = {"a character was lost: U+FFFD stands in “{0}”", "“{0}”中有替换字符 U+FFFD，原字已丢失"},
         .what = {"U+FFFD, which programs put where they could not decode a character.",
                  "文中有替换字符 U+FFFD，即程序无法解码时代替原字的符号。"},
         .why = {"The character itself is gone from the file; nobody can tell from it what was meant.",
                 "原字已不在文件中，读者无从得知原文。"},
         .mend = {"Put the character back from the original document, or convert it again in the right encoding.",
                  "对照原件补回该字，或按正确编码重新转换。"},
         .fires = "关于开展安全检查的通知\n\n各单位要认真落\xEF\xBF\xBD。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要认真落实。\n"},
};

// Selectors of a character's look are part of how it is written: 葛󠄀, ☑️.
bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

Kind kind_of(char32_t c) {
  if (c < 0x20 || c == 0x7F) return c >= 0x09 && c <= 0x0D ? none : control;
  if (c == text::kReplacement) return replacement;
  if (c < 0x80 || text::char_class(c) != text::CharClass::dropped || is_selector(c)) return none;
  return c <= 0x9F ? control : invisible;
}

std::string name_of(char32_t c) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(c));
  return name.data();
}

// Where the reader itself put the character, and has said so; ascending.
std::vector<Range> reported(const Document& document) {
  std::vector<Range> places;
  for (const Diagnostic& report : document.diagnostics) {
    if (report.rule == "docx-malformed-text") places.push_back({0, static_cast<std::uint32_t>(document.source.size())});
    if (report.rule == "encoding-replacement") places.push_back(report.span.bytes);
  }
  std::sort(places.begin(), places.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return places;
}

bool is_in(const std::vector<Range>& places, std::uint32_t at) {
  const auto after = std::upper_bound(places.begin(), places.end(), at, [](std::uint32_t byte, Range place) { return byte < place.begin; });
  return after != places.begin() && at < (after - 1)->end;
}

std::string around(std::string_view source, Range run) {
  constexpr int kCharacters = 6;
  std::size_t begin = run.begin, end = run.end;
  for (int n = 0; n < kCharacters && begin > 0 && source[begin - 1] != '\n'; ++n) begin -= text::decode_before(source, begin).size;
  for (int n = 0; n < kCharacters && end < source.size() && source[end] != '\n'; ++n) end += text::decode(source, end).size;
  return std::string(text::trim(source.substr(begin, end - begin)));
}

void run(const Inspection& inspection, Findings& findings) {
  const std::string_view source = inspection.document.source;
  const std::vector<Range> known = reported(inspection.document);
  for (std::uint32_t at = 0; at < source.size();) {
    const text::CodePoint first = text::decode(source, at);
    const Kind kind = kind_of(first.value);
    const std::uint32_t begin = at;
    at += first.size;
    if (kind == none) continue;
    for (text::CodePoint c = text::decode(source, at); at < source.size() && kind_of(c.value) == kind; c = text::decode(source, at)) at += c.size;
    const Range run{begin, at};
    if (kind == replacement) {
      if (!is_in(known, begin)) findings.push_back(diagnose(kRules[kind].name, {run, {}}, {around(source, run)}));
    } else {
      findings.push_back(diagnose(kRules[kind].name, {run, {}}, {name_of(first.value), ""}));
    }
  }
}

}  // namespace

const Check stray_characters{kRules, run};

}  // namespace gongwen::checks
