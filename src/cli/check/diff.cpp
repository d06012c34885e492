// Edits become a unified diff. Where they are is known, so nothing is compared: the lines that edits touch are taken out and
// put in, and changes that stand near each other share a hunk.
#include "cli/check/diff.hpp"

#include <algorithm>
#include <cstddef>

namespace gongwen::cli {
namespace {

constexpr std::size_t kContext = 3;
constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kMarkSize = 3;

// Lines from `first` up to `last`, from 0, and the text that takes their place.
struct Change {
  std::size_t first, last;
  std::string with;
};

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins{0};
  for (std::size_t at = text.find('\n'); at != text.npos && at + 1 < text.size(); at = text.find('\n', at + 1)) begins.push_back(at + 1);
  begins.push_back(text.size());
  return begins;
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

class Differ {
 public:
  Differ(std::string_view text, const std::vector<Edit>& edits) : text_(text), begins_(line_begins(text)) {
    for (std::size_t i = 0; i < edits.size();) i = add_change(edits, i);
  }

  std::string hunks() {
    for (std::size_t i = 0; i < changes_.size();) {
      std::size_t end = i + 1;
      while (end < changes_.size() && changes_[end].first <= changes_[end - 1].last + 2 * kContext) ++end;
      hunk(i, end);
      i = end;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t byte) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end() - 1, byte);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
  }
  [[nodiscard]] std::size_t line_count() const { return begins_.size() - 1; }
  [[nodiscard]] std::string_view lines(std::size_t first, std::size_t last) const { return text_.substr(begins_[first], begins_[last] - begins_[first]); }

  // The edits from `i` on that touch the same lines; gives the first that does not.
  std::size_t add_change(const std::vector<Edit>& edits, std::size_t i) {
    Change change{line_of(edits[i].bytes.begin), 0, ""};
    std::size_t at = begins_[change.first];
    do {
      change.with.append(text_, at, edits[i].bytes.begin - at).append(edits[i].with);
      at = edits[i].bytes.end;
      // An edit that takes a line's end takes the next line with it.
      change.last = std::min(line_of(at) + 1, line_count());
    } while (++i < edits.size() && line_of(edits[i].bytes.begin) < change.last);
    change.with.append(text_, at, begins_[change.last] - at);
    changes_.push_back(std::move(change));
    return i;
  }

  void put(char sign, std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      out_.append(1, sign).append(text.substr(0, end)).append("\n");
      if (end == text.npos) return void(out_ += "\\ No newline at end of file\n");
      text.remove_prefix(end + 1);
    }
  }

  static std::string place(std::size_t first, std::size_t count) {
    return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : "," + std::to_string(count));
  }

  void hunk(std::size_t from, std::size_t to) {
    const std::size_t first = changes_[from].first - std::min(changes_[from].first, kContext);
    const std::size_t last = std::min(changes_[to - 1].last + kContext, line_count());
    std::size_t added = 0, taken = 0;
    for (std::size_t i = from; i < to; ++i) added += lines_in(changes_[i].with), taken += changes_[i].last - changes_[i].first;
    const std::size_t count = last - first, now = count - taken + added;
    out_ += "@@ -" + place(first, count) + " +" + place(first + lines_before_ - lines_gone_, now) + " @@\n";
    std::size_t at = first;
    for (std::size_t i = from; i < to; ++i) {
      put(' ', lines(at, changes_[i].first));
      put('-', lines(changes_[i].first, changes_[i].last));
      put('+', changes_[i].with);
      at = changes_[i].last;
    }
    put(' ', lines(at, last));
    lines_before_ += added, lines_gone_ += taken;
  }

  std::string_view text_;
  std::vector<std::size_t> begins_;
  std::vector<Change> changes_;
  std::string out_;
  std::size_t lines_before_ = 0, lines_gone_ = 0;   // of the hunks that are written
};

}  // namespace

std::string unified_diff(const std::string& path, std::string_view text, const std::vector<Edit>& edits, bool marked) {
  if (marked && !edits.empty()) {   // the file's first line begins with the mark, which the text leaves out
    std::vector<Edit> moved = edits;
    for (Edit& edit : moved) edit.bytes.begin += kMarkSize, edit.bytes.end += kMarkSize;
    return unified_diff(path, std::string(kMark) + std::string(text), moved, false);
  }
  return edits.empty() ? "" : "--- " + path + "\n+++ " + path + "\n" + Differ(text, edits).hunks();
}

}  // namespace gongwen::cli
