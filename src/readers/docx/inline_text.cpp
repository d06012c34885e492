// Runs become text: tabs and breaks as characters, fields as their results, inserted text kept, deleted and hidden text
// left out, wrappers (hyperlinks, content controls, smart tags) unwrapped, text boxes set aside for the story.
#include "readers/docx/inline_text.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "readers/docx/equation_field.hpp"
#include "readers/docx/formula.hpp"
#include "readers/docx/revisions.hpp"
#include "readers/docx/symbols.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

// Enough of a hidden text to know it by.
constexpr std::size_t kMaxQuoted = 120;

// The name of the field that a code asks for, in capitals: it ends at white space or a switch.
std::string field_name(std::string_view code) {
  constexpr std::size_t kLongestName = 16;
  const auto begin = std::min(code.find_first_not_of(" \t\n\r"), code.size());
  code = code.substr(begin, kLongestName);
  std::string name(code.substr(0, code.find_first_of(" \t\n\r\\")));
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

bool is_contents_code(std::string_view code) { return field_name(code) == "TOC"; }

// Legacy form fields (17.16.17) that have no result: a box that is ticked or not, the chosen item of a list.
std::string form_field_text(pugi::xml_node data) {
  if (const auto box = child(data, "checkBox"))
    return on_off(box, "checked").value_or(is_on(box, "default")) ? "☒" : "☐";
  const auto list = child(data, "ddList");
  auto chosen = child_number(list, "result").value_or(child_number(list, "default").value_or(0));
  for (auto node = list.first_child(); node; node = node.next_sibling()) {
    if (local(node.name()) == "listEntry" && chosen-- == 0) return std::string(value_of(node));
  }
  return {};
}

}  // namespace

bool shows_placeholder(pugi::xml_node content_control) { return is_on(child(content_control, "sdtPr"), "showingPlcHdr"); }

std::uint16_t InlineText::half_points() const noexcept {
  const auto most =
      std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? std::uint16_t{0} : most->first;
}

Typeface InlineText::typeface() const noexcept {
  const auto most = std::max_element(typefaces.begin(), typefaces.end());
  return *most == 0 ? Typeface::unknown : static_cast<Typeface>(most - typefaces.begin());
}

void InlineText::clear() noexcept {
  text.clear(), boxes.clear(), footnotes.clear(), endnotes.clear(), sizes.clear();
  contents = inked = false;
  all_bold = true;
  typefaces = {};
}

bool FieldStack::in_code() const noexcept {
  return std::any_of(open.begin(), open.end(), [](const Field& field) { return field.in_code; });
}

bool FieldStack::in_contents() const noexcept {
  return std::any_of(open.begin(), open.end(), [](const Field& field) { return field.contents && !field.in_code; });
}

void InlineReader::note(Notice notice, std::string_view text) {
  Noticed& noticed = noticed_[static_cast<std::size_t>(notice)];
  ++noticed.times;
  if (noticed.text.size() < kMaxQuoted) append_clean(noticed.text, text);
}

bool InlineReader::deeper(std::uint32_t depth) noexcept {
  too_deep_ = too_deep_ || depth > depth_limit_;
  return !too_deep_;
}

void InlineReader::read(pugi::xml_node paragraph, std::uint32_t style, std::uint32_t depth, FieldStack& fields,
                        InlineText& into) {
  style_ = style;
  fields_ = &fields;
  into_ = &into;
  for (auto& field : fields.open) field.text_begin = std::min(field.text_begin, into.text.size());
  into.contents = into.contents || fields.in_contents();
  content(paragraph, depth);
  close_broken_fields();
}

void InlineReader::content(pugi::xml_node parent, std::uint32_t depth) {
  if (!deeper(depth)) return;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (const Tag tag = tag_of(node); tag != Tag::other || node.type() == pugi::node_element) element(node, tag, depth);
  }
}

void InlineReader::element(pugi::xml_node node, Tag tag, std::uint32_t depth) {
  switch (tag) {
    case Tag::r:
      return run(node, depth + 1);
    case Tag::del:
    case Tag::moveFrom:
      return note(Notice::revisions);
    case Tag::ins:
    case Tag::moveTo:
      note(Notice::revisions);
      return content(node, depth + 1);
    case Tag::AlternateContent:
      return content(preferred_branch(node), depth + 1);
    case Tag::fldSimple:
      return simple_field(node, depth + 1);
    case Tag::oMath:
    case Tag::oMathPara:
      return formula(node, properties({}), depth + 1);
    case Tag::sdt:
      if (shows_placeholder(node)) return placeholder(node, depth + 1);
      return content(child(node, "sdtContent"), depth + 1);
    case Tag::subDoc:
      return note(Notice::embedded_document);
    case Tag::commentReference:
      return note(Notice::comments);
    case Tag::pPr:
    case Tag::rPr:
    case Tag::sdtPr:
    case Tag::sdtEndPr:
    case Tag::smartTagPr:
    case Tag::customXmlPr:
    case Tag::proofErr:
    case Tag::bookmarkStart:
    case Tag::bookmarkEnd:
    case Tag::commentRangeStart:
    case Tag::commentRangeEnd:
    case Tag::p:
    case Tag::tbl:
    case Tag::txbxContent:
      return;
    default:
      return content(node, depth + 1);
  }
}

InlineReader::Run InlineReader::properties(const RunMarkup& markup) const {
  const RunProperties& own = markup.properties;
  const Style& paragraph = styles_[style_];
  const Style& character = styles_[markup.has_style ? styles_.run(markup.style) : 0];
  // Toggle properties (17.7.3): what styles say flips, what the run itself says holds.
  const auto toggle = [](std::optional<bool> direct, std::optional<bool> a, std::optional<bool> b,
                         std::optional<bool> fallback) {
    if (direct) return *direct;
    return fallback.value_or(false) || (a.value_or(false) != b.value_or(false));
  };
  Run run;
  run.bold = toggle(own.bold, paragraph.run.bold, character.run.bold, styles_.defaults().bold);
  run.hidden = toggle(own.hidden, paragraph.run.hidden, character.run.hidden, styles_.defaults().hidden);
  run.hidden = run.hidden || markup.separator;
  run.half_points = 20;  // 17.3.2.38: 10 points where nothing says
  for (const auto& size :
       {own.half_points, character.run.half_points, paragraph.run.half_points, styles_.defaults().half_points}) {
    if (!size) continue;
    run.half_points = *size;
    break;
  }
  for (const auto& typeface :
       {own.typeface, character.run.typeface, paragraph.run.typeface, styles_.defaults().typeface}) {
    if (!typeface) continue;
    run.typeface = *typeface;
    break;
  }
  return run;
}

void InlineReader::run(pugi::xml_node node, std::uint32_t depth) {
  const RunMarkup own = read_run_markup(child(node, "rPr"), typefaces_);
  if (own.changed) note(Notice::revisions);
  run_content(node, properties(own), depth);
}

void InlineReader::run_content(pugi::xml_node parent, const Run& run, std::uint32_t depth) {
  if (!deeper(depth)) return;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    switch (tag_of(node)) {
      case Tag::t:
        put(text_of(node, joined_), run);
        break;
      case Tag::tab:
      case Tag::ptab:
        put("\t", run);
        break;
      case Tag::br:
      case Tag::cr:
        put("\n", run);
        break;
      case Tag::noBreakHyphen:
        put("-", run);
        break;
      case Tag::instrText:
        if (!fields_->open.empty() && fields_->open.back().in_code) fields_->open.back().code += text_of(node, joined_);
        break;
      case Tag::fldChar:
        field_character(node, run);
        break;
      case Tag::sym: {
        const auto hex = std::string(attribute(node, "char"));
        const auto code = static_cast<char32_t>(std::strtoul(hex.c_str(), nullptr, 16));
        if (code >= 0x20 && code <= 0xFFFF && (code < 0xD800 || code > 0xDFFF))
          put(symbol_character(attribute(node, "font"), code), run);
        break;
      }
      case Tag::footnoteReference:
        into_->footnotes.emplace_back(attribute(node, "id"));
        break;
      case Tag::endnoteReference:
        into_->endnotes.emplace_back(attribute(node, "id"));
        break;
      case Tag::commentReference:
        note(Notice::comments);
        break;
      case Tag::AlternateContent:
        run_content(preferred_branch(node), run, depth + 1);
        break;
      case Tag::drawing:
      case Tag::pict:
      case Tag::object:
        if (!run.hidden) drawing(node, depth + 1);
        break;
      case Tag::ruby:
        content(child(node, "rubyBase"), depth + 1);
        break;
      case Tag::oMath:
      case Tag::oMathPara:
        formula(node, run, depth + 1);
        break;
      case Tag::del:
      case Tag::moveFrom:
        note(Notice::revisions);
        break;
      default:
        break;
    }
  }
}

// Only the outermost text boxes: those inside them are found when their own paragraphs are read.
void InlineReader::drawing(pugi::xml_node parent, std::uint32_t depth) {
  if (!deeper(depth)) return;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) continue;
    switch (tag_of(node)) {
      case Tag::txbxContent:
      case Tag::textpath:
        into_->boxes.push_back({node, !into_->inked});
        break;
      case Tag::other:
        if (!object(node)) drawing(node, depth + 1);
        break;
      case Tag::AlternateContent:
        drawing(preferred_branch(node), depth + 1);
        break;
      default:
        drawing(node, depth + 1);
    }
  }
}

// What may hold text that is not read: said once, by name. SmartArt is read.
bool InlineReader::object(pugi::xml_node node) {
  const auto name = local(node.name());
  if (name == "blip" || name == "imagedata") return note(Notice::picture), true;
  if (name == "chart") return note_name(Notice::object, "chart"), true;
  if (name == "relIds") return into_->boxes.push_back({node, !into_->inked}), true;
  if (name != "OLEObject") return false;
  const auto program = attribute(node, "ProgID");
  return note_name(Notice::object, program.empty() ? "OLE" : program), true;
}

void InlineReader::note_name(Notice notice, std::string_view name) {
  const std::string& noted = noticed(notice).text;
  if (noted.find(name) == noted.npos) note(notice, noted.empty() ? std::string(name) : ", " + std::string(name));
}

void InlineReader::formula(pugi::xml_node node, const Run& run, std::uint32_t depth) {
  const FormulaText formula = read_formula(node, depth < depth_limit_ ? depth_limit_ - depth : 0);
  too_deep_ = too_deep_ || formula.too_deep;
  for (std::uint32_t i = 0; i < formula.revisions; ++i) note(Notice::revisions);
  std::string_view rest = formula.text;
  while (!rest.empty()) {  // a line break is put alone
    const auto end = std::min(rest.find('\n'), rest.size());
    put(rest.substr(0, end), run);
    if (end < rest.size()) put("\n", run);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void InlineReader::placeholder(pugi::xml_node content_control, std::uint32_t depth) {
  InlineText prompt;
  InlineText* const kept = std::exchange(into_, &prompt);
  content(child(content_control, "sdtContent"), depth);
  into_ = kept;
  if (has_ink(prompt.text)) note(Notice::placeholder, prompt.text);
}

void InlineReader::simple_field(pugi::xml_node node, std::uint32_t depth) {
  FieldStack::Field field;
  field.in_code = false;
  field.contents = is_contents_code(attribute(node, "instr"));
  fields_->open.push_back(std::move(field));
  into_->contents = into_->contents || fields_->in_contents();
  const auto height = fields_->open.size();
  const auto before = into_->text.size();
  content(node, depth);
  fields_->open.resize(std::min(fields_->open.size(), height - 1));
  if (into_->text.size() == before) number_field(attribute(node, "instr"), properties({}));
}

void InlineReader::field_character(pugi::xml_node node, const Run& run) {
  const auto type = attribute(node, "fldCharType");
  auto& open = fields_->open;
  if (type == "begin") {
    FieldStack::Field field;
    field.text_begin = into_->text.size();
    field.shown = form_field_text(child(node, "ffData"));
    // Fields nest a few deep in earnest; each open one costs time for every run that follows.
    if (open.size() < 64) open.push_back(std::move(field));
  } else if (type == "separate" && !open.empty()) {
    open.back().in_code = false;
    open.back().contents = is_contents_code(open.back().code);
    into_->contents = into_->contents || fields_->in_contents();
  } else if (type == "end" && !open.empty()) {
    const FieldStack::Field field = std::move(open.back());
    open.pop_back();
    const bool empty = into_->text.size() <= field.text_begin;
    if (empty && !field.shown.empty()) return put(field.shown, run);
    if (!field.in_code) return;
    put(equation_text(field.code), run);
    number_field(field.code, run);
  }
}

// LISTNUM and AUTONUM (17.16.5): fields without a result, which Word counts anew each time by the list or the headings around.
void InlineReader::number_field(std::string_view code, const Run& run) {
  const std::string name = field_name(code);
  if (run.hidden || (name != "LISTNUM" && name != "AUTONUM" && name != "AUTONUMLGL" && name != "AUTONUMOUT")) return;
  put("⟦" + name + "⟧", run);
  note_name(Notice::number_field, name);
}

// A field that never leaves its code is broken, and what stands in it is text after all.
void InlineReader::close_broken_fields() {
  auto& open = fields_->open;
  while (!open.empty() && open.back().in_code) {
    into_->text.insert(std::min(open.back().text_begin, into_->text.size()), open.back().hidden);
    open.pop_back();
  }
}

void InlineReader::put(std::string_view text, const Run& run) {
  if (run.hidden) {
    if (has_ink(text)) note(Notice::hidden_text, text);
    return;
  }
  if (fields_->in_code()) {
    auto& innermost =
        *std::find_if(fields_->open.begin(), fields_->open.end(), [](const auto& field) { return field.in_code; });
    append_clean(innermost.hidden, text);
    append_clean(innermost.code, text);
    return;
  }
  const auto before = into_->text.size();
  if (text == "\n") into_->text += '\n';
  else if (append_clean(into_->text, text)) note(Notice::malformed_utf8);
  if (!has_ink(text)) return;
  into_->inked = true;
  into_->all_bold = into_->all_bold && run.bold;
  const auto bytes = into_->text.size() - before;
  into_->typefaces[static_cast<std::size_t>(run.typeface)] += bytes;
  auto found = std::find_if(into_->sizes.begin(), into_->sizes.end(),
                            [&](const auto& size) { return size.first == run.half_points; });
  if (found != into_->sizes.end()) found->second += bytes;
  else if (into_->sizes.size() < 16) into_->sizes.emplace_back(run.half_points, bytes);
}

}  // namespace gongwen::docx
