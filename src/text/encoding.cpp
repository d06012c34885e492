// The bytes of a text file become UTF-8 text and the name of their encoding. Facts decide before frequencies, and
// frequencies before ICU's detector; whatever had to be replaced is reported by place.
#include "text/encoding.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "text/common_han.hpp"
#include "text/convert.hpp"
#include "text/utf8.hpp"

namespace gongwen::text {
namespace {

using std::size_t;

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";
constexpr size_t kSample = 256 << 10;   // bytes whose frequencies are enough to tell encodings apart

constexpr unsigned at(std::string_view bytes, size_t i) noexcept { return static_cast<unsigned char>(bytes[i]); }

// ---- Byte order marks -------------------------------------------------------------------------------------------

struct Mark {
  std::string_view bytes, encoding;
};
// The longer first: UTF-32LE begins as UTF-16LE does.
constexpr Mark kMarks[] = {
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, {{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},          {"\xFE\xFF", "UTF-16BE"},
};

// ---- Binary data ------------------------------------------------------------------------------------------------

constexpr bool is_control(unsigned byte) noexcept { return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D)) || byte == 0x7F; }

// Control characters, of which text has next to none; zeros tell more.
size_t control_weight(std::string_view bytes) noexcept {
  size_t weight = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_control(byte)) weight += byte == 0 ? 4 : 1;
  }
  return weight;
}

// ---- UTF-16 without a mark --------------------------------------------------------------------------------------

// How many of a hundred code units are ASCII text, Chinese characters or Chinese punctuation; a zero unit rules text out.
int utf16_plausibility(std::string_view bytes, bool little) noexcept {
  size_t good = 0, units = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2, ++units) {
    const unsigned unit = little ? at(bytes, i) | at(bytes, i + 1) << 8 : at(bytes, i + 1) | at(bytes, i) << 8;
    if (unit == 0) return 0;
    good += (unit < 0x7F && !is_control(unit)) || is_han(unit) || is_cjk_punctuation(unit) || is_space(unit) ||
            (unit >= 0x2460 && unit <= 0x24FF) || (unit >= 0xFF01 && unit <= 0xFF5E);
  }
  return units == 0 ? 0 : static_cast<int>(good * 100 / units);
}

std::string_view utf16_by_zeros(std::string_view bytes) noexcept {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.find('\0') == std::string_view::npos) return {};
  const int little = utf16_plausibility(sample, true), big = utf16_plausibility(sample, false);
  if (std::max(little, big) < 90) return {};
  return little >= big ? "UTF-16LE" : "UTF-16BE";
}

// ---- UTF-8 ------------------------------------------------------------------------------------------------------

struct Utf8Count {
  size_t sequences = 0;   // valid ones of three or four bytes: those of Chinese text
  size_t wrong = 0;       // runs of bytes that are no UTF-8
  bool ascii = true;
};

Utf8Count count_utf8(std::string_view bytes) noexcept {
  Utf8Count count;
  bool was_wrong = false;
  for (size_t i = 0; i < bytes.size();) {
    if (at(bytes, i) < 0x80) {
      ++i, was_wrong = false;
      continue;
    }
    count.ascii = false;
    const CodePoint c = decode_multibyte(bytes, i);
    const bool wrong = c.size < 2;
    count.wrong += wrong && !was_wrong;
    count.sequences += c.size > 2;
    was_wrong = wrong;
    i += c.size;
  }
  return count;
}

// A run of bytes that are no UTF-8 becomes U+FFFD for each sequence that was begun.
Decoded repair_utf8(std::string_view bytes) {
  Decoded out{{}, "UTF-8", false, {}};
  out.text.reserve(bytes.size() + 64);
  for (size_t i = 0; i < bytes.size();) {
    const CodePoint c = decode(bytes, i);
    if (at(bytes, i) < 0x80 || c.size > 1) {
      out.text.append(bytes, i, c.size);
      i += c.size;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += kReplacementUtf8;
    for (++i; i < bytes.size() && (at(bytes, i) & 0xC0) == 0x80; ++i) {}   // what is left of the sequence
    const auto end = static_cast<std::uint32_t>(out.text.size());
    if (!out.replacements.empty() && out.replacements.back().end == begin) out.replacements.back().end = end;
    else out.replacements.push_back({begin, end});
  }
  return out;
}

// ---- GB18030 and Big5 -------------------------------------------------------------------------------------------

// How many of a hundred double bytes are punctuation or common characters: in GB 2312 its first level, sorted by sound
// (B0 to D7), in Big5 its first level (A4 to C6). Read in the wrong one, about half of them are.
struct Share {
  size_t good = 0, pairs = 0;
  [[nodiscard]] int percent() const noexcept { return pairs == 0 ? 100 : static_cast<int>(good * 100 / pairs); }
};

Share gb_share(std::string_view bytes) noexcept {
  Share share;
  for (size_t i = 0; i + 1 < bytes.size();) {
    const unsigned lead = at(bytes, i), trail = at(bytes, i + 1);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const bool four = trail >= 0x30 && trail <= 0x39;
    const bool common = trail >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7));
    ++share.pairs;
    share.good += common;
    i += four ? 4 : 2;
  }
  return share;
}

Share big5_share(std::string_view bytes) noexcept {
  Share share;
  for (size_t i = 0; i + 1 < bytes.size();) {
    const unsigned lead = at(bytes, i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    ++share.pairs;
    share.good += lead >= 0xA1 && lead <= 0xC6;
    i += 2;
  }
  return share;
}

// Whether Chinese text is made of the characters that Chinese text is made of: three in ten are among the commonest, of
// other languages misread as Chinese about one in ten. A few words prove nothing.
bool reads_as_chinese(std::string_view text) noexcept {
  size_t han = 0, common = 0;
  for (size_t i = 0; i < std::min(text.size(), kSample);) {
    const CodePoint c = decode(text, i);
    han += is_han(c.value);
    common += is_common_han(c.value);
    i += c.size;
  }
  return han < 20 || common * 10 >= han * 3;
}

// Code points for private use: no text that people publish is made of them.
bool has_private_use(std::string_view text) noexcept {
  for (size_t i = 0; i + 2 < text.size(); ++i)
    if (at(text, i) == 0xEE || (at(text, i) == 0xEF && at(text, i + 1) < 0xA4)) return true;
  return false;
}

std::optional<Decoded> strictly(std::string_view bytes, const char* converter, std::string_view name) {
  auto text = convert(bytes, converter, true);
  if (!text || !reads_as_chinese(*text)) return std::nullopt;
  return Decoded{std::move(*text), name, false, {}};
}

std::vector<Range> runs_of_replacements(std::string_view text) {
  std::vector<Range> runs;
  for (size_t i = text.find(kReplacementUtf8); i != std::string_view::npos; i = text.find(kReplacementUtf8, i)) {
    const size_t begin = i;
    while (text.substr(i, 3) == kReplacementUtf8) i += 3;
    runs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
  }
  return runs;
}

Decoded loosely(std::string_view bytes, std::string_view encoding, bool guessed) {
  Decoded out{convert(bytes, std::string(encoding).c_str(), false).value_or(""), encoding, guessed, {}};
  out.replacements = runs_of_replacements(out.text);
  return out;
}

// Both are double-byte encodings over nearly the same bytes.
std::optional<Decoded> strict_chinese(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const int gb = gb_share(sample).percent(), big5 = big5_share(sample).percent();
  auto as_gb = strictly(bytes, "gb18030", "GB18030");
  if (as_gb && gb >= 85 && gb >= big5) {
    as_gb->guessed = big5 >= 85;
    return as_gb;
  }
  auto as_big5 = strictly(bytes, "Big5", "Big5");
  if (as_big5 && has_private_use(as_big5->text)) as_big5.reset();
  if (as_gb && as_big5) {
    auto& likelier = big5 >= 90 && big5 > gb ? as_big5 : as_gb;
    likelier->guessed = true;
    return std::max(gb, big5) >= 70 ? likelier : std::nullopt;
  }
  if (as_big5 && big5 >= 60) return as_big5;
  if (as_gb && gb >= 60 && !has_private_use(as_gb->text)) return as_gb;
  return std::nullopt;
}

// Text that is damaged, or ends within a character: the encoding whose common characters are used, if next to nothing is
// wrong in it.
std::optional<Decoded> damaged_chinese(std::string_view bytes) {
  const Share gb = gb_share(bytes.substr(0, kSample)), big5 = big5_share(bytes.substr(0, kSample));
  const bool is_gb = gb.percent() >= big5.percent();
  const Share& share = is_gb ? gb : big5;
  if (share.pairs == 0 || share.percent() < 75) return std::nullopt;
  Decoded out = loosely(bytes, is_gb ? "GB18030" : "Big5", true);
  if (out.replacements.size() * 10 > share.pairs + 9 || !reads_as_chinese(out.text)) return std::nullopt;
  return out;
}

// Encodings that write Chinese in ASCII bytes, between marks.
std::string_view seven_bit_encoding(std::string_view bytes) noexcept {
  const auto has = [&](std::string_view mark) { return bytes.find(mark) != std::string_view::npos; };
  if (has("\x1B$")) return "ISO-2022";
  return has("~{") && has("~}") ? "HZ-GB-2312" : "";
}

// ---- The order of the rules -------------------------------------------------------------------------------------

Result<Decoded> by_detector(std::string_view bytes) {
  const Detection found = detect(bytes);
  for (const std::string_view name : {"GB18030", "Big5", "UTF-8", "UTF-16LE", "UTF-16BE"}) {
    if (found.name != name || found.confidence < 50) continue;
    Decoded out = name == "UTF-8" ? repair_utf8(bytes) : loosely(bytes, name, true);
    out.guessed = true;
    if (out.replacements.size() * 20 <= bytes.size() && reads_as_chinese(out.text)) return out;
  }
  const bool refused = found.name == "GB18030" || found.name == "Big5" || found.name.starts_with("UTF-");
  return Error{ErrorCode::unknown_encoding, found.confidence >= 30 && !refused ? found.name + "?" : std::string()};
}

Result<Decoded> by_mark(std::string_view bytes, const Mark& mark) {
  bytes.remove_prefix(mark.bytes.size());
  Decoded out = mark.encoding == "UTF-8" ? repair_utf8(bytes) : loosely(bytes, mark.encoding, false);
  if (control_weight(out.text) * 10 > out.text.size()) return Error{ErrorCode::not_text, ""};
  return out;
}

}  // namespace

Result<Decoded> decode_text(std::span<const std::byte> input) {
  const std::string_view bytes(reinterpret_cast<const char*>(input.data()), input.size());
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return by_mark(bytes, mark);
  if (const auto utf16 = utf16_by_zeros(bytes); !utf16.empty()) return loosely(bytes, utf16, true);

  const size_t controls = control_weight(bytes);
  const Utf8Count utf8 = count_utf8(bytes);
  if (controls * (utf8.wrong == 0 ? 10 : 25) > bytes.size()) return Error{ErrorCode::not_text, ""};
  if (utf8.wrong == 0) {
    if (const auto name = seven_bit_encoding(bytes); utf8.ascii && !name.empty()) return Error{ErrorCode::unknown_encoding, std::string(name) + "?"};
    return Decoded{std::string(bytes), "UTF-8", false, {}};
  }
  if (utf8.sequences >= utf8.wrong * 9) return repair_utf8(bytes);
  if (auto chinese = strict_chinese(bytes)) return std::move(*chinese);
  if (utf8.sequences > utf8.wrong * 2) return repair_utf8(bytes);
  if (auto chinese = damaged_chinese(bytes)) return std::move(*chinese);
  return by_detector(bytes);
}

}  // namespace gongwen::text
