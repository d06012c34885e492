// Half-width marks in Chinese text to the full-width ones. What is Chinese context is what the normalized text takes for it: there
// the mark is full width already.
#include <algorithm>
#include <array>
#include <string>

#include "checks/list.hpp"
#include "checks/own_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::array kRules{
    Rule{.name = "text-punctuation-halfwidth",
         .group = "text",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 5.1",
         .scope = Scope::any,
         .fixable = true,
         .message = {"half-width “{0}” in Chinese text; “{1}” was expected", "中文中使用了半角标点“{0}”，应为“{1}”"},
         .what = {"A half-width comma, semicolon, colon, question or exclamation mark, or bracket beside Chinese characters. Times (9:30), "
                  "ratios (1:1), numbers (1,000) and Latin text keep theirs; labels of headings are heading-label-form's.",
                  "中文语句中使用了半角的逗号、分号、冒号、问号、叹号或括号。时刻（9:30）、比例（1:1）、数字（1,000）和西文中的半角标点不在此列；"
                  "标题序号由 heading-label-form 检查。"},
         .why = {"Marks take the room of one character in Chinese text (GB/T 15834-2011).",
                 "GB/T 15834-2011 规定标点符号占一个字的位置，中文中应使用全角标点。"},
         .mend = {"Write the full-width mark.", "改用全角标点。"},
         .fires = "关于开展安全检查的通知\n\n各单位要提高认识,认真落实。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要提高认识，每日9:30前报送，报送量不少于1,000条（含图片）。\n"},
    Rule{.name = "text-quotes-straight",
         .group = "text",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 4.8",
         .scope = Scope::any,
         .message = {"straight quotation mark in Chinese text, at “{0}”; {1} was expected", "“{0}”处使用了直引号，应为 {1}"},
         .what = {"A straight quotation mark (\") beside Chinese characters.", "中文语句中使用了不分左右的直引号（\"）。"},
         .why = {"Chinese quotation marks are “ ” and ‘ ’ (GB/T 15834-2011); with straight ones nobody can tell where a quotation begins.",
                 "GB/T 15834-2011 规定引号为“ ”和‘ ’；直引号不分左右，引文的起止不清。"},
         .mend = {"Write “ at the beginning of the quotation and ” at its end.", "引文开头用“，结尾用”。"},
         .fires = "关于开展安全检查的通知\n\n各单位要落实\"一岗双责\"，加强检查。\n",
         .silent = "关于开展安全检查的通知\n\n各单位要落实“一岗双责”，加强检查。\n"},
    Rule{.name = "text-full-stop-halfwidth",
         .group = "text",
         .severity = Severity::warning,
         .basis = Basis::standard,
         .clause = "GB/T 15834-2011, 4.1",
         .scope = Scope::any,
         .message = {"the sentence “{0}” ends in a point; “{1}” was expected", "“{0}”句末用了“.”，应为“{1}”"},
         .what = {"A Chinese sentence that ends in a Western full point.", "中文句末使用了西文句点。"},
         .why = {"A Chinese sentence ends in 。 (GB/T 15834-2011).", "GB/T 15834-2011 规定句号的形式为“。”。"},
         .mend = {"Write 。", "改为“。”。"},
         .fires = "关于开展安全检查的通知\n\n各单位要提高认识，认真落实各项措施.\n",
         .silent = "关于开展安全检查的通知\n\n各单位要提高认识，认真落实各项措施。\n"},
};

// What a half-width mark is in full width; "" if it is none.
std::string_view full_width(char mark) {
  switch (mark) {
    case ',': return "，";
    case ';': return "；";
    case ':': return "：";
    case '?': return "？";
    case '!': return "！";
    case '(': return "（";
    case ')': return "）";
    default: return {};
  }
}

// Where the labels of headings stand, ascending.
std::vector<Range> label_places(const Inspection& inspection) {
  std::vector<Range> places;
  for (const Part& part : inspection.parts)
    for (const Section& section : part.sections) places.push_back(section.label.span.bytes);
  std::sort(places.begin(), places.end(), [](Range a, Range b) { return a.begin < b.begin; });
  return places;
}

bool is_in(const std::vector<Range>& places, std::uint32_t at) {
  const auto after = std::upper_bound(places.begin(), places.end(), at, [](std::uint32_t byte, Range place) { return byte < place.begin; });
  return after != places.begin() && at < (after - 1)->end;
}

class Reporter {
 public:
  Reporter(const Inspection& inspection, Findings& findings) : inspection_(inspection), findings_(findings), labels_(label_places(inspection)) {}

  void look_at(const OwnText& text) {
    bool opens = true;
    for (const Range& piece : text.pieces)
      for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
        const char c = source()[at];
        if (c == '"') look_at_quote(text, piece, at, opens);
        else if (!full_width(c).empty()) look_at_mark(text, at);
      }
    look_at_end(text);
  }

 private:
  [[nodiscard]] std::string_view source() const { return inspection_.document.source; }

  void look_at_mark(const OwnText& text, std::uint32_t at) {
    const Range place{at, at + 1};
    const std::string_view full = full_width(source()[at]);
    if (inspection_.folded.view(place) != full || is_in(labels_, at)) return;
    findings_.push_back(diagnose(kRules[0].name, text.span(place), {std::string(1, source()[at]), std::string(full)}));
  }

  void look_at_quote(const OwnText& text, Range piece, std::uint32_t at, bool& opens) {
    const auto is_chinese = [](char32_t c) { return text::is_han(c) || text::is_cjk_punctuation(c); };
    const bool touches = (at > piece.begin && is_chinese(text::decode_before(source(), at).value)) ||
                         (at + 1 < piece.end && is_chinese(text::decode(source(), at + 1).value));
    if (!touches) return;
    const Range place{at, at + 1};
    findings_.push_back(diagnose(kRules[1].name, text.span(place), {quote_around(inspection_, place, piece, 2, 4), opens ? "“" : "”"}));
    opens = !opens;
  }

  // A sentence, not a name or a label: it has a mark of a sentence in it, or is long.
  void look_at_end(const OwnText& text) {
    constexpr std::size_t kSentence = 24;   // bytes
    const Range last = text.pieces.back(), whole = inspection_.folded.to_folded(last);
    const std::string_view line = inspection_.folded.view_folded(whole);
    if (!line.ends_with('.') || line.size() < kSentence) return;
    if (!text::is_han(text::decode_before(line, line.size() - 1).value)) return;
    const Range place = inspection_.folded.to_source({whole.end - 1, whole.end});
    findings_.push_back(diagnose(kRules[2].name, text.span(place), {quote_around(inspection_, place, last, 8, 0), "。"}));
  }

  const Inspection& inspection_;
  Findings& findings_;
  const std::vector<Range> labels_;
};

void run(const Inspection& inspection, Findings& findings) {
  Reporter reporter(inspection, findings);
  for (const OwnText& text : own_texts(inspection)) reporter.look_at(text);
}

}  // namespace

const Check halfwidth{kRules, run};

}  // namespace gongwen::checks
