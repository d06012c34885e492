// Block content becomes paragraphs of the Document: wrappers are unwrapped, paragraphs whose mark was deleted are
// joined to the next, automatic numbers are counted, text boxes are put where they are anchored. Tables: table.cpp.
#include "readers/docx/story.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/docx/diagram.hpp"
#include "readers/docx/revisions.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

// Whatever the options say, recursion stays well within a thread's stack.
constexpr std::uint32_t kMaxDepth = 1000;

constexpr std::array<std::string_view, static_cast<std::size_t>(Notice::count_)> kNoticeRules = {
    "docx-open-revisions", "docx-hidden-text",       "docx-comments",
    "docx-malformed-text", "docx-embedded-document", "docx-number-field",
    "docx-placeholder-text", "docx-pictures-not-read", "docx-objects-not-read"};

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

void StoryReader::Place::clear() noexcept {
  role = ParagraphRole::body;
  anchor = table_level = contents = pending_style = 0;
  in_cell = has_pending = keeps_properties = false;
  nested = nullptr;
  fields.open.clear();
  pending.clear();
  pending_properties = {};
  contents_by_field.clear();
}

void StoryReader::open_place() {
  if (open_places_ == places_.size()) places_.emplace_back();
  Place& inner = places_[open_places_++];
  inner.clear();
  if (place_) {
    inner.role = place_->role;
    inner.anchor = place_->anchor;
    inner.in_cell = place_->in_cell;
    inner.nested = place_->nested;
    inner.table_level = place_->table_level;
  }
  place_ = &inner;
}

void StoryReader::close_place() noexcept {
  --open_places_;
  place_ = open_places_ == 0 ? nullptr : &places_[open_places_ - 1];
}

void StoryReader::read(pugi::xml_node container, ParagraphRole role, std::uint32_t anchor) {
  open_place();
  place_->role = role;
  place_->anchor = anchor;
  blocks(container, 1);
  finish_paragraph(1);
  take_back_contents();
  close_place();
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
    const Tag tag = tag_of(node);
    if (tag == Tag::other && node.type() != pugi::node_element) continue;
    switch (tag) {
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
  if (shows_placeholder(node)) return placeholder(child(node, "sdtContent"), depth);
  const bool contents = is_contents_control(child(node, "sdtPr"));
  place_->contents += contents ? 1 : 0;
  blocks(child(node, "sdtContent"), depth);
  place_->contents -= contents ? 1 : 0;
}

// The prompt of a control that nobody has filled in is no text, but is not passed over either.
void StoryReader::placeholder(pugi::xml_node container, std::uint32_t depth) {
  InlineText prompt;
  FieldStack fields;
  for (const auto node : container.children()) {
    if (tag_of(node) != Tag::p) continue;
    inline_.read(node, styles_.paragraph(value_of(child(child(node, "pPr"), "pStyle"))), depth, fields, prompt);
  }
  if (has_ink(prompt.text)) inline_.note(Notice::placeholder, prompt.text);
}

void StoryReader::paragraph(pugi::xml_node node, std::uint32_t depth) {
  const ParagraphMarkup own = read_paragraph_markup(child(node, "pPr"));
  const auto style = styles_.paragraph(own.style);
  for (std::uint32_t i = 0; i < own.revisions; ++i) inline_.note(Notice::revisions);
  if (has_property_change(own.section)) inline_.note(Notice::revisions);
  inline_.read(node, style, depth, place_->fields, place_->pending);
  if (own.section) section(own.section);
  if (!place_->keeps_properties) {
    place_->pending_properties = own.properties;
    place_->pending_style = style;
  }
  place_->has_pending = true;
  const bool separator = own.mark.separator || own.drop_cap;
  const bool hidden = own.mark.hidden.value_or(styles_[style].run.hidden.value_or(false));
  place_->keeps_properties = separator || (place_->keeps_properties && (own.mark.deleted || hidden));
  if (!own.mark.deleted && !hidden && !separator) flush(depth);
}

// At a border that no paragraph is joined across: what is left of one whose mark and text are gone is nothing.
void StoryReader::finish_paragraph(std::uint32_t depth) {
  const InlineText& text = place_->pending;
  const bool nothing = !has_ink(text.text) && text.boxes.empty() && text.footnotes.empty() && text.endnotes.empty();
  if (nothing) place_->has_pending = false;
  flush(depth);
}

void StoryReader::flush(std::uint32_t depth) {
  if (!std::exchange(place_->has_pending, false)) return;
  InlineText& text = place_->pending;
  place_->keeps_properties = false;
  const auto begin = writer_.position();
  const auto style = place_->pending_style;
  const ParagraphProperties own = place_->pending_properties;
  const ParagraphProperties& inherited = styles_[style].paragraph;
  Paragraph like;
  const bool contents = text.contents || place_->contents > 0 || styles_[style].contents;
  like.role = place_->role == ParagraphRole::body && contents ? ParagraphRole::contents : place_->role;
  like.anchor = place_->anchor;
  like.outline_level = own.outline_level.value_or(inherited.outline_level.value_or(std::int8_t{-1}));
  like.centered = own.centered.value_or(inherited.centered.value_or(false));
  like.bold = text.bold();
  like.half_points = text.half_points();
  like.typeface = text.typeface();
  for (const TextBox& box : text.boxes) {
    if (box.leading) text_box(box, depth);
  }
  const auto first_block = document_.blocks.size();
  emit(like, label(own, style), text.text, !text.boxes.empty());
  watch_contents(text.contents && place_->contents == 0 && !styles_[style].contents, first_block);
  const auto anchor = writer_.position() > begin ? writer_.position() - 1 : begin;
  for (const auto& id : text.footnotes) footnotes_.push_back({id, anchor});
  for (const auto& id : text.endnotes) endnotes_.push_back({id, anchor});
  for (const TextBox& box : text.boxes) {
    if (!box.leading) text_box(box, depth);
  }
  place_notices(begin);
  text.clear();
}

// Blocks that are a table of contents because a TOC field is open: only if that field ends somewhere.
void StoryReader::watch_contents(bool by_field, std::size_t first_block) {
  auto& watched = place_->contents_by_field;
  for (auto i = first_block; by_field && i < document_.blocks.size(); ++i) watched.push_back(i);
  if (!place_->fields.in_contents()) watched.clear();
}

// The field never ended, and the rest of the story would be its result: only lines with a page number are.
void StoryReader::take_back_contents() {
  for (const auto i : place_->contents_by_field) {
    auto& paragraph = std::get<Paragraph>(document_.blocks[i]);
    const std::string_view line = std::string_view(document_.source).substr(paragraph.range.begin, paragraph.range.size());
    const bool numbered = line.find('\t') != line.npos && line.back() >= '0' && line.back() <= '9';
    if (!numbered) paragraph.role = place_->role;
  }
}

void StoryReader::emit(const Paragraph& like, const Label& label, std::string_view text, bool has_boxes) {
  const bool inked = !label.text.empty() || has_ink(text);
  if (place_->in_cell) {
    if (inked) writer_.cell_paragraph(label, text);
  } else if (inked) {
    writer_.paragraph(like, label, text);
  } else if (place_->role == ParagraphRole::body && !has_boxes) {
    writer_.blank_line();
  }
}

Paragraph StoryReader::plain() const {
  Paragraph paragraph;
  paragraph.role = place_->role;
  paragraph.anchor = place_->anchor;
  return paragraph;
}

void StoryReader::diagram(pugi::xml_node reference) {
  const auto found = diagrams_.find(std::string(attribute(reference, "dm")));
  if (found == diagrams_.end()) return inline_.note_name(Notice::object, "SmartArt");
  for (const auto& text : diagram_paragraphs(found->second)) emit(plain(), {}, text, true);
}

void StoryReader::text_box(const TextBox& box, std::uint32_t depth) {
  if (!proceed(depth)) return;
  if (local(box.content.name()) == "relIds") return diagram(box.content);
  if (tag_of(box.content) == Tag::textpath) {
    std::string text;
    append_clean(text, attribute(box.content, "string"));
    return emit(plain(), {}, text, true);
  }
  Counters counters(numbering_);
  open_place();
  std::swap(counters_, counters);
  blocks(box.content, depth + 1);
  finish_paragraph(depth + 1);
  std::swap(counters_, counters);
  close_place();
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
    const bool shown = type == "default" || (type == "first" && first_page) || (type == "even" && even_pages_);
    if (!shown) continue;
    furniture_.push_back({std::string(attribute(node, "id")),
                          name == "headerReference" ? ParagraphRole::header : ParagraphRole::footer});
  }
}

}  // namespace gongwen::docx
