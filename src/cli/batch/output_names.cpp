// Names in the sources become names of files that no other notice has.
#include "cli/batch/output_names.hpp"

#include <span>

#include "text/sha256.hpp"

namespace gongwen::cli {
namespace {

constexpr std::string_view kEnding = ".json";
constexpr std::size_t kLongestName = 200;   // of the 255 bytes that file systems take, with room for endings of our own

std::string digest_of(std::string_view text) { return text::sha256(std::as_bytes(std::span(text.data(), text.size()))).substr(0, 8); }

// One name between slashes.
std::string component(std::string_view name, bool folder) {
  if (name == "..") return "__";
  std::string out(name);
  for (char& c : out)
    if (c == '\0') c = '_';
  if (out.size() > kLongestName) {
    std::size_t cut = kLongestName;
    while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) --cut;
    out = out.substr(0, cut) + "~" + digest_of(name);
  }
  if (folder && out.ends_with(kEnding)) out += '~';   // "a.txt.json" is where a.txt goes
  return out;
}

std::string cleaned(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t slash = name.find('/');
    const bool folder = slash != name.npos;
    std::string_view part = name.substr(0, slash);
    name.remove_prefix(folder ? slash + 1 : name.size());
    if (folder && part.ends_with('!')) part.remove_suffix(1);   // "archive.zip!/"
    if (part.empty() || part == ".") continue;
    if (!out.empty()) out += '/';
    out += component(part, folder);
  }
  return out.empty() ? "notice" : out;
}

}  // namespace

std::uint64_t OutputNames::hash(std::string_view name) noexcept {
  std::uint64_t value = 14695981039346656037u;   // FNV-1a: the same on every machine
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return value;
}

std::string OutputNames::next(std::string_view name) {
  const std::string stem = cleaned(name == "-" ? "stdin" : name);
  std::string output = stem + std::string(kEnding);
  for (std::uint64_t n = 2; !used_.insert(hash(output)).second; ++n) output = stem + "~" + std::to_string(n) + std::string(kEnding);
  return output;
}

}  // namespace gongwen::cli
