// Pieces become places: a shortest path through states (the column that a piece stands in, and whether it begins a cell
// there), forwards for the path itself and backwards for the margin of each of its choices.
#include "extract/recovery/align.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "extract/recovery/costs.hpp"

namespace gongwen::recovery {
namespace {

constexpr std::size_t kWindow = 4096;    // pieces looked at together, so that memory stays bounded
constexpr std::size_t kOverlap = 512;    // of these at the end not yet decided
constexpr float kInfinite = std::numeric_limits<float>::max() / 4;
constexpr float kLeave = 2.0F;           // ending a table
constexpr float kEmptySection = 4.0F;    // a section row with no row under it
constexpr float kCutOff = 0.3F;          // share of the cost of cells missing where the file ends
constexpr float kPlaced = 0.1F;          // share of the cost of cells left empty beside one whose column is known
constexpr float kSoftRowCell = 4.0F;     // the next cell of a row on a new line, in a layout of one row a line

struct Step {
  float cost = kInfinite;
  bool new_row = false;
};

/// What a piece costs wherever the piece before it stands.
struct PieceCosts {
  float out = 0, section = 0, section_more = 0, broken = 0;
  std::array<float, kMostColumns> fit, more, fresh;   // by column; fresh: the columns before it left empty
};

class Window {
 public:
  Window(std::span<const Piece> pieces, std::size_t columns, const Costs& costs, bool first, bool last, float end_factor)
      : pieces_(pieces), n_(columns), states_(2 * columns + 3), costs_(costs), first_(first), last_(last), end_factor_(end_factor),
        forward_(pieces.size() * states_, kInfinite), from_(pieces.size() * states_, 0), backward_(forward_) {}

  float run(std::vector<Place>& places) {
    go_forward();
    go_backward();
    return trace(places);
  }

  [[nodiscard]] float inside() const { return inside_; }

 private:
  [[nodiscard]] std::size_t start() const { return states_; }
  [[nodiscard]] std::size_t section() const { return 2 * n_; }
  [[nodiscard]] std::size_t section_more() const { return 2 * n_ + 1; }
  [[nodiscard]] std::size_t out() const { return 2 * n_ + 2; }
  [[nodiscard]] bool in_row(std::size_t state) const { return state < 2 * n_; }
  [[nodiscard]] std::size_t column(std::size_t state) const { return state < n_ ? state : state - n_; }

  // The cost of piece `i`, which was looked at, in state `to` after `state`.
  [[nodiscard]] Step step(std::size_t state, std::size_t i, std::size_t to) const {
    if (to == out()) return {state == out() ? here_.out : leave(state) + kLeave + here_.out, false};
    if (state == out()) return {};
    if (to == section()) return {leave_row(state) + here_.section, true};
    if (to == section_more()) {
      if (state != section() && state != section_more()) return {};
      return {here_.section_more, false};
    }
    if (to >= n_) return state == to || state + n_ == to ? Step{here_.more[to - n_], false} : Step{};
    return cell(state, i, to);
  }

  // Takes the costs of piece `i`, which the steps to it are made of.
  void look_at(std::size_t i) {
    const Piece& piece = pieces_[i];
    here_.out = costs_.out(piece);
    here_.section = costs_.section(piece, i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr);
    for (std::size_t to = 0; to < n_; ++to) {
      here_.fit[to] = costs_.fit(piece, to);
      here_.fresh[to] = costs_.skip(0, to, piece.empties, false) * shown(i);
    }
    if (i == 0) return;
    here_.broken = costs_.broken(pieces_[i - 1], piece);
    here_.section_more = costs_.section_more(pieces_[i - 1], piece);
    for (std::size_t to = 0; to < n_; ++to) here_.more[to] = costs_.more(pieces_[i - 1], piece, to);
  }

  // Cells that the layout places show what is empty beside them.
  [[nodiscard]] float shown(std::size_t i) const { return pieces_[i].column >= 0 ? kPlaced : 1.0F; }

  [[nodiscard]] Step cell(std::size_t state, std::size_t i, std::size_t to) const {
    const Piece& piece = pieces_[i];
    Step best;
    if (in_row(state) && column(state) < to && piece.before != Join::row) {
      best.cost = costs_.skip(column(state) + 1, to, piece.empties, false) * shown(i);
      if (piece.before == Join::soft_row) best.cost += kSoftRowCell;
    }
    float fresh = first_ && state == start() ? costs_.skip(0, to, piece.empties, true) * shown(i) : here_.fresh[to];
    if (in_row(state)) fresh += fresh_row(state, to, piece) * (i > 0 ? shown(i - 1) : 1.0F);
    if (piece.before == Join::cell || piece.before == Join::glued) fresh += kForbidden;
    if (fresh < best.cost) best = {fresh, true};
    best.cost += here_.fit[to] + (i > 0 ? here_.broken : 0.0F);
    return best;
  }

  // What is left empty at the end of the row before counts with what is at the beginning of this one.
  [[nodiscard]] float fresh_row(std::size_t state, std::size_t to, const Piece& piece) const {
    const float trail = costs_.trail(column(state) + 1);
    const auto left = static_cast<std::uint32_t>(n_ - column(state) - 1);
    if (piece.empties == 0 || left == 0) return trail;
    const auto shown = static_cast<std::uint32_t>(std::min<std::size_t>(piece.empties, left));
    const float kept = trail * static_cast<float>(left - shown) / static_cast<float>(left);
    return to == 0 || shown == piece.empties ? kept + 0.15F * static_cast<float>(shown) : kept;
  }

  [[nodiscard]] float leave_row(std::size_t state) const { return in_row(state) ? costs_.trail(column(state) + 1) : 0.0F; }
  [[nodiscard]] float leave(std::size_t state) const {
    return state == section() || state == section_more() ? kEmptySection : leave_row(state);
  }

  template <class Visit>
  void for_each_next(std::size_t state, Visit visit) const {
    if (state == out()) return visit(out());
    for (std::size_t to = 0; to < n_; ++to) visit(to);
    if (in_row(state)) visit(column(state) + n_);
    if (state == section() || state == section_more()) visit(section_more());
    visit(section());
    visit(out());
  }

  void go_forward() {
    const auto relax = [&](std::size_t state, float cost, std::size_t i) {
      for_each_next(state, [&](std::size_t to) {
        const float total = cost + step(state, i, to).cost;
        if (total >= at(forward_, i, to)) return;
        at(forward_, i, to) = total;
        from_[i * states_ + to] = static_cast<std::uint8_t>(state);
      });
    };
    look_at(0);
    relax(start(), 0, 0);
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      look_at(i);
      for (std::size_t state = 0; state < states_; ++state)
        if (at(forward_, i - 1, state) < kInfinite) relax(state, at(forward_, i - 1, state), i);
    }
  }

  void go_backward() {
    const std::size_t end = pieces_.size() - 1;
    for (std::size_t state = 0; state < states_; ++state)
      at(backward_, end, state) = !last_ || state == out() ? 0.0F : leave(state) * (in_row(state) ? end_factor_ : 1.0F);
    for (std::size_t i = end; i-- > 0;) {
      look_at(i + 1);
      for (std::size_t state = 0; state < states_; ++state)
        for_each_next(state, [&](std::size_t to) {
          const float total = step(state, i + 1, to).cost + at(backward_, i + 1, to);
          at(backward_, i, state) = std::min(at(backward_, i, state), total);
        });
    }
  }

  float trace(std::vector<Place>& places) {
    const std::size_t end = pieces_.size() - 1;
    std::size_t state = 0;
    for (std::size_t other = 1; other < states_; ++other)
      if (total(end, other) < total(end, state)) state = other;
    const float cost = total(end, state);
    std::vector<std::size_t> path(pieces_.size());
    for (std::size_t i = pieces_.size(); i-- > 0; state = from_[i * states_ + state]) path[i] = state;
    for (std::size_t i = 0; i < path.size(); ++i) {
      float next = kInfinite;
      for (std::size_t other = 0; other < states_; ++other)
        if (other != path[i]) next = std::min(next, total(i, other));
      places.push_back(place(path[i], i, i == 0 ? start() : path[i - 1]));
      places.back().margin = next - cost;
      if (path[i] != out()) inside_ = at(forward_, i, path[i]);
    }
    return cost;
  }

  [[nodiscard]] Place place(std::size_t state, std::size_t i, std::size_t before) {
    if (state == out()) return {Place::Kind::out, 0, false, 0};
    if (state == section()) return {Place::Kind::section, 0, true, 0};
    if (state == section_more()) return {Place::Kind::section_more, 0, false, 0};
    if (state >= n_) return {Place::Kind::more, static_cast<std::uint8_t>(state - n_), false, 0};
    look_at(i);
    return {Place::Kind::cell, static_cast<std::uint8_t>(state), step(before, i, state).new_row, 0};
  }

  [[nodiscard]] float total(std::size_t i, std::size_t state) const {
    return forward_[i * states_ + state] + backward_[i * states_ + state];
  }
  float& at(std::vector<float>& values, std::size_t i, std::size_t state) { return values[i * states_ + state]; }

  std::span<const Piece> pieces_;
  std::size_t n_, states_;
  const Costs& costs_;
  bool first_, last_;
  float end_factor_;
  std::vector<float> forward_;
  std::vector<std::uint8_t> from_;
  std::vector<float> backward_;
  float inside_ = 0;
  PieceCosts here_;   // of the piece looked at last
};

// How many of a window's places are settled: up to the last row that begins well before its end.
std::size_t settled(std::span<const Place> places) {
  for (std::size_t i = places.size() - kOverlap; i > places.size() / 4; --i)
    if (places[i].new_row) return i;
  return places.size() - kOverlap;
}

}  // namespace

Alignment align(std::span<const Piece> pieces, std::span<const ColumnField> columns, const AlignOptions& options) {
  Alignment made;
  if (columns.empty() || columns.size() > kMostColumns) return made;
  const Costs costs(columns, options);
  while (made.places.size() < pieces.size()) {
    const std::size_t begin = made.places.size();
    const std::span<const Piece> window = pieces.subspan(begin, std::min(kWindow, pieces.size() - begin));
    const bool last = begin + window.size() == pieces.size();
    std::vector<Place> places;
    Window searched(window, columns.size(), costs, begin == 0, last, options.to_end ? kCutOff : 1.0F);
    const float cost = searched.run(places);
    const bool ended = places.back().kind == Place::Kind::out;
    const std::size_t kept = last || ended ? places.size() : settled(places);
    made.places.insert(made.places.end(), places.begin(), places.begin() + static_cast<std::ptrdiff_t>(kept));
    const float share = static_cast<float>(kept) / static_cast<float>(places.size());
    made.cost += cost * share;
    made.inside += searched.inside() * share;
    if (ended) break;
  }
  made.places.resize(pieces.size());
  return made;
}

}  // namespace gongwen::recovery
