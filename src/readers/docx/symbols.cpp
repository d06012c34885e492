// Symbol fonts: code points U+F020 to U+F0FF are byte codes of the font. The tables hold what notices use: bullets,
// boxes, ticks, arrows, circled numbers; sources are the fonts' own mapping tables published by Unicode (L2/11-052) and
// Adobe (Symbol).
#include "readers/docx/symbols.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "readers/docx/wml.hpp"

namespace gongwen::docx {
namespace {

struct Mapped {
  unsigned char code;
  char32_t character;
};

constexpr std::array kSymbol = {
    Mapped{0x2D, 0x2212}, Mapped{0x61, 0x03B1}, Mapped{0x62, 0x03B2}, Mapped{0x64, 0x03B4}, Mapped{0x6D, 0x03BC},
    Mapped{0x70, 0x03C0}, Mapped{0xA3, 0x2264}, Mapped{0xA5, 0x221E}, Mapped{0xA7, 0x2663}, Mapped{0xA8, 0x2666},
    Mapped{0xA9, 0x2665}, Mapped{0xAA, 0x2660}, Mapped{0xAB, 0x2194}, Mapped{0xAC, 0x2190}, Mapped{0xAD, 0x2191},
    Mapped{0xAE, 0x2192}, Mapped{0xAF, 0x2193}, Mapped{0xB0, 0x00B0}, Mapped{0xB1, 0x00B1}, Mapped{0xB3, 0x2265},
    Mapped{0xB4, 0x00D7}, Mapped{0xB7, 0x2022}, Mapped{0xB8, 0x00F7}, Mapped{0xB9, 0x2260}, Mapped{0xBB, 0x2248},
    Mapped{0xD6, 0x221A}, Mapped{0xDE, 0x21D2}, Mapped{0xE5, 0x2211},
};

constexpr std::array kWingdings = {
    Mapped{0x6C, 0x25CF}, Mapped{0x6D, 0x274D}, Mapped{0x6E, 0x25A0}, Mapped{0x6F, 0x25A1}, Mapped{0x71, 0x2751},
    Mapped{0x72, 0x2752}, Mapped{0x74, 0x2B27}, Mapped{0x75, 0x25C6}, Mapped{0x76, 0x2756}, Mapped{0x77, 0x2B25},
    Mapped{0x80, 0x24EA}, Mapped{0x81, 0x2460}, Mapped{0x82, 0x2461}, Mapped{0x83, 0x2462}, Mapped{0x84, 0x2463},
    Mapped{0x85, 0x2464}, Mapped{0x86, 0x2465}, Mapped{0x87, 0x2466}, Mapped{0x88, 0x2467}, Mapped{0x89, 0x2468},
    Mapped{0x8A, 0x2469}, Mapped{0x8C, 0x2776}, Mapped{0x8D, 0x2777}, Mapped{0x8E, 0x2778}, Mapped{0x8F, 0x2779},
    Mapped{0x90, 0x277A}, Mapped{0x91, 0x277B}, Mapped{0x92, 0x277C}, Mapped{0x93, 0x277D}, Mapped{0x94, 0x277E},
    Mapped{0x95, 0x277F}, Mapped{0x9E, 0x00B7}, Mapped{0x9F, 0x2022}, Mapped{0xA0, 0x25AA}, Mapped{0xA1, 0x25CB},
    Mapped{0xA7, 0x25AA}, Mapped{0xA8, 0x25FB}, Mapped{0xAB, 0x2605}, Mapped{0xD8, 0x27A2}, Mapped{0xDF, 0x2190},
    Mapped{0xE0, 0x2192}, Mapped{0xE1, 0x2191}, Mapped{0xE2, 0x2193}, Mapped{0xF0, 0x21E8}, Mapped{0xFB, 0x2717},
    Mapped{0xFC, 0x2713}, Mapped{0xFD, 0x2612}, Mapped{0xFE, 0x2611},
};

constexpr std::array kWingdings2 = {
    Mapped{0x4F, 0x2717}, Mapped{0x50, 0x2713}, Mapped{0x51, 0x2612}, Mapped{0x52, 0x2611}, Mapped{0x53, 0x2612},
    Mapped{0x54, 0x2612}, Mapped{0x97, 0x25CF}, Mapped{0xA2, 0x25A0}, Mapped{0xA3, 0x25A1},
};

std::span<const Mapped> table_of(std::string_view font) {
  if (font == "Symbol") return kSymbol;
  if (font == "Wingdings") return kWingdings;
  if (font == "Wingdings 2") return kWingdings2;
  return {};
}

}  // namespace

std::string symbol_character(std::string_view font, char32_t c) {
  const char32_t code = c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c;
  const auto table = table_of(font);
  const auto found = std::find_if(table.begin(), table.end(), [&](const Mapped& m) { return m.code == code; });
  std::string text;
  append_utf8(text, found == table.end() ? c : found->character);
  return text;
}

std::string symbol_text(std::string_view font, std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    // U+F000 to U+F0FF is EF 80 80 to EF 83 BF.
    if (byte(i) == 0xEF && i + 2 < text.size() && byte(i + 1) >= 0x80 && byte(i + 1) <= 0x83) {
      result +=
          symbol_character(font, static_cast<char32_t>(0xF000 | ((byte(i + 1) & 0x3F) << 6) | (byte(i + 2) & 0x3F)));
      i += 3;
    } else if (byte(i) < 0x80 && text.size() == 1 && !table_of(font).empty()) {
      result += symbol_character(font, byte(i));
      ++i;
    } else {
      result += text[i++];
    }
  }
  return result;
}

}  // namespace gongwen::docx
