#pragma once
// What a paragraph says: its runs as one text, with what is wrapped around them unwrapped.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "readers/docx/styles.hpp"
#include "readers/docx/tags.hpp"

namespace gongwen::docx {

/// Things that a reader should know, each reported once for a document: how often, and the text where there is any.
enum class Notice : std::uint8_t {
  revisions,
  hidden_text,
  comments,
  malformed_utf8,
  embedded_document,
  number_field,
  placeholder,
  picture,
  object,
  count_
};

struct Noticed {
  std::uint32_t times = 0;
  std::string text;
};

/// Whether a w:sdt shows the prompt that stands in it until somebody fills it in.
[[nodiscard]] bool shows_placeholder(pugi::xml_node content_control);

/// A text box, where it was anchored: before or after the first ink of its paragraph.
struct TextBox {
  pugi::xml_node content;  ///< w:txbxContent, v:textpath, or dgm:relIds
  bool leading = false;
};

/// A paragraph's text and what was noticed while it was read. Deleted paragraph marks join several w:p into one.
struct InlineText {
  std::string text;
  std::vector<TextBox> boxes;
  std::vector<std::string> footnotes, endnotes;  ///< ids, in order
  bool contents = false;                         ///< some of it is the result of a table of contents
  bool inked = false;
  bool all_bold = true;
  std::vector<std::pair<std::uint16_t, std::size_t>> sizes;  ///< half points and bytes set in them
  std::array<std::size_t, 6> typefaces{};                    ///< bytes set in each Typeface

  /// As new, but with its memory.
  void clear() noexcept;

  [[nodiscard]] bool bold() const noexcept { return inked && all_bold; }
  [[nodiscard]] std::uint16_t half_points() const noexcept;
  [[nodiscard]] Typeface typeface() const noexcept;
};

/// Complex fields that are open: they may run over paragraphs, but not out of their story.
struct FieldStack {
  struct Field {
    bool in_code = true;
    bool contents = false;
    std::string code;
    std::size_t text_begin = 0;  ///< in InlineText::text, where the field began
    std::string hidden;          ///< text that stood in the code
    std::string shown;           ///< of a form field: a ticked box, the item chosen
  };
  std::vector<Field> open;

  [[nodiscard]] bool in_code() const noexcept;
  [[nodiscard]] bool in_contents() const noexcept;
};

/// Reads the runs of paragraphs.
class InlineReader {
 public:
  InlineReader(const Styles& styles, std::uint32_t depth_limit) : styles_(styles), depth_limit_(depth_limit) {}

  /// Appends what stands in `paragraph` to `into`. `style` is the paragraph's style; `depth` counts the elements around
  /// it.
  void read(pugi::xml_node paragraph, std::uint32_t style, std::uint32_t depth, FieldStack& fields, InlineText& into);

  [[nodiscard]] const Noticed& noticed(Notice notice) const noexcept {
    return noticed_[static_cast<std::size_t>(notice)];
  }
  void note(Notice notice, std::string_view text = {});
  /// The same for what has names: each is told once.
  void note_name(Notice notice, std::string_view name);
  [[nodiscard]] bool too_deep() const noexcept { return too_deep_; }

 private:
  struct Run {
    bool bold = false;
    bool hidden = false;
    std::uint16_t half_points = 0;
    Typeface typeface = Typeface::unknown;
  };
  void content(pugi::xml_node parent, std::uint32_t depth);
  void element(pugi::xml_node node, Tag tag, std::uint32_t depth);
  void run(pugi::xml_node node, std::uint32_t depth);
  void run_content(pugi::xml_node node, const Run& run, std::uint32_t depth);
  void drawing(pugi::xml_node node, std::uint32_t depth);
  void formula(pugi::xml_node node, const Run& run, std::uint32_t depth);
  void placeholder(pugi::xml_node content_control, std::uint32_t depth);
  bool object(pugi::xml_node node);
  void simple_field(pugi::xml_node node, std::uint32_t depth);
  void field_character(pugi::xml_node node, const Run& run);
  void number_field(std::string_view code, const Run& run);
  void close_broken_fields();
  void put(std::string_view text, const Run& run);
  [[nodiscard]] Run properties(const RunMarkup& own) const;
  bool deeper(std::uint32_t depth) noexcept;

  const Styles& styles_;
  std::uint32_t depth_limit_;
  std::uint32_t style_ = 0;
  FieldStack* fields_ = nullptr;
  InlineText* into_ = nullptr;
  std::array<Noticed, static_cast<std::size_t>(Notice::count_)> noticed_;
  bool too_deep_ = false;
  Typefaces typefaces_;
  std::string joined_;   ///< memory for text_of
};

}  // namespace gongwen::docx
