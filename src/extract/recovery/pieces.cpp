// Lines to pieces, by the way in which the header's cells stand: one a line (after tabs, between empty lines, between
// bars), or several a line. What is known of rows from the layout is written on each piece.
#include "extract/recovery/pieces.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/recovery/rows.hpp"
#include "segment/furniture.hpp"
#include "segment/names.hpp"
#include "text/characters.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::uint32_t kShort = 30;            // code points up to which two pieces are also looked at together
constexpr std::uint32_t kFar = 2;               // empty lines beyond the usual that are a wide gap

class PieceMaker {
 public:
  PieceMaker(const Context& context, const Header& header, GapMeaning meaning, std::size_t limit)
      : context_(context), header_(header), rows_(context, header), meaning_(meaning), limit_(limit) {}

  Pieces run() {
    std::size_t at = header_.end;
    while (at < context_.lines.size()) {
      made_.more = made_.pieces.size() >= limit_;
      if (made_.more) break;
      const Line& line = context_.lines[at];
      if (line.barrier) break;
      if (line.blank() || (header_.bars && is_bar_line(context_.source, line))) {
        blank(line, at);
        ++at;
        continue;
      }
      if (header_.ended) {
        if (context_.source[line.ink.end - 1] != '|') break;
        add_ended(line, at);
        ++at;
        continue;
      }
      const std::size_t skipped = skip(at);
      if (skipped != at) {
        at = skipped;
        gap_ = header_.gap;
        continue;
      }
      if (ends(at)) break;
      const std::size_t end = header_.split != Split::none ? add_row(at) : at + 1;
      if (header_.split == Split::none) header_.tab_led ? add_tabbed(line, at) : add_plain(line, at);
      gap_ = 0;
      at = end;
    }
    close_row();
    made_.end = at;
    made_.to_end = next_ink(context_.lines, at) >= context_.lines.size();
    number();
    join();
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const { return context_.folded.view(line.ink); }

  // One past a page number or a repeated header at `at`; `at` if there is none.
  std::size_t skip(std::size_t at) const {
    const std::string_view view = text(context_.lines[at]);
    if (is_page_number(view) || view == "续表" || view == "（续表）" || view == "(续表)" || view == "續表") return at + 1;
    if (header_.split == Split::bar && is_rule_line(context_, context_.lines[at])) return at + 1;
    return skip_header(at);
  }

  // The header's cells again, in the order in which they were written.
  std::size_t skip_header(std::size_t at) const {
    if (header_.split != Split::none) {
      std::size_t line = at, name = header_.begin, end = at;
      while (name < header_.end && line < context_.lines.size()) {
        const auto passed = [&](std::size_t i) { return context_.lines[i].blank() || is_rule_line(context_, context_.lines[i]); };
        if (passed(name)) ++name;
        else if (passed(line) && line > at) ++line;
        else if (compact_text(context_, {context_.lines[line].ink}) != compact_text(context_, {context_.lines[name].ink})) break;
        else end = ++line, ++name;
      }
      return end;
    }
    std::uint32_t before = 0;
    std::size_t line = at, cell = next_cell(context_, header_.begin, before);   // a bar may stand over the header
    while (cell < header_.end) {
      if (line >= context_.lines.size() || compact_text(context_, {context_.lines[line].ink}) != compact_text(context_, {context_.lines[cell].ink})) return at;
      std::uint32_t gap = 0;
      line = next_cell(context_, line + 1, gap);
      cell = next_cell(context_, cell + 1, gap);
      if (cell >= header_.end) break;
    }
    std::size_t end = line;
    while (end > at + 1 && end - 1 < context_.lines.size() && context_.lines[end - 1].blank()) --end;
    return std::min(end, context_.lines.size());
  }

  bool ends(std::size_t at) const {
    const Line& line = context_.lines[at];
    const CellShape shape = read_shape_if_short(line);
    if (shape.attachment && !line.tab && header_.split == Split::none) return true;
    if (shape.attachment && header_.split != Split::none && split_line(context_.source, line, header_.split).size() < 2) return true;
    if (header_.tab_led && header_.rows_shown && !line.tab && (gap_ > 0 || shape.note || shape.attachment)) return true;
    return closes(at) || starts_table(at);
  }

  // What stands under a table: a sentence set apart, a signature (an office and a date close together), a page's end.
  [[nodiscard]] bool closes(std::size_t at) const {
    if (context_.lines[at].tab || !single(at)) return false;
    const bool apart = gap_ > header_.gap || (header_.bars && gap_ > 0 && context_.lines[at - 1].blank());
    if (apart && is_furniture(text(context_.lines[at]), PagePlace::end, context_.grammar)) return true;
    if (is_signature(at, apart)) return true;
    if (!apart || !is_prose(at)) return false;
    if (header_.split != Split::none) return true;
    const std::size_t next = next_ink(context_.lines, at + 1);
    return next >= context_.lines.size() || is_signature(next, true);
  }

  [[nodiscard]] bool single(std::size_t at) const {
    return header_.split == Split::none || split_line(context_.source, context_.lines[at], header_.split).size() < 2;
  }

  [[nodiscard]] bool is_prose(std::size_t at) const {
    const CellShape shape = read_shape_if_short(context_.lines[at]);
    return text(context_.lines[at]).ends_with("。") && !shape.chapter && !shape.item && shape.characters > 12;
  }

  [[nodiscard]] bool is_signature(std::size_t at, bool apart) const {
    const std::string_view office = text(context_.lines[at]);
    if (office.size() > 150 || !is_office_line(office, context_.grammar)) return false;
    const std::size_t next = next_ink(context_.lines, at + 1);
    if (next >= context_.lines.size() || context_.lines[next].tab || !single(next)) return false;
    const std::string_view words = text(context_.lines[next]);
    const auto date = words.size() <= 60 ? find_date(words) : std::nullopt;
    if (!date || date->begin > 0 || date->end < words.size()) return false;
    if (header_.split != Split::none || next - at - 1 < header_.gap) return true;
    return apart && next_ink(context_.lines, next + 1) >= context_.lines.size();
  }

  [[nodiscard]] CellShape read_shape_if_short(const Line& line) const {
    const std::string_view view = text(line);
    return view.size() <= 120 ? read_shape(view, context_.grammar) : CellShape{};
  }

  // Another table's header: cheap to see, since its first cell is a name.
  [[nodiscard]] bool starts_table(std::size_t at) const {
    if (text(context_.lines[at]).size() > 300) return false;
    for (const Header& other : find_headers(context_, at)) {
      if (other.cells.size() >= 3) return true;
      if (gap_ > header_.gap) return true;
    }
    return false;
  }

  void blank(const Line& line, std::size_t at) {
    if (header_.split == Split::none && header_.tab_led && line.tab) {
      push({}, at, pending_row() ? Join::row : header_.rows_shown ? Join::cell : Join::line);
      gap_ = 0;
    } else {
      ++gap_;
    }
  }

  [[nodiscard]] bool pending_row() const { return header_.rows_shown && (made_.pieces.empty() || gap_ > header_.gap); }

  Piece& push(std::vector<Range> lines, std::size_t at, Join before) {
    if (before == Join::row || before == Join::soft_row) close_row();
    Piece piece;
    piece.lines = std::move(lines);
    piece.before = before;
    piece.line = static_cast<std::uint32_t>(at);
    if (!piece.lines.empty()) piece.shape = shape_of(piece.lines);
    if (piece.lines.size() == 1) piece.words = context_.folded.view(piece.lines[0]);
    made_.pieces.push_back(std::move(piece));
    return made_.pieces.back();
  }

  // Of several lines: as one text, but for units, which may stand one a line.
  [[nodiscard]] CellShape shape_of(const std::vector<Range>& lines) const {
    if (lines.size() == 1) return read_shape(context_.folded.view(lines[0]), context_.grammar);
    std::string flow, list;
    for (const Range line : lines) {
      flow += context_.folded.view(line);
      list += (list.empty() ? "" : "\n") + std::string(context_.folded.view(line));
    }
    CellShape shape = read_shape(flow, context_.grammar);
    shape.units = std::max(shape.units, read_shape(list, context_.grammar).units);
    return shape;
  }

  void add_tabbed(const Line& line, std::size_t at) {
    if (!line.tab) {
      push({line.ink}, at, header_.rows_shown ? Join::glued : gap_ > header_.gap ? Join::line : Join::glued);
      return;
    }
    const std::vector<Range> cells = split_line(context_.source, line, Split::tab);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const Join join = i > 1 ? Join::cell : pending_row() ? Join::row : header_.rows_shown ? Join::cell : Join::line;
      push(cells[i].empty() ? std::vector<Range>{} : std::vector<Range>{cells[i]}, at, join);
      gap_ = 0;
    }
  }

  // Every bar ends a cell; as many cells as there are columns make a row.
  void add_ended(const Line& line, std::size_t at) {
    std::uint32_t begin = line.ink.begin;
    for (std::uint32_t end = begin; end < line.ink.end; ++end) {
      if (context_.source[end] != '|') continue;
      const std::vector<Range> lines = markdown_lines(context_.source, {begin, end});
      push(lines, at, ended_++ % header_.fields.size() == 0 ? Join::row : Join::cell);
      begin = end + 1;
    }
  }

  void add_plain(const Line& line, std::size_t at) {
    const std::uint32_t extra = gap_ > header_.gap ? gap_ - header_.gap : 0;
    Join join = Join::line;
    if (gap_ < header_.gap && !made_.pieces.empty()) join = Join::glued;
    const bool by_rows = meaning_ == GapMeaning::rows;
    if (by_rows) join = extra > 0 || made_.pieces.empty() ? Join::row : Join::cell;
    Piece& piece = push({line.ink}, at, join);
    if (!by_rows) piece.empties = static_cast<std::uint8_t>(std::min<std::uint32_t>(extra / (header_.gap + 1), 40));
    piece.far = !made_.pieces.empty() && extra >= kFar && !header_.bars && header_.gap > 0;
    made_.odd_gaps = made_.odd_gaps || (extra > 0 && made_.pieces.size() > 1);
  }

  // One past the row's last line.
  std::size_t add_row(std::size_t at) {
    LineRow row = rows_.read(at);
    const bool first_empty = row.cells.size() > 1 && row.cells[0].lines.empty();
    const bool placed = !row.cells.empty() && row.cells[0].column >= 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Join join = i > 0 ? Join::cell : row.whole || placed || first_empty || gap_ > 0 ? Join::row : Join::soft_row;
      Piece& piece = push(std::move(row.cells[i].lines), row.end - 1, join);
      piece.column = row.cells[i].column;
      piece.doubtful = row.doubtful;
    }
    return row.end;
  }

  // A row is complete: where its cells are as many as the columns, each is in its own.
  void close_row() {
    const std::size_t begin = row_begin_;
    row_begin_ = made_.pieces.size();
    const bool shown = header_.split != Split::none || header_.ended || (header_.tab_led && header_.rows_shown);
    if (!shown || begin >= made_.pieces.size()) return;
    const std::span<Piece> row = std::span(made_.pieces).subspan(begin);
    std::size_t cells = 0, filled = 0;
    for (const Piece& piece : row) {
      cells += piece.before != Join::glued;
      filled += piece.before != Join::glued && !piece.lines.empty();
    }
    if (filled == 1 && !row[0].lines.empty() && row[0].column < 0 && may_be_section(header_.fields, row[0].shape)) return make_alone(begin);
    if (cells != header_.fields.size() || row[0].column >= 0) return;
    const std::size_t shift = shifted(row);
    std::int8_t column = static_cast<std::int8_t>(shift) - 1;
    made_.pieces.resize(made_.pieces.size() - shift);   // empty ones at the row's end
    row_begin_ = made_.pieces.size();
    for (Piece& piece : std::span(made_.pieces).subspan(begin)) {
      if (piece.before != Join::glued) ++column;
      if (piece.before != Join::glued) piece.column = column;
    }
    if (made_.pieces[begin].before == Join::soft_row) made_.pieces[begin].before = Join::row;
  }

  // By how many columns the cells stand too far left, because those of merged groups are gone: where they fit better.
  [[nodiscard]] std::size_t shifted(std::span<const Piece> row) const {
    if (row.size() != header_.fields.size()) return 0;
    std::size_t groups = 0, empty = 0, best = 0;
    while (groups < row.size() && header_.fields[groups] == ColumnField::group) ++groups;
    while (empty < row.size() && row[row.size() - 1 - empty].lines.empty()) ++empty;
    for (std::size_t shift = 1; shift <= std::min(groups, empty) && shift < row.size(); ++shift)
      if (misfits(row, shift) < misfits(row, best)) best = shift;
    return best;
  }

  [[nodiscard]] std::size_t misfits(std::span<const Piece> row, std::size_t shift) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i + shift < row.size(); ++i) {
      if (row[i].lines.empty() || row[i].shape.is_mark) continue;
      const CellShape& shape = row[i].shape;
      const ColumnField field = header_.fields[i + shift];
      const bool units = shape.units >= kUnitShare && !shape.verb;
      count += is_units(field) ? !units : field == ColumnField::task || field == ColumnField::deadline ? units || shape.is_number
             : field == ColumnField::number ? !shape.is_number : field == ColumnField::group && (shape.is_number || units);
    }
    return count;
  }

  void make_alone(std::size_t begin) {
    std::vector<Piece>& pieces = made_.pieces;
    pieces.erase(std::remove_if(pieces.begin() + static_cast<std::ptrdiff_t>(begin), pieces.end(),
                                [](const Piece& piece) { return piece.lines.empty(); }), pieces.end());
    pieces[begin].alone = pieces[begin].before == Join::row;
    row_begin_ = pieces.size();
  }

  // Serial numbers that go on: 1, 2, 3; a gap is forgiven, and numbering may start anew.
  void number() {
    std::uint32_t last = 0;
    std::array<std::uint32_t, 3> chapters{};   // the last number of 一、 of （一） and of 第一章
    for (Piece& piece : made_.pieces) {
      if (piece.shape.chapter) {
        std::uint32_t& chapter = chapters[piece.words.starts_with("（") ? 1 : piece.words.starts_with("第") ? 2 : 0];
        piece.out_of_order = piece.shape.number != 1 && piece.shape.number != chapter + 1;
        chapter = piece.shape.number;
      }
      if (!piece.shape.is_number) continue;
      const std::uint32_t value = piece.shape.number;
      piece.in_series = value == last + 1 || value == 1 || (value > last && value <= last + 3);
      if (piece.in_series) last = value;
    }
  }

  void join() {
    std::vector<Piece>& pieces = made_.pieces;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      if (pieces[i].lines.empty() || pieces[i - 1].lines.empty() || pieces[i].before == Join::row) continue;
      if (pieces[i].shape.characters + pieces[i - 1].shape.characters > kShort) continue;
      std::string both(context_.folded.view(pieces[i - 1].lines.back()));
      both += context_.folded.view(pieces[i].lines.front());
      pieces[i].joined = read_shape(both, context_.grammar);
    }
  }

  const Context& context_;
  const Header& header_;
  RowReader rows_;
  GapMeaning meaning_;
  std::size_t limit_;
  Pieces made_;
  std::size_t row_begin_ = 0;
  std::size_t ended_ = 0;               // cells that ended in a bar
  std::uint32_t gap_ = 0;
};

}  // namespace

Pieces make_pieces(const Context& context, const Header& header, GapMeaning meaning, std::size_t limit) {
  return PieceMaker(context, header, meaning, limit).run();
}

}  // namespace gongwen::recovery
