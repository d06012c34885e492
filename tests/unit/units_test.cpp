// The unit lists of tests/spec/units.md.
#include <algorithm>

#include "catch.hpp"
#include "extract/units.hpp"
#include "support/spec_table.hpp"

using namespace gongwen;

namespace {

std::string listed(const std::vector<UnitReading::Unit>& units) {
  std::string text;
  for (const auto& unit : units) text += (text.empty() ? "" : " + ") + unit.text;
  return text.empty() ? "—" : text;
}

std::string with_breaks(std::string text) {
  constexpr std::string_view kBreak = "⏎";
  for (std::size_t at = text.find(kBreak); at != text.npos; at = text.find(kBreak, at)) text.replace(at, kBreak.size(), "\n");
  return text;
}

}  // namespace

TEST_CASE("unit lists as the specification says", "[units]") {
  std::size_t rows = 0;
  for (const SpecRow& row : spec_rows("units.md")) {
    INFO(row.place << ": " << row.cells[0]);
    REQUIRE(row.cells.size() == 4);
    const UnitRole role = row.header == "lead column" ? UnitRole::lead : row.header == "supporting column" ? UnitRole::supporting : UnitRole::responsible;
    const std::string text = with_breaks(row.cells[0]);
    const UnitReading reading = read_units(text, role, row.header == "first leads", Grammar::builtin());
    CHECK((reading.same_as_above ? "same" : listed(reading.lead)) == row.cells[1]);
    CHECK(listed(reading.responsible) == row.cells[2]);
    CHECK(listed(reading.supporting) == row.cells[3]);
    for (const auto* list : {&reading.lead, &reading.responsible, &reading.supporting})
      for (const auto& unit : *list) CHECK(unit.place.end <= text.size());
    ++rows;
  }
  CHECK(rows >= 80);
}

TEST_CASE("any bytes give a list of units", "[units]") {
  const std::string_view kPieces[] = {"县教育局", "、", "（", "）", "牵头", "负责", "会同", "等", "和", "责任单位：", "6月底前", "\n", " ", "\xFF", "各", "同上", "1.", "市"};
  std::uint32_t state = 1;
  for (int turn = 0; turn < 3000; ++turn) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += kPieces[((state = state * 1664525u + 1013904223u) >> 16) % std::size(kPieces)];
    const UnitReading reading = read_units(text, UnitRole::responsible, turn % 2 == 0, Grammar::builtin());
    for (const auto* list : {&reading.lead, &reading.responsible, &reading.supporting})
      for (const auto& unit : *list) REQUIRE(unit.place.end <= text.size());
  }
}

namespace {

bool same(const GrammarUse& a, const GrammarUse& b) { return a.entry == b.entry && a.form == b.form && a.place == b.place; }

bool same(const std::vector<UnitReading::Unit>& a, const std::vector<UnitReading::Unit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return x.text == y.text && x.place == y.place && same(x.by, y.by); });
}

bool same(const UnitReading& a, const UnitReading& b) {
  const auto same_extra = [](const auto& x, const auto& y) { return x.first == y.first && x.second.text == y.second.text && x.second.place == y.second.place; };
  return same(a.lead, b.lead) && same(a.responsible, b.responsible) && same(a.supporting, b.supporting) && a.deadline == b.deadline &&
         a.same_as_above == b.same_as_above && a.labelled == b.labelled && a.first_leads == b.first_leads &&
         std::equal(a.extra.begin(), a.extra.end(), b.extra.begin(), b.extra.end(), same_extra);
}

}  // namespace

TEST_CASE("pieces that are known change no reading, whatever was read before", "[units]") {
  TextMemo<PlainPiece> pieces;
  for (int pass = 0; pass < 2; ++pass)
    for (const UnitRole role : {UnitRole::lead, UnitRole::responsible, UnitRole::supporting})
      for (const SpecRow& row : spec_rows("units.md"))
        for (const bool first_leads : {false, true}) {
          const std::string text = with_breaks(row.cells[0]), behind = "县水利局、" + text;
          INFO(row.place << ": " << text);
          CHECK(same(read_units(text, role, first_leads, Grammar::builtin()), read_units(text, role, first_leads, Grammar::builtin(), &pieces)));
          CHECK(same(read_units(behind, role, first_leads, Grammar::builtin()), read_units(behind, role, first_leads, Grammar::builtin(), &pieces)));
        }
  CHECK(pieces.find("县水利局") != nullptr);
}
