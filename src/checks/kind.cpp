// The title's last words, and the addressees below it, to the kind of document.
#include "checks/kind.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/furniture.hpp"
#include "text/utf8.hpp"

namespace gongwen::checks {
namespace {

constexpr std::size_t kLongestType = 24;   // bytes

std::string_view without_brackets(std::string_view title) {
  while (title.ends_with("）")) {
    const std::size_t open = title.rfind("（");
    if (open == title.npos || open == 0) break;
    title = title.substr(0, open);
  }
  return title;
}

// The longest type that the title ends in: 研究报告 is no 报告.
const GrammarEntry* type_entry(std::string_view title, const Grammar& grammar, std::string_view& type) {
  const GrammarTable& types = grammar.tables()[GrammarKind::document_type];
  const GrammarEntry* longest = nullptr;
  for (std::size_t at = title.size(); at > 0 && title.size() - at < kLongestType;) {
    at -= text::decode_before(title, at).size;
    const auto match = types.match_at(title, at);
    if (!match || match->end != title.size()) continue;
    longest = match->entry;
    type = title.substr(at);
  }
  return longest;
}

}  // namespace

Kind kind_of(const Inspection& notice) {
  Kind kind;
  std::string_view type;
  const GrammarEntry* entry = type_entry(without_brackets(notice.metadata.title.text), notice.grammar, type);
  if (entry != nullptr && entry->attribute("statutory") == "true") {
    kind.type = type;
    kind.sent = entry->attribute("sent") == "true";
  }
  kind.notice = !kind.type.empty() || !notice.metadata.addressees.empty();
  return kind;
}

bool is_web_page(const Inspection& notice) {
  return std::any_of(notice.lines.begin(), notice.lines.end(), [&](const Line& line) {
    return line.owner == Owner::furniture && !line.is_table() &&
           (is_furniture(line.text, PagePlace::top, notice.grammar) || is_furniture(line.text, PagePlace::end, notice.grammar));
  });
}

}  // namespace gongwen::checks
