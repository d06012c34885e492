// A pattern's text to its program, by recursive descent to a bounded depth. An optional part or an alternative gets its
// split inserted before it once its length is known; all jumps are relative, so what is already there stays right.
#include "text/pattern_program.hpp"

#include <algorithm>

#include "text/slots.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using Op = PatternInstruction::Op;

/// The least and greatest number of bytes that a part can take.
struct Extent {
  std::uint32_t least = 0, most = 0;
};

class Compiler {
 public:
  Compiler(std::string_view pattern, std::vector<PatternInstruction>& code, std::vector<char32_t>& sets)
      : pattern_(pattern), code_(code), sets_(sets), begin_(code.size()), sets_begin_(sets.size()) {}

  std::optional<PatternError> run(std::uint32_t number) {
    Extent extent{};
    if (pattern_.size() > kMaxPatternBytes) fail("a pattern has at most 4096 bytes", 0);
    if (!failed()) extent = sequence(0);
    if (!failed() && position_ < pattern_.size()) fail(peek() == ')' ? "this ) closes nothing" : "put alternatives into brackets: (a|b)");
    if (!failed() && extent.least == 0) fail("this pattern matches the empty text", 0);
    emit({Op::accept, 0, 0, number});
    if (!failed() && (code_.size() - begin_) * std::size_t{extent.most + 1} > kMaxPatternStates) fail("this pattern is too long", 0);
    if (!failed()) return std::nullopt;
    code_.resize(begin_);
    sets_.resize(sets_begin_);
    return error_;
  }

 private:
  [[nodiscard]] bool failed() const noexcept { return !error_.reason.empty(); }
  [[nodiscard]] char peek() const noexcept { return position_ < pattern_.size() ? pattern_[position_] : '\0'; }
  [[nodiscard]] bool at_end() const noexcept { return position_ >= pattern_.size(); }
  void emit(PatternInstruction instruction) { code_.push_back(instruction); }
  void insert_split(std::size_t at, std::size_t jump) {
    code_.insert(code_.begin() + static_cast<std::ptrdiff_t>(at), {Op::split, 0, static_cast<std::uint32_t>(jump), 0});
  }
  void fail(std::string_view reason) { fail(reason, position_); }
  void fail(std::string_view reason, std::size_t offset) {
    if (!failed()) error_ = {static_cast<std::uint32_t>(offset), std::string(reason)};
  }

  /// Up to the end of the pattern, or the | or ) that ends it.
  Extent sequence(std::uint32_t depth) {
    Extent all{};
    while (!failed() && !at_end() && peek() != '|' && peek() != ')') {
      const std::size_t start = code_.size();
      Extent part = atom(depth);
      if (peek() == '?' && !failed()) {
        ++position_;
        insert_split(start, code_.size() - start + 1);
        part.least = 0;
      }
      all = {all.least + part.least, all.most + part.most};
    }
    return all;
  }

  Extent atom(std::uint32_t depth) {
    switch (peek()) {
      case '(': return group(depth);
      case '[': return set();
      case '{': return slot();
      case '?': fail("this ? follows nothing that could be optional"); return {};
      case ']': fail("this ] closes nothing"); return {};
      case '}': fail("this } closes nothing"); return {};
      default: return character();
    }
  }

  Extent group(std::uint32_t depth) {
    const std::size_t opened = position_++;
    if (depth >= kMaxPatternDepth) fail("brackets stand in brackets too deep", opened);
    std::vector<std::size_t> exits;
    Extent all{~0u, 0};
    while (!failed()) {
      const std::size_t start = code_.size();
      const Extent part = sequence(depth + 1);
      all = {std::min(all.least, part.least), std::max(all.most, part.most)};
      if (failed() || peek() != '|') break;
      ++position_;
      insert_split(start, code_.size() - start + 2);
      exits.push_back(code_.size());
      emit({Op::jump, 0, 0, 0});
    }
    for (const std::size_t exit : exits) code_[exit].jump = static_cast<std::uint32_t>(code_.size() - exit);
    close(')', "this ( is not closed", opened);
    return all;
  }

  Extent set() {
    const std::size_t opened = position_++, first = sets_.size();
    while (!at_end() && peek() != ']') sets_.push_back(escaped().value);
    close(']', "this [ is not closed", opened);
    if (sets_.size() == first) fail("this [] holds no character", opened);
    const std::size_t length = sets_.size() - first;
    emit({Op::set, static_cast<std::uint16_t>(length), 0, static_cast<std::uint32_t>(first)});
    Extent all{4, 0};
    for (std::size_t i = first; i < sets_.size(); ++i) {
      const auto bytes = static_cast<std::uint32_t>(encode(sets_[i]).size());
      all = {std::min(all.least, bytes), std::max(all.most, bytes)};
    }
    return all;
  }

  Extent slot() {
    const std::size_t opened = position_;
    const std::size_t closed = pattern_.find('}', opened);
    if (closed == std::string_view::npos) return fail("this { is not closed"), Extent{};
    const auto kind = slot_kind(pattern_.substr(opened + 1, closed - opened - 1));
    if (!kind) return fail("no such slot; there are year, month, day, n, han, digits, circled, letter, roman, text"), Extent{};
    position_ = closed + 1;
    emit({Op::slot, 0, 0, static_cast<std::uint32_t>(*kind)});
    return {1, slot_max_bytes(*kind)};
  }

  Extent character() {
    const std::size_t start = position_ + (peek() == '\\' ? 1 : 0);
    const CodePoint c = escaped();
    PatternInstruction instruction{Op::character, static_cast<std::uint16_t>(c.size), 0, 0};
    for (std::uint32_t i = 0; i < c.size; ++i) {
      instruction.argument |= static_cast<std::uint32_t>(static_cast<unsigned char>(pattern_[start + i])) << (8 * i);
    }
    emit(instruction);
    return {c.size, c.size};
  }

  /// The next character; after a backslash whatever it is.
  CodePoint escaped() {
    if (peek() == '\\') {
      ++position_;
      if (at_end()) fail("this \\ stands before nothing", position_ - 1);
    }
    const CodePoint c = decode(pattern_, position_);
    if (c.value == kReplacement && c.size == 1) fail("this is not UTF-8");
    position_ += c.size;
    return c;
  }

  void close(char bracket, std::string_view reason, std::size_t opened) {
    if (failed()) return;
    if (peek() != bracket || at_end()) return fail(reason, opened);
    ++position_;
  }

  std::string_view pattern_;
  std::size_t position_ = 0;
  std::vector<PatternInstruction>& code_;
  std::vector<char32_t>& sets_;
  std::size_t begin_, sets_begin_;
  PatternError error_{0, {}};
};

}  // namespace

std::optional<PatternError> compile_pattern(std::string_view pattern, std::uint32_t number, std::vector<PatternInstruction>& code,
                                            std::vector<char32_t>& sets) {
  return Compiler(pattern, code, sets).run(number);
}

}  // namespace gongwen::text
