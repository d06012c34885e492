// samples/NAME.txt and NAME.docx against NAME.expected.json, which a person wrote: every element, heading and record, in
// order, none missing and none too many; every span true; and both files read alike. Width and white space do not count,
// nor does a full stop at a value's end. Notices in GONGWEN_NOTICES, or beside the repository, are held against theirs too.
#include "catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <gongwen/gongwen.hpp>
#include <nlohmann/json.hpp>

#include "support/values.hpp"

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;
using gongwen::test::code_points;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

gongwen::Notice read_notice(const fs::path& path) {
  const std::string bytes = read_file(path);
  auto notice = gongwen::parse(std::as_bytes(std::span(bytes)));
  REQUIRE(notice.ok());
  return std::move(*notice);
}

// ---- Folding: only what a reader would see as different counts ----

std::u32string folded(const std::string& text) {
  std::u32string out;
  for (char32_t c : code_points(text)) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == U'【' || c == U'〔') c = '[';
    if (c == U'】' || c == U'〕') c = ']';
    if (c != ' ' && c != 0x3000 && c != 0xA0 && c != '\n' && c != '\t') out += c;
  }
  while (!out.empty() && (out.back() == U'。' || out.back() == '.')) out.pop_back();
  return out;
}

bool same(const Json& got, const Json& want);

bool same_members(const Json& got, const Json& want) {
  return got.size() == want.size() && std::equal(got.begin(), got.end(), want.begin(), [](const Json& a, const Json& b) { return same(a, b); });
}

bool same(const Json& got, const Json& want) {
  if (got.is_string() && want.is_string()) return folded(got.get<std::string>()) == folded(want.get<std::string>());
  if (got.is_array() && want.is_array()) return same_members(got, want);
  return got == want;
}

// A deadline's text is a person's choice of words, the rest of it is not. Kind "any": only that there is one is certain.
bool same_deadline(const Json& got, const Json& want) {
  if (got.is_null() || want.is_null()) return got.is_null() && want.is_null();
  if (want["kind"] == "any") return true;
  for (const char* key : {"kind", "date", "start", "ongoing", "recurrence", "from"})
    if (want.contains(key) && !same(got[key], want[key])) return false;
  return true;
}

// An empty cell and none are the same.
bool same_extra(const Json& got, const Json& want) {
  const auto holds = [](const Json& a, const Json& b) {
    for (const auto& [key, value] : a.items())
      if (value != "" && !(b.contains(key) && same(b[key], value))) return false;
    return true;
  };
  return holds(got, want) && holds(want, got);
}

bool same_field(const std::string& field, const Json& got, const Json& want) {
  if (field == "deadline") return same_deadline(got, want);
  if (field == "extra") return same_extra(got, want);
  return same(got, want);
}

// ---- Comparing ----

class Comparison {
 public:
  Comparison(const Json& got, const Json& want) : got_(got), want_(want) {}

  std::vector<std::string> run() {
    compare_metadata();
    compare_outline();
    compare_tasks();
    return faults_;
  }

 private:
  void fault(const std::string& where, const Json& got, const Json& want) {
    faults_.push_back(where + ": " + got.dump() + " where " + want.dump() + " is expected");
  }

  // Whether `alternatives`, which the expectation may hold under "alt", names this value under `key`.
  static bool is_other(const Json& alternatives, const std::string& key, const Json& got) {
    if (!alternatives.is_object() || !alternatives.contains(key)) return false;
    const Json& others = alternatives[key];
    return std::any_of(others.begin(), others.end(), [&](const Json& other) { return same(got, other); });
  }

  // Addressees and issuers count by their words, however they are split: 各区水务局、应急管理局 may be one or two.
  static Json words(const Json& value) {
    if (!value.is_array() && !value.is_string()) return value;
    std::string all;
    for (const Json& item : value.is_array() ? value : Json::array({value})) all += item.get<std::string>();
    std::u32string kept;
    for (const char32_t c : folded(all))
      if (c != U'、' && c != ',' && c != ';' && c != ':') kept += c;
    return std::vector<std::uint32_t>(kept.begin(), kept.end());
  }

  void compare_metadata() {
    const Json alternatives = want_["metadata"].value("alt", Json());
    for (const auto& [key, want] : want_["metadata"].items()) {
      if (want.is_null() || key == "alt") continue;
      Json got = got_["metadata"][key == "date" ? "issued_on" : key];
      if (got.is_object()) got = got["text"];
      if (words(got) != words(want) && !is_other(alternatives, key, got)) fault("metadata." + key, got, want);
    }
  }

  static void add_rows(const Json& sections, std::vector<Json>& rows) {
    for (const Json& section : sections) {
      rows.push_back({section["level"], section["label"], section["title"]});
      add_rows(section["children"], rows);
    }
  }

  void compare_outline() {
    if (!want_.contains("outline")) return;
    std::vector<Json> got;
    for (const Json& part : got_["parts"]) add_rows(part["sections"], got);
    const Json& want = want_["outline"];
    const Json alternatives = want_.value("alt", Json::object()).value("outline", Json());
    if (got.size() != want.size()) faults_.push_back(std::to_string(got.size()) + " headings where " + std::to_string(want.size()) + " are expected");
    for (std::size_t i = 0; i < std::min(got.size(), want.size()); ++i) {
      Json row = want[i];
      if (row[2].is_null()) row[2] = "";
      if (!same(got[i], row) && !is_other(alternatives, std::to_string(i), got[i])) fault("outline[" + std::to_string(i) + "]", got[i], row);
    }
  }

  void compare_tasks() {
    const Json &got = got_["tasks"], &want = want_["tasks"];
    if (got.size() != want.size()) faults_.push_back(std::to_string(got.size()) + " records where " + std::to_string(want.size()) + " are expected");
    for (std::size_t i = 0; i < std::min(got.size(), want.size()); ++i)
      for (const auto& [field, value] : want[i].items())
        if (!same_field(field, got[i][field], value)) fault("tasks[" + std::to_string(i) + "]." + field, got[i][field], value);
  }

  const Json &got_, &want_;
  std::vector<std::string> faults_;
};

// ---- Spans as the output gives them: in code points ----

void check_evidence(const std::u32string& text, const Json& value, const Json& evidence, const std::string& where) {
  if (value.is_array() || value.is_object()) {
    REQUIRE(evidence.size() == value.size());
    auto proof = evidence.begin();
    for (const auto& [key, item] : value.items()) check_evidence(text, item, *proof++, where + "." + key);
  } else if (value.is_string() && value != "") {
    INFO(where << " = " << value << ", evidence " << evidence);
    REQUIRE(evidence.is_object());
    const std::size_t begin = evidence["begin"], end = evidence["end"];
    REQUIRE((begin < end && end <= text.size()));
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), U'\n') + 1;
    if (text.find(U'\r') == text.npos && text.find(U'\u2028') == text.npos) CHECK(evidence["line"] == line);
    CHECK(gongwen::test::quotes(std::u32string_view(text).substr(begin, end - begin), code_points(value.get<std::string>())));
  }
}

void check_spans(const gongwen::Notice& notice, const Json& got) {
  for (const std::string& untrue : gongwen::test::untrue_spans(notice)) FAIL_CHECK(untrue);
  const std::u32string text = code_points(notice.text);
  for (const Json& task : got["tasks"]) {
    for (const char* field : {"number", "path", "task", "lead_units", "responsible_units", "supporting_units", "extra"})
      check_evidence(text, task[field], task["evidence"][field], task["id"].get<std::string>() + "." + field);
    if (!task["deadline"].is_null())
      check_evidence(text, task["deadline"]["text"], task["evidence"]["deadline"], task["id"].get<std::string>() + ".deadline");
  }
}

void check_notice(const fs::path& path, const Json& want) {
  INFO(path.filename().string());
  const gongwen::Notice notice = read_notice(path);
  const Json got = Json::parse(to_json(notice));
  for (const std::string& fault : Comparison(got, want).run()) FAIL_CHECK(fault);
  check_spans(notice, got);
}

// ---- The folders ----

std::vector<fs::path> expectations(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().string().ends_with(".expected.json")) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

Json without_places(Json sections) {
  for (Json& section : sections) {
    section.erase("span");
    section["children"] = without_places(section["children"]);
  }
  return sections;
}

// What must not depend on the format that a notice came in.
Json content(const gongwen::Notice& notice) {
  const Json all = Json::parse(to_json(notice));
  Json out = {{"metadata", all["metadata"]}, {"parts", Json::array()}, {"tasks", all["tasks"]}};
  for (const Json& part : all["parts"])
    out["parts"].push_back({{"kind", part["kind"]}, {"title", part["title"]}, {"paragraphs", part["paragraphs"]}, {"sections", without_places(part["sections"])}});
  for (Json& task : out["tasks"]) task.erase("evidence");
  return out;
}

std::optional<fs::path> more_notices() {
  const char* given = std::getenv("GONGWEN_NOTICES");
  const fs::path folder = given != nullptr ? fs::path(given) : fs::path(GONGWEN_SOURCE_DIR) / "../shared/notices";
  if (!fs::is_directory(folder)) return {};
  return folder;
}

const fs::path kSamples = fs::path(GONGWEN_SOURCE_DIR) / "samples";

}  // namespace

TEST_CASE("Samples are read as a person read them", "[golden]") {
  const auto files = expectations(kSamples);
  REQUIRE(files.size() >= 12);
  for (const fs::path& file : files) {
    const Json want = Json::parse(read_file(file));
    const std::string name = file.filename().string().substr(0, file.filename().string().size() - std::string(".expected.json").size());
    check_notice(kSamples / (name + ".txt"), want);
    check_notice(kSamples / (name + ".docx"), want);
  }
}

TEST_CASE("A notice says the same as .txt and as .docx", "[golden]") {
  for (const auto& entry : fs::directory_iterator(kSamples)) {
    if (entry.path().extension() != ".txt") continue;
    fs::path docx = entry.path();
    docx.replace_extension(".docx");
    INFO(docx.filename().string());
    const Json typed = content(read_notice(entry.path())), word = content(read_notice(docx));
    if (typed != word) FAIL_CHECK(Json::diff(typed, word).dump(1));
  }
}

TEST_CASE("Notices beside the repository are read as a person read them", "[golden]") {
  const auto folder = more_notices();
  if (!folder) {
    SUCCEED("there are none");
    return;
  }
  for (const fs::path& file : expectations(*folder)) {
    const Json want = Json::parse(read_file(file));
    check_notice(*folder / want["notice"].get<std::string>(), want);
  }
}
