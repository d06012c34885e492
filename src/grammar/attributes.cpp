// The name and the value of an attribute to what is wrong with them. An attribute that the code asks for stands here, with
// all that it may say: a slip of the pen in a grammar file is then a fault with its line, and not an entry without effect.
#include "grammar/attributes.hpp"

#include <algorithm>
#include <array>

#include "grammar/loader.hpp"

namespace gongwen {
namespace {

struct Rule {
  GrammarKind kind;
  std::string_view name;
  AttributeType type;
  bool required;
  std::string_view values;   ///< "a|b|c"; "": anything of the type
};

using Kind = GrammarKind;
constexpr auto kText = AttributeType::text, kNumber = AttributeType::number, kFlag = AttributeType::flag;

constexpr std::array kRules{
    Rule{Kind::heading, "style", kText, true, ""},
    Rule{Kind::heading, "rank", kNumber, true, ""},
    Rule{Kind::heading, "alone", kFlag, false, ""},
    Rule{Kind::column, "field", kText, true, "number|task|group|lead_units|responsible_units|supporting_units|deadline|extra"},
    Rule{Kind::column, "rank", kNumber, false, ""},
    Rule{Kind::label, "field", kText, true, "lead_units|responsible_units|supporting_units|deadline|extra"},
    Rule{Kind::label, "alone", kFlag, false, ""},
    Rule{Kind::duty, "role", kText, true, "lead|responsible|supporting|extra"},
    Rule{Kind::duty, "key", kText, false, ""},
    Rule{Kind::duty, "closes", kFlag, false, ""},
    Rule{Kind::rule, "effect", kText, true, "default|first-leads"},
    Rule{Kind::unit_ending, "kind", kText, true, "office|place"},
    Rule{Kind::unit_word, "use", kText, true, "before|by|carried|collective|empty|half|join|level|national|none|open|same|tier|with"},
    Rule{Kind::deadline, "kind", kText, true,
         "anchor|attribute|before|conditional|date|duration|empty|immediate|none|ongoing|recurring|start|to"},
    Rule{Kind::deadline, "period", kText, false, "day|early|middle|late|month|quarter|half1|half2|year|plan|none"},
    Rule{Kind::deadline, "edge", kText, false, "first|last|middle"},
    Rule{Kind::deadline, "first", kText, false, "month"},
    Rule{Kind::deadline, "year", kText, false, "this|next"},
    Rule{Kind::deadline, "month", kText, false, "this|next"},
    Rule{Kind::deadline, "bytes", kNumber, false, ""},
    Rule{Kind::deadline, "span", kFlag, false, ""},
    Rule{Kind::deadline, "short_year", kFlag, false, ""},
    Rule{Kind::deadline, "task", kText, false, "yes|marked"},
    Rule{Kind::deadline, "alone", kText, false, "empty"},
    Rule{Kind::deadline, "open", kFlag, false, ""},
    Rule{Kind::deadline, "ongoing", kFlag, false, ""},
    Rule{Kind::deadline, "from", kText, false, "issue|event"},
    Rule{Kind::deadline, "start", kText, false, "issue"},
    Rule{Kind::deadline, "unit", kText, false, "day|workday|week|month|year"},
    Rule{Kind::deadline, "count", kNumber, false, ""},
    Rule{Kind::deadline, "every", kText, false, ""},
    Rule{Kind::document_type, "statutory", kFlag, false, ""},
    Rule{Kind::document_type, "sent", kFlag, false, ""},
    Rule{Kind::matter, "element", kText, true,
         "about|attachments|continued|copied_to|document_number|elsewhere|hands_on|issued_on|issuer|printed|publicity|published_on|secrecy|signatory|title|urgency"},
    Rule{Kind::furniture, "where", kText, true, "any|line|top|end|edges"},
    Rule{Kind::furniture, "sentence", kFlag, false, ""},
    Rule{Kind::cell_word, "use", kText, true, "aim|no-office|note|ongoing|total|verb"},
    Rule{Kind::prose, "use", kText, true, "asked|duty|general|lead-in|none|not-name|told|vague|with"},
    Rule{Kind::prose, "role", kText, false, "lead|responsible|supporting"},
};

constexpr std::string_view kModes = "whole|prefix|search|suffix";

const Rule* find_rule(GrammarKind kind, std::string_view name) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& rule) { return rule.kind == kind && rule.name == name; });
  return found == kRules.end() ? nullptr : &*found;
}

bool is_one_of(std::string_view value, std::string_view values) {
  while (true) {
    const std::size_t bar = values.find('|');
    if (values.substr(0, bar) == value) return true;
    if (bar == values.npos) return false;
    values.remove_prefix(bar + 1);
  }
}

std::string listed(std::string_view values) {
  std::string list;
  for (const char c : values) c == '|' ? (void)list.append(", ") : list.push_back(c);
  return list;
}

/// P1W, P15D: what a recurring deadline has for `every`.
bool is_duration(std::string_view value) {
  if (value.size() < 3 || value.front() != 'P' || std::string_view("DWMY").find(value.back()) == std::string_view::npos) return false;
  return std::all_of(value.begin() + 1, value.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string attribute_name_fault(GrammarKind kind, std::string_view name) {
  if (name == "mode" || find_rule(kind, name) != nullptr) return "";
  std::string known = "id, forms, examples, not";
  for (const Rule& rule : kRules)
    if (rule.kind == kind) known.append(", ").append(rule.name);
  return "no such key in a " + std::string(kind_name(kind)) + "; there are " + known + ", mode";
}

std::string attribute_value_fault(GrammarKind kind, std::string_view name, AttributeType type, std::string_view value) {
  const Rule* rule = find_rule(kind, name);
  const AttributeType wanted = rule != nullptr ? rule->type : AttributeType::text;
  const std::string quoted(name);
  if (wanted == AttributeType::flag && type != wanted) return quoted + " is true or false, without quotes";
  if (wanted == AttributeType::number && type != wanted) return quoted + " is a whole number, without quotes";
  if (wanted == AttributeType::text && type != wanted) return quoted + " is a string, in quotes";
  const std::string_view values = rule != nullptr ? rule->values : kModes;
  if (!values.empty() && !is_one_of(value, values)) return quoted + " is one of " + listed(values);
  if (name == "every" && !is_duration(value)) return "every is an ISO 8601 duration of one unit: P1W, P1M, P3M, P1Y";
  return value.empty() ? quoted + " is empty" : "";
}

std::string missing_attribute_fault(GrammarKind kind, const GrammarEntry& entry) {
  for (const Rule& rule : kRules) {
    if (rule.kind != kind || !rule.required || !entry.attribute(rule.name).empty()) continue;
    return "this entry has no " + std::string(rule.name) + (rule.values.empty() ? "" : ": " + listed(rule.values));
  }
  return "";
}

}  // namespace gongwen
