// Lines of JSON become what is done, and what is done lines. A line that a crash cut off is as if it had never been.
#include "cli/batch/journal.hpp"

#include <fstream>
#include <span>

#include <nlohmann/json.hpp>

#include <gongwen/version.hpp>

#include "text/sha256.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMark = "gongwen-journal";

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}
std::uint64_t number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

}  // namespace

std::string journal_line(const Done& done) {
  std::string out;
  JsonStream json(out, 0);
  const auto number = [&](std::string_view key, std::uint64_t value) { json.key(key), json.integer(static_cast<std::int64_t>(value)); };
  json.begin_object();
  json.key("digest"), json.string(done.digest);
  number("end", done.end);
  number("size", done.size);
  number("records", done.records);
  number("findings", done.findings);
  if (done.trouble) {
    json.key("code"), json.string(done.trouble->code);
    json.key("message"), json.string(done.trouble->message);
  }
  if (!done.output.empty()) json.key("output"), json.string(done.output);
  json.end_object();
  return out + "\n";
}

std::optional<Done> read_journal_line(std::string_view line) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object() || !object.contains("digest")) return std::nullopt;
  Done done{text_of(object, "digest"),      number_of(object, "end"), number_of(object, "size"), number_of(object, "records"),
            number_of(object, "findings"), std::nullopt,             text_of(object, "output")};
  if (object.contains("code")) done.trouble = Trouble{text_of(object, "code"), text_of(object, "message")};
  return done;
}

std::string input_digest(std::string_view path, std::string_view sha256) {
  std::string text(path);
  text += '\0';
  text += sha256;
  return text::sha256(std::as_bytes(std::span(text.data(), text.size()))).substr(0, 32);
}

std::string journal_header(std::string_view key) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key(kMark), json.string(version());
  json.key("key"), json.string(key);
  json.end_object();
  return out + "\n";
}

std::string journal_finish(std::string_view state) { return "{\"finished\":\"" + std::string(state) + "\"}\n"; }

std::optional<JournalContent> read_journal(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  JournalContent content;
  std::string line;
  while (std::getline(file, line) && !file.eof()) {   // at the end of the file: a line without its break
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object()) break;
    const std::uint64_t end = content.whole_bytes + line.size() + 1;
    if (content.header_end == 0) {
      if (!object.contains(kMark)) return content;
      content.key = text_of(object, "key");
      content.header_end = end;
    } else if (object.contains("finished")) {
      content.finished_state = text_of(object, "finished");
    } else if (auto done = read_journal_line(line)) {
      content.finished_state.clear();
      done->line_end = end;
      content.done.push_back(*std::move(done));
    } else {
      break;
    }
    content.whole_bytes = end;
  }
  // One that was cut off in its first line is ours, too, and says nothing.
  content.ours = content.header_end > 0 || journal_header("").starts_with(line.substr(0, kMark.size() + 2));
  return content;
}

}  // namespace gongwen::cli
