// Files that convert wrote become their notices, records or rows again. A file that does not end as convert ends it is not
// whole, and nothing is made of it.
#include "cli/batch/parts.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/ledger/csv.hpp"

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 512;
constexpr std::size_t kDeepestIndent = 64;   // as the writer of JSON has it
constexpr std::size_t kRowBytes = 1 << 20;
constexpr std::string_view kEnding = ".json";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The end of the string that begins at `at`.
std::size_t string_end(std::string_view json, std::size_t at) {
  for (std::size_t i = at + 1; i < json.size(); ++i) {
    if (json[i] == '\\') ++i;
    else if (json[i] == '"') return i + 1;
  }
  return json.size();
}

void new_line(std::string& out, std::size_t depth) { out.append(1, '\n').append(2 * std::min(depth, kDeepestIndent), ' '); }

}  // namespace

std::string compact_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    const std::size_t end = json[i] == '"' ? string_end(json, i) : i + 1;
    if (!is_space(json[i])) out += json.substr(i, end - i);
    i = end;
  }
  return out;
}

std::string indented_json(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    const std::size_t end = c == '"' ? string_end(json, i) : i + 1;
    const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
    const bool empty = opens && end < json.size() && (json[end] == '}' || json[end] == ']');
    if (closes && !(i > 0 && (json[i - 1] == '{' || json[i - 1] == '['))) new_line(out, depth - std::min<std::size_t>(depth, 1));
    if (closes && depth > 0) --depth;
    out += json.substr(i, end - i);
    if (opens) ++depth;
    if ((opens && !empty) || c == ',') new_line(out, depth);
    if (c == ':') out += ' ';
    i = end;
  }
  return out;
}

bool PartReader::bad(const std::string& detail) {
  fault_ = trouble(BatchError::bad_part, detail, language_);
  return false;
}

std::optional<Trouble> PartReader::list_folder() {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(path_, failed), end; !failed && at != end; at.increment(failed))
    if (at->is_regular_file(failed) && at->path().string().ends_with(kEnding)) names_.push_back(fs::relative(at->path(), path_, failed).string());
  if (failed) return trouble(Error{ErrorCode::unreadable, failed.message()}, language_);
  // In the order in which convert went through the sources: name by name, so "a/b" before "a.txt".
  const auto key = [](const std::string& name) {
    std::string out = name.substr(0, name.size() - kEnding.size());
    std::replace(out.begin(), out.end(), '/', '\1');
    return out;
  };
  std::sort(names_.begin(), names_.end(), [&](const std::string& a, const std::string& b) { return key(a) > key(b); });
  return std::nullopt;
}

std::optional<Trouble> PartReader::open() {
  std::error_code failed;
  if (fs::is_directory(path_, failed)) return content_ = PartContent::folder, list_folder();
  if (!fs::exists(path_, failed)) return trouble(Error{ErrorCode::not_found, ""}, language_);
  file_.open(path_, std::ios::binary);
  std::string head(kHead, '\0');
  file_.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file_.gcount()));
  file_.clear();
  file_.seekg(0);
  if (!file_) return trouble(Error{ErrorCode::unreadable, ""}, language_);
  const std::string csv = csv_header(false);
  if (head.empty()) return std::nullopt;
  if (head.starts_with(csv) || head.starts_with(csv_header(true))) {
    content_ = PartContent::rows;
    file_.seekg(static_cast<std::streamoff>(csv.size() + (head.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0)));
    return std::nullopt;
  }
  array_ = head.starts_with("[\n");
  content_ = head.starts_with("{\"source\":") ? PartContent::records : PartContent::notices;
  if (!array_ && content_ == PartContent::notices && !head.starts_with("{\"schema_version\":")) return trouble(BatchError::bad_part, "", language_);
  std::string line;
  if (array_) std::getline(file_, line), ++line_;
  return std::nullopt;
}

bool PartReader::next(PartItem& item) {
  item.name.clear();
  switch (content_) {
    case PartContent::nothing: return false;
    case PartContent::folder: return next_file(item);
    case PartContent::rows: return next_rows(item);
    default: return array_ ? next_element(item) : next_line(item);
  }
}

bool PartReader::next_line(PartItem& item) {
  ++line_;
  if (!std::getline(file_, item.text)) return file_.bad() && bad("");
  if (file_.eof()) return bad("line " + std::to_string(line_) + " is cut off");
  if (!item.text.starts_with('{') || !item.text.ends_with('}')) return bad("line " + std::to_string(line_));
  return true;
}

// "[", notices with "," between, one a line, "]".
bool PartReader::next_element(PartItem& item) {
  do {
    ++line_;
    if (!std::getline(file_, item.text) || file_.eof()) return bad("line " + std::to_string(line_) + " is cut off");
  } while (item.text.empty());   // "[", "", "]": none at all
  if (item.text == "]") return file_.peek() != std::ifstream::traits_type::eof() && bad("line " + std::to_string(line_ + 1));
  if (item.text.ends_with(',')) item.text.pop_back();
  return (item.text.starts_with('{') && item.text.ends_with('}')) || bad("line " + std::to_string(line_));
}

// A piece of the rows, whole or not: they only go on as they are.
bool PartReader::next_rows(PartItem& item) {
  item.text.assign(kRowBytes, '\0');
  file_.read(item.text.data(), static_cast<std::streamsize>(item.text.size()));
  item.text.resize(static_cast<std::size_t>(file_.gcount()));
  if (item.text.empty()) return false;
  if (file_.eof() && !item.text.ends_with("\n")) return bad("the last row is cut off");
  return true;
}

bool PartReader::next_file(PartItem& item) {
  if (names_.empty()) return false;
  const std::string name = names_.back();
  names_.pop_back();
  std::ifstream file(path_ + "/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad() || !text.starts_with("{\n  \"schema_version\":") || !text.ends_with("}\n")) return bad(name);
  item.text = compact_json(text);
  item.name = name.substr(0, name.size() - kEnding.size());
  return true;
}

}  // namespace gongwen::cli
