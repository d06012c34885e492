// Block content becomes paragraphs of the Document: wrappers are unwrapped, paragraphs whose mark was deleted are
// joined to the next, automatic numbers are counted, text boxes are put where they are anchored. Tables: table.cpp.
#include "readers/docx/story.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/docx/revisions.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

// Whatever the options say, recursion stays well within a thread's stack.
constexpr std::uint32_t kMaxDepth = 1000;

constexpr std::array<std::string_view, static_cast<std::size_t>(Notice::count_)> kNoticeRules = {
    "docx-open-revisions", "docx-hidden-text",       "docx-comments",
    "docx-malformed-text", "docx-embedded-document", "docx-number-field"};

bool is_contents_control(pugi::xml_node properties) {
  return value_of(child(child(properties, "docPartObj"), "docPartGallery")) == "Table of Contents";
}

}  // namespace

StoryReader::StoryReader(Document& document, const Styles& styles, const Numbering& numbering, const Limits& limits)
    : document_(document),
      styles_(styles),
      numbering_(numbering),
      counters_(numbering),
      inline_(styles, std::min(limits.depth, kMaxDepth)),
      writer_(document),
      limits_(limits) {
  limits_.depth = std::min(limits.depth, kMaxDepth);
}

void StoryReader::read(pugi::xml_node container, ParagraphRole role) {
  place_ = Place{};
  place_.role = role;
  blocks(container, 1);
  finish_paragraph(1);
  proceed(1);
}

void StoryReader::read_once(pugi::xml_node container, ParagraphRole role) {
  const auto mark = writer_.mark();
  read(container, role);
  const auto text = document_.source.substr(mark.source);
  if (!seen_furniture_.insert(text).second) writer_.rewind(mark);
}

void StoryReader::fail(std::string_view limit, std::uint64_t allowed) {
  if (!error_) error_ = Error{ErrorCode::too_large, std::string(limit) + ": more than " + std::to_string(allowed)};
}

bool StoryReader::proceed(std::uint32_t depth) {
  if (depth > limits_.depth || inline_.too_deep()) fail("depth", limits_.depth);
  // Offsets are 32 bits wide, and numbering can multiply a document's size.
  const auto most = std::min<std::uint64_t>(limits_.part_bytes, 0x7FFF'FFFF);
  if (document_.source.size() > most) fail("part_bytes (source text)", most);
  return !error_;
}

void StoryReader::place_notices(std::uint32_t begin) {
  for (std::size_t i = 0; i < noticed_at_.size(); ++i) {
    if (!noticed_at_[i] && inline_.noticed(static_cast<Notice>(i)).times > 0)
      noticed_at_[i] = {begin, writer_.position()};
  }
}

void StoryReader::report(Revisions revisions) {
  place_notices(writer_.position());
  for (std::size_t i = 0; i < noticed_at_.size(); ++i) {
    if (!noticed_at_[i]) continue;
    const auto& [times, text] = inline_.noticed(static_cast<Notice>(i));
    const bool rejected = static_cast<Notice>(i) == Notice::revisions && revisions == Revisions::reject;
    document_.diagnostics.push_back(diagnose(rejected ? "docx-rejected-revisions" : kNoticeRules[i],
                                             {*noticed_at_[i], {}}, {text.empty() ? std::to_string(times) : text}));
  }
}

void StoryReader::blocks(pugi::xml_node parent, std::uint32_t depth) {
  for (auto node = parent.first_child(); node && proceed(depth); node = node.next_sibling()) {
    if (node.type() != pugi::node_element) continue;
    switch (tag_of(node)) {
      case Tag::p:
        paragraph(node, depth + 1);
        break;
      case Tag::tbl:
        table(node, depth + 1);
        break;
      case Tag::sdt:
        content_control(node, depth + 1);
        break;
      case Tag::AlternateContent:
        blocks(preferred_branch(node), depth + 1);
        break;
      case Tag::ins:
      case Tag::moveTo:
        inline_.note(Notice::revisions);
        blocks(node, depth + 1);
        break;
      case Tag::del:
      case Tag::moveFrom:
        inline_.note(Notice::revisions);
        break;
      case Tag::altChunk:
        inline_.note(Notice::embedded_document);
        break;
      case Tag::sectPr:
        section(node);
        break;
      case Tag::tcPr:
      case Tag::sdtPr:
      case Tag::sdtEndPr:
      case Tag::customXmlPr:
        break;
      default:
        blocks(node, depth + 1);
    }
  }
}

void StoryReader::content_control(pugi::xml_node node, std::uint32_t depth) {
  const bool contents = is_contents_control(child(node, "sdtPr"));
  place_.contents += contents ? 1 : 0;
  blocks(child(node, "sdtContent"), depth);
  place_.contents -= contents ? 1 : 0;
}

void StoryReader::paragraph(pugi::xml_node node, std::uint32_t depth) {
  const auto properties = child(node, "pPr");
  const auto style = styles_.paragraph(value_of(child(properties, "pStyle")));
  const auto mark = child(properties, "rPr");
  note_revisions(properties, mark);
  inline_.read(node, style, depth, place_.fields, place_.pending);
  if (const auto sectpr = child(properties, "sectPr")) section(sectpr);
  if (!place_.keeps_properties) place_.pending_properties = properties;
  place_.has_pending = true;
  const bool deleted = child(mark, "del") || child(mark, "moveFrom");
  const bool separator = is_on(mark, "specVanish");
  const bool hidden = on_off(mark, "vanish").value_or(styles_[style].run.hidden.value_or(false));
  place_.keeps_properties = separator || (place_.keeps_properties && (deleted || hidden));
  if (!deleted && !hidden && !separator) flush(depth);
}

void StoryReader::note_revisions(pugi::xml_node properties, pugi::xml_node mark) {
  for (const auto* name : {"ins", "del", "moveFrom", "moveTo"}) {
    if (child(mark, name)) inline_.note(Notice::revisions);
  }
  const auto numbering = child(properties, "numPr");
  if (child(numbering, "ins") || child(numbering, "del") || child(numbering, "numberingChange"))
    inline_.note(Notice::revisions);
  for (const auto node : {properties, mark, child(properties, "sectPr")}) {
    if (has_property_change(node)) inline_.note(Notice::revisions);
  }
}

// At a border that no paragraph is joined across: what is left of one whose mark and text are gone is nothing.
void StoryReader::finish_paragraph(std::uint32_t depth) {
  const InlineText& text = place_.pending;
  const bool nothing = !has_ink(text.text) && text.boxes.empty() && text.footnotes.empty() && text.endnotes.empty();
  if (nothing) place_.has_pending = false;
  flush(depth);
}

void StoryReader::flush(std::uint32_t depth) {
  if (!std::exchange(place_.has_pending, false)) return;
  const InlineText text = std::exchange(place_.pending, {});
  const auto node = std::exchange(place_.pending_properties, {});
  place_.keeps_properties = false;
  const auto begin = writer_.position();
  const auto style = styles_.paragraph(value_of(child(node, "pStyle")));
  const ParagraphProperties own = read_paragraph_properties(node);
  const ParagraphProperties& inherited = styles_[style].paragraph;
  Paragraph like;
  const bool contents = text.contents || place_.contents > 0 || styles_[style].contents;
  like.role = place_.role == ParagraphRole::body && contents ? ParagraphRole::contents : place_.role;
  like.outline_level = own.outline_level.value_or(inherited.outline_level.value_or(std::int8_t{-1}));
  like.centered = own.centered.value_or(inherited.centered.value_or(false));
  like.bold = text.bold();
  like.half_points = text.half_points();
  like.typeface = text.typeface();
  for (const TextBox& box : text.boxes) {
    if (box.leading) text_box(box, depth);
  }
  emit(like, label(own, style), text.text, !text.boxes.empty());
  for (const TextBox& box : text.boxes) {
    if (!box.leading) text_box(box, depth);
  }
  footnotes_.insert(footnotes_.end(), text.footnotes.begin(), text.footnotes.end());
  endnotes_.insert(endnotes_.end(), text.endnotes.begin(), text.endnotes.end());
  place_notices(begin);
}

void StoryReader::emit(const Paragraph& like, const Label& label, std::string_view text, bool has_boxes) {
  const bool inked = !label.text.empty() || has_ink(text);
  if (place_.in_cell) {
    if (inked) writer_.cell_paragraph(label, text);
  } else if (inked) {
    writer_.paragraph(like, label, text);
  } else if (place_.role == ParagraphRole::body && !has_boxes) {
    writer_.blank_line();
  }
}

void StoryReader::text_box(const TextBox& box, std::uint32_t depth) {
  if (!proceed(depth)) return;
  if (tag_of(box.content) == Tag::textpath) {
    std::string text;
    append_clean(text, attribute(box.content, "string"));
    Paragraph like;
    like.role = place_.role;
    return emit(like, {}, text, true);
  }
  Place inner;
  inner.role = place_.role;
  inner.in_cell = place_.in_cell;
  inner.nested = place_.nested;
  inner.table_level = place_.table_level;
  Counters counters(numbering_);
  std::swap(place_, inner);
  std::swap(counters_, counters);
  blocks(box.content, depth + 1);
  finish_paragraph(depth + 1);
  std::swap(counters_, counters);
  std::swap(place_, inner);
}

// Nothing if the paragraph is not numbered after all.
std::optional<std::size_t> StoryReader::list_level(const Numbering::List& list, const ParagraphProperties& own,
                                                   std::uint32_t style) const {
  const auto within = [](std::int64_t level) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(level, 0, kLevels - 1));
  };
  if (own.numbering.level) return within(*own.numbering.level);
  // A style's level is the one that names the style (17.9.23); its own ilvl counts only where none does.
  if (const auto linked = numbering_.level_of_style(list, style, styles_)) return linked;
  const auto level = within(styles_[style].paragraph.numbering.level.value_or(0));
  if (own.numbering.id) return level;
  // Word does not number, nor count, where the style's list links that level to another style.
  const std::string& owner = numbering_.level(list, level).style;
  const bool elsewhere = !owner.empty() && styles_.has(owner) && owner != styles_[styles_[style].numbered_by].id;
  return elsewhere ? std::nullopt : std::optional(level);
}

Label StoryReader::label(const ParagraphProperties& own, std::uint32_t style) {
  const auto id = own.numbering.id ? own.numbering.id : styles_[style].paragraph.numbering.id;
  const auto* list = id ? numbering_.list(*id) : nullptr;
  const auto level = list ? list_level(*list, own, style) : std::nullopt;
  if (!level) return {};
  std::string unknown;
  Label label = counters_.advance(*id, *list, *level, unknown);
  if (!unknown.empty() && unknown_formats_.insert(unknown).second) {
    const auto at = writer_.position();
    document_.diagnostics.push_back(diagnose(
        "docx-number-format-unknown", {{at, at + static_cast<std::uint32_t>(label.text.size())}, {}}, {unknown}));
  }
  return label;
}

void StoryReader::section(pugi::xml_node properties) {
  const bool first_page = is_on(properties, "titlePg");
  for (const auto node : properties.children()) {
    const auto name = local(node.name());
    if (name != "headerReference" && name != "footerReference") continue;
    const auto type = attribute(node, "type");
    if (type != "default" && !(type == "first" && first_page)) continue;
    furniture_.push_back({std::string(attribute(node, "id")),
                          name == "headerReference" ? ParagraphRole::header : ParagraphRole::footer});
  }
}

}  // namespace gongwen::docx
