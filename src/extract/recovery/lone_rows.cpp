// A text alone in its row becomes a section row, or a doubtful one: by its label, or by the section row that opens the table.
#include "extract/recovery/lone_rows.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace gongwen::recovery {

bool LoneRows::add(std::string_view text, const CellShape& shape, bool opens) {
  if (opens) opening_ = shape;
  if (!shape.chapter) return !opens && (!opening_ || opening_->chapter || shape.characters > opening_->characters * 3);
  const char32_t first = text::decode(text, 0).value;
  const char32_t style = first == U'（' || first == U'第' ? first : U'、';
  const auto last = std::find_if(numbers_.begin(), numbers_.end(), [&](const auto& number) { return number.first == style; });
  const bool goes_on = shape.number == 1 || (last != numbers_.end() && shape.number == last->second + 1);
  if (last == numbers_.end()) numbers_.emplace_back(style, shape.number);
  else last->second = shape.number;
  return !opens && !goes_on;
}

}  // namespace gongwen::recovery
