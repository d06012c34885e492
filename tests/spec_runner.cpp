// tests/spec/*.md, run. A case is a heading, prose, a fence `notice` (a text file; "notice encoding=GB18030" says in which
// encoding) or `wml` (what stands inside w:body of a .docx), and a fence `json`: a part of what `gongwen parse` must print.
// Objects: every key given must match. Arrays: as long as given, each element compared so. At the top three keys are not of
// the output: "outline", every section as [level, label, title], "findings", what `gongwen check` reports, as "LINE rule", and
// "error", {"code": …} where nothing can be read.
// usage: spec_runner [--update] FILE…      --update rewrites the json fences to what came out, and still fails.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/gongwen.hpp>
#include <nlohmann/json.hpp>
#include <unicode/ucnv.h>

#include "support/docx_fixture.hpp"
#include "text/source_index.hpp"

namespace {

using Json = nlohmann::ordered_json;

struct Case {
  std::string file, name;
  std::size_t line = 0;                         // of the heading
  std::string info, input;                      // of the fence `notice` or `wml`
  std::string expected;
  std::size_t json_begin = 0, json_end = 0;     // lines of the file between the json fence's marks, from 0
};

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += lines[i] + "\n";
  return text;
}

bool is_input(const std::string& info) { return info == "notice" || info.starts_with("notice ") || info == "wml"; }

std::vector<Case> read_cases(const std::string& path) {
  const std::vector<std::string> lines = read_lines(path);
  std::vector<Case> cases;
  Case current;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("#")) current = {path, lines[i].substr(lines[i].find_first_not_of("# ")), i + 1, {}, {}, {}, 0, 0};
    if (!lines[i].starts_with("```")) continue;
    const std::string info = lines[i].substr(3);
    const std::size_t begin = i + 1;
    for (i = begin; i < lines.size() && lines[i] != "```"; ++i) {}
    if (is_input(info)) current.info = info, current.input = joined(lines, begin, i);
    if (info != "json" || current.info.empty()) continue;
    current.expected = joined(lines, begin, i), current.json_begin = begin, current.json_end = i;
    cases.push_back(current);
    current.info.clear();
  }
  return cases;
}

std::string in_encoding(const std::string& utf8, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(name.c_str(), "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                 static_cast<std::int32_t>(utf8.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error("no such encoding: " + name);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string bytes_of(const Case& one) {
  if (one.info == "wml") return gongwen::test::docx_of(one.input);
  const std::string mark = "notice encoding=";
  return one.info.starts_with(mark) ? in_encoding(one.input, one.info.substr(mark.size())) : one.input;
}

void add_outline(const Json& sections, Json& rows) {
  for (const Json& section : sections) {
    rows.push_back({section["level"], section["label"], section["title"]});
    add_outline(section["children"], rows);
  }
}

Json findings_in(const gongwen::Notice& notice) {
  const gongwen::text::SourceIndex index(notice.text);
  Json rows = Json::array();
  for (const auto& finding : notice.diagnostics)
    rows.push_back(std::to_string(index.line(finding.span.bytes.begin)) + " " + std::string(finding.rule));
  return rows;
}

Json run(const Case& one, const Json& expected) {
  const std::string bytes = bytes_of(one);
  const auto notice = gongwen::parse(std::as_bytes(std::span(bytes)));
  if (!notice) return {{"error", {{"code", code_name(notice.error().code)}}}};
  Json actual = Json::parse(to_json(*notice));
  actual["outline"] = Json::array();
  for (const Json& part : actual["parts"]) add_outline(part["sections"], actual["outline"]);
  if (expected.contains("findings")) actual["findings"] = findings_in(*gongwen::check(std::as_bytes(std::span(bytes))));
  return actual;
}

// ---- Comparing --------------------------------------------------------------------------------------------------

void compare(const Json& expected, const Json& actual, const std::string& where, std::vector<std::string>& faults) {
  if (expected.is_object() && actual.is_object()) {
    for (const auto& [key, value] : expected.items()) {
      const std::string place = where.empty() ? key : where + "." + key;
      if (!actual.contains(key)) faults.push_back(place + " is missing");
      else compare(value, actual[key], place, faults);
    }
  } else if (expected.is_array() && actual.is_array()) {
    if (expected.size() != actual.size())
      faults.push_back(where + " has " + std::to_string(actual.size()) + " elements where " + std::to_string(expected.size()) + " are expected: " + actual.dump());
    for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i)
      compare(expected[i], actual[i], where + "[" + std::to_string(i) + "]", faults);
  } else if (expected != actual) {
    faults.push_back(where + " is " + actual.dump() + " where " + expected.dump() + " is expected");
  }
}

// ---- Updating ---------------------------------------------------------------------------------------------------

// What came out, in the shape that was asked for.
Json projected(const Json& shape, const Json& actual) {
  if (shape.is_object() && actual.is_object()) {
    Json out = Json::object();
    for (const auto& [key, value] : shape.items())
      if (actual.contains(key)) out[key] = projected(value, actual[key]);
    return out;
  }
  if (shape.is_array() && actual.is_array() && !shape.empty()) {
    Json out = Json::array();
    for (std::size_t i = 0; i < actual.size(); ++i) out.push_back(projected(shape[std::min(i, shape.size() - 1)], actual[i]));
    return out;
  }
  return actual;
}

std::string on_one_line(const Json& value) {
  if (!value.is_structured() || value.empty()) return value.dump();
  std::string out;
  for (const auto& [key, item] : value.items()) {
    out += out.empty() ? "" : ", ";
    if (value.is_object()) out += Json(key).dump() + ": ";
    out += on_one_line(item);
  }
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

std::string rendered(const Json& value, std::size_t depth) {
  constexpr std::size_t kLine = 150;   // bytes; Chinese characters take three
  const std::string line = on_one_line(value);
  if (line.size() <= kLine || !value.is_structured()) return line;
  std::string out = value.is_object() ? "{" : "[";
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    out += first ? "\n" : ",\n";
    first = false;
    out += std::string(2 * (depth + 1), ' ');
    if (value.is_object()) out += Json(key).dump() + ": ";
    out += rendered(item, depth + 1);
  }
  return out + "\n" + std::string(2 * depth, ' ') + (value.is_object() ? "}" : "]");
}

void update(const std::string& path, const std::map<std::size_t, std::pair<std::size_t, std::string>>& fences) {
  const std::vector<std::string> lines = read_lines(path);
  std::ofstream out(path, std::ios::binary);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto fence = fences.find(i); fence != fences.end()) {
      out << fence->second.second << "\n";
      i = fence->second.first;   // its closing mark
    }
    out << lines[i] << "\n";
  }
}

// ---- Running ----------------------------------------------------------------------------------------------------

std::vector<std::string> faults_of(const Case& one, Json& actual, Json& expected) {
  std::vector<std::string> faults;
  try {
    expected = Json::parse(one.expected);
    actual = run(one, expected);
  } catch (const std::exception& error) {
    return {error.what()};
  }
  compare(expected, actual, "", faults);
  return faults;
}

// The number of failed cases.
std::size_t run_file(const std::string& path, bool updating, std::size_t& count) {
  std::size_t failed = 0;
  std::map<std::size_t, std::pair<std::size_t, std::string>> fences;
  for (const Case& one : read_cases(path)) {
    Json actual, expected;
    const auto faults = faults_of(one, actual, expected);
    ++count;
    if (faults.empty()) continue;
    ++failed;
    std::cout << one.file << ":" << one.line << ": " << one.name << "\n";
    for (const std::string& fault : faults) std::cout << "    " << fault << "\n";
    if (!actual.is_null()) fences[one.json_begin] = {one.json_end, rendered(projected(expected, actual), 0)};
  }
  if (updating && !fences.empty()) update(path, fences);
  return failed;
}

}  // namespace

int main(int argc, char** argv) try {
  bool updating = false;
  std::size_t failed = 0, count = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--update") updating = true;
    else failed += run_file(argv[i], updating, count);
  }
  std::cout << count - failed << " of " << count << " cases are right\n";
  return failed == 0 ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "spec_runner: " << error.what() << "\n";
  return 2;
}
