// Lines to the frame of a notice: front matter, then where each part begins, then what closes them.
#include "segment/frame.hpp"

#include <algorithm>

#include "grammar/tables.hpp"
#include "segment/back_matter.hpp"
#include "segment/front_matter.hpp"
#include "segment/furniture.hpp"
#include "segment/labels.hpp"
#include "segment/layout.hpp"
#include "segment/names.hpp"
#include "segment/page_fields.hpp"
#include "text/characters.hpp"

namespace gongwen {
namespace {

constexpr std::size_t kTitleLines = 4;
constexpr std::size_t kLongestTitleLine = 60;   // code points

// 《…》 around a whole name, or closing it (关于落实《…》): what stands in it. Several names stay as they are.
std::string_view named_in_brackets(std::string_view name) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"《", "》"}, {"〈", "〉"}}) {
    const std::size_t begin = name.find(open);
    if (begin == name.npos || !name.ends_with(close) || name.find(close, begin) != name.size() - close.size()) continue;
    const std::string_view inner = name.substr(begin + open.size(), name.size() - begin - open.size() - close.size());
    if (inner.find("《") == inner.npos) return inner;
  }
  return name;
}

// What a title says that the notice issues: 关于印发《…》的通知.
Value issued_document(const Value& title, const Grammar& grammar) {
  const std::string_view text = title.text;
  const GrammarTable& matter = grammar.tables()[GrammarKind::matter];
  for (auto match = matter.find(text, 0); match; match = matter.find(text, match->end)) {
    if (match->entry->attribute("element") != "hands_on") continue;
    const std::size_t from = match->end, to = text.rfind("的");
    if (to == text.npos || to <= from) continue;
    return {std::string(named_in_brackets(text.substr(from, to - from))), title.span};
  }
  return {};
}

bool is_title_line(const Line& line, const Grammar& grammar) {
  if (!line.is_free() || text::count_code_points(line.text) > kLongestTitleLine) return false;
  for (const std::string_view mark : {"。", "；", "：", "，"})
    if (line.text.ends_with(mark)) return false;
  return !read_label(line.text, grammar) && !read_attachment_mark(line, grammar);
}

class FrameReader {
 public:
  FrameReader(Lines& lines, const Folded& folded, const Layout& layout, const Grammar& grammar)
      : lines_(lines), folded_(folded), layout_(layout), grammar_(grammar) {}

  Frame read() {
    Metadata& metadata = frame_.metadata;
    const std::size_t body = read_front_matter(lines_, folded_, layout_, grammar_, metadata);
    metadata.issued_document = issued_document(metadata.title, grammar_);
    read_letter(body);
    if (metadata.issuers.empty()) read_issuer_field(lines_, body, folded_, grammar_, metadata);
    read_fixed_lines(lines_, body, folded_, grammar_, metadata);
    split_rest(letter_end_);
    close_parts();
    return std::move(frame_);
  }

 private:
  void begin_part(PartKind kind, Value title, std::size_t begin) {
    frame_.parts.push_back({kind, std::move(title), begin, lines_.size()});
  }

  // The letter goes on to its date; where the document that it issues begins before any date, to there.
  void read_letter(std::size_t body) {
    std::size_t document = find_issued_document(body);
    std::size_t end = read_signature(lines_, body, std::min(document, first_attachment(body, document)), folded_, grammar_, frame_.metadata);
    if (end == body && document == lines_.size()) document = find_set_document(body);
    const bool is_letter = end != body || document != lines_.size() || !frame_.metadata.addressees.empty() ||
                           frame_.metadata.document_number.has_value();
    if (!is_letter) {
      begin_part(PartKind::document, frame_.metadata.title, body);
      letter_end_ = body;
      return;
    }
    begin_part(PartKind::letter, frame_.metadata.title, body);
    if (end == body) end = document;
    if (document != lines_.size()) {
      const std::size_t title_end = document_title_end(document);
      begin_document(document, title_end == document ? set_title_end(document) : title_end);
    } else {
      letter_end_ = end;
      if (end != lines_.size()) begin_rest(end);
    }
  }

  // Where no attachment list stands: the first mark of an attachment, beyond which a date is not the letter's.
  [[nodiscard]] std::size_t first_attachment(std::size_t body, std::size_t end) const {
    for (std::size_t i = body; i < end; ++i)
      if (read_attachment_mark(lines_[i], grammar_) && !is_attachment_list(lines_, i, grammar_)) return i;
    return end;
  }

  [[nodiscard]] std::size_t document_title_end(std::size_t begin) const {
    const std::string wanted = bare_title(frame_.metadata.issued_document.text);
    std::string joined;
    for (std::size_t i = begin; i < std::min(lines_.size(), begin + kTitleLines); ++i) {
      if (!is_title_line(lines_[i], grammar_)) break;
      joined += bare_title(lines_[i].text);
      if (joined == wanted || (joined.size() * 5 >= wanted.size() * 3 && wanted.ends_with(joined)) || joined.ends_with(wanted)) return i + 1;
      if (joined.size() > wanted.size() * 2) break;
    }
    return begin;
  }

  // Where the title of the issued document stands as lines of its own, the letter's own title aside.
  [[nodiscard]] std::size_t find_issued_document(std::size_t body) const {
    if (frame_.metadata.issued_document.text.empty()) return lines_.size();
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (!is_title_line(lines_[i], grammar_)) continue;
      const std::size_t end = document_title_end(i);
      if (end == i) continue;
      // The title alone, without the signature or the note above it.
      while (i + 1 < end && !is_issued_title(i, end) && document_title_end(i + 1) == end) ++i;
      return i;
    }
    return lines_.size();
  }

  // An unsigned letter issues a document under another title than it says: the first lines below its text that are set as one.
  [[nodiscard]] std::size_t find_set_document(std::size_t body) const {
    if (frame_.metadata.issued_document.text.empty()) return lines_.size();
    for (std::size_t i = body + 1; i < lines_.size() && !read_attachment_mark(lines_[i], grammar_); ++i)
      if (set_title_end(i) != i) return i;
    return lines_.size();
  }

  [[nodiscard]] bool is_issued_title(std::size_t begin, std::size_t end) const {
    std::string joined;
    for (std::size_t i = begin; i < end; ++i) joined += bare_title(lines_[i].text);
    return joined == bare_title(frame_.metadata.issued_document.text);
  }

  void begin_document(std::size_t begin, std::size_t end) {
    const Value title = join_lines(lines_, begin, end, folded_);
    for (std::size_t i = begin; i < end; ++i) lines_[i].owner = Owner::metadata;
    begin_part(PartKind::document, title, begin);
    letter_end_ = end;
  }

  // What follows a letter whose issued document does not repeat its title: short lines are its title, text is its text.
  void begin_rest(std::size_t begin) {
    read_fixed_lines(lines_, begin, folded_, grammar_, frame_.metadata);
    std::size_t i = begin;
    while (i < lines_.size() && lines_[i].owner != Owner::none && !lines_[i].is_table()) ++i;
    if (i == lines_.size() || read_attachment_mark(lines_[i], grammar_)) return;
    std::size_t end = i;
    while (end < lines_.size() && end - i < kTitleLines && is_title_line(lines_[end], grammar_) && !lines_[end].text.starts_with("（") &&
           lines_[end].text.find("：") == std::string_view::npos) {
      ++end;
      if (ends_as_title(lines_[end - 1].text, grammar_)) break;
    }
    end = title_as_set(i, end);
    if (end < lines_.size()) begin_document(i, end);
  }

  void split_rest(std::size_t begin) {
    for (std::size_t i = frame_.parts.empty() ? 0 : frame_.parts.front().begin; i < lines_.size(); ++i) {
      if (!read_attachment_mark(lines_[i], grammar_)) continue;
      if (is_attachment_list(lines_, i, grammar_)) {
        i = read_attachment_list(lines_, i, folded_, grammar_, frame_.metadata) - 1;
      } else if (i >= begin || frame_.parts.size() == 1) {
        i = begin_attachment(i) - 1;
      }
    }
  }

  std::size_t begin_attachment(std::size_t at) {
    const AttachmentMark mark = *read_attachment_mark(lines_[at], grammar_);
    lines_[at].owner = Owner::metadata;
    std::size_t end = at + 1;
    Value title;
    if (!mark.title.empty()) {
      title = {std::string(mark.title), {lines_[at].source, {}}};
    } else {
      end = title_end(at + 1);
      title = join_lines(lines_, at + 1, end, folded_);
      for (std::size_t i = at + 1; i < end; ++i) lines_[i].owner = Owner::metadata;
    }
    begin_part(PartKind::attachment, title, at);
    return end;
  }

  // Past the lines whose words together are the title that the list of attachments gives; `begin` if they are not.
  [[nodiscard]] std::size_t announced_title_end(std::size_t begin) const {
    for (const auto& attachment : frame_.metadata.attachments) {
      const std::string wanted = bare_title(attachment.title.text);
      std::string joined;
      for (std::size_t i = begin; i < std::min(lines_.size(), begin + kTitleLines) && is_title_line(lines_[i], grammar_); ++i) {
        joined += bare_title(lines_[i].text);
        if (joined == wanted) return i + 1;
        if (!wanted.starts_with(joined)) break;
      }
    }
    return begin;
  }

  // A title goes on over short lines until it ends as titles do; else it is the one line that stands alone.
  [[nodiscard]] std::size_t title_end(std::size_t begin) const {
    if (const std::size_t end = announced_title_end(begin); end != begin) return end;
    return title_as_set(begin, worded_title_end(begin));
  }

  [[nodiscard]] std::size_t worded_title_end(std::size_t begin) const {
    for (std::size_t i = begin; i < std::min(lines_.size(), begin + kTitleLines); ++i) {
      if (!is_title_line(lines_[i], grammar_)) break;
      if (ends_as_title(lines_[i].text, grammar_)) return i + 1;
    }
    return begin < lines_.size() && is_title_line(lines_[begin], grammar_) ? begin + 1 : begin;
  }

  // Where a title ends by its words, and by its look where it has one: what is set as the title goes on with belongs to it, and
  // what the words would add must be centred too.
  [[nodiscard]] std::size_t title_as_set(std::size_t begin, std::size_t worded) const {
    std::size_t end = set_title_end(begin);
    if (end == begin) return worded;
    while (end < worded && lines_[end].paragraph->centered) ++end;
    return end;
  }

  // Past the lines that are set as one title; `begin` if there are none.
  [[nodiscard]] std::size_t set_title_end(std::size_t begin) const {
    const std::size_t end = layout_.display_end(lines_, begin);
    for (std::size_t i = begin; i < end; ++i)
      if (!is_title_line(lines_[i], grammar_)) return i;
    return end;
  }

  void close_parts() {
    for (std::size_t i = 0; i + 1 < frame_.parts.size(); ++i) frame_.parts[i].end = frame_.parts[i + 1].begin;
    if (!frame_.parts.empty()) frame_.parts.back().end = lines_.size();
  }

  Lines& lines_;
  const Folded& folded_;
  const Layout& layout_;
  const Grammar& grammar_;
  Frame frame_;
  std::size_t letter_end_ = 0;
};

}  // namespace

Frame read_frame(Lines& lines, const Folded& folded, const Grammar& grammar) {
  mark_furniture(lines, grammar);
  return FrameReader(lines, folded, Layout(lines), grammar).read();
}

}  // namespace gongwen
