// Lines and their owners to counts.
#include "segment/coverage.hpp"

#include "text/characters.hpp"

namespace gongwen {
namespace {

std::uint64_t count_ink(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xE5 && byte <= 0xE9) {   // Han
      ++count;
      i += 3;
      continue;
    }
    const text::CodePoint c = text::decode(text, i);
    const text::CharClass cls = text::char_class(c.value);
    count += cls != text::CharClass::space && cls != text::CharClass::line_end && cls != text::CharClass::dropped;
    i += c.size;
  }
  return count;
}

std::uint64_t& counter(Coverage& coverage, Owner owner) {
  switch (owner) {
    case Owner::metadata: return coverage.metadata;
    case Owner::heading: return coverage.section;
    case Owner::paragraph: return coverage.paragraph;
    case Owner::table: return coverage.table;
    case Owner::furniture: return coverage.furniture;
    case Owner::none: break;
  }
  return coverage.unclassified;
}

}  // namespace

Coverage measure_coverage(std::string_view source, const Lines& lines) {
  Coverage coverage;
  std::size_t at = 0;
  for (const Line& line : lines) {
    coverage.unclassified += count_ink(source.substr(at, line.source.begin - at));
    counter(coverage, line.owner) += count_ink(source.substr(line.source.begin, line.source.size()));
    at = line.source.end;
  }
  coverage.unclassified += count_ink(source.substr(at));
  return coverage;
}

}  // namespace gongwen
