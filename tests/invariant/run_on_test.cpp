// A notice whose line breaks were lost keeps what can be told. With a space in the place of each break: title, number, issuer,
// date, addressees, labels and records. With nothing in its place: issuer and date, and no label that was not there; a title
// that ends without a mark cannot be told from its text, nor a field of a web page from the title. Tables cannot be told: the
// samples are joined up to the first one, and those that open with the fields of a web page give their head up.
#include "catch.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/gongwen.hpp>

#include "support/corpus.hpp"
#include "support/values.hpp"
#include "text/characters.hpp"

namespace {

using namespace gongwen;

Notice read(const std::string& text) {
  auto notice = parse(std::as_bytes(std::span(text)));
  REQUIRE(notice.ok());
  return std::move(*notice);
}

bool is_tabular(std::string_view line) {
  return line.find('\t') != line.npos || line.find('|') != line.npos || line.find("│") != line.npos || line.find("    ") != line.npos;
}

// The lines of the letter and the document up to the first table, trimmed, with `between` between them.
std::string joined(const std::string& text, std::string_view between) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text::trim(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    if (line.starts_with("附件1") || line.starts_with("附件：") || line == "附件" || is_tabular(line)) break;
    if (!out.empty()) out += between;
    out += line;
  }
  return out;
}

std::string names(const std::vector<Value>& values) {
  std::string out;
  for (const Value& value : values) out += value.text + "|";
  return out;
}

std::string without_bars(std::string text) {
  std::erase(text, '|');
  return text;
}

std::string head(const Notice& notice) {
  const Metadata& m = notice.metadata;
  return m.title.text + "\n" + (m.document_number ? m.document_number->text.text : "") + "\n" + names(m.issuers) + "\n" +
         (m.issued_on.empty() ? "" : m.issued_on.iso()) + "\n" + names(m.addressees);
}

std::string labels(const Notice& notice) {
  std::string out;
  for (const Part& part : notice.parts)
    for (const Section& section : part.sections) out += std::to_string(section.level) + " " + section.label.text + "\n";
  return out;
}

std::vector<std::string> labels_only(const Notice& notice) {
  std::vector<std::string> out;
  for (const Part& part : notice.parts)
    for (const Section& section : part.sections) out.push_back(section.label.text);
  return out;
}

bool is_in_order(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  auto at = all.begin();
  for (const std::string& label : some) {
    at = std::find(at, all.end(), label);
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

bool opens_with_page(const std::string& lines) { return lines.find("分享到") < 1000 || lines.find("首页") < 200; }

std::string records(const Notice& notice) {
  std::string out;
  for (const Task& task : notice.tasks)
    out += task.task.text + "\n  " + names(task.lead_units) + "\n  " + names(task.responsible_units) + "\n  " + names(task.supporting_units) + "\n";
  return out;
}

}  // namespace

TEST_CASE("A sample on one line keeps its frame and its labels", "[invariant]") {
  std::size_t read_samples = 0;
  for (const test::Input& sample : test::sample_inputs()) {
    if (!sample.name.ends_with(".txt")) continue;
    const std::string source = read(sample.bytes).text;
    const std::string lines = joined(source, "\n");
    if (lines.size() < 900) continue;
    ++read_samples;
    const Notice whole = read(lines);
    const Notice spaced = read(joined(source, " ")), solid = read(joined(source, ""));
    INFO(sample.name);
    if (!opens_with_page(lines)) {
      CHECK(head(spaced) == head(whole));
      CHECK(labels(spaced) == labels(whole));
      CHECK(records(spaced) == records(whole));
    }
    CHECK(solid.metadata.issued_on == whole.metadata.issued_on);
    CHECK(without_bars(names(solid.metadata.issuers)) == without_bars(names(whole.metadata.issuers)));   // joint offices stand as one
    CHECK(solid.parts.size() <= whole.parts.size() + 1);
    CHECK(is_in_order(labels_only(solid), labels_only(whole)));
    for (const Notice* notice : {&spaced, &solid})
      for (const std::string& untrue : test::untrue_spans(*notice)) FAIL_CHECK(untrue);
  }
  CHECK(read_samples > 5);
}
