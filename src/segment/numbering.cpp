// Placed headings to runs, the headings of one style under one parent, and each run to what is odd about it. The longest ascending
// chain of a run is taken as right; a number outside of it repeats one or is out of order, and what the chain leaves out is a gap.
// So one slip is one finding: of 一、三、二、四、 only one heading is odd. By design numbers may run on from the last heading of
// their style (1. 2. under 一、, 3. 4. under 二、), and a list may begin anew under a line that announces it.
#include "segment/numbering.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace gongwen {
namespace {

struct Member {
  const Heading* heading = nullptr;
  std::uint32_t anywhere = 0;     // the number of the last heading of its style in the part, of whatever run
  std::size_t previous = 0;       // index in the part's headings, + 1, of the heading before; 0: none
  [[nodiscard]] std::uint32_t number() const { return heading->label.number; }
};

using Run = std::vector<Member>;

std::string label_of(const Heading& heading) { return std::string(heading.text.substr(0, heading.label.end)); }

// Headings of one level and style with no heading further out between, in reading order of their first.
std::vector<Run> runs_of(const std::vector<Heading>& headings) {
  std::vector<Run> runs;
  struct Open {
    std::string_view style;
    std::size_t run;
  };
  std::vector<Open> open;   // by level
  std::map<std::string_view, std::uint32_t> last;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (open.size() > heading.level) open.resize(heading.level);
    if (open.size() == heading.level && open.back().style != heading.label.style) open.pop_back();
    if (open.size() < heading.level) {
      open.push_back({heading.label.style, runs.size()});
      runs.emplace_back();
    }
    std::uint32_t& anywhere = last[heading.label.style];
    runs[open.back().run].push_back({&heading, anywhere, i});
    anywhere = heading.label.number;
  }
  return runs;
}

// Which members of a run are of its longest ascending chain above `base`; of equally long ones that whose numbers are the smallest.
std::vector<bool> chain_of(const Run& run, std::uint32_t base) {
  std::vector<std::size_t> tails, before(run.size(), run.size());
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].number() <= base) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), i, [&](std::size_t a, std::size_t b) { return run[a].number() < run[b].number(); });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end()) tails.push_back(i);
    else if (run[*at].number() != run[i].number()) *at = i;
  }
  std::vector<bool> chain(run.size(), false);
  if (!tails.empty())
    for (std::size_t i = tails.back(); i < run.size(); i = before[i]) chain[i] = true;
  return chain;
}

class Reporter {
 public:
  Reporter(const std::vector<Heading>& headings, const std::vector<LoneLabel>& lone, const Lines& lines, std::vector<Diagnostic>& out)
      : headings_(headings), lone_(lone), lines_(lines), out_(out) {}

  void check(const Run& run, bool runs_on) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= run.size(); ++i) {
      if (i < run.size() && !restarts(run, i)) continue;
      check_stretch({run.begin() + static_cast<std::ptrdiff_t>(begin), run.begin() + static_cast<std::ptrdiff_t>(i)}, runs_on && begin == 0);
      if (i < run.size() && !is_announced(run, begin, i)) say("heading-number-repeated", run[i], run[i - 1].number() + 1);
      begin = i;
    }
  }

  void say(std::string_view rule, const Member& member, std::uint32_t expected) {
    const Heading& heading = *member.heading;
    out_.push_back(diagnose(rule, {heading.label_source, {}}, {label_of(heading), std::to_string(expected)}));
  }

 private:
  // 1. 2. 3. 1. 2.: a list that begins anew.
  static bool restarts(const Run& run, std::size_t i) {
    return run[i].number() == 1 && run[i - 1].number() > 1 && i + 1 < run.size() && run[i + 1].number() == 2;
  }

  // Under a line that announces it, or that is itself no item of lists whose items are all of one line.
  bool is_announced(const Run& run, std::size_t begin, std::size_t i) const {
    const std::size_t line = run[i].heading->line;
    const std::size_t before = run[i].previous == 0 ? 0 : headings_[run[i].previous - 1].line;
    if (line == 0 || before + 1 >= line) return false;
    if (stands_alone(before, line)) return true;
    const Line& above = lines_[line - 1];
    if (above.is_table() || above.text.ends_with("：") || !above.text.ends_with("。")) return true;
    for (std::size_t k = begin + 1; k < i; ++k)
      if (run[k].heading->line != run[k - 1].heading->line + 1) return false;
    return i > begin + 1;
  }

  // A label further out that lost its title: that is the slip.
  bool stands_alone(std::size_t from, std::size_t to) const {
    const auto at = std::lower_bound(lone_.begin(), lone_.end(), from, [](const LoneLabel& one, std::size_t line) { return one.line < line; });
    return at != lone_.end() && at->line < to;
  }

  void check_stretch(const Run& run, bool runs_on) {
    const std::uint32_t first = run.front().number();
    std::uint32_t& meant = meant_[run.front().heading->label.style];
    const bool goes_on = first != 1 && (first == run.front().anywhere + 1 || first == meant + 1);
    const std::uint32_t base = goes_on ? first - 1 : 0;
    const std::vector<bool> chain = chain_of(run, base);
    std::map<std::uint32_t, std::size_t> numbers;   // and how often each stands in the run
    for (const Member& member : run) ++numbers[member.number()];
    std::uint32_t last = base;
    if (!goes_on && runs_on && first > run.front().anywhere) last = run.front().anywhere;
    std::uint32_t odd = 0;   // since the last of the chain
    std::size_t from = run.front().previous == 0 ? 0 : headings_[run.front().previous - 1].line;
    for (std::size_t i = 0; i < run.size(); ++i) {
      const std::uint32_t number = run[i].number();
      if (number > last + odd + 1 && chain[i]) last = past_lone(run[i].heading->label.style, last, from, run[i].heading->line);
      const std::uint32_t expected = last + odd + 1;
      from = run[i].heading->line;
      if (!chain[i]) {
        if (number != run[i].anywhere + 1) say(numbers[number] > 1 ? "heading-number-repeated" : "heading-number-order", run[i], expected);
        ++odd;
        continue;
      }
      if (number > expected && number != run[i].anywhere + 1 && lacks(numbers, last + 1, number, odd)) say("heading-number-gap", run[i], expected);
      last = number;
      odd = 0;
    }
    meant = last + odd;
    past_lone(run.back().heading->label.style, last, from, end_of(*run.back().heading));
  }

  // The line of the next heading that stands beside this one or further out.
  std::size_t end_of(const Heading& heading) const {
    auto next = headings_.begin() + (&heading - headings_.data()) + 1;
    while (next != headings_.end() && next->level > heading.level) ++next;
    return next == headings_.end() ? lines_.size() : next->line;
  }

  // The last number of those that go on from `last` on lines of their own between two lines; each of them is reported.
  std::uint32_t past_lone(std::string_view style, std::uint32_t last, std::size_t from, std::size_t to) {
    auto at = std::lower_bound(lone_.begin(), lone_.end(), from, [](const LoneLabel& one, std::size_t line) { return one.line < line; });
    for (; at != lone_.end() && at->line < to; ++at) {
      if (at->label.style != style || at->label.number != last + 1) continue;
      out_.push_back(diagnose("heading-without-title", {at->source, {}}, {std::string(at->text)}));
      ++last;
    }
    return last;
  }

  // Whether more of the numbers [from, to) stand nowhere in the run than there are odd ones in their place.
  static bool lacks(const std::map<std::uint32_t, std::size_t>& numbers, std::uint32_t from, std::uint32_t to, std::uint32_t odd) {
    std::uint32_t missing = to - from;
    for (auto at = numbers.lower_bound(from); at != numbers.end() && at->first < to; ++at) --missing;
    return missing > odd;
  }

  const std::vector<Heading>& headings_;
  const std::vector<LoneLabel>& lone_;
  const Lines& lines_;
  std::vector<Diagnostic>& out_;
  std::map<std::string_view, std::uint32_t> meant_;   // by style: what the last number of its last run would be without a slip
};

}  // namespace

LastNumber check_numbers(const std::vector<Heading>& headings, const std::vector<LoneLabel>& lone, const Lines& lines, LastNumber before,
                         std::vector<Diagnostic>& diagnostics) {
  if (headings.empty()) return {};
  Reporter reporter(headings, lone, lines, diagnostics);
  std::set<std::string_view> running_on;   // styles
  bool is_first = true;
  LastNumber last;
  for (Run run : runs_of(headings)) {
    const Label& first = run.front().heading->label;
    if (std::exchange(is_first, false) && first.number > 1 && first.style == before.style && first.number == before.number + 1) {
      reporter.say("heading-number-carried-on", run.front(), 1);
      run.front().anywhere = before.number;
    }
    reporter.check(run, running_on.contains(first.style));
    if (first.number > 1 && first.number == run.front().anywhere + 1) running_on.insert(first.style);
    const Heading& end = *run.back().heading;
    if (end.level == 1) last = {end.label.style, end.label.number};
  }
  return last;
}

}  // namespace gongwen
