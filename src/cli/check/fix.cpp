// Findings that a replacement mends become edits, and edits a text in the encoding that the file had. A text is believed only
// once it has been read again: where the edits together would change a record, those that do are found by halving.
#include "cli/check/fix.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <gongwen/rule.hpp>

#include "text/convert.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr int kMostReadings = 64;            // of the whole file, to find the edits that change a record
constexpr std::size_t kLongestMark = 4;      // bytes of a byte order mark

std::vector<Edit> mechanical_edits(const Notice& notice) {
  std::vector<Edit> edits;
  for (const Diagnostic& finding : notice.diagnostics) {
    const Rule* rule = find_rule(finding.rule);
    if (rule == nullptr || !rule->fixable || finding.arguments.size() < 2) continue;
    const Range bytes = finding.span.bytes;
    if (bytes.begin <= bytes.end && bytes.end <= notice.text.size()) edits.push_back({bytes, finding.arguments[1]});
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.bytes.begin < b.bytes.begin; });
  return edits;
}

// Of two that touch the same text the first is done; the next run does the other.
std::size_t drop_overlapping(std::vector<Edit>& edits) {
  const std::size_t before = edits.size();
  std::uint32_t end = 0;
  bool any = false;
  std::erase_if(edits, [&](const Edit& edit) {
    if (any && edit.bytes.begin < end) return true;
    return any = true, end = std::max(edit.bytes.end, edit.bytes.begin + 1), false;
  });
  return before - edits.size();
}

std::string applied(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text, at, edit.bytes.begin - at).append(edit.with);
    at = edit.bytes.end;
  }
  return out.append(text, at);
}

// A path holds labels as they are written, which is what fixes change: its letters and numbers count.
std::string without_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (!text::is_space(c.value) && !text::is_punctuation(c.value)) out.append(text, i, c.size);
    i += c.size;
  }
  return out;
}

void add(std::string& out, std::string_view value) { out.append(value).append(1, '\x1F'); }
void add(std::string& out, const std::vector<Value>& values) {
  for (const Value& value : values) add(out, value.text);
  out += '\x1E';
}

// All that the records say, but not where.
std::string records_of(const Notice& notice) {
  std::string out;
  for (const Task& task : notice.tasks) {
    add(out, task.number ? task.number->text : "");
    for (const Value& step : task.path) add(out, without_marks(step.text));
    add(out, "\x1E" + task.task.text);
    add(out, task.lead_units), add(out, task.responsible_units), add(out, task.supporting_units);
    if (task.deadline) add(out, task.deadline->text), add(out, task.deadline->date.iso()), add(out, task.deadline->recurrence);
    for (const auto& [header, value] : task.extra) add(out, header), add(out, value.text);
    out += '\x1D';
  }
  return out;
}

class Fixing {
 public:
  Fixing(const Notice& notice, std::span<const std::byte> bytes, const ParseOptions& parsing)
      : notice_(notice), parsing_(parsing), records_(records_of(notice)), file_(reinterpret_cast<const char*>(bytes.data()), bytes.size()) {}

  Fix run() {
    Fix made;
    std::vector<Edit> edits = mechanical_edits(notice_);
    if (edits.empty()) return made;
    if (!find_mark()) return made.unwritable = true, made;
    made.left_out = drop_overlapping(edits);
    const std::size_t wanted = edits.size();
    choose(edits);
    made.left_out += wanted - chosen_.size();
    made.text = applied(notice_.text, chosen_);
    made.edits = std::move(chosen_);
    made.bytes = file_of(made.text).value_or("");
    made.unwritable = made.bytes.empty();
    return made;
  }

 private:
  // What stands before the text in the file; false where the rest is not what the text would be written as.
  bool find_mark() {
    const auto encoded = text::encode_as(notice_.text, notice_.source.encoding.c_str());
    if (!encoded || !file_.ends_with(*encoded) || file_.size() - encoded->size() > kLongestMark) return false;
    mark_ = file_.substr(0, file_.size() - encoded->size());
    return true;
  }

  [[nodiscard]] std::optional<std::string> file_of(const std::string& text) const {
    auto encoded = text::encode_as(text, notice_.source.encoding.c_str());
    if (encoded) encoded->insert(0, mark_);
    return encoded;
  }

  bool keeps_records(const std::vector<Edit>& edits) {
    ++readings_;
    const auto bytes = file_of(applied(notice_.text, edits));
    if (!bytes) return false;
    const auto again = parse(std::as_bytes(std::span(*bytes)), parsing_);
    return again && again->source.encoding == notice_.source.encoding && records_of(*again) == records_;
  }

  // The groups that are left wait on a stack; one that cannot be added to what is chosen already is halved.
  void choose(const std::vector<Edit>& edits) {
    std::vector<std::pair<std::size_t, std::size_t>> groups{{0, edits.size()}};
    while (!groups.empty() && readings_ < kMostReadings) {
      const auto [begin, end] = groups.back();
      groups.pop_back();
      std::vector<Edit> candidate = chosen_;
      candidate.insert(candidate.end(), edits.begin() + static_cast<std::ptrdiff_t>(begin), edits.begin() + static_cast<std::ptrdiff_t>(end));
      if (keeps_records(candidate)) {
        chosen_ = std::move(candidate);
      } else if (end - begin > 1) {
        const std::size_t middle = begin + (end - begin) / 2;
        groups.emplace_back(middle, end);
        groups.emplace_back(begin, middle);
      }
    }
  }

  const Notice& notice_;
  const ParseOptions& parsing_;
  std::string records_;
  std::string_view file_, mark_;
  std::vector<Edit> chosen_;
  int readings_ = 0;
};

}  // namespace

Fix fix(const Notice& notice, std::span<const std::byte> bytes, const ParseOptions& parsing) { return Fixing(notice, bytes, parsing).run(); }

}  // namespace gongwen::cli
