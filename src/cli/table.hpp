#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gongwen::cli {

/// A table for people: columns aligned by display width, cells wrapped so that it fits.
class TextTable {
 public:
  /// `main` is the column that people read most: where room is short it gets twice that of any other.
  TextTable(std::vector<std::string> header, std::size_t main) : header_(std::move(header)), main_(main) {}

  /// As many cells as the header has.
  void add_row(std::vector<std::string> cells) { rows_.push_back({std::move(cells), false}); }
  /// A line over all columns.
  void add_section(std::string text) { rows_.push_back({{std::move(text)}, true}); }
  /// The cells of this column are copied, as names are: it is not made narrower while it leaves the others half the room.
  void keep_whole(std::size_t column) { whole_ = column; }

  /// At most `columns` wide; a column in which every cell is empty is left out.
  [[nodiscard]] std::string render(std::size_t columns) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    bool section;
  };
  struct Layout {
    std::size_t column, width;
  };
  [[nodiscard]] std::vector<Layout> layout(std::size_t columns) const;
  [[nodiscard]] std::size_t cut_width(const Layout& column, std::size_t cut, std::size_t columns) const;
  static void render_row(std::string& out, const std::vector<std::string>& cells, const std::vector<Layout>& layout);

  std::vector<std::string> header_;
  std::size_t main_;
  std::optional<std::size_t> whole_;
  std::vector<Row> rows_;
};

}  // namespace gongwen::cli
