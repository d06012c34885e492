// A glob and a path become yes or no. Every state of the pattern that can be reached is kept at once, so the time is at
// most their lengths multiplied, whatever the stars.
#include "cli/batch/glob.hpp"

#include <algorithm>
#include <cstddef>

#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

struct Token {
  enum Kind { literal, any, star, double_star, set } kind = literal;
  char32_t value = 0;
  std::vector<std::pair<char32_t, char32_t>> ranges = {};
  bool negated = false;
};

// Reads "[…]" at `at`; a bracket that is never closed is itself.
Token read_set(std::u32string_view pattern, std::size_t& at) {
  const std::size_t begin = at + 1;
  std::size_t i = begin;
  Token token{Token::set};
  if (i < pattern.size() && (pattern[i] == U'!' || pattern[i] == U'^')) token.negated = true, ++i;
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != U']' || i == first);) {
    const char32_t low = pattern[i++];
    char32_t high = low;
    if (i + 1 < pattern.size() && pattern[i] == U'-' && pattern[i + 1] != U']') high = pattern[i + 1], i += 2;
    token.ranges.emplace_back(low, high);
  }
  if (i >= pattern.size()) return ++at, Token{Token::literal, U'['};
  at = i + 1;
  return token;
}

std::vector<Token> read_pattern(std::u32string_view pattern) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < pattern.size();) {
    const char32_t c = pattern[i];
    if (c == U'[') {
      tokens.push_back(read_set(pattern, i));
    } else if (c == U'*') {
      const bool twice = i + 1 < pattern.size() && pattern[i + 1] == U'*';
      tokens.push_back({twice ? Token::double_star : Token::star});
      i += twice ? 2 : 1;
      if (twice && i < pattern.size() && pattern[i] == U'/') ++i;   // "**/x" is x, too
    } else {
      const bool escaped = c == U'\\' && i + 1 < pattern.size();
      tokens.push_back(c == U'?' ? Token{Token::any} : Token{Token::literal, escaped ? pattern[i + 1] : c});
      i += escaped ? 2 : 1;
    }
  }
  return tokens;
}

bool accepts(const Token& token, char32_t c) {
  if (token.kind == Token::literal) return token.value == c;
  if (token.kind == Token::double_star) return true;
  if (c == U'/') return false;
  if (token.kind != Token::set) return true;
  const bool inside = std::any_of(token.ranges.begin(), token.ranges.end(),
                                  [&](const auto& range) { return range.first <= c && c <= range.second; });
  return inside != token.negated;
}

bool is_star(const Token& token) { return token.kind == Token::star || token.kind == Token::double_star; }

void reach(const std::vector<Token>& tokens, std::vector<bool>& states) {
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (states[i] && is_star(tokens[i])) states[i + 1] = true;
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    out += c.value;
    i += c.size;
  }
  return out;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == pattern.npos) path.remove_prefix(path.find_last_of('/') + 1);
  else if (pattern.starts_with('/')) pattern.remove_prefix(1);
  const std::vector<Token> tokens = read_pattern(decoded(pattern));
  std::vector<bool> states(tokens.size() + 1), next;
  states[0] = true;
  reach(tokens, states);
  for (const char32_t c : decoded(path)) {
    next.assign(states.size(), false);
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (states[i] && accepts(tokens[i], c)) next[is_star(tokens[i]) ? i : i + 1] = true;
    reach(tokens, next);
    states.swap(next);
  }
  return states.back();
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return matches_glob(pattern, path); });
}

}  // namespace gongwen::cli
