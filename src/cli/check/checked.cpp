// Diagnostics, which count in bytes, become findings with lines and columns. Everything is looked up in tables that are made
// once a file, so that a million findings on one line cost no more than on a million lines.
#include "cli/check/checked.hpp"

#include <algorithm>
#include <span>

#include "text/sha256.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kContextBeside = 24, kContextInside = 200;   // characters that are hashed, beside a finding and in it
constexpr std::size_t kLooked = 2048;                              // bytes that they are looked for in

std::vector<std::uint32_t> line_begins(std::string_view text) {
  std::vector<std::uint32_t> begins{0};
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t size = text::line_break_at(text, i);
    i += size > 0 ? size : 1;
    if (size > 0) begins.push_back(static_cast<std::uint32_t>(i));
  }
  return begins;
}

// Characters without white space, at most so many.
void append_ink(std::string& out, std::string_view text, std::size_t most) {
  for (std::size_t i = 0; i < std::min(text.size(), kLooked) && most > 0;) {
    const text::CodePoint c = text::decode(text, i);
    if (!text::is_space(c.value)) out.append(text, i, c.size), --most;
    i += c.size;
  }
}

// The last characters of `text` that append_ink would take.
std::string_view last_ink(std::string_view text, std::size_t most) {
  std::size_t at = text.size();
  while (at > 0 && most > 0 && text.size() - at < kLooked) {
    const text::CodePoint c = text::decode_before(text, at);
    if (!text::is_space(c.value)) --most;
    at -= c.size;
  }
  return text.substr(at);
}

}  // namespace

Places::Places(const Checked& file) : file_(&file), index_(file.notice.text), lines_(line_begins(file.notice.text)) {
  for (const Part& part : file.notice.parts) add_headings(part);
}

// Sections stand in preorder: the open ones are a stack.
void Places::add_headings(const Part& part) {
  const std::size_t base = headings_.size();
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < part.sections.size(); ++i) {
    while (!open.empty() && i >= part.sections[open.back()].end) open.pop_back();
    headings_.push_back({&part.sections[i], open.empty() ? base + i : base + open.back()});
    open.push_back(i);
  }
}

Place Places::at(std::uint32_t byte) const {
  const auto line = static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), byte) - lines_.begin());
  return {static_cast<std::uint32_t>(line), index_.code_points(byte) - index_.code_points(lines_[line - 1]) + 1};
}

Range Places::line(std::uint32_t line) const {
  const std::string_view text = file_->notice.text;
  const std::uint32_t begin = lines_[line - 1];
  std::uint32_t end = line < lines_.size() ? lines_[line] : static_cast<std::uint32_t>(text.size());
  if (line < lines_.size()) {
    if (text[end - 1] == '\n' && end - begin >= 2 && text[end - 2] == '\r') end -= 2;
    else end -= text::decode_before(text, end).size;
  }
  return {begin, end};
}

std::vector<std::string> Places::headings(std::uint32_t byte) const {
  const auto after = std::upper_bound(headings_.begin(), headings_.end(), byte, [](std::uint32_t at, const Heading& h) { return at < h.section->span.bytes.begin; });
  std::vector<std::string> names;
  if (after == headings_.begin()) return names;
  for (auto at = static_cast<std::size_t>(after - headings_.begin()) - 1;; at = headings_[at].parent) {
    const Section& section = *headings_[at].section;
    if (byte < section.span.bytes.end) names.push_back(section.label.text + section.title.text);
    if (headings_[at].parent == at) break;
  }
  std::reverse(names.begin(), names.end());
  return names;
}

std::string Places::whereabouts(const Span& span, Language language) const {
  std::string out;
  for (const std::string& heading : headings(span.bytes.begin)) out.append(out.empty() ? "" : " > ").append(heading);
  if (!span.cell) return out;
  const auto n = [](std::uint32_t number) { return std::to_string(number); };
  out.append(out.empty() ? "" : " > ");
  return out + (language == Language::zh ? "表" + n(span.cell->table) + "第" + n(span.cell->row) + "行第" + n(span.cell->column) + "列"
                                         : "table " + n(span.cell->table) + ", row " + n(span.cell->row) + ", column " + n(span.cell->column));
}

std::string Places::context(const Diagnostic& what) const {
  const std::string_view text = file_->notice.text;
  const Range bytes = what.span.bytes;
  std::string hashed;
  if (bytes.empty() && bytes.begin == 0) {   // about the file as a whole
    for (const std::string& argument : what.arguments) hashed += argument + "\n";
  } else {
    const Range first = line(at(bytes.begin).line), last = line(at(bytes.end).line);
    append_ink(hashed, last_ink(text.substr(first.begin, bytes.begin - first.begin), kContextBeside), kContextBeside);
    hashed += "\n";
    append_ink(hashed, text.substr(bytes.begin, bytes.size()), kContextInside);
    hashed += "\n";
    if (bytes.end < last.end) append_ink(hashed, text.substr(bytes.end, last.end - bytes.end), kContextBeside);
  }
  return text::sha256(std::as_bytes(std::span(hashed.data(), hashed.size()))).substr(0, 16);
}

Finding Places::finding(const Diagnostic& what, Language language) const {
  const Range bytes = what.span.bytes;
  std::string sentence = message(what, language);
  std::replace_if(sentence.begin(), sentence.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');   // a quotation may go over lines
  return {*file_, what, find_rule(what.rule), std::move(sentence), at(bytes.begin), at(std::max(bytes.begin, bytes.end)),
          index_.code_points(bytes.begin), index_.code_points(std::max(bytes.begin, bytes.end)), "", 0, false};
}

const std::string* Finding::replacement() const noexcept {
  const bool mechanical = rule != nullptr && rule->fixable && what.arguments.size() >= 2 && file.notice.source.format == "txt";
  return mechanical ? &what.arguments[1] : nullptr;
}

}  // namespace gongwen::cli
