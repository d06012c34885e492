#pragma once
// A story (17.2: the body, a note, a header) read into the Document: paragraphs, tables, text boxes, in reading order.
#include <array>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/result.hpp>

#include <pugixml.hpp>

#include "readers/docx/inline_text.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/source_writer.hpp"
#include "readers/docx/styles.hpp"
#include "readers/docx/table_grid.hpp"
#include "readers/docx/wml.hpp"

namespace gongwen::docx {

/// A header or footer that a section shows.
struct FurnitureReference {
  std::string relationship;
  ParagraphRole role;
};

/// A reference to a note, and where it stands in the source.
struct NoteReference {
  std::string id;
  std::uint32_t anchor;
};

class StoryReader {
 public:
  StoryReader(Document& document, const Styles& styles, const Numbering& numbering, const Limits& limits);

  /// Starts counting lists anew: a note or a header does not go on from the body.
  void begin_story() { counters_ = Counters(numbering_); }
  /// Appends the story whose blocks are children of `container`.
  /// `anchor`: of a note, where it is referred to.
  void read(pugi::xml_node container, ParagraphRole role, std::uint32_t anchor = 0);
  /// The same, taken back if the same text was read through `read_once` before: headers of sections repeat.
  void read_once(pugi::xml_node container, ParagraphRole role);

  /// The data of a SmartArt graphic, by the relationship that shows it.
  void add_diagram(const std::string& relationship, pugi::xml_node data) { diagrams_.emplace(relationship, data); }
  /// Even pages have headers and footers of their own.
  void show_even_pages() noexcept { even_pages_ = true; }

  /// Adds what was noticed to the diagnostics; after the last story.
  void report(Revisions revisions);

  /// The first limit that was overstepped; what has been read then is not complete.
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  [[nodiscard]] const std::vector<NoteReference>& footnotes() const noexcept { return footnotes_; }
  [[nodiscard]] const std::vector<NoteReference>& endnotes() const noexcept { return endnotes_; }
  [[nodiscard]] const std::vector<FurnitureReference>& furniture() const noexcept { return furniture_; }

 private:
  /// Where paragraphs go, and what is open there. Saved and put back around cells and text boxes.
  struct Place {
    ParagraphRole role = ParagraphRole::body;
    std::uint32_t anchor = 0;  ///< of a note
    bool in_cell = false;
    std::vector<Table>* nested = nullptr;  ///< where tables in cells are kept; null: nowhere
    std::uint32_t table_level = 0;         ///< tables around
    FieldStack fields;
    InlineText pending;                 ///< text of paragraphs whose marks were deleted or hidden
    ParagraphProperties pending_properties;  ///< its own, of the last of them
    std::uint32_t pending_style = 0;
    bool has_pending = false;
    bool keeps_properties = false;  ///< a style separator: the first paragraph's properties hold
    std::uint32_t contents = 0;     ///< content controls around that hold a table of contents
    std::vector<std::size_t> contents_by_field;  ///< blocks that are a table of contents only if its field ends

    /// As new, but with its memory.
    void clear() noexcept;
  };

  /// A new place inside the one that is open, with its role; `close_place` goes back.
  void open_place();
  void close_place() noexcept;
  void blocks(pugi::xml_node parent, std::uint32_t depth);
  void content_control(pugi::xml_node node, std::uint32_t depth);
  void paragraph(pugi::xml_node node, std::uint32_t depth);
  void finish_paragraph(std::uint32_t depth);
  void flush(std::uint32_t depth);
  void emit(const Paragraph& like, const Label& label, std::string_view text, bool has_boxes);
  void text_box(const TextBox& box, std::uint32_t depth);
  [[nodiscard]] Paragraph plain() const;
  void diagram(pugi::xml_node reference);
  void placeholder(pugi::xml_node container, std::uint32_t depth);
  void watch_contents(bool by_field, std::size_t first_block);
  void take_back_contents();
  Label label(const ParagraphProperties& properties, std::uint32_t style);
  std::optional<std::size_t> list_level(const Numbering::List& list, const ParagraphProperties& own,
                                        std::uint32_t style) const;
  void section(pugi::xml_node properties);

  void table(pugi::xml_node node, std::uint32_t depth);
  void body_table(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth);
  void nested_table(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth);
  Table lay_out(pugi::xml_node node, const std::vector<pugi::xml_node>& rows, std::uint32_t depth);
  std::vector<pugi::xml_node> framed_cells(const std::vector<pugi::xml_node>& rows, std::uint32_t depth);
  void grid_row(pugi::xml_node row, TableGrid& grid, std::uint32_t depth);
  void cell_content(pugi::xml_node cell, std::uint32_t depth);
  void covered_cell(pugi::xml_node cell, std::uint32_t depth);
  void collect(pugi::xml_node parent, Tag wanted, std::uint32_t depth, std::vector<pugi::xml_node>& into);
  std::vector<pugi::xml_node> rows(pugi::xml_node table, std::uint32_t depth);
  /// A w:tc and what its w:tcPr says.
  struct CellMarkup {
    pugi::xml_node node;
    std::uint32_t span = 1;
    VerticalMerge merge = VerticalMerge::none;
    bool goes_on = false;  ///< the cell to its left covers it (the older w:hMerge)
    bool deleted = false, revised = false;
  };
  static CellMarkup read_cell_markup(pugi::xml_node cell);
  std::vector<CellMarkup> cells(pugi::xml_node row, std::uint32_t depth, bool noting = true);

  bool proceed(std::uint32_t depth);
  void fail(std::string_view limit, std::uint64_t allowed);
  void place_notices(std::uint32_t begin);

  Document& document_;
  const Styles& styles_;
  const Numbering& numbering_;
  Counters counters_;
  InlineReader inline_;
  SourceWriter writer_;
  Limits limits_;
  std::deque<Place> places_;  ///< those that are open, and behind them old ones with their memory
  std::size_t open_places_ = 0;
  Place* place_ = nullptr;    ///< the innermost of them
  std::optional<Error> error_;
  std::array<std::optional<Range>, static_cast<std::size_t>(Notice::count_)> noticed_at_;
  std::set<std::string, std::less<>> unknown_formats_, seen_furniture_;
  std::vector<NoteReference> footnotes_, endnotes_;
  std::unordered_map<std::string, pugi::xml_node> diagrams_;
  bool even_pages_ = false;
  std::vector<FurnitureReference> furniture_;
};

}  // namespace gongwen::docx
